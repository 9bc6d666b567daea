/**
 * The published file: what the public embed reads, and all that it reads. An allow-list: what has no field here is not published.
 * No field can hold a person; counts of people are those that suppression.ts let through. Positions are 1e-5 degrees (a metre).
 */
import type { State } from '../indicators/result'
import type { AreaLevel, FacilityKind } from '../model/study'
import type { Binding, Comparator } from '../policy/clause'
import type { PublishedCount } from './suppression'

/** Degrees × 1e5, whole numbers: longitude, latitude. */
export type PublishedPlace = readonly [number, number]

export type PublishedFacility = {
  readonly name: string
  /** null: not known. */
  readonly kind: FacilityKind | null
  /** Codes of text/keys.ts, or words of the ledger; empty: none stated. */
  readonly services: readonly string[]
  readonly hours: string | null
  /** Only where the publisher said that it is public; never a mobile number. */
  readonly phone: string | null
  readonly address: string | null
  readonly at: PublishedPlace | null
  /** Index into units. */
  readonly unit: number | null
}

export type PublishedUnit = {
  readonly id: string
  readonly name: string
  readonly level: AreaLevel
  /** Index into units. */
  readonly parent: number | null
  readonly at: PublishedPlace | null
  /** Rings of all parts: the first place, then steps from place to place, all × 1e5; null: no boundary. */
  readonly rings: readonly (readonly number[])[] | null
  /** People within 10 and within 15 minutes, and all; null: not counted at all. */
  readonly counts: { readonly near: PublishedCount; readonly within: PublishedCount; readonly all: PublishedCount } | null
}

export type PublishedClause = {
  readonly id: string
  /** Index into documents. */
  readonly document: number
  readonly title: { readonly zh: string; readonly en: string }
  readonly quote: string
  /** null: not told, because it would narrow a small count of people. */
  readonly state: State | null
  readonly binding: Binding
  readonly deadline: string | null
  readonly pastDue: boolean | null
  readonly threshold: { readonly at: Comparator; readonly value: number } | null
  readonly unit: string
  /** Both halves and their value; null where they count people or households, which are published in the table of counts alone. */
  readonly figures: readonly [numerator: number | null, denominator: number | null, value: number | null] | null
  /** Readings in force that are not the document's default: option and value. */
  readonly readings: readonly (readonly [string, string])[]
  readonly units: readonly { readonly unit: number; readonly state: State; readonly figures: readonly [number | null, number | null] | null }[]
  /** Verdicts of units that are not published, because they say something about few people. */
  readonly withheld: number
}

export type Published = {
  readonly format: typeof publishedFormat
  readonly yikequan: string
  readonly title: string
  readonly source: string
  /** YYYY-MM-DD */
  readonly asOf: string
  /** 审图号; null: not for the public. */
  readonly approval: string | null
  /** 'internal': every picture carries 内部资料. */
  readonly watermark: 'internal' | null
  readonly counts: {
    readonly k: number
    readonly step: number
    readonly people: 'elders60'
    readonly model: 'circle' | 'walk'
    /** Metres per second of the walk. */
    readonly speed: number | null
    readonly metres: readonly [number, number]
  } | null
  readonly documents: readonly { readonly id: string; readonly title: string; readonly number: string | null; readonly status: 'in-force' | 'draft' | 'expired' }[]
  readonly facilities: readonly PublishedFacility[]
  readonly units: readonly PublishedUnit[]
  readonly clauses: readonly PublishedClause[]
}

export const publishedFormat = 1
export const publishedName = 'published.js'

/**
 * The file is a script that names one value: a page inside a strict sandbox has no origin and may not fetch data, but may load scripts.
 * JSON is JavaScript; '<' and the two line ends of Unicode are escaped so that no reader of either sees markup.
 */
export function publishedText(published: Published): string {
  const json = JSON.stringify(published).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${prefix}${json}\n`
}

/** The value inside a published file, unchecked; undefined: it is none. */
export function publishedValue(text: string): unknown {
  const plain = text.replace(/^\ufeff/, '')
  try {
    return plain.startsWith(prefix) ? (JSON.parse(plain.slice(prefix.length)) as unknown) : undefined
  } catch {
    return undefined
  }
}

const prefix = 'self.yikequanPublished='
