import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildEmbed } from '../../bin/build-embed.mjs'
import { publish } from '../../src/cli/publish'
import { publishedValue, type Published } from '../../src/saved/published'
import { folder, said, smallTown } from '../helpers/commands'
import { repository } from '../helpers/shared'

beforeAll(() => buildEmbed(repository, join(repository, 'dist')))

const asked = (study: string, out: string, ...more: string[]) => said(publish, study, '--out', out, '--title', '小城养老', '--source', '民政局', ...more)
const dataIn = (out: string) => publishedValue(readFileSync(join(out, 'published.js'), 'utf8')) as Published
const approved = ['--map-approval', '云S（2025）001号']

describe('publish', () => {
  test('writes the page, its scripts and style, and one data file', async () => {
    const out = join(folder({}), 'public')
    const { code, stdout } = await asked(folder(smallTown), out, ...approved)
    expect(code).toBe(0)
    expect(stdout).toContain('5 个文件')
    expect(readdirSync(out).sort()).toEqual(['embed.css', 'embed.js', 'index.html', 'map.js', 'published.js'])
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<title>小城养老</title>')
    expect(dataIn(out)).toMatchObject({ title: '小城养老', source: '民政局', asOf: '2025-12-31', approval: '云S（2025）001号', watermark: null })
  })

  test('gives the same bytes for the same study', async () => {
    const [a, b] = [folder({}), folder({})]
    await asked(folder(smallTown), a, ...approved)
    await asked(folder(smallTown), b, ...approved)
    for (const name of readdirSync(a)) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name))), name).toBe(true)
  })

  test('without a map approval number nothing is written, unless it is asked for as internal; then the file says so', async () => {
    const out = join(folder({}), 'public')
    const refused = await asked(folder(smallTown), out)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('审图号')
    expect(existsSync(out)).toBe(false)
    expect((await asked(folder(smallTown), out, '--internal')).code).toBe(0)
    expect(dataIn(out).watermark).toBe('internal')
    expect((await asked(folder(smallTown), out, '--internal', ...approved)).code).toBe(2)
  })

  test.each([
    ['title', ['--out', 'x', '--source', 's']],
    ['source', ['--out', 'x', '--title', 't']],
    ['out', ['--title', 't', '--source', 's']],
    ['source', ['--out', 'x', '--title', 't', '--source', '  ']],
  ])('--%s is required', async (missing, args) => {
    const { code, stderr } = await said(publish, folder(smallTown), ...args, ...approved)
    expect(code).toBe(2)
    expect(stderr).toContain(`--${missing}`)
  })

  test('a folder with other files in it is left alone; an earlier publication is replaced and compared with', async () => {
    const other = folder({ 'notes.txt': 'mine' })
    expect((await asked(folder(smallTown), other, ...approved)).code).toBe(1)
    expect(readdirSync(other)).toEqual(['notes.txt'])
    const out = folder({})
    await asked(folder(smallTown), out, ...approved)
    const again = await asked(folder(smallTown), out, ...approved)
    expect(again.code).toBe(0)
    expect(again.stderr).toContain('已对照以前公布的文件')
  })

  test('what the file before hid stays hidden', async () => {
    const people = (elders: number) => ({ ...smallTown, 'people.csv': `id,lng,lat,elders60,area\nP-1,103.5,25.5,${elders},530302001001\nP-2,103.53,25.5,60,530302001003\n` })
    const [first, second] = [folder({}), folder({})]
    await asked(folder(people(4)), first, ...approved)
    await asked(folder(people(40)), second, ...approved, '--previous', join(first, 'published.js'))
    const countOf = (out: string) => dataIn(out).units.find(({ id }) => id === '530302001001')?.counts?.all
    expect([countOf(first), countOf(second)]).toEqual(['hidden', 'hidden'])
    const wrong = await asked(folder(smallTown), folder({}), ...approved, '--previous', join(repository, 'package.json'))
    expect(wrong.code).toBe(1)
  })

  test('of several earlier files what any of them hid stays hidden, whichever is named last', async () => {
    const people = (elders: number, asOf: string) => ({ ...smallTown, 'study.json': smallTown['study.json'].replace('2025-12-31', asOf), 'people.csv': `id,lng,lat,elders60,area\nP-1,103.5,25.5,${elders},530302001001\nP-2,103.53,25.5,60,530302001003\n` })
    const [first, second] = [folder({}), folder({})]
    await asked(folder(people(4, '2023-12-31')), first, ...approved)
    await asked(folder(people(40, '2024-12-31')), second, ...approved)
    const third = async (...earlier: string[]) => {
      const out = folder({})
      const { stderr } = await asked(folder(people(42, '2025-12-31')), out, ...approved, ...earlier.flatMap((file) => ['--previous', file]))
      return { all: dataIn(out).units.find(({ id }) => id === '530302001001')?.counts?.all, named: stderr.split('已对照以前公布的文件').length - 1 }
    }
    expect(await third(second)).toEqual({ all: 40, named: 1 })
    expect(await third(first, second)).toEqual({ all: 'hidden', named: 2 })
    expect(await third(second, first)).toEqual({ all: 'hidden', named: 2 })
  })

  test('an unread column of telephones is published only where the user says that they are public', async () => {
    const town = { ...smallTown, 'facilities.csv': '编号,名称,类型,层级,所属单元,状态,联系电话\nF-1,一站,日间照料中心,社区,530302001001,运营,0874-3123456\nF-2,二站,日间照料中心,社区,530302001002,运营,13812345678\n' }
    const [silent, spoken] = [folder({}), folder({})]
    await asked(folder(town), silent, ...approved)
    expect(readFileSync(join(silent, 'published.js'), 'utf8')).not.toContain('3123456')
    const { stderr } = await asked(folder(town), spoken, ...approved, '--public-phones')
    expect(dataIn(spoken).facilities.map(({ phone }) => phone).sort()).toEqual(['0874-3123456', null])
    expect(stderr).toContain('1 个电话是手机')
    expect(readFileSync(join(spoken, 'published.js'), 'utf8')).not.toContain('13812345678')
  })

  test('a threshold that is no count is refused', async () => {
    expect((await asked(folder(smallTown), folder({}), ...approved, '--suppress-below', '2')).code).toBe(2)
    const out = folder({})
    await asked(folder(smallTown), out, ...approved, '--suppress-below', '12')
    expect(dataIn(out).counts?.k).toBe(15)
  })

  test('a study that cannot be read is refused with its reasons', async () => {
    const { code, stderr } = await asked(folder({ 'study.json': '{' }), folder({}), ...approved)
    expect(code).toBe(1)
    expect(stderr).toContain('study.json')
  })
})
