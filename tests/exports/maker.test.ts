import { expect, test, vi } from 'vitest'
import { createHandlers, shippedCore } from '../../src/compute/handlers'
import type { CallContext } from '../../src/compute/calls'
import { maker } from '../../src/exports/maker'
import { productFacts, productIds } from '../../src/exports/product-facts'
import { makeProduct, productNamed, products } from '../../src/exports/products'
import { readBack } from '../../src/exports/read-back'
import { judge } from '../../src/indicators/judge'
import { shippedPacks } from '../../src/policy/shipped'
import { studyUnder } from '../../src/scenario/study-under'
import { productWords } from '../../src/text/exports'
import { sampleStudy } from '../helpers/sample'

const context = (progress = vi.fn()): CallContext => ({ progress, signal: new AbortController().signal })

test('every product that the screen offers has a maker and words, and no maker is left out', () => {
  expect(products.map(({ id }) => id)).toEqual([...productIds])
  expect(Object.keys(productWords)).toEqual([...productIds])
  for (const { id, extension, mime } of products) expect({ extension, mime }).toEqual(productFacts[id as keyof typeof productFacts])
})

test('made where the study lies, a file has the bytes that the command line writes, and progress is told', async () => {
  const study = await sampleStudy()
  const handlers = createHandlers({ ...shippedCore, maker })
  await handlers.load({ study }, context())
  const progress = vi.fn()
  const asked = { policies: ['qujing-2023'], own: [], options: {} }
  const bytes = await handlers.product({ product: 'xlsx', plan: null, extra: true, language: 'zh', ...asked }, context(progress))
  const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
  const direct = await makeProduct(productNamed('xlsx')!, { study, packs, options: {}, results: judge(study, packs), plan: null, language: 'zh' }, { extra: true })
  expect(Buffer.compare(Buffer.from(bytes!), Buffer.from(direct))).toBe(0)
  expect(progress.mock.calls.map(([{ step, done }]) => `${step} ${done}`)).toEqual(expect.arrayContaining(['judging null', 'writing null', 'writing 1']))
})

test('a plan’s file states the plan, and its numbers are those of the plan', async () => {
  const study = await sampleStudy()
  const handlers = createHandlers({ ...shippedCore, maker })
  await handlers.load({ study }, context())
  const edits = [{ id: 's1.1', type: 'close-facility' as const, facility: study.facilities.find(({ stage, kind }) => stage === 'operating' && kind === 'STREET')!.id }]
  const bytes = await handlers.product({ product: 'csv-clauses', plan: '方案甲', extra: true, language: 'zh', policies: ['qujing-2023'], own: [], options: {}, edits }, context())
  const found = await readBack('a.csv', bytes!)
  expect(found?.stamp?.plan).toMatchObject({ name: '方案甲', edits: 1 })
  const packs = shippedPacks.filter(({ id }) => id === 'qujing-2023')
  const under = judge(studyUnder(study, { edits, done: 1 }), packs, {})
  const table = found!.tables[0]!
  const column = (title: string): (string | number | null)[] => table.rows.map((row) => row[table.titles.indexOf(title)] ?? null)
  expect(column('分子').map((text) => (text === null ? null : Number(text)))).toEqual(under.map(({ numerator }) => numerator && Number(numerator.toPrecision(12))))
  expect(column('分子')).not.toEqual(judge(study, packs, {}).map(({ numerator }) => (numerator === null ? null : String(numerator))))
})

test('a computing part without makers, and a product that nobody knows, give none', async () => {
  const study = await sampleStudy()
  const asked = { plan: null, extra: true, language: 'zh' as const, policies: ['qujing-2023'], own: [], options: {} }
  const bare = createHandlers()
  await bare.load({ study }, context())
  expect(await bare.product({ product: 'xlsx', ...asked }, context())).toBeNull()
  const whole = createHandlers({ ...shippedCore, maker })
  await whole.load({ study }, context())
  expect(await whole.product({ product: 'papyrus', ...asked }, context())).toBeNull()
})
