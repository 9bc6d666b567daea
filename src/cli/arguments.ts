/** Reads a command's arguments by its shape. Wrong arguments are a result with a code, never an exception. */
import { parseArgs } from 'node:util'
import { cliWords, sayBoth } from '../text/cli'
import { exitCodes } from './command'
import { usages, type CommandName } from './usage'

/**
 * flag: present or not · text: one value · texts: may be repeated · number: positive · numbers: '500,1000'
 * words: 'COMM,STREET' · choice: one of the given · pairs: 'key=value', may be repeated
 */
export type OptionShape =
  | { readonly kind: 'flag' | 'text' | 'texts' | 'number' | 'numbers' | 'words' | 'pairs' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }

/** Arguments by place, in order: those of `needed` must be there, one of `optional` may follow each. */
export type ArgumentShape = {
  readonly needed: readonly string[]
  readonly optional?: readonly string[]
  readonly options: Readonly<Record<string, OptionShape>>
}

type ValueOfKind = {
  flag: boolean
  text: string | null
  texts: readonly string[]
  number: number | null
  numbers: readonly number[] | null
  words: readonly string[] | null
  pairs: Readonly<Record<string, string>>
}
type ValueOf<O extends OptionShape> = O extends { readonly of: readonly (infer Choice)[] }
  ? Choice | null
  : O['kind'] extends keyof ValueOfKind
    ? ValueOfKind[O['kind']]
    : never

/** An option that was not given is null (flag: false, repeatable: empty). */
export type OptionValues<S extends ArgumentShape> = {
  readonly [Name in keyof S['options']]: ValueOf<S['options'][Name]>
}

export type WrongArgument = { readonly code: WrongCode; readonly detail: string }
type WrongCode =
  | 'option-unknown'
  | 'option-twice'
  | 'value-missing'
  | 'value-not-wanted'
  | 'value-not-number'
  | 'value-not-offered'
  | 'value-not-pair'
  | 'only-with'
  | 'not-together'
  | 'argument-missing'
  | 'argument-extra'

export type ArgumentsRead<S extends ArgumentShape> =
  | { readonly ok: true; readonly named: readonly string[]; readonly options: OptionValues<S> }
  | { readonly ok: false; readonly wrong: WrongArgument }

export function readArguments<const S extends ArgumentShape>(args: readonly string[], shape: S): ArgumentsRead<S> {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: nodeOptions(shape),
  })
  const given = new Map<string, string[]>()
  const named: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') named.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(shape.options, token.name) ? shape.options[token.name] : undefined
    if (!option) return fail('option-unknown', token.rawName)
    const before = given.get(token.name) ?? []
    if (before.length > 0 && !isRepeatable(option)) return fail('option-twice', token.rawName)
    if (option.kind === 'flag' && token.value !== undefined) return fail('value-not-wanted', token.rawName)
    if (option.kind !== 'flag' && (!token.value || (!token.inlineValue && /^--?[a-z]/i.test(token.value))))
      return fail('value-missing', token.rawName)
    given.set(token.name, [...before, token.value ?? ''])
  }
  const missing = shape.needed[named.length]
  if (missing !== undefined) return fail('argument-missing', `<${missing}>`)
  const extra = named[shape.needed.length + (shape.optional?.length ?? 0)]
  if (extra !== undefined) return fail('argument-extra', extra)

  const options: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(shape.options)) {
    const read = readOption(option, given.get(name) ?? [])
    if ('code' in read) return fail(read.code, `--${name} ${read.detail}`)
    options[name] = read.value
  }
  // The record was filled by the same shape that the type is computed from.
  return { ok: true, named, options: options as OptionValues<S> }
}

/** Says on stderr what is wrong and how the command is used; answers the exit code. */
export function sayWrongArgument(wrong: WrongArgument, name: CommandName): number {
  process.stderr.write(`${sayBoth(cliWords[wrong.code], wrong.detail)}\n  yikequan ${name} ${usages[name]}\n`)
  return exitCodes.wrongArguments
}

function readOption(option: OptionShape, texts: readonly string[]): { value: unknown } | WrongArgument {
  const last = texts.at(-1)
  switch (option.kind) {
    case 'flag':
      return { value: last !== undefined }
    case 'text':
      return { value: last ?? null }
    case 'texts':
      return { value: texts }
    case 'words':
      return { value: last === undefined ? null : splitList(last) }
    case 'choice':
      return last === undefined || option.of.includes(last)
        ? { value: last ?? null }
        : { code: 'value-not-offered', detail: `${last} (${option.of.join(' | ')})` }
    case 'number':
    case 'numbers':
      return readNumbers(option.kind, last)
    case 'pairs':
      return readPairs(texts)
  }
}

function readNumbers(kind: 'number' | 'numbers', text: string | undefined): { value: unknown } | WrongArgument {
  if (text === undefined) return { value: null }
  const parts = kind === 'number' ? [text.trim()] : splitList(text)
  const numbers = parts.map((part) => (/^\d+(\.\d+)?$/.test(part) ? Number(part) : NaN))
  if (numbers.length === 0 || numbers.some((number) => !(number > 0))) return { code: 'value-not-number', detail: text }
  return { value: kind === 'number' ? numbers[0] : numbers }
}

function readPairs(texts: readonly string[]): { value: unknown } | WrongArgument {
  const bad = texts.find((text) => !/^[^=]+=/.test(text))
  if (bad !== undefined) return { code: 'value-not-pair', detail: bad }
  // fromEntries defines own properties, so a key such as __proto__ stays a plain key.
  return {
    value: Object.fromEntries(
      texts.map((text) => [text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1).trim()]),
    ),
  }
}

/** Both commas: the Chinese one is what an input method types. */
const splitList = (text: string): readonly string[] =>
  text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const isRepeatable = (option: OptionShape): boolean => option.kind === 'texts' || option.kind === 'pairs'

function nodeOptions(shape: ArgumentShape): Record<string, { type: 'boolean' | 'string'; multiple: boolean }> {
  return Object.fromEntries(
    Object.entries(shape.options).map(([name, option]) => [
      name,
      { type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  )
}

const fail = (code: WrongCode, detail: string): { ok: false; wrong: WrongArgument } => ({
  ok: false,
  wrong: { code, detail },
})
