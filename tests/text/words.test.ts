import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemCodes } from '../../src/problem'
import { en } from '../../src/text/en'
import { columnNames, kindNames, levelNames, stageNames } from '../../src/text/keys'
import { problemWords } from '../../src/text/problems'
import { say } from '../../src/text/say'
import { whyText, whyWords } from '../../src/text/why'
import { zh } from '../../src/text/zh'
import { ledgers } from '../../src/tables/ledgers'
import { repository } from '../helpers/shared'

/** Names of formats, systems and units that no Chinese word replaces, and the name of the other language. */
const kept = /\b(CSV|XLSX|GeoJSON|English|m|CGCS2000|WGS84|EPSG:3857|GCJ-02|BD-09)\b/g

const chinese: Readonly<Record<string, string>> = {
  ...zh,
  ...Object.fromEntries(Object.entries(problemWords).map(([code, words]) => [`problem ${code}`, words.zh])),
  ...Object.fromEntries(Object.entries(whyWords).map(([code, words]) => [`why ${code}`, words.zh])),
  ...Object.fromEntries([columnNames, levelNames, kindNames, stageNames].flatMap((names) => Object.entries(names).map(([key, words]) => [`name ${key}`, words.zh]))),
}

describe('the words of the screens', () => {
  test('English answers every key of Chinese and no other', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })

  test('both languages have the same places to fill in', () => {
    const places = (words: string): string[] => (words.match(/\{\w+\}/g) ?? []).sort()
    const apart = Object.keys(zh).filter((key) => places(zh[key as keyof typeof zh]).join() !== places(en[key as keyof typeof en]).join())
    expect(apart).toEqual([])
    const problemsApart = Object.entries(problemWords).filter(([, words]) => places(words.zh).join() !== places(words.en).join())
    expect(problemsApart).toEqual([])
  })

  test('no Chinese word holds an English word or an exclamation mark', () => {
    const foreign = Object.entries(chinese).filter(([, words]) => /[A-Za-z]/.test(words.replace(/\{\w+\}/g, '').replace(kept, '')) || /[!！]/.test(words))
    expect(foreign).toEqual([])
  })

  test('no word is blank', () => {
    expect(Object.entries({ ...chinese, ...en }).filter(([, words]) => words.trim() === '')).toEqual([])
  })

  test('every problem code has its words', () => {
    expect(problemCodes.filter((code) => !(code in problemWords))).toEqual([])
  })

  test('every column of every ledger has a name', () => {
    const unnamed = ledgers.flatMap(({ name, columns }) => columns.filter(({ key }) => !(key in columnNames)).map(({ key }) => `${name}.${key}`))
    expect(unnamed).toEqual([])
  })

  test('a place without a value stays as written, so that it is noticed', () => {
    expect(say('zh', 'import.files', { n: 3 })).toBe('3 个文件')
    expect(say('zh', 'import.files')).toBe('{n} 个文件')
  })
})

describe('reasons', () => {
  test('every code that the evaluators give has words', () => {
    const codes = ['indicators', 'reach'].flatMap(codesIn)
    expect(codes.length).toBeGreaterThan(25)
    expect(codes.filter((code) => !(code in whyWords))).toEqual([])
  })

  test('a detail is put where the words place it, else in brackets', () => {
    expect(whyText('zh', 'pool-member', 'P-3')).toBe('整合配建，与 P-3 组合并计算')
    expect(whyText('zh', 'late', '2024-03')).toBe('逾期完成（2024-03）')
    expect(whyText('zh', 'never-heard-of')).toBe('never-heard-of')
  })
})

/** Codes of { code: '…' } and { why: '…' } literals, where reasons are made. */
function codesIn(room: string): string[] {
  const folder = join(repository, 'src', room)
  const texts = readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8'))
  const found = texts.flatMap((text) => [...text.matchAll(/\b(?:code|why): '([a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] ?? ''))
  return [...new Set(found)].sort()
}
