import { describe, expect, test } from 'vitest'
import { createHolds, staleMs, type Channel } from '../../src/saved/holds'
import { memoryShelf } from '../helpers/memory-shelf'

/** Tabs on plain http: no locks, a clock that goes by hand, hearts that beat when told. */
function intranet(withChannel: boolean) {
  const shelf = memoryShelf()
  let clock = 0
  const ears: ((message: unknown) => void)[] = []
  const world = { now: () => clock, shelf, wait: async (ms: number) => void (clock += ms) }
  return {
    shelf,
    pass: (ms: number) => void (clock += ms),
    tab: (tab: string) => {
      const beats: (() => void)[] = []
      const own: ((message: unknown) => void)[] = []
      const channel: Channel = {
        post: (message) => ears.filter((ear) => !own.includes(ear)).forEach((ear) => ear(message)),
        onMessage: (hear) => void (ears.push(hear), own.push(hear)),
      }
      const holds = createHolds({ ...world, tab, every: (_, beat) => (beats.push(beat), () => void beats.splice(beats.indexOf(beat), 1)), ...(withChannel ? { channel } : {}) })
      return { holds, beat: async () => (beats.forEach((each) => each()), new Promise((done) => setTimeout(done, 5))), dies: () => own.forEach((ear) => ears.splice(ears.indexOf(ear), 1)) }
    },
  }
}

const nobody = () => undefined

describe.each([{ withChannel: false }, { withChannel: true }])('without locks, channel between the tabs: $withChannel', ({ withChannel }) => {
  test('one tab at a time, and the same tab again', async () => {
    const world = intranet(withChannel)
    const [a, b] = [world.tab('a'), world.tab('b')]
    const hold = await a.holds.take('study', nobody)
    expect(hold).not.toBeNull()
    expect(await b.holds.take('study', nobody)).toBeNull()
    expect(await b.holds.take('other', nobody)).not.toBeNull()
    expect(await a.holds.take('study', nobody)).toBe(hold)
    a.holds.letGo('study')
    expect(await b.holds.take('study', nobody)).not.toBeNull()
  })

  test('a tab that died gives way', async () => {
    const world = intranet(withChannel)
    const [a, b] = [world.tab('a'), world.tab('b')]
    await a.holds.take('study', nobody)
    a.dies()
    if (!withChannel) expect(await b.holds.take('study', nobody)).toBeNull()
    world.pass(staleMs)
    expect(await b.holds.take('study', nobody)).not.toBeNull()
  })

  test('taken over, the other tab hears of it, at its next beat at the latest', async () => {
    const world = intranet(withChannel)
    const [a, b] = [world.tab('a'), world.tab('b')]
    let lost = 0
    await a.holds.take('study', () => lost++)
    await b.holds.takeOver('study', nobody)
    await a.beat()
    expect(lost).toBe(1)
    expect(await a.holds.take('study', nobody)).toBeNull()
  })
})

test('a hidden tab whose heart beats once a minute is alive all the same where it can be asked', async () => {
  const world = intranet(true)
  const [a, b] = [world.tab('a'), world.tab('b')]
  await a.holds.take('study', nobody)
  world.pass(60_000)
  expect(await b.holds.take('study', nobody)).toBeNull()
})
