import { expect, test } from 'vitest'
import { beginPlan, freezePlan } from '../../src/state/commands/change-plans'
import { runEntry, showPalette } from '../../src/state/commands/use-palette'
import { askSnapshot, dropSnapshot, keepSnapshot } from '../../src/state/commands/take-snapshot'
import { paletteEntries, paletteFound, type PaletteEntry } from '../../src/state/palette'
import { snapshotWords } from '../../src/state/snapshot-words'
import { planWorld } from '../helpers/plan-world'

const entry = (title: string, note = ''): PaletteEntry => ({ kind: 'facility', id: title, title, note })
const titles = (entries: readonly PaletteEntry[]) => entries.map(({ title }) => title)

test('what is typed is found by its letters in order: the name itself first, then its beginning, its middle, its note, its scattered letters', () => {
  const entries = [entry('东门大街养老院'), entry('门大'), entry('东门社区站'), entry('养老院', '东门大街'), entry('东门'), entry('南门')]
  expect(titles(paletteFound(entries, '东门'))).toEqual(['东门', '东门大街养老院', '东门社区站', '养老院'])
  expect(titles(paletteFound(entries, '东养'))).toEqual(['东门大街养老院'])
  expect(titles(paletteFound(entries, '门东'))).toEqual([])
  // Each word for itself, in any order.
  expect(titles(paletteFound(entries, '站 东门'))).toEqual(['东门社区站'])
  expect(titles(paletteFound(entries, ''))).toHaveLength(6)
  expect(titles(paletteFound(entries, '', 2))).toHaveLength(2)
})

test('letters that stand together are found before those that are scattered, whatever the case', () => {
  expect(titles(paletteFound([entry('A-x-B-y-C'), entry('AB-C'), entry('xABC')], 'abc'))).toEqual(['xABC', 'AB-C', 'A-x-B-y-C'])
})

test('a frozen plan offers its unfreezing and no edit; the base offers no command of a plan', async () => {
  const { app, state } = await planWorld()
  const commands = () => paletteEntries(state()).filter(({ kind }) => kind === 'command').map(({ id }) => id)
  expect(commands()).not.toContain('delete')
  await beginPlan(app)
  expect(commands()).toEqual(expect.arrayContaining(['delete', 'freeze', 'add', 'branch']))
  expect(commands()).not.toContain('undo')
  freezePlan(app, true)
  expect(commands()).toContain('thaw')
  expect(commands()).not.toContain('add')
})

test('an entry takes one there: a facility is selected, a clause chosen, a plan shown, a command done', async () => {
  const { app, state, plans } = await planWorld()
  await beginPlan(app)
  showPalette(app, true)
  const named = (kind: PaletteEntry['kind'], at = 0) => paletteEntries(state()).filter((each) => each.kind === kind)[at]!
  runEntry(app, named('facility'))
  expect(state().selection).toEqual({ kind: 'facility', id: named('facility').id })
  expect(state().workshop.paletteShown).toBe(false)
  runEntry(app, named('clause'))
  expect(`${state().policy} ${state().clause}`).toBe(named('clause').id)
  runEntry(app, named('plan'))
  expect(state().workshop.plan).toBeNull()
  runEntry(app, named('plan', 1))
  expect(state().workshop.plan).toBe('s1')
  runEntry(app, paletteEntries(state()).find(({ id }) => id === 'freeze')!)
  expect(plans()[0]?.frozen).toBe(true)
})

test('a snapshot is handed over as a file with the names of study and plan, and kept until it is taken from the list', async () => {
  const { app, state, saved } = await planWorld()
  askSnapshot(app)
  expect(state().workshop.snapshotAsked).toBe(1)
  keepSnapshot(app, new Uint8Array([1]))
  keepSnapshot(app, new Uint8Array([2]))
  const { title, plan } = snapshotWords(state())
  expect(saved.map(({ name }) => name)).toEqual([`${title}-${plan}-1.png`, `${title}-${plan}-2.png`])
  dropSnapshot(app, 1)
  expect(state().workshop.snapshots.map(({ number }) => number)).toEqual([2])
  // A number is not given twice while a later one is there.
  keepSnapshot(app, new Uint8Array([3]))
  expect(state().workshop.snapshots.map(({ number }) => number)).toEqual([2, 3])
  keepSnapshot(app, null)
  expect(state().workshop.notice?.word).toBe('snapshot.failed')
})

test('beside a snapshot stand the plan, the data date, the clause with its verdict, and the count of every colour', async () => {
  const { state } = await planWorld()
  const words = snapshotWords(state())
  expect(words.plan).toBe('现状')
  expect(words.asOf).toContain('2025')
  expect(words.clause).toContain('未达标')
  expect(words.legend.map(({ words }) => words)).toEqual(['达标 1', '未达标 2'])
})
