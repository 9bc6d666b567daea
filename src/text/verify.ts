/** What `verify` says of an exported file. */
import { fill, type Language } from './say'

const words = {
  about: { zh: '{study} · 数据日期 {asOf} · {plan} · 一刻圈 {version}', en: '{study} · data date {asOf} · {plan} · Yikequan {version}' },
  base: { zh: '现状', en: 'base' },
  'equal.stamp': { zh: '一致：文件内容与生成时的印记相同。给出研究（--study）可重新计算核对。', en: 'Equal: the content is what the stamp says. Name the study (--study) to compute it again.' },
  'equal.study': { zh: '一致：重新计算的每一格都相同。', en: 'Equal: every cell is what is computed now.' },
  'differs.stamp': { zh: '不一致：文件生成后被改动，{n} 处：', en: 'Not equal: changed after it was made, {n}:' },
  'differs.study': { zh: '不一致：与重新计算的结果相差 {n} 处：', en: 'Not equal: {n} differences from what is computed now:' },
  more: { zh: '  另有 {n} 处，见 --json 文件', en: '  {n} more in the --json file' },
  value: { zh: '{table} · 第 {row} 行 · {column}：应为 {expected}，文件中是 {found}', en: '{table} · row {row} · {column}: should be {expected}, is {found}' },
  valueAt: { zh: '{column}：应为 {expected}，文件中是 {found}', en: '{column}: should be {expected}, is {found}' },
  'row-missing': { zh: '{table}：少了一行 {names}', en: '{table}: row missing: {names}' },
  'row-added': { zh: '{table} · 第 {row} 行：多出的一行 {names}', en: '{table} · row {row}: not among the computed: {names}' },
  'table-missing': { zh: '缺少表“{table}”', en: 'table “{table}” is missing' },
  'column-missing': { zh: '{table}：缺少列“{column}”', en: '{table}: column “{column}” is missing' },
  'column-added': { zh: '{table}：多出列“{column}”', en: '{table}: column “{column}” was added' },
  formula: { zh: '{table}：列“{column}”里有不是一刻圈写的公式', en: '{table}: column “{column}” holds a formula that is not ours' },
  changed: { zh: '{table}：{rows}{columns}', en: '{table}: {rows}{columns}' },
  'changed.rows': { zh: '第 {rows} 行', en: 'row {rows} ' },
  'changed.columns': { zh: '的“{columns}”与生成时不同', en: '“{columns}” is not as it was made' },
  'changed.columnsOnly': { zh: '列“{columns}”与生成时不同', en: 'column “{columns}” is not as it was made' },
  'changed.fewer': { zh: '比生成时少 {n} 行', en: '{n} rows fewer than were made' },
  'changed.more': { zh: '比生成时多 {n} 行', en: '{n} rows more than were made' },
  'input.version': { zh: '程序版本：文件是 {expected}，现在是 {found}', en: 'Program version: the file has {expected}, now {found}' },
  'input.study': { zh: '研究：文件是“{expected}”，给出的是“{found}”', en: 'Study: the file has “{expected}”, given is “{found}”' },
  'input.asOf': { zh: '数据日期：文件是 {expected}，给出的研究是 {found}', en: 'Data date: the file has {expected}, the study {found}' },
  'input.plan': { zh: '方案的修改与生成时不同', en: 'The edits of the plan are others' },
  'input.input': { zh: '输入文件 {name} 与生成时不同', en: 'Input file {name} is another than when it was made' },
  'input.policy': { zh: '政策包 {name} 与生成时不同', en: 'Pack {name} is another than when it was made' },
  'input.results': { zh: '判定结果和整改清单的校验值不同', en: 'The hash of results and list is another' },
  blank: { zh: '空白', en: 'blank' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export type VerifyWord = keyof typeof words

export const sayVerify = (language: Language, key: VerifyWord, values: Readonly<Record<string, string | number>> = {}): string => fill(words[key][language], values)

/** As exports/verify.ts answers it; the room of words knows no other. */
type Told = {
  readonly kind: 'value' | 'row-missing' | 'row-added' | 'table-missing' | 'column-missing' | 'column-added' | 'formula' | 'changed' | 'input'
  readonly table?: string
  readonly column?: string
  readonly names?: string
  readonly name?: string
  readonly what?: 'input' | 'policy' | 'study' | 'asOf' | 'plan' | 'version' | 'results'
  readonly row?: number | null
  readonly rows?: readonly number[] | null
  readonly columns?: readonly string[]
  readonly more?: number
  readonly expected?: string | number | null
  readonly found?: string | number | null
}

export function differenceText(language: Language, difference: Told): string {
  const { kind, table = '', column = '', names = '', name = '', row = null } = difference
  const shown = (value: string | number | null | undefined): string => (value === null || value === undefined || value === '' ? sayVerify(language, 'blank') : String(value))
  const values = { table, column, names, name, row: row ?? '', expected: shown(difference.expected), found: shown(difference.found) }
  if (kind === 'changed') return changedText(language, difference)
  if (kind === 'input') return sayVerify(language, `input.${difference.what ?? 'results'}`, values)
  return sayVerify(language, kind === 'value' && row === null ? 'valueAt' : kind, values)
}

const mostRows = 20

function changedText(language: Language, { table = '', rows = null, columns = [], more = 0 }: Told): string {
  const comma = language === 'zh' ? '、' : ', '
  const listed = rows && rows.length > 0 ? sayVerify(language, 'changed.rows', { rows: `${rows.slice(0, mostRows).join(comma)}${rows.length > mostRows ? '…' : ''}` }) : ''
  const count = more === 0 ? '' : sayVerify(language, more < 0 ? 'changed.fewer' : 'changed.more', { n: Math.abs(more) })
  const where = columns.length === 0 || more !== 0 ? '' : sayVerify(language, listed ? 'changed.columns' : 'changed.columnsOnly', { columns: columns.join(comma) })
  return sayVerify(language, 'changed', { table, rows: listed, columns: [where, count].filter(Boolean).join(language === 'zh' ? '，' : ', ') })
}
