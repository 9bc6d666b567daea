/** Blank ledgers for what some policy documents need, and the dictionary of their columns, as sheets. */
import type { Pack } from '../policy/clause'
import { requirementsOf } from '../policy/requirements'
import { factItem, type FactItem } from '../tables/fact-items'
import type { LedgerColumn, LedgerName } from '../tables/ledger'
import { ledgerOf } from '../tables/ledgers'
import { dictionary, itemHow, templateWords } from '../text/dictionary'
import { columnName, levelName } from '../text/keys'
import { fill } from '../text/say'
import type { SheetCell, SheetColumn, WorkbookSheet } from './workbook'

/** item -> the units that state it, as the ledger is to name them; an item without an entry gets one row for the user to name. */
export type ItemOwners = ReadonlyMap<string, readonly string[]>

/** The dictionary first, then a sheet for every ledger that a clause reads. Names are written so that the app reads them back. */
export function templateSheets(packs: readonly Pack[], owners: ItemOwners = new Map()): WorkbookSheet[] {
  const needed = neededBy(packs)
  const ledgers = sheetLedgers.map((name) => ledgerSheet(name, needed)).filter((sheet) => sheet !== null)
  const facts = factsSheet(needed, owners)
  const all = [...ledgers, ...(facts ? [facts] : [])]
  return [dictionarySheet(packs, all), ...all.map(({ sheet }) => sheet)]
}

const sheetLedgers = ['areas', 'compounds', 'facilities', 'plots', 'people'] as const
type SheetLedger = (typeof sheetLedgers)[number]

/** What stands in every sheet of a ledger, needed or not: without it no row could be named or joined. */
const always: Readonly<Record<SheetLedger, readonly string[]>> = {
  areas: ['code', 'name', 'level', 'parent'],
  compounds: ['id', 'name', 'area'],
  facilities: ['id', 'name', 'kind', 'level', 'area', 'stage'],
  plots: ['id', 'name', 'area', 'use'],
  people: ['id', 'lng', 'lat', 'area'],
}

/** Clause ids by 'ledger.column' and 'item'. */
type Needed = { readonly columns: ReadonlyMap<string, readonly string[]>; readonly items: ReadonlyMap<string, readonly string[]> }

function neededBy(packs: readonly Pack[]): Needed {
  const columns = new Map<string, string[]>()
  const items = new Map<string, string[]>()
  const note = (map: Map<string, string[]>, key: string, id: string): void => {
    const list = map.get(key)
    if (!list) map.set(key, [id])
    else if (!list.includes(id)) list.push(id)
  }
  for (const { clauses } of packs)
    for (const clause of clauses) {
      const asked = requirementsOf(clause, null)
      for (const { ledger, column } of [...asked.columns, ...asked.optional]) note(columns, `${ledger}.${column}`, clause.id)
      for (const item of [...asked.items, ...asked.orItems]) note(items, item, clause.id)
    }
  return { columns, items }
}

type Described = { readonly sheet: WorkbookSheet; readonly lines: readonly Line[] }
/** One line of the dictionary. */
type Line = { readonly column: string; readonly meaning: string; readonly unit: string; readonly how: string; readonly clauses: readonly string[]; readonly en: string }

function ledgerSheet(name: SheetLedger, needed: Needed): Described | null {
  const isNeeded = (column: LedgerColumn): boolean => needed.columns.has(`${name}.${column.key}`)
  const columns = ledgerOf(name).columns.filter((column) => isNeeded(column) || always[name].includes(column.key))
  const items = [...needed.items.keys()].map(factItem).filter((item) => item !== undefined && ownLedger(item) === name) as FactItem[]
  if (name !== 'areas' && items.length === 0 && !ledgerOf(name).columns.some(isNeeded)) return null
  const parts = [
    ...columns.map((column) => columnPart(name, column, needed)),
    ...items.map((item) => itemPart(item, needed)),
  ]
  return {
    sheet: { name: templateWords.sheets[name], frozenRows: 1, columns: parts.map(({ sheetColumn }) => sheetColumn), rows: [parts.map(({ header }): SheetCell => ({ value: header, look: 'header' }))] },
    lines: parts.map(({ line }) => line),
  }
}

type Part = { readonly header: string; readonly sheetColumn: SheetColumn; readonly line: Line }

function columnPart(ledger: LedgerName, column: LedgerColumn, needed: Needed): Part {
  const unit = column.kind === 'area' || column.kind === 'land' || column.kind === 'money' ? templateWords.units[column.kind] : ''
  const header = withUnit(headerOf(ledger, column), unit)
  const words = dictionary[`${ledger}.${column.key}`] ?? dictionary[column.key] ?? { meaning: columnName('zh', column.key), how: '' }
  const choices = choicesFor(column)
  return {
    header,
    sheetColumn: { width: widthOf(header), ...(choices ? { choices } : {}) },
    line: { column: header, ...words, unit: unit || unitOfKind(column), clauses: needed.columns.get(`${ledger}.${column.key}`) ?? [], en: columnName('en', column.key) },
  }
}

/** A flag or figure of one compound, facility or plot is a column of its ledger. */
function itemPart(item: FactItem, needed: Needed): Part {
  const { unit, how } = itemHow[item.unit] ?? { unit: '', how: '' }
  const header = withUnit(item.zh, unit)
  return {
    header,
    sheetColumn: { width: widthOf(header), ...(item.unit === 'yes-no' ? { choices: yesNo } : {}) },
    line: { column: header, meaning: item.meaning.zh, unit, how, clauses: needed.items.get(item.key) ?? [], en: item.meaning.en },
  }
}

/** Area items: one row each to fill, or one for every unit that states it. */
function factsSheet({ items }: Needed, owners: ItemOwners): Described | null {
  const asked = [...items].flatMap(([key, clauses]) => {
    const item = factItem(key)
    return item && ownLedger(item) === null ? [{ item, clauses }] : []
  })
  if (asked.length === 0) return null
  const keys = ['of', 'item', 'value', 'unit', 'date'] as const
  const columns = keys.map((key) => ledgerOf('facts').columns.find((column) => column.key === key)!)
  const header = columns.map((column) => headerOf('facts', column))
  const rows = asked.flatMap(({ item }) => (owners.get(item.key) ?? ['']).map((owner) => [cell(owner || null, 'input'), cell(item.zh), cell(null, 'input'), cell(itemHow[item.unit]?.unit || null, 'quiet'), cell(null, 'input')]))
  // A number in every line tells it from a second row of headers, which names of items might be.
  const numbered = rows.map((row, at): SheetCell[] => [{ value: at + 1, look: 'quiet' }, ...row])
  return {
    sheet: {
      name: templateWords.sheets.facts,
      frozenRows: 1,
      columns: [{ width: 6 }, { width: 24 }, { width: Math.min(60, 4 + Math.max(...asked.map(({ item }) => displayWidth(item.zh)))) }, { width: 16 }, { width: 10 }, { width: 14 }],
      rows: [[templateWords.number, ...header].map((text) => cell(text, 'header')), ...numbered],
    },
    lines: [
      ...columns.map((column, at): Line => ({ column: header[at]!, ...dictionary[`facts.${column.key}`]!, unit: '', clauses: [], en: columnName('en', column.key) })),
      ...asked.map(({ item, clauses }): Line => ({
        column: item.zh,
        meaning: `${fill(templateWords.byLevel, { levels: item.levelOfUnit.map((level) => levelName('zh', level)).join('、'), meaning: item.meaning.zh })}${item.period === 'year' ? `。${templateWords.year}` : ''}`,
        unit: itemHow[item.unit]?.unit ?? '',
        how: itemHow[item.unit]?.how ?? '',
        clauses,
        en: item.meaning.en,
      })),
    ],
  }
}

function dictionarySheet(packs: readonly Pack[], sheets: readonly Described[]): WorkbookSheet {
  const documents = packs.map(({ document }) => `《${document.title}》${document.number ?? ''}`).join('、')
  const notes = [...templateWords.intro, fill(templateWords.for, { documents })]
  const lines = sheets.flatMap(({ sheet, lines: own }) => own.map((line) => [sheet.name, line.column, line.meaning, line.unit, line.how, line.clauses.join('、'), line.en]))
  return {
    name: templateWords.dictionary,
    frozenRows: notes.length + 1,
    columns: [18, 34, 48, 10, 48, 36, 48].map((width) => ({ width })),
    rows: [...notes.map((note) => [cell(note)]), templateWords.header.map((text) => cell(text, 'header')), ...lines.map((line) => line.map((text) => ({ value: text || null, wrap: true })))],
  }
}

/** The ledger that has the item as a column; null: it is stated of units, in rows of its own. */
function ownLedger({ levelOfUnit }: FactItem): SheetLedger | null {
  if (levelOfUnit.includes('compound')) return 'compounds'
  if (levelOfUnit.includes('facility')) return 'facilities'
  return levelOfUnit.includes('plot') ? 'plots' : null
}

/** The first header of the list is the usual one; where another ledger's sheet would claim it, the next is taken. */
const headerOf = (ledger: LedgerName, column: LedgerColumn): string => usual[`${ledger}.${column.key}`] ?? column.headers[0] ?? column.key
const usual: Readonly<Record<string, string>> = { 'facilities.name': '设施名称', 'plots.name': '地块名称', 'people.id': '人口点编号', 'compounds.id': '小区编号', 'facilities.id': '设施编号', 'plots.id': '地块编号', 'compounds.age': '类别', 'compounds.area': '所属社区', 'people.area': '所属社区' }

const withUnit = (header: string, unit: string): string => (unit === '' ? header : `${header}（${unit}）`)

function unitOfKind({ kind, key }: LedgerColumn): string {
  if (kind === 'lng' || kind === 'lat') return '度'
  if (kind !== 'count') return ''
  return key.startsWith('households') ? '户' : key.toLowerCase().includes('beds') ? '张' : '人'
}

const yesNo = ['是', '否'] as const

/** The words that the drop-down offers: one usual word for each value of the column's vocabulary. */
function choicesFor({ kind, words, key }: LedgerColumn): readonly string[] | null {
  if (kind === 'yes-no') return key === 'done' ? ['已完成', '未完成'] : yesNo
  if (kind !== 'word' || !words) return null
  return Object.entries(words).map(([value, written]) => plainest[value] ?? written[0]!)
}
const plainest: Readonly<Record<string, string>> = { INST_CITY: '社会福利院', NOT: '不计入', VILLAGE: '村养老服务设施', STREET: '街道居家养老服务中心', COMM: '社区居家养老服务中心' }

const cell = (value: string | null, look?: SheetCell['look']): SheetCell => (look ? { value, look } : { value })

const widthOf = (header: string): number => Math.min(40, Math.max(10, displayWidth(header) + 4))
const displayWidth = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
