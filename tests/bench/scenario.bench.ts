/** The study under a plan after one more edit: 15,000 compounds, 1,500 facilities, 100,000 people points. */
import type { Study } from '../../src/model/study'
import type { EditDraft } from '../../src/scenario/edit'
import { newScenario, perform } from '../../src/scenario/scenario'
import { studyUnder } from '../../src/scenario/study-under'
import { randomFrom } from '../helpers/random'
import { area, compound, facility, studyOf } from '../helpers/town'
import { median, print } from './measure'

export async function run(): Promise<void> {
  const study = bigStudy()
  const plan = [...Array(20).keys()].reduce((scenario, index) => perform(scenario, { type: 'close-facility', facility: `F${String(index).padStart(5, '0')}` }), newScenario([], { name: 'A' }))
  const drafts: Readonly<Record<string, (turn: number) => EditDraft>> = {
    'move-facility': (turn) => ({ type: 'move-facility', facility: 'F00700', to: [103.2 + turn / 1e4, 25.2] }),
    'add-facility': (turn) => ({ type: 'add-facility', name: '新站', kind: 'COMM', at: [103.2 + turn / 1e4, 25.2], floorAreaM2: 100, serves: ['C00007', 'C00008'] }),
    'resize-facility in a pool': (turn) => ({ type: 'resize-facility', facility: 'F00100', floorAreaM2: 500 + turn }),
    'set-households': (turn) => ({ type: 'set-households', of: { kind: 'compound', id: 'C09000' }, households: 500 + turn }),
    'set-elders of a people point': (turn) => ({ type: 'set-elders', of: { kind: 'people', id: 'p050000' }, elders60: turn + 1 }),
    'set-elders of a unit': (turn) => ({ type: 'set-elders', of: { kind: 'area', id: 'u050' }, elders60: turn + 1 }),
  }
  studyUnder(study, plan)
  for (const [name, draft] of Object.entries(drafts)) {
    let turn = 0
    const runs = 401
    const ms = median(runs, () => studyUnder(study, perform(plan, draft(++turn))), 50)
    print({ bench: 'scenario', case: `studyUnder, one more ${name}`, ms, n: runs, ratio: ms / 0.2, against: '0.2 ms' })
  }
  const back = { ...plan, done: plan.done - 1 }
  const ms = median(1001, () => studyUnder(study, back), 50)
  print({ bench: 'scenario', case: 'studyUnder, undo', ms, n: 1001, ratio: ms / 0.2, against: '0.2 ms' })
}

function bigStudy(): Study {
  const random = randomFrom(3)
  const unit = (index: number) => `u${String(index).padStart(3, '0')}`
  const square = (west: number, south: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west + 0.05, south], [west + 0.05, south + 0.05], [west, south + 0.05], [west, south]]] })
  const areas = [area('city', 'city', null, { elders60: 1e6 }), ...Array.from({ length: 400 }, (_, index) => area(unit(index), 'community', 'city', { elders60: 2500, boundary: square(103 + 0.05 * (index % 20), 25 + 0.05 * Math.floor(index / 20)) }))]
  const id = (letter: string, index: number) => `${letter}${String(index).padStart(5, '0')}`
  const study = studyOf({
    areas,
    facilities: Array.from({ length: 1500 }, (_, index) => facility(id('F', index), 'COMM', 'community', unit(index % 400), { at: [103 + random(), 25 + random()], floorAreaM2: 300, serves: index % 3 === 0 ? null : [id('C', index * 10), id('C', index * 10 + 1)] })),
    compounds: Array.from({ length: 15_000 }, (_, index) => compound(id('C', index), { area: unit(index % 400), households: 800, careAreaM2: 150, completed: '2019', pool: index % 10 < 2 ? `p${Math.floor(index / 10)}` : null })),
    people: [],
  })
  const count = 100_000
  const column = (value: () => number) => Float64Array.from({ length: count }, value)
  return { ...study, people: { id: Array.from({ length: count }, (_, index) => `p${String(index).padStart(6, '0')}`), lng: column(() => 103 + random()), lat: column(() => 25 + random()), households: column(() => 4), residents: column(() => 10), elders60: column(() => 2), elders65: column(() => 1), elders80: column(() => NaN), area: new Int32Array(count), row: new Int32Array(count) } }
}
