/** What is wrong in a policy file, in plain words: where, what stands there, what should. */
import { shippedPacks } from '../policy/shipped'
import type { Problem } from '../problem'
import { problemWords } from '../text/problems'
import { fill, say, type Language, type WordKey } from '../text/say'

/** The problems of read-pack: the detail is what was found and, in brackets, what the schema expects. */
export function refusalText(language: Language, { code, at, detail = '' }: Problem): { readonly place: string; readonly words: string } {
  const place = placeOf(language, at)
  if (code !== 'policy-unreadable') return { place, words: fill(problemWords[code][language], { detail }) }
  const parts = /^([\s\S]*) \(([\s\S]*)\)$/.exec(detail)
  if (!parts) return { place, words: say(language, 'packs.wrongBroken', { found: detail }) }
  const [, found = '', expected = ''] = parts
  if (expected === '×') return { place, words: say(language, 'packs.wrongExtra') }
  if (expected === 'id ≠') return { place, words: say(language, 'packs.wrongTwice', { found }) }
  const wanted = expectedWords(language, expected)
  return { place, words: found === '–' ? say(language, 'packs.wrongMissing', { expected: wanted }) : say(language, 'packs.wrongOther', { found, expected: wanted }) }
}

/** '第 44 行 · 第 1 个条款 · parameters.threshold.value'. */
function placeOf(language: Language, { row, column = '' }: Problem['at']): string {
  // In a study.json a pack stands at 'packs.2'.
  const clause = /^(?:packs\.\d+\.)?clauses\.(\d+)\.?(.*)$/.exec(column)
  const parts = [row === undefined ? '' : say(language, 'packs.place', { row }), clause ? say(language, 'packs.placeClause', { n: Number(clause[1]) + 1 }) : '', clause ? clause[2] : column.replace(/^packs\.\d+\.?/, '')]
  return parts.filter(Boolean).join(' · ')
}

const types: Readonly<Record<string, WordKey>> = {
  string: 'packs.expect.string',
  number: 'packs.expect.number',
  int: 'packs.expect.number',
  boolean: 'packs.expect.boolean',
  object: 'packs.expect.object',
  array: 'packs.expect.array',
  record: 'packs.expect.record',
}

/** A type in words; the choices and patterns of the pack's own language as they are. */
function expectedWords(language: Language, expected: string): string {
  const known = types[expected]
  if (known) return say(language, known)
  return evaluators.includes(expected) ? say(language, 'packs.expect.needed', { expected }) : `${language === 'zh' ? ' ' : ''}${expected.split(' | ').join(language === 'zh' ? '、' : ', ')}`
}

/** The shipped documents use every family. */
const evaluators: readonly string[] = shippedPacks.flatMap(({ clauses }) => clauses.map(({ evaluator }) => evaluator))
