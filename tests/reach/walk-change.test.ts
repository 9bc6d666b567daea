import { expect, test } from 'vitest'
import { ReachChange, type Hits } from '../../src/reach/walk-change'

/** Demand points 7 and 3 in the order of their streets; limits of 900 and 300 mm, the wide one first. */
function world() {
  const within = [new Uint16Array(8), new Uint16Array(8)]
  const change = new ReachChange({ within }, [900, 300], { ofRank: Int32Array.of(7, 3), chain: Int32Array.of(0, 0) })
  return { within, change }
}

const people = (...entries: [rank: number, mm: number][]): Hits => ({ rank: Int32Array.from(entries, ([rank]) => rank), mm: Int32Array.from(entries, ([, mm]) => mm), count: entries.length })

test('a site that moves is counted where it stands, and only whoever crosses a limit is named', () => {
  const { within, change } = world()
  change.begin()
  const first = change.count(null, people([0, 300], [1, 301]))
  expect([...change.changed()]).toEqual([7, 3])
  expect(within.map((counts) => [counts[7], counts[3]])).toEqual([[1, 1], [1, 0]])
  const kept = { rank: first.rank.slice(), level: first.level.slice(), count: first.count }
  change.begin()
  const second = change.count(kept, people([1, 900]))
  expect([...change.changed()]).toEqual([7])
  expect(within.map((counts) => [counts[7], counts[3]])).toEqual([[0, 1], [0, 0]])
  change.begin()
  change.count({ rank: second.rank.slice(), level: second.level.slice(), count: second.count }, people([1, 12]))
  expect([...change.changed()]).toEqual([3])
  expect(within.map((counts) => [counts[7], counts[3]])).toEqual([[0, 1], [0, 1]])
})

test('more sites than the counts can show are still counted: five of 65,540 leave, and then one more', () => {
  const { within, change } = world()
  for (let site = 1; site <= 65_540; site++) {
    change.room(site)
    change.begin()
    change.count(null, people([0, 500]))
  }
  expect([within[0][7], within[1][7]]).toEqual([65_535, 0])
  const leaves = () => change.count(change.leaving(people([0, 500])), people())
  for (let k = 0; k < 5; k++) leaves()
  expect(within[0][7]).toBe(65_535)
  leaves()
  expect(within[0][7]).toBe(65_534)
})
