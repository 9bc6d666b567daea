/** The colours of the five verdicts and the map's few others; map.css repeats them as variables and a test keeps the two equal. */
import type { State } from '../../indicators/result'

export type VerdictColour = {
  /** For text and signs: at least 4.5:1 on white. */
  readonly ink: string
  /** For surfaces, Okabe-Ito family; never under text. */
  readonly fill: string
  /** Of the surface over a white map. unmet is the darkest, so that the five stay apart in a grey print too. */
  readonly opacity: number
}

export const verdictColours: Readonly<Record<State, VerdictColour>> = {
  met: { ink: '#00694c', fill: '#009e73', opacity: 0.5 },
  unmet: { ink: '#a83f00', fill: '#d55e00', opacity: 0.78 },
  'no-data': { ink: '#555c61', fill: '#8a9298', opacity: 1 },
  'not-applicable': { ink: '#666d72', fill: '#dde2e5', opacity: 0.35 },
  undecided: { ink: '#7d5600', fill: '#e69f00', opacity: 0.5 },
}

export const mapColours = {
  /** Deep blue-green: facilities, links, focus. */
  accent: '#0b6e6e',
  /** Okabe-Ito blue, so that circles are not taken for 达标. */
  circle: '#0072b2',
  ink: '#1d2427',
  quiet: '#5c666b',
  line: '#8d989d',
  hairline: '#cdd4d7',
  paper: '#ffffff',
  ground: '#f1f4f5',
  people: '#5b4a8a',
} as const
