/** Tables and settings -> Study. */
import { problem, type Problem } from '../problem'
import type { LedgerTable, SetAside } from '../tables/ledger'
import { buildAreas } from './build-areas'
import { buildCompounds } from './build-compounds'
import { buildFacilities } from './build-facilities'
import { buildFacts } from './build-facts'
import { buildPeople } from './build-people'
import { buildPlots } from './build-plots'
import { finderOf, type Finder } from './names'
import type { Refused } from './ledger-rows'
import type { StudySettings } from './settings'
import type { InputFile, Study, TableRef } from './study'

/** The study that the tables make; every row is in a record or in its table's setAside. */
export function buildStudy(settings: StudySettings, tables: readonly LedgerTable[], inputs: readonly InputFile[], found: readonly Problem[]): Study {
  const areas = buildAreas(tables)
  const compounds = buildCompounds(tables, areas.finder)
  const targets = finderOf([...areas.areas, ...compounds.compounds.map(({ id, name, area }) => ({ id, name, parent: area }))])
  const facilities = buildFacilities(tables, areas.areas, areas.finder, targets)
  const plots = buildPlots(tables, areas.finder)
  const people = buildPeople(tables, areas.areas, areas.finder)
  const facts = buildFacts(tables, {
    area: { records: areas.areas, rows: areas.rows },
    compound: { records: compounds.compounds.map(({ id, name, area }) => ({ id, name, parent: area })), rows: compounds.rows },
    facility: { records: facilities.facilities.map(({ id, name, area }) => ({ id, name, parent: area })), rows: facilities.rows },
    plot: { records: plots.plots.map(({ id, name, area }) => ({ id, name, parent: area })), rows: plots.rows },
  })
  const built = [areas, compounds, facilities, plots, people, facts]
  const setAside = built.flatMap((each) => each.setAside)
  return {
    name: settings.name,
    asOf: settings.asOf,
    policies: settings.policies,
    options: settings.options,
    ...centralCityOf(settings, areas.finder),
    areas: areas.areas,
    compounds: compounds.compounds,
    facilities: facilities.facilities,
    plots: plots.plots,
    people: people.people,
    peopleTable: people.table,
    facts: facts.facts,
    streets: null,
    tables: tables.map((table, index) => refOf(table, setAside.filter(({ entry }) => entry.source.table === index))),
    inputs,
    problems: [...found, ...tables.flatMap((table) => table.problems), ...twice(tables), ...built.flatMap((each) => each.problems)],
  }
}

/** study.json may list the units of the central city (中心城区) by code or name under `centralCity`. */
function centralCityOf({ other }: StudySettings, finder: Finder): Pick<Study, 'centralCity'> {
  const listed = Array.isArray(other.centralCity) ? other.centralCity : []
  const ids = listed.flatMap((cell) => (typeof cell === 'string' ? (finder.find(cell) ?? []) : [])).filter((id) => id !== 'ambiguous')
  return ids.length === 0 ? {} : { centralCity: [...new Set(ids)].sort() }
}

/** Two files of one ledger are put together: often meant (one a district), often a copy left lying, so it is said. Sheets of one workbook are meant. */
function twice(tables: readonly LedgerTable[]): Problem[] {
  const files = new Map<string, string[]>()
  for (const { ledger, file, rows } of tables) {
    // A map of boundaries beside the roster is no second roster.
    if (ledger === null || (ledger === 'areas' && rows.some(({ geometry }) => geometry?.type.includes('Polygon')))) continue
    const known = files.get(ledger) ?? []
    files.set(ledger, known.includes(file) ? known : [...known, file])
  }
  return [...files.values()].flatMap((names) => (names.length < 2 ? [] : [problem('ledger-twice', 'info', { file: names[1]! }, names.join(', '))]))
}

/** A table without its rows; rows that the joins could not use are moved from used to setAside. */
function refOf(table: LedgerTable, refused: readonly Refused[]): TableRef {
  const { file, sheet, format, encoding, ledger, crs, columns, headerRows, counts } = table
  const setAside = [...table.setAside, ...refused.map(({ entry, why }): SetAside => ({ row: entry.source.row, why }))].sort((a, b) => a.row - b.row)
  return { file, sheet, format, encoding, ledger, crs, columns, headerRows, setAside, counts: { ...counts, used: counts.used - refused.length, setAside: counts.setAside + refused.length } }
}
