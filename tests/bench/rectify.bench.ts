/** The rectification list of a city of 15,000 compounds: the list, one item's remedies, all remedies, poolings together, a month's comparison. */
import { judge } from '../../src/indicators/judge'
import type { Study } from '../../src/model/study'
import { shippedPacks } from '../../src/policy/shipped'
import { fitTogether } from '../../src/rectify/allocation'
import { rectificationList } from '../../src/rectify/list'
import { monthDifference } from '../../src/rectify/months'
import { remediesFor, withRemedies } from '../../src/rectify/remedies'
import { takeSnapshot, writeSnapshot } from '../../src/rectify/snapshot'
import { benchCity } from './bench-city'
import { median, print } from './measure'

export async function run(): Promise<void> {
  const study = placed(benchCity({ compounds: 15_000, facilities: 1_500, people: 0, units: 4_000 }, 17))
  const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
  const results = judge(study, packs, {})
  const items = rectificationList(study, results)
  const question = { packs, options: {} }
  const line = (name: string, n: number, work: () => unknown, against: { name: string; ms: number } | null) => {
    const ms = median(n, work, 1)
    print({ bench: 'rectify', case: name, ms, n, ratio: against ? ms / against.ms : null, against: against?.name ?? null })
    return { name, ms }
  }
  const judging = line('judging qujing-2023, 15k compounds', 3, () => judge(fresh(study), packs, {}), null)
  line(`list of ${items.length} items, nothing remembered`, 5, () => rectificationList(fresh(study), results), judging)
  line('list again after an edit', 9, () => rectificationList(study, results), judging)
  const pooled = items.find(({ measure, clause }) => measure === 'm2' && clause === 'QJ-13')!
  line('remedies of one item', 5, () => remediesFor(study, results, [pooled], question)(pooled), judging)
  line('remedies of every item', 1, () => withRemedies(study, results, items, question), judging)
  line('poolings that fit together', 1, () => fitTogether(study, results, 'qujing-2023', question), judging)
  const snapshot = takeSnapshot('month', study.asOf, packs.flatMap(({ id, clauses }) => clauses.map((clause) => `${id} ${clause.id}`)), items)
  line('one month against another', 5, () => monthDifference(snapshot, study, results, items), judging)
  const bytes = JSON.stringify(writeSnapshot(snapshot)).length
  print({ bench: 'rectify', case: `a kept list of ${items.length} items is ${Math.round(bytes / 1000)} kB of study.json`, ms: NaN, n: 1, ratio: null, against: null })
}

/** Half of the plots stand in the city as candidate buildings. */
const placed = (study: Study): Study => ({ ...study, plots: study.plots.map((plot, index) => (index % 2 === 0 ? { ...plot, use: 'candidate', floorAreaM2: 100 + index * 5, at: study.compounds[index * 7]!.at } : plot)) })

const fresh = (study: Study): Study => ({ ...study, areas: [...study.areas], facilities: [...study.facilities], compounds: [...study.compounds], facts: [...study.facts] })
