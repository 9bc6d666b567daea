/** How a facility looks: shape by tier, glyph by kind, body by stage. Read by the layers, the legend and the plain map. */
import type { Facility, FacilityKind, FacilityLevel, Stage } from '../../model/study'
import type { State } from '../../indicators/result'
import type { Language } from '../../text/say'

export type Shape = 'triangle' | 'diamond' | 'circle' | 'square'
/** unknown: a stage column exists and the cell is blank. */
export type Look = Stage | 'unknown'

export type FacilitySymbol = {
  readonly shape: Shape
  /** One letter; '' for the small sign of a far view. */
  readonly glyph: string
  readonly look: Look
  /** Verdict of the chosen clause where its units are facilities. */
  readonly state: State | null
}

export function facilitySymbol(
  facility: Pick<Facility, 'kind' | 'level' | 'stage'>,
  language: Language,
  state: State | null = null,
): FacilitySymbol {
  return {
    shape: shapeOf(facility.kind, facility.level),
    glyph: glyphOf(facility.kind, language),
    look: facility.stage ?? 'unknown',
    state,
  }
}

/** Planned and building facilities are hollow: they are not there yet. */
export const isHollow = (look: Look): boolean => look === 'planned' || look === 'building' || look === 'closed'
export const isStruck = (look: Look): boolean => look === 'closed'

/** Institutions are triangles at every level; the others follow their level and, without one, what the kind implies. */
export function shapeOf(kind: FacilityKind | null, level: FacilityLevel | null): Shape {
  if (kind === null || kind === 'NOT') return 'square'
  if (kind === 'INST' || kind === 'INST_CITY' || kind === 'INST_COUNTY') return 'triangle'
  return level ? shapeOfLevel[level] : kind === 'STREET' || kind === 'TOWN_RURAL' ? 'diamond' : 'circle'
}

const shapeOfLevel: Readonly<Record<FacilityLevel, Shape>> = {
  city: 'triangle',
  county: 'triangle',
  subdistrict: 'diamond',
  town: 'diamond',
  township: 'diamond',
  community: 'circle',
  village: 'circle',
  compound: 'circle',
  home: 'circle',
}

export const glyphOf = (kind: FacilityKind | null, language: Language): string => (kind ? glyphs[kind][language] : '?')

const glyphs: Readonly<Record<FacilityKind, { readonly zh: string; readonly en: string }>> = {
  INST_CITY: { zh: '市', en: 'C' },
  INST_COUNTY: { zh: '县', en: 'D' },
  INST: { zh: '院', en: 'I' },
  TOWN_RURAL: { zh: '乡', en: 'T' },
  STREET: { zh: '街', en: 'S' },
  COMM: { zh: '社', en: 'N' },
  VILLAGE: { zh: '村', en: 'V' },
  MEAL: { zh: '餐', en: 'M' },
  HOME_BED: { zh: '床', en: 'H' },
  NOT: { zh: '非', en: 'X' },
}
