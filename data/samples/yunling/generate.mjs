/**
 * Writes the sample town's ledgers. Made up from a fixed seed: the same script gives the same bytes, nothing is real.
 *   node data/samples/yunling/generate.mjs [folder]      without a folder: beside this file
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { makeCare } from './generator/care.mjs'
import { divide } from './generator/cells.mjs'
import { makeFacts } from './generator/figures.mjs'
import { makeHomes } from './generator/homes.mjs'
import { makePlots } from './generator/land.mjs'
import { makeProvision } from './generator/provision.mjs'
import { makeStreets } from './generator/streets.mjs'
import { isWest, makeUnits } from './generator/units.mjs'
import * as write from './generator/write.mjs'

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url))
mkdirSync(folder, { recursive: true })
for (const [name, text] of Object.entries(makeTown())) writeFileSync(join(folder, name), text)

function makeTown() {
  const units = makeUnits()
  const { top, county, zone, streets, rural, low, seeds } = units
  const cells = divide(seeds, low.length)
  const upper = [top, county, zone, ...streets, ...rural]
  const parents = new Map([[county, [top]], [zone, [top]], ...[...streets, ...rural].map((unit) => [unit, [county, top]])])
  const above = (unit) => [unit.unit, ...parents.get(unit.unit)]
  low.forEach((unit, k) => { [unit.ring] = unit.rings = cells.rings([k]) })
  for (const unit of upper) {
    const members = low.flatMap((cell, k) => (above(cell).includes(unit) ? [k] : []))
    unit.rings = cells.rings(members)
    unit.at = low[members[0]].at
  }
  const river = cells.line((k) => isWest(seeds[k]))
  const net = makeStreets(river, low)
  const { compounds, people } = makeHomes(net, low)
  const pools = makeProvision(compounds)
  const facilities = makeCare(units, compounds, pools, river)
  const plots = makePlots(low, people, river, compounds)
  const totals = addUp(people, above)
  const roster = [...upper, ...low]
  return {
    'study.json': write.studyJson(),
    'areas.csv': write.areasCsv(roster, totals),
    'areas.geojson': write.areasGeojson(roster),
    'compounds.csv': write.compoundsCsv(compounds),
    'facilities.csv': write.facilitiesCsv(facilities),
    'plots.geojson': write.plotsGeojson(plots),
    'people.csv': write.peopleCsv(people),
    'facts.csv': write.factsCsv(makeFacts(units, totals, plots)),
    'roads.geojson': write.roadsGeojson(net, compounds),
  }
}

/** Every unit's figures are the sums of its people points, so that the levels agree. */
function addUp(people, above) {
  const totals = new Map()
  for (const point of people) for (const unit of [point.unit, ...above(point.unit)]) {
    const sum = totals.get(unit) ?? { households: 0, residents: 0, elders60: 0, elders65: 0, elders80: 0 }
    for (const measure of Object.keys(sum)) sum[measure] += point[measure]
    totals.set(unit, sum)
  }
  return totals
}
