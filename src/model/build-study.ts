/** Tables and settings -> Study. */
import type { Problem } from '../problem'
import type { LedgerTable, SetAside } from '../tables/ledger'
import { buildAreas } from './build-areas'
import { buildCompounds } from './build-compounds'
import { buildFacilities } from './build-facilities'
import { buildFacts } from './build-facts'
import { buildPeople } from './build-people'
import { buildPlots } from './build-plots'
import { finderOf } from './names'
import type { SourcedRow } from './ledger-rows'
import type { StudySettings } from './settings'
import type { InputFile, Study, TableRef } from './study'

/** The study that the tables make; every row is in a record or in its table's setAside. */
export function buildStudy(settings: StudySettings, tables: readonly LedgerTable[], inputs: readonly InputFile[], found: readonly Problem[]): Study {
  const areas = buildAreas(tables)
  const compounds = buildCompounds(tables, areas.finder)
  const targets = finderOf([...areas.areas, ...compounds.compounds.map(({ id, name, area }) => ({ id, name, parent: area }))])
  const facilities = buildFacilities(tables, areas.areas, areas.finder, targets)
  const plots = buildPlots(tables, areas.finder)
  const peopleProblems: Problem[] = []
  const people = buildPeople(tables, areas.areas, areas.finder, peopleProblems)
  const facts = buildFacts(tables, {
    area: { records: areas.areas, rows: areas.rows },
    compound: { records: compounds.compounds.map(({ id, name, area }) => ({ id, name, parent: area })), rows: compounds.rows },
    facility: { records: facilities.facilities.map(({ id, name, area }) => ({ id, name, parent: area })), rows: facilities.rows },
    plot: { records: plots.plots.map(({ id, name, area }) => ({ id, name, parent: area })), rows: plots.rows },
  })
  const setAside = [areas, compounds, facilities, plots, people, facts].flatMap((built) => built.setAside)
  return {
    name: settings.name,
    asOf: settings.asOf,
    policies: settings.policies,
    options: settings.options,
    areas: areas.areas,
    compounds: compounds.compounds,
    facilities: facilities.facilities,
    plots: plots.plots,
    people: people.people,
    peopleTable: people.table,
    facts: facts.facts,
    tables: tables.map((table, index) => refOf(table, setAside.filter((entry) => entry.source.table === index))),
    inputs,
    problems: [...found, ...tables.flatMap((table) => table.problems), ...areas.problems, ...compounds.problems, ...facilities.problems, ...plots.problems, ...peopleProblems, ...facts.problems],
  }
}

/** A table without its rows; rows that the joins could not use are moved from used to setAside. */
function refOf(table: LedgerTable, refused: readonly SourcedRow[]): TableRef {
  const { file, sheet, format, encoding, ledger, crs, columns, headerRows, counts } = table
  const setAside: SetAside[] = [...table.setAside, ...refused.map((entry): SetAside => ({ row: entry.source.row, why: entry.row.values.id || entry.row.values.name || entry.row.values.code ? 'duplicate' : 'no-identity' }))]
  return { file, sheet, format, encoding, ledger, crs, columns, headerRows, setAside: setAside.sort((a, b) => a.row - b.row), counts: { ...counts, used: counts.used - refused.length, setAside: counts.setAside + refused.length } }
}
