import fc from 'fast-check'
import { zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveLimits, archiveNames, isArchive, packArchive, unpackArchive } from '../../src/sources/archive'
import { gbk, utf8 } from './write-bytes'

const unpack = (bytes: Uint8Array, limits = archiveLimits) => {
  const found = unpackArchive({ name: '研究.zip', bytes }, limits)
  return {
    ...found,
    texts: Object.fromEntries(found.entries.map((entry) => [entry.name, new TextDecoder().decode(entry.bytes)])),
  }
}
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]): [string, Uint8Array] => [name, utf8(text)]),
    ) as Zippable,
  )

/** Writes bytes over others of the same length, everywhere: how a test makes a hostile header. */
function replaceAll(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const made = bytes.slice()
  for (let at = 0; at + from.length <= made.length; at++)
    if (from.every((byte, index) => made[at + index] === byte)) made.set(to, at)
  return made
}

describe('a study as one zip', () => {
  test('its files, sorted by name', () => {
    expect(unpack(zip({ 'study.json': '{}', '小区.csv': '名称' })).texts).toEqual({
      'study.json': '{}',
      '小区.csv': '名称',
    })
  })

  test('a single top folder is taken off, two are kept', () => {
    expect(Object.keys(unpack(zip({ '曲溪/study.json': '{}', '曲溪/附/a.csv': 'a' })).texts)).toEqual([
      'study.json',
      '附/a.csv',
    ])
    expect(Object.keys(unpack(zip({ 'a/study.json': '{}', 'b/a.csv': 'a' })).texts)).toEqual([
      'a/study.json',
      'b/a.csv',
    ])
  })

  test('what systems leave behind is left out and does not hide the top folder', () => {
    const litter = { '__MACOSX/曲溪/._a.csv': 'x', '曲溪/.DS_Store': 'x', '曲溪/~$a.xlsx': 'x', '曲溪/Thumbs.db': 'x' }
    expect(unpack(zip({ '曲溪/a.csv': 'a', ...litter }))).toMatchObject({ texts: { 'a.csv': 'a' }, problems: [] })
  })

  test('names in GBK without the flag, as Chinese Windows writes them', () => {
    const named = replaceAll(zip({ 'AAAA.csv': '甲' }), utf8('AAAA'), gbk('名称'))
    expect(unpack(named).texts).toEqual({ '名称.csv': '甲' })
  })

  test('folders separated by backslashes', () => {
    expect(Object.keys(unpack(zip({ 'a\\b.csv': '1', 'c.csv': '2' })).texts)).toEqual(['a/b.csv', 'c.csv'])
  })

  test('a comment behind the directory does not hide it', () => {
    const bytes = zip({ 'a.csv': 'a' })
    const noted = new Uint8Array(bytes.length + 4)
    noted.set(bytes)
    new DataView(noted.buffer).setUint16(bytes.length - 2, 4, true)
    expect(archiveNames(noted)).toEqual(['a.csv'])
  })

  test('what was packed comes back, and the same files give the same bytes', () => {
    const file = fc.record({
      name: fc.stringMatching(/^[a-z甲乙]{1,8}\.csv$/),
      bytes: fc.uint8Array({ maxLength: 300 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1, maxLength: 5 }), (files) => {
        const packed = packArchive(files)
        expect(packArchive([...files].reverse())).toEqual(packed)
        const found = unpack(packed)
        expect(found.problems).toEqual([])
        expect(new Map(found.entries.map(({ name, bytes }) => [name, bytes]))).toEqual(
          new Map(files.map(({ name, bytes }) => [name, bytes])),
        )
      }),
    )
  })
})

describe('limits', () => {
  const refusal = (bytes: Uint8Array, limits: Partial<typeof archiveLimits> = {}) => {
    const { entries, problems } = unpack(bytes, { ...archiveLimits, ...limits })
    return { entries: entries.length, problems: problems.map(({ code, severity, detail }) => [code, severity, detail]) }
  }

  test('too many entries', () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.csv`, '']))
    expect(refusal(zip(files))).toEqual({ entries: 0, problems: [['archive-too-large', 'error', '2001 > 2000']] })
  })

  test('one entry too large, and all of them together', () => {
    const two = zip({ 'a.csv': 'x'.repeat(60), 'b.csv': 'x'.repeat(60) })
    expect(refusal(two, { entryBytes: 59 })).toEqual({
      entries: 0,
      problems: [['archive-too-large', 'error', 'a.csv']],
    })
    expect(refusal(two, { totalBytes: 119 })).toEqual({
      entries: 0,
      problems: [['archive-too-large', 'error', 'b.csv']],
    })
    expect(refusal(two, { entryBytes: 60, totalBytes: 120 })).toEqual({ entries: 2, problems: [] })
  })

  test('eleven million zeros in a few kilobytes are a bomb, nine are not', () => {
    const zeros = (size: number) => zipSync({ 'a.csv': new Uint8Array(size) })
    expect(refusal(zeros(11_000_000)).problems).toEqual([['archive-too-large', 'error', 'a.csv']])
    expect(refusal(zeros(9_000_000))).toEqual({ entries: 1, problems: [] })
  })

  test('an entry that is larger than it says is not unpacked beyond that, and is refused', () => {
    const bytes = zip({ 'a.csv': 'x'.repeat(5000), 'b.csv': 'b' })
    const lying = replaceAll(bytes, Uint8Array.of(0x88, 0x13, 0, 0), Uint8Array.of(10, 0, 0, 0))
    expect(lying).not.toEqual(bytes)
    expect(refusal(lying)).toEqual({ entries: 1, problems: [['file-unreadable', 'error', 'a.csv']] })
  })
})

describe('names that lead out of the folder', () => {
  test.each(['/etc/passwd', '../a.csv', 'a/../../b.csv', 'C:/a.csv', '..\\a.csv', 'a\u0007.csv'])(
    '%s is left out and named',
    (name) => {
      const { texts, problems } = unpack(zip({ [name]: 'x', 'good.csv': 'y' }))
      expect(texts).toEqual({ 'good.csv': 'y' })
      expect(problems).toMatchObject([
        { code: 'archive-unsafe', severity: 'error', at: { file: '研究.zip' }, detail: name.replaceAll('\\', '/') },
      ])
    },
  )
})

describe('damage', () => {
  test('a flipped bit inside one entry costs that entry', () => {
    const bytes = zipSync({ 'a.csv': [utf8('hello hello'), { level: 0 }], 'b.csv': utf8('b') })
    const hurt = replaceAll(bytes, utf8('hello hello'), utf8('hellp hello'))
    expect(unpack(hurt)).toMatchObject({
      texts: { 'b.csv': 'b' },
      problems: [{ code: 'file-unreadable', detail: 'a.csv' }],
    })
  })

  test('an encrypted entry says so', () => {
    const bytes = zip({ 'a.csv': 'a' })
    const view = new DataView(bytes.buffer)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint16(directory + 8, view.getUint16(directory + 8, true) | 1, true)
    expect(unpack(bytes).problems).toMatchObject([{ code: 'file-locked', detail: 'a.csv' }])
  })

  test('every cut of an archive, and any bytes at all, give problems and no error', () => {
    const bytes = zip({ 'a.csv': 'hello', 'b.csv': 'world' })
    for (let length = 0; length < bytes.length; length++)
      expect(unpack(bytes.subarray(0, length)).problems[0]?.code).toBe('file-unreadable')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        expect(unpack(noise).entries).toEqual([])
      }),
    )
  })

  test('any one changed byte never throws and never changes a text in silence', () => {
    const bytes = zip({ 'a.csv': 'hello hello hello', 'b.csv': 'world' })
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const hurt = bytes.slice()
        hurt[at] = (hurt[at] ?? 0) ^ change
        const { entries } = unpack(hurt)
        for (const entry of entries)
          expect(['hello hello hello', 'world']).toContain(new TextDecoder().decode(entry.bytes))
      }),
      { numRuns: 400 },
    )
  })
})

test('an archive is known by its first bytes, an empty one too', () => {
  expect(isArchive(zip({ a: 'a' }))).toBe(true)
  expect(isArchive(zip({}))).toBe(true)
  expect(isArchive(utf8('PK,1'))).toBe(false)
})
