/** An app on the tiny street whose questions are answered by real handlers, for commands that change plans. */
import { createHandlers } from '../../src/compute/handlers'
import type { Result } from '../../src/indicators/result'
import { createClient, inlineWorker } from '../../src/compute/client'
import type { Study } from '../../src/model/study'
import { reachStudy } from '../../src/reach/reach-study'
import type { Keeper } from '../../src/state/keeping'
import type { App } from '../../src/state/app'
import { showStudy } from '../../src/state/commands/show-study'
import { forgetful } from '../../src/state/kept'
import { createState } from '../../src/state/state'
import { pack, result, study as tinyStudy, unit } from './tiny-study'

/** One clause, judged by hand: a community is met where an operating facility belongs to it. */
export function judgeByHand(study: Study): readonly Result[] {
  const served = new Set(study.facilities.filter(({ stage }) => stage === 'operating').map(({ area }) => area))
  const communities = study.areas.filter(({ level }) => level === 'community')
  const units = communities.map(({ id, name }) => unit(id, served.has(id) ? { name, kind: 'area' } : { name, kind: 'area', state: 'unmet', numerator: 0, value: 0, shortfall: 1 }))
  const numerator = units.filter(({ state }) => state === 'met').length
  return [result({ numerator, denominator: units.length, value: numerator / units.length, state: numerator === units.length ? 'met' : 'unmet', shortfall: units.length - numerator, shortfallOfUnits: units.length - numerator, units })]
}

export async function planWorld({ study = tinyStudy(), keeper, written = [] }: { study?: Study; keeper?: Keeper; written?: readonly unknown[] } = {}) {
  const unread = (): never => {
    throw new Error('no file is read in these worlds')
  }
  const handlers = createHandlers({ readStudy: unread, judge: judgeByHand, explain: () => null, reachStudy, packs: [] })
  await handlers.load({ study }, { progress: () => undefined, signal: new AbortController().signal })
  const client = createClient(() => inlineWorker(handlers))
  const saved: { readonly name: string; readonly bytes: Uint8Array }[] = []
  const calls: { readonly call: string; readonly input: unknown }[] = []
  const ask: App['ask'] = (call, input, options) => {
    calls.push({ call, input })
    return client.ask(call, input, options)
  }
  const app: App = { store: createState({ ownPacks: [pack], policies: [pack.id] }), ask, opening: async () => ({ sources: [], sample: false }), kept: forgetful, save: (name, bytes) => void saved.push({ name, bytes }), turns: new Map(), ...(keeper ? { keeper } : {}) }
  await showStudy(app, study, { sources: [], without: [], sample: false, imported: true, written })
  return { app, calls, saved, state: () => app.store.getState(), plans: () => app.store.getState().workshop.plans, numerator: () => app.store.getState().results?.[0]?.numerator }
}
