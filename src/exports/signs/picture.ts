/** Small pictures as data, drawn by image.ts on a canvas and by mark.tsx as SVG, so that map, legend and print agree. */
import type { State } from '../../indicators/result'
import { isStruck, type FacilitySymbol, type Shape } from './facility-symbol'
import { mapColours, verdictColours } from './verdict-colours'

export type Part =
  | {
      readonly path: string
      readonly fill?: string
      readonly stroke?: string
      readonly width?: number
      readonly dash?: readonly number[]
      readonly at?: Place
    }
  | { readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly fill: string }

/** A part drawn smaller and elsewhere. */
export type Place = { readonly x: number; readonly y: number; readonly scale: number }

/** Parts lie in a square of `size` px around (0, 0). */
export type Picture = { readonly size: number; readonly parts: readonly Part[] }

export function facilityPicture({ shape, glyph, look, state }: FacilitySymbol): Picture {
  const hue =
    look === 'closed' || shape === 'square' ? mapColours.quiet : state ? verdictColours[state].ink : mapColours.accent
  const solid = look === 'operating'
  const path = outlines[shape]
  const glyphAt = shape === 'triangle' ? { y: 3.4, size: 11 } : { y: 0.4, size: 12.5 }
  return {
    size: 32,
    parts: [
      // A white rim keeps the sign apart from whatever lies below.
      { path, fill: mapColours.paper, stroke: mapColours.paper, width: 5 },
      {
        path,
        fill: solid ? hue : look === 'unknown' ? '#c9d1d4' : mapColours.paper,
        stroke: look === 'unknown' ? mapColours.quiet : hue,
        width: solid ? 1 : 2.2,
        ...(look === 'planned' ? { dash: [3, 2.4] } : {}),
      },
      ...(glyph
        ? [
            {
              text: glyph,
              x: 0,
              ...glyphAt,
              fill: solid ? mapColours.paper : look === 'unknown' ? mapColours.ink : hue,
            },
          ]
        : []),
      ...(isStruck(look)
        ? [
            { path: 'M-12 12L12 -12', stroke: mapColours.paper, width: 4.5 },
            { path: 'M-12 12L12 -12', stroke: mapColours.ink, width: 2 },
          ]
        : []),
      ...(state ? signPicture(state, false).parts.map((part) => ({ ...part, at: { x: 10, y: 10, scale: 0.6 } })) : []),
    ],
  }
}

/** Verdict disc. hollow: the clause is only aspirational (力争). */
export function signPicture(state: State, hollow: boolean): Picture {
  const { ink } = verdictColours[state]
  const pale = hollow || state === 'not-applicable'
  return {
    size: 24,
    parts: [
      { path: disc(10.5), fill: mapColours.paper },
      { path: disc(9), fill: pale ? mapColours.paper : ink, stroke: ink, width: 1.4 },
      { path: signPaths[state], stroke: pale ? ink : mapColours.paper, width: 2.3 },
    ],
  }
}

/** A compound: a small square; state null where the clause is not about compounds. */
export function compoundPicture(state: State | null): Picture {
  if (!state)
    return { size: 16, parts: [{ path: square(5), fill: mapColours.paper, stroke: mapColours.quiet, width: 1.4 }] }
  const { ink, fill } = verdictColours[state]
  const body = state === 'no-data' ? mapColours.paper : fill
  return {
    size: 20,
    parts: [
      { path: square(8), fill: mapColours.paper },
      { path: square(6.8), fill: body, stroke: ink, width: 1.4 },
      ...(state === 'no-data'
        ? [{ path: 'M-6.5 1L1 -6.5M-6.5 6.5L6.5 -6.5M-1 6.5L6.5 -1', stroke: fill, width: 1.2 }]
        : []),
      { path: signPaths[state], stroke: mapColours.paper, width: 4 },
      { path: signPaths[state], stroke: state === 'unmet' ? '#7a2d00' : ink, width: 2 },
    ],
  }
}

/** Tile of the no-data hatch, seamless: the corners carry the neighbours' lines. */
export const hatchPicture: Picture = {
  size: 10,
  parts: [
    { path: 'M-5 -5H5V5H-5Z', fill: '#f3f5f6' },
    { path: 'M-6 6L6 -6M-6 -4L-4 -6M4 6L6 4', stroke: '#a3abb0', width: 1.5 },
  ],
}

const disc = (r: number): string => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`
const square = (half: number): string => `M${-half} ${-half}H${half}V${half}H${-half}Z`

const outlines: Readonly<Record<Shape, string>> = {
  triangle: 'M0 -12.5L12.5 9.5H-12.5Z',
  diamond: 'M0 -13L13 0L0 13L-13 0Z',
  circle: disc(10.5),
  square: square(9.5),
}

/** ✓ ✕ ? – ~ as strokes: no font need have them. */
const signPaths: Readonly<Record<State, string>> = {
  met: 'M-4.4 0.2L-1.4 3.4L4.4 -3.4',
  unmet: 'M-3.4 -3.4L3.4 3.4M3.4 -3.4L-3.4 3.4',
  'no-data': 'M-2.7 -2.6C-2.7 -5.6 2.8 -5.6 2.8 -2.4C2.8 -0.3 0 -0.3 0 1.9M0 4.6L0 4.8',
  'not-applicable': 'M-4 0L4 0',
  undecided: 'M-4.6 1.4C-3.4 -2.6 -1.4 -2.2 0 0C1.4 2.2 3.4 2.6 4.6 -1.4',
}
