import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArguments } from '../../src/cli/arguments'

const shape = {
  needed: ['study'],
  optional: ['other'],
  options: {
    metres: { kind: 'numbers' },
    speed: { kind: 'number' },
    model: { kind: 'choice', of: ['circle', 'walk'] },
    kinds: { kind: 'words' },
    policy: { kind: 'texts' },
    option: { kind: 'pairs' },
    json: { kind: 'text' },
    rows: { kind: 'flag' },
  },
} as const

const wrongOf = (...args: readonly string[]) => {
  const read = readArguments(args, shape)
  return read.ok ? null : [read.wrong.code, read.wrong.detail]
}

test('options that are not given are null, false or empty, never a guess', () => {
  expect(readArguments(['town'], shape)).toEqual({
    ok: true,
    named: ['town'],
    options: { metres: null, speed: null, model: null, kinds: null, policy: [], option: {}, json: null, rows: false },
  })
})

test('each kind of option is read, before or after the study, with = or a space', () => {
  const args = ['--metres', '500, 1000', '--speed=0.8', 'town', '--model', 'walk', '--kinds', 'COMM，STREET', '--rows']
  const more = [
    '--policy',
    'a',
    '--policy',
    'b.json',
    '--option',
    'coverage=served',
    '--option=note=a=b',
    '--json',
    'out.json',
  ]
  expect(readArguments([...args, ...more], shape)).toEqual({
    ok: true,
    named: ['town'],
    options: {
      metres: [500, 1000],
      speed: 0.8,
      model: 'walk',
      kinds: ['COMM', 'STREET'],
      policy: ['a', 'b.json'],
      option: { coverage: 'served', note: 'a=b' },
      json: 'out.json',
      rows: true,
    },
  })
})

test('a study whose name begins with a dash can follow --', () => {
  expect(readArguments(['--', '-town'], shape)).toMatchObject({ ok: true, named: ['-town'] })
})

describe('wrong arguments are named', () => {
  test.each([
    ['no study', [], 'argument-missing', '<study>'],
    ['a third name', ['a', 'b', 'c'], 'argument-extra', 'c'],
    ['an option that no command has', ['a', '--mtres', '5'], 'option-unknown', '--mtres'],
    ['an option that every object has', ['a', '--constructor'], 'option-unknown', '--constructor'],
    ['an option twice that counts once', ['a', '--json', 'x', '--json', 'y'], 'option-twice', '--json'],
    ['a value left out at the end', ['a', '--json'], 'value-missing', '--json'],
    ['a value left out before the next option', ['a', '--json', '--rows'], 'value-missing', '--json'],
    ['an empty value', ['a', '--json='], 'value-missing', '--json'],
    ['a value where none belongs', ['a', '--rows=yes'], 'value-not-wanted', '--rows'],
    ['a word for a number', ['a', '--speed', 'fast'], 'value-not-number', '--speed fast'],
    ['a distance below zero', ['a', '--metres=-5'], 'value-not-number', '--metres -5'],
    ['a distance of zero', ['a', '--metres', '500,0'], 'value-not-number', '--metres 500,0'],
    ['no distance between the commas', ['a', '--metres', ','], 'value-not-number', '--metres ,'],
    ['hexadecimal, which nobody means', ['a', '--metres', '0x10'], 'value-not-number', '--metres 0x10'],
    ['a model that is not offered', ['a', '--model', 'fly'], 'value-not-offered', '--model fly (circle | walk)'],
    ['an option without =', ['a', '--option', 'coverage'], 'value-not-pair', '--option coverage'],
  ])('%s', (_, args, code, detail) => {
    expect(wrongOf(...args)).toEqual([code, detail])
  })
})

test('no arguments whatever throw, and a refusal always names something', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('--', '-', '--json', '--rows', '-r', '--=', '--__proto__=1'))),
      (args) => {
        const read = readArguments(args, shape)
        if (!read.ok) expect(read.wrong.code).not.toBe('')
      },
    ),
  )
})

test('a key such as __proto__ is a key like any other', () => {
  const read = readArguments(['a', '--option', '__proto__=x'], shape)
  expect(read.ok && Object.entries(read.options.option)).toEqual([['__proto__', 'x']])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})
