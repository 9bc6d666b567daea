import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Asked, CallContext } from '../../src/compute/calls'
import { createHandlers } from '../../src/compute/handlers'
import { lossOf } from '../../src/compute/weigh'
import { patched } from '../../src/compute/result-patch'
import { judge } from '../../src/indicators/judge'
import { differenceOf } from '../../src/indicators/difference/difference'
import type { Study } from '../../src/model/study'
import { readStudy } from '../../src/model/read-study'
import { shippedPacks } from '../../src/policy/shipped'
import type { ScenarioEdit } from '../../src/scenario/edit'
import { studyUnder } from '../../src/scenario/study-under'
import { sampleTown } from '../helpers/shared'

const context: CallContext = { progress: () => undefined, signal: new AbortController().signal }
const asked: Asked = { policies: ['qujing-2023'], own: [], options: {} }
const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
const moved = (lng: number): ScenarioEdit => ({ id: 'held', type: 'move-facility', facility: 'F019', to: [lng, 25.424976] })
const under = (study: Study, edits: readonly ScenarioEdit[]): Study => studyUnder(study, { edits, done: edits.length })
let town: Study

beforeAll(async () => {
  const folder = sampleTown()
  if (folder === null) throw new Error('no sample town')
  const files = readdirSync(folder).filter((name) => /\.(csv|json|geojson)$/.test(name)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  const { study } = await readStudy(files)
  if (!study) throw new Error('no study')
  town = study
})

async function opened() {
  const handlers = createHandlers()
  await handlers.load({ study: town }, context)
  return handlers
}

describe('a plan that is asked about', () => {
  test('is judged as from nothing, whatever was asked before it, and the base stays the base', async () => {
    const handlers = await opened()
    const base = await handlers.evaluate(asked, context)
    const plans: readonly (readonly ScenarioEdit[])[] = [[moved(103.51)], [], [{ id: 's1.1', type: 'close-facility', facility: 'F020' }, moved(103.49)], [moved(103.51)]]
    for (const edits of plans) expect(await handlers.evaluate({ ...asked, edits }, context)).toEqual(judge(under(town, edits), packs, {}))
    expect(await handlers.evaluate(asked, context)).toEqual(base)
  })

  test('while it is dragged answers with the clauses that changed, all of them to one who lost count', async () => {
    const handlers = await opened()
    const first = await handlers.follow({ ...asked, edits: [moved(103.482)], known: null }, context)
    expect(first.whole).toHaveLength(packs[0]?.clauses.length ?? -1)
    const next = await handlers.follow({ ...asked, edits: [moved(103.51)], known: first.number }, context)
    expect(next.whole).toBeNull()
    expect(next.patches.length).toBeLessThan(first.whole?.length ?? 0)
    expect(next.patches.map(({ result }) => result.clause)).toContain('QJ-12')
    // As it comes out of the message.
    expect(patched(first.whole ?? [], structuredClone(next.patches))).toEqual(judge(under(town, [moved(103.51)]), packs, {}))
    const again = await handlers.follow({ ...asked, edits: [moved(103.51)], known: first.number }, context)
    expect(patched(first.whole ?? [], structuredClone(again.patches))).toEqual(judge(under(town, [moved(103.51)]), packs, {}))
    const lost = await handlers.follow({ ...asked, edits: [moved(103.51)], known: 57 }, context)
    expect([lost.whole?.length, lost.patches]).toEqual([packs[0]?.clauses.length, []])
  })

  test('loses by a facility what the plan without it lacks', async () => {
    const handlers = await opened()
    const { difference, alone } = await handlers.weigh({ ...asked, facility: 'F019', metres: [500, 1000], walk: null }, context)
    const closed = under(town, [{ id: 'x', type: 'close-facility', facility: 'F019' }])
    expect(difference).toEqual(differenceOf(judge(town, packs, {}), town, judge(closed, packs, {}), closed))
    const reach = (edits: readonly ScenarioEdit[]) => handlers.reach({ metres: [500, 1000], kinds: null, stages: ['operating'], edits }, context)
    const [before, after] = [await reach([]), await reach([{ id: 'x', type: 'close-facility', facility: 'F019' }])]
    const lost = before.total.within.map(({ elders60 }, at) => (elders60 ?? NaN) - (after.total.within[at]?.elders60 ?? NaN))
    expect(alone?.map(({ elders60 }) => elders60)).toEqual(lost)
    expect(lost.some((elders) => elders > 0)).toBe(true)
  })

  test('says of every facility what really closing it would lose, and stands where it stood', async () => {
    const handlers = await opened()
    const edits = [moved(103.51)]
    const before = await handlers.evaluate({ ...asked, edits }, context)
    const facilities = town.facilities.filter(({ stage }) => stage === 'operating').map(({ id }) => id).filter((_, at) => at % 9 === 0)
    const losses = await handlers.worth({ ...asked, edits, facilities }, context)
    const judged = judge(under(town, edits), packs, {})
    for (const [at, id] of facilities.entries()) {
      const closed = under(town, [...edits, { id: 'x', type: 'close-facility', facility: id }])
      expect(losses[at]).toEqual(lossOf(id, differenceOf(judged, under(town, edits), judge(closed, packs, {}), closed)))
    }
    expect(losses.some(({ units }) => units > 0)).toBe(true)
    expect(losses.some(({ units }) => units === 0)).toBe(true)
    expect(await handlers.evaluate({ ...asked, edits }, context)).toEqual(before)
  })
})
