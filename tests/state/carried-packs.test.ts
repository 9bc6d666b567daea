/** Opening a study that carries packs: they judge it; of two with one id and other contents the user is asked. */
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../src/policy/clause'
import { readPack } from '../../src/policy/read-pack'
import { keepSession } from '../../src/state/commands/keep-session'
import { packedStudy } from '../../src/state/commands/save-study'
import { removePack } from '../../src/state/commands/remove-pack'
import { settleDiffering } from '../../src/state/commands/restore-packs'
import { showStudy } from '../../src/state/commands/show-study'
import { memoryKeeper, memoryShelf } from '../helpers/memory-shelf'
import { planWorld } from '../helpers/plan-world'
import { study } from '../helpers/tiny-study'
import { yinchuan } from '../helpers/yinchuan'

const pack: Pack = readPack(JSON.stringify(yinchuan), '银川.json').pack!
const changed: Pack = { ...pack, document: { ...pack.document, title: '银川办法修订稿' } }
const carries = (...packs: Pack[]) => ({ packs, unread: [], problems: [] })
const input = (sha256: string) => ({ file: 'study.json', sha256, bytes: 1, rows: 0, encoding: null, crs: null })
const town = (settings = 'aa', policies: readonly string[] = [pack.id]) => study({ policies, inputs: [input(settings)] })
const open = async (world: Awaited<ReturnType<typeof planWorld>>, packs: readonly Pack[], of = town()) => showStudy(world.app, of, { sources: [], without: [], sample: false, imported: true, packs: carries(...packs) })
const ownIn = ({ state }: Awaited<ReturnType<typeof planWorld>>) => state().ownPacks.filter(({ id }) => id === pack.id)

describe('a study that carries a pack', () => {
  test('is judged by it', async () => {
    const world = await planWorld()
    await open(world, [pack])
    expect(ownIn(world)).toEqual([pack])
    expect(world.state()).toMatchObject({ policies: expect.arrayContaining([pack.id]) as unknown, packsDiffer: [], packRefused: null })
    expect(world.calls.filter(({ call }) => call === 'evaluate').at(-1)?.input).toMatchObject({ own: expect.arrayContaining([pack]) as unknown })
  })

  test('that is here already with the same contents is not asked about; with others the study counts, it is said, and the one here can be taken instead', async () => {
    const world = await planWorld()
    await open(world, [pack])
    await open(world, [pack], town('bb'))
    expect(world.state().packsDiffer).toEqual([])
    await open(world, [changed], town('cc'))
    expect(ownIn(world)).toEqual([changed])
    expect(world.state().packsDiffer).toEqual([{ mine: pack, theirs: changed }])
    const before = world.calls.filter(({ call }) => call === 'evaluate').length
    await settleDiffering(world.app, 'mine')
    expect(ownIn(world)).toEqual([pack])
    expect(world.state().packsDiffer).toEqual([])
    expect(world.calls.filter(({ call }) => call === 'evaluate')).toHaveLength(before + 1)
  })

  test('left as it is, nothing is judged again', async () => {
    const world = await planWorld()
    await open(world, [pack])
    await open(world, [changed], town('cc'))
    const before = world.calls.length
    await settleDiffering(world.app, 'theirs')
    expect(ownIn(world)).toEqual([changed])
    expect(world.calls).toHaveLength(before)
  })

  test('that was refused is named, and the others judge', async () => {
    const world = await planWorld()
    const problems = [{ code: 'study-pack-refused', severity: 'error', at: { file: 'study.json', column: 'packs.0' }, detail: '某市办法' } as const]
    await showStudy(world.app, town(), { sources: [], without: [], sample: false, imported: true, packs: { packs: [pack], unread: [{}], problems } })
    expect(world.state().packRefused).toEqual({ file: '某市办法', problems })
    expect(ownIn(world)).toEqual([pack])
  })
})

describe('a study that was worked on here', () => {
  test('goes on with the packs as they were left: a newer one loaded since stays, one taken out stays out, and nothing is asked', async () => {
    const shelf = memoryShelf()
    const first = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(first, [pack])
    first.app.store.setState({ ownPacks: [changed] })
    await keepSession(first.app)
    const second = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(second, [pack])
    expect(ownIn(second)).toEqual([changed])
    expect(second.state().packsDiffer).toEqual([])
    await removePack(second.app, pack.id)
    await keepSession(second.app)
    const third = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(third, [pack])
    expect(ownIn(third)).toEqual([])
  })

  test('opened from another file of itself, by the packs of that file; one kept here under the same id is asked about', async () => {
    const shelf = memoryShelf()
    const first = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(first, [pack])
    await keepSession(first.app)
    const second = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(second, [changed], town('bb'))
    expect(ownIn(second)).toEqual([changed])
    expect(second.state().packsDiffer).toEqual([{ mine: pack, theirs: changed }])
  })

  test('another study of this tab leaves its own pack to itself: each is judged by the one that it was kept with', async () => {
    const shelf = memoryShelf()
    const first = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(first, [changed])
    await keepSession(first.app)
    const second = await planWorld({ keeper: memoryKeeper({ shelf }) })
    await open(second, [pack], study({ name: '另一处', policies: [pack.id], inputs: [input('zz')] }))
    await open(second, [])
    expect(ownIn(second)).toEqual([changed])
    expect(second.state().packsDiffer).toEqual([{ mine: pack, theirs: changed }])
  })
})

test('the file that is saved holds the pack', async () => {
  const world = await planWorld()
  await open(world, [pack])
  const { unpackArchive } = await import('../../src/sources/archive')
  const bytes = (await packedStudy(world.app))!
  const settings = JSON.parse(new TextDecoder().decode(unpackArchive({ name: 'x.yikequan', bytes }).entries[0]?.bytes)) as { readonly packs?: readonly unknown[] }
  expect(settings.packs).toContainEqual(pack)
})
