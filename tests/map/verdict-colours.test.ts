import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { states } from '../../src/indicators/result'
import { mapColours, verdictColours } from '../../src/map/verdict-colours'

type Rgb = readonly [number, number, number]
const css = readFileSync(new URL('../../src/map/map.css', import.meta.url), 'utf8')
const variable = (name: string): string | undefined => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1]

test('the style sheet and the map say the same colours', () => {
  for (const state of states) {
    expect(variable(state), state).toBe(verdictColours[state].ink)
    expect(variable(`${state}-fill`), state).toBe(verdictColours[state].fill)
  }
  expect(variable('accent')).toBe(mapColours.accent)
  expect(variable('map-circle')).toBe(mapColours.circle)
  for (const name of ['ink', 'quiet', 'hairline', 'paper', 'ground', 'people'] as const)
    expect(variable(`map-${name}`), name).toBe(mapColours[name])
})

test('the swatches of the legend are as strong as the surfaces of the map', () => {
  for (const state of states) {
    if (state === 'no-data') continue // hatched
    const [r, g, b] = parse(verdictColours[state].fill).map((part) => Math.round(part * 255))
    expect(css).toContain(
      `.map-swatch-${state} {\n  background: rgb(${r} ${g} ${b} / ${Math.round(verdictColours[state].opacity * 100)}%);`,
    )
  }
})

test('every verdict, the accent and the quiet text are readable on white', () => {
  for (const colour of [
    ...states.map((state) => verdictColours[state].ink),
    mapColours.accent,
    mapColours.ink,
    mapColours.quiet,
    mapColours.circle,
  ])
    expect(contrast(parse(colour), [1, 1, 1]), colour).toBeGreaterThanOrEqual(4.5)
})

test('names in dark ink are readable on every surface', () => {
  for (const state of states) expect(contrast(parse(mapColours.ink), surface(state)), state).toBeGreaterThanOrEqual(4.5)
})

// no-data is hatched and not-applicable nearly white: those two are told apart by the hatch.
test.each(['full sight', 'protanopia', 'deuteranopia', 'tritanopia'] as const)(
  'the surfaces of any two verdicts differ under %s',
  (sight) => {
    const flat = states.filter((state) => state !== 'no-data')
    for (const [i, a] of flat.entries())
      for (const b of flat.slice(i + 1))
        expect(distance(seen(surface(a), sight), seen(surface(b), sight)), `${a} and ${b}`).toBeGreaterThan(18)
  },
)

test('met and unmet differ in a grey print', () => {
  expect(Math.abs(lab(surface('met'))[0] - lab(surface('unmet'))[0])).toBeGreaterThan(13)
})

const surface = (state: (typeof states)[number]): Rgb =>
  over(parse(verdictColours[state].fill), verdictColours[state].opacity, [1, 1, 1])
const over = (top: Rgb, opacity: number, below: Rgb): Rgb =>
  [0, 1, 2].map((i) => (top[i] ?? 0) * opacity + (below[i] ?? 0) * (1 - opacity)) as unknown as Rgb

function parse(colour: string): Rgb {
  return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255) as unknown as Rgb
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

/** WCAG 2 contrast. */
function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, blue]: Rgb) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(blue) + 0.05
  const [dark = 0, bright = 0] = [light(a), light(b)].sort((x, y) => x - y)
  return bright / dark
}

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const matrices = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seen(colour: Rgb, sight: 'full sight' | keyof typeof matrices): Rgb {
  if (sight === 'full sight') return colour
  const m = matrices[sight]
  const [r, g, b] = colour.map(linear) as unknown as Rgb
  return [0, 3, 6].map((i) =>
    gamma(Math.min(1, Math.max(0, (m[i] ?? 0) * r + (m[i + 1] ?? 0) * g + (m[i + 2] ?? 0) * b))),
  ) as unknown as Rgb
}

/** CIELAB under D65; distance is CIE76. */
function lab(colour: Rgb): Rgb {
  const [r, g, b] = colour.map(linear) as unknown as Rgb
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
  ].map(f) as unknown as Rgb
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [lab(a), lab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}
