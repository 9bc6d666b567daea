/** The rectification list and the files of a city of 15,000 compounds: each case in turn, so that the peak of memory after each is seen. */
import { basisOf } from '../../src/exports/basis'
import { gpkg } from '../../src/exports/geopackage'
import { csvList } from '../../src/exports/csv'
import { printOf } from '../../src/exports/fingerprint'
import { readBack } from '../../src/exports/read-back'
import { resultsHashOf } from '../../src/exports/stamp'
import { listTable } from '../../src/exports/tables/list'
import { checkStamp } from '../../src/exports/verify'
import { workbookTables, xlsx } from '../../src/exports/xlsx'
import { judge } from '../../src/indicators/judge'
import { shippedPacks } from '../../src/policy/shipped'
import { rectificationList } from '../../src/rectify/list'
import { benchCity } from './bench-city'
import { print } from './measure'

export async function run(): Promise<void> {
  const study = benchCity({ compounds: 15_000, facilities: 1500, people: 20_000, units: 1200 }, 7)
  const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
  const results = judge(study, packs)
  const list = await timed('list', 3, () => rectificationList(study, results))
  const basis = basisOf({ study, packs, results, rectification: list })
  await timed('hash of results and list', 1, () => resultsHashOf(results, list))
  const table = await timed(`list as a table, ${list.length} rows`, 3, () => listTable(basis, true))
  console.log(JSON.stringify({ rows: table.rows.length, columns: table.columns.length, cellsInWorkbook: workbookTables(basis, { extra: true }).reduce((sum, each) => sum + each.rows.length * each.columns.length, 0) }))
  await timed('print of the list', 3, () => printOf(table))
  const csv = await timed('csv of the list', 1, () => csvList.make(basis, { extra: true }))
  const book = await timed('xlsx', 3, () => xlsx.make(basis, { extra: true }))
  await timed('xlsx verified by its stamp', 1, async () => checkStamp((await readBack('a.xlsx', book))!).length)
  const map = await timed('gpkg', 1, () => gpkg.make(basis, { extra: true }))
  console.log(JSON.stringify({ csvMB: mega(csv), xlsxMB: mega(book), gpkgMB: mega(map) }))
}

/** Median of n runs after one that is thrown away. */
async function timed<T>(name: string, n: number, work: () => T | Promise<T>): Promise<T> {
  const times: number[] = []
  let made = await work()
  for (let i = 0; i < n; i++) {
    const start = performance.now()
    made = await work()
    times.push(performance.now() - start)
  }
  print({ bench: 'export', case: name, ms: times.sort((a, b) => a - b)[Math.floor(n / 2)]!, n, ratio: null, against: null })
  return made
}

const mega = (bytes: Uint8Array): number => Math.round(bytes.length / 1e4) / 100
