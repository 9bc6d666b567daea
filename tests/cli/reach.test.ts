import { describe, expect, test } from 'vitest'
import { reach } from '../../src/cli/reach'
import type { ReachStudy } from '../../src/reach/reach-study'
import { folder, said, smallTown } from '../helpers/commands'

const answer = async (...args: readonly string[]) => JSON.parse((await said(reach, folder(smallTown), '--json', '-', ...args)).stdout) as ReachStudy & { readonly yikequan: string }

test('the file has the keys of the format, and 500 and 1000 m without being asked', async () => {
  const whole = await answer()
  expect(Object.keys(whole)).toEqual(expect.arrayContaining(['yikequan', 'study', 'model', 'kinds', 'points', 'facilities', 'areas', 'total', 'excluded', 'problems']))
  expect(whole.model).toEqual({ kind: 'circle', metres: [500, 1000] })
  for (const point of whole.points) expect(Object.keys(point).sort()).toEqual(['ambiguous', 'facility', 'id', 'metres', 'snapMetres'])
  for (const facility of whole.facilities) expect(Object.keys(facility)).toEqual(expect.arrayContaining(['id', 'snapMetres', 'within']))
  for (const area of whole.areas) expect(Object.keys(area)).toEqual(expect.arrayContaining(['id', 'name', 'all', 'within']))
  expect(whole.total.within[0]).toMatchObject({ metres: 500, points: 1, residents: 100, elders60: 10, households: null, byTwoOrMore: { points: 0 } })
})

test('limits may be given in any order and twice; kinds and stages narrow and widen', async () => {
  expect((await answer('--metres', '1000,300，1000')).model.metres).toEqual([300, 1000])
  expect((await answer()).facilities.map(({ id }) => id)).toEqual(['F-1', 'F-2'])
  expect((await answer('--stages', 'operating,building')).facilities.map(({ id }) => id)).toEqual(['F-1', 'F-2', 'F-3'])
  expect((await answer('--kinds', 'STREET')).facilities).toEqual([])
})

test('the screen shows the sums of the town', async () => {
  const { code, stdout } = await said(reach, folder(smallTown), '--metres', '500')
  expect([code, stdout]).toEqual([0, '小城: 2 points, 2 facilities\n  ≤ 500 m: points 1 / 2; elders60 10 / 30 (≥2: 0); residents 100 / 200 (≥2: 0)\n'])
})

describe('wrong arguments are 2', () => {
  test.each([[['--kinds', 'SCHOOL'], 'INST_CITY | '], [['--kinds', ','], 'INST_CITY | '], [['--stages', 'open'], 'operating | '], [['--metres', '-5'], '正数'], [['--metres', '0'], '正数'], [['--metres', 'far'], '正数'], [['--model', 'fly'], 'circle']])('%j', async (args, sentence) => {
    const { code, stderr } = await said(reach, folder(smallTown), ...args)
    expect([code, stderr.includes(sentence), stderr.includes('yikequan reach <study>')]).toEqual([2, true, true])
  })
})

test('a study that cannot be opened is 1, as data too', async () => {
  const { code, stdout, stderr } = await said(reach, folder({}), '--json', '-')
  expect([code, stderr.includes('里面没有一份可用的台账'), JSON.parse(stdout)]).toEqual([1, true, expect.objectContaining({ problems: [expect.objectContaining({ code: 'study-empty' })] })])
})
