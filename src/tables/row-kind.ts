/** What a row of a sheet is, before any of its cells is read: data, a total, a note, a repeated header. */
import type { RawRow } from '../sources/raw-table'
import { cellText, isEmpty } from './cells/cell'
import type { SetAside } from './ledger'
import { plainText } from './words'

export type RowKind = 'data' | 'blank' | SetAside['why']

export type RowSorter = {
  readonly kindOf: (row: RawRow) => RowKind
}

/** headerWords: the header's words by column (plain), one list per header row; labels: columns where 合计 or 备注 may stand (names, groups, ids, 序号). */
export function rowSorter(
  headerWords: readonly (readonly string[])[],
  titleWords: ReadonlySet<string>,
  labels: ReadonlySet<number>,
  width: number,
  nameColumn: number,
): RowSorter {
  const kindOf = (row: RawRow): RowKind => {
    const filled: number[] = []
    for (let at = 0; at < row.cells.length; at++) if (!isEmpty(row.cells[at])) filled.push(at)
    if (filled.length === 0) return row.geometry ? 'data' : 'blank'
    const first = filled[0]!
    const label = textAt(row, first)
    if (repeatsHeader(row, filled, headerWords)) return 'repeated-header'
    if (filled.length <= 2 && titleWords.has(label)) return 'title'
    for (const at of filled) {
      if (at !== first && !labels.has(at)) continue
      const text = textAt(row, at)
      if (isTotal(text)) return 'subtotal'
      if (at > first + 3) break
    }
    if (noteWithColon.test(label) || (noteAlone.test(label) && filled.length <= 2)) return 'note'
    if (filled.length === 1 && width >= 3) {
      if (section.test(label)) return 'title'
      if (first !== nameColumn && label.length > 24) return 'note'
    }
    return 'data'
  }
  return { kindOf }
}

/** 合计, 小计, 益宁街道小计, 其中, 平均 … */
export function isTotal(plain: string): boolean {
  const text = plain.replace(/[:：]$/, '')
  return (
    totalWords.has(text) ||
    /^.{1,20}(?:小计|合计|总计|共计)$/.test(text) ||
    /^(?:其中|其中:.*)$/.test(text) ||
    /^(?:合计|总计|小计|共计)[(:（].*$/.test(text)
  )
}

/** A total over everything; else it is over the rows since the last total. */
export const isGrandTotal = (plain: string): boolean =>
  /^(?:全[市县区镇省州国街].{0,4})?(?:合计|总计|共计|总合计|累计)|(?:总计)[:：]?$|^grandtotal$|^total$/.test(plain)

/** Averages and parts are totals that no sum of rows gives. */
export const isSum = (plain: string): boolean => !/^其中|平均|均值|占比|比例/.test(plain)

const totalWords = new Set([
  '合计',
  '总计',
  '小计',
  '共计',
  '累计',
  '总合计',
  '平均',
  '平均值',
  '平均数',
  '均值',
  '全市合计',
  '占比',
  'total',
  'subtotal',
  'grandtotal',
  'sum',
  'average',
])
const notes =
  '备注|附注|注|说明|填表说明|填报说明|填写说明|注意事项|填表人|填报人|制表人|制表|审核人|审核|复核|复核人|经办人|负责人|单位负责人|统计负责人|分管领导|填报单位|填表单位|制表单位|报送单位|填报日期|填表日期|制表日期|报出日期|报送日期|填报时间|填表时间|联系人|联系电话|电话|数据来源|资料来源|来源|数据截至|截至日期|数据截止|统计口径|盖章|单位(?:\\(?盖章\\)?|\\(?公章\\)?)'
const noteWithColon = new RegExp(`^(?:${notes})(?:\\([^)]*\\))?(?:[:：]|\\d+[、.:]|[一二三][、.])`)
const noteAlone = new RegExp(`^(?:${notes})(?:\\([^)]*\\))?$`)
const section = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+[部章])/

const textAt = (row: RawRow, at: number): string => {
  const cell = row.cells[at]
  return typeof cell === 'string' ? plainText(cell) : typeof cell === 'number' ? '' : plainText(cellText(cell))
}

/** A page break repeats the header: most of the row's cells are the words that stand above them. */
function repeatsHeader(row: RawRow, filled: readonly number[], headerWords: readonly (readonly string[])[]): boolean {
  if (filled.length < 2) return false
  return headerWords.some((words) => {
    if (!words.some((word) => word !== '')) return false
    let same = 0
    for (const at of filled) {
      const cell = row.cells[at]
      if (typeof cell === 'string' && words[at] !== undefined && words[at] !== '' && plainText(cell) === words[at])
        same++
    }
    return same >= 2 && same >= filled.length * 0.6
  })
}
