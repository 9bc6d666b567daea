import { expect, test } from 'vitest'
import { editKinds } from '../../src/scenario/edits'
import { editName, editNames } from '../../src/text/edits'
import { planWords } from '../../src/text/plans'

test('no word of the workshop is foreign to Chinese or blank, and both languages fill in the same places', () => {
  const places = (words: string): string => (words.match(/\{\w+\}/g) ?? []).sort().join()
  for (const [key, { zh, en }] of Object.entries(planWords)) {
    expect(zh.replace(/\{\w+\}/g, ''), key).not.toMatch(/[A-Za-ln-z!！]/)
    expect(en.trim(), key).not.toBe('')
    expect(places(en), key).toBe(places(zh))
  }
})

test('every kind of edit has a name, and one from a later version shows itself', () => {
  expect(Object.keys(editKinds).filter((type) => !(type in editNames))).toEqual([])
  expect(editName('zh', 'never-heard-of')).toBe('never-heard-of')
})
