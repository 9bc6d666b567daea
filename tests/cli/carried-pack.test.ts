/** The command line judges a study by the documents that it carries. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/cli/evaluate'
import { packStudy } from '../../src/saved/study-file'
import { readPack } from '../../src/policy/read-pack'
import { file, folder, said, smallTown } from '../helpers/commands'
import { yinchuan } from '../helpers/yinchuan'

const pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const files = Object.entries(smallTown).filter(([name]) => name !== 'study.json').map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
const packed = (packs: readonly unknown[], policies = [pack.id]) => file('小城.yikequan', packStudy(files, [], {}, { name: '小城', asOf: '2025-12-31', policies, options: {}, plans: [], unread: [], packs }))
type Answer = { readonly results: readonly { readonly policy: string; readonly clause: string }[]; readonly problems: readonly { readonly code: string; readonly detail?: string }[] }
const judged = async (study: string, ...more: string[]): Promise<Answer & { readonly code: number }> => {
  const out = join(folder({}), 'r.json')
  const { code } = await said(evaluate, study, '--json', out, ...more)
  return { code, ...(JSON.parse(readFileSync(out, 'utf8')) as Answer) }
}
const policiesIn = ({ results }: Answer): readonly string[] => [...new Set(results.map(({ policy }) => policy))]

test('without --policy by the pack in the file, with the same figures as when the pack is given beside it', async () => {
  const carried = await judged(packed([pack]))
  expect(policiesIn(carried)).toEqual([pack.id])
  expect(carried.problems.map(({ code }) => code)).not.toContain('policy-unknown')
  const beside = await judged(packed([], ['qujing-2023']), '--policy', file('银川.json', JSON.stringify(yinchuan)))
  expect(carried.results).toEqual(beside.results)
})

test('with --policy by what is named, be it the id of a carried pack', async () => {
  expect(policiesIn(await judged(packed([pack]), '--policy', 'xiamen-2022'))).toEqual(['xiamen-2022'])
  expect(policiesIn(await judged(packed([pack]), '--policy', pack.id, '--policy', 'xiamen-2022'))).toEqual([pack.id, 'xiamen-2022'])
})

test('a carried pack that was tampered with is refused by name, and the other one judges', async () => {
  const other = { ...pack, id: 'shizuishan-2025' }
  const study = folder({ ...smallTown, 'study.json': JSON.stringify({ name: '小城', asOf: '2025-12-31', policies: [pack.id, other.id], packs: [{ ...pack, clauses: [{}] }, other] }) })
  const answer = await judged(study)
  expect(answer.code).toBe(0)
  expect(policiesIn(answer)).toEqual([other.id])
  expect(answer.problems.find(({ code }) => code === 'study-pack-refused')?.detail).toBe(pack.document.title)
})
