/** The stamp (印记) that every product carries: what it was made from, so that `verify` can make it again and compare. */
import { sha256Hex } from '../model/digest'
import type { InputFile, Options, OptionValue } from '../model/study'
import type { Basis } from './basis'
import type { TablePrint } from './fingerprint'
import { jsonText } from './result-json'

export type Stamp = {
  /** Version of the program. */
  readonly yikequan: string
  /** Which product: the id in products.ts, or 'json'. */
  readonly product: string
  readonly language: 'zh' | 'en'
  readonly study: string
  readonly asOf: string
  /** null: the base. sha256: of the JSON text of the edits. */
  readonly plan: { readonly name: string; readonly edits: number; readonly sha256: string } | null
  readonly policies: readonly { readonly id: string; readonly version: number; readonly title: string; readonly sha256: string }[]
  /** What the user set. */
  readonly options: Options
  /** Every reading in force with the clauses that are read so, in the order of the clauses. */
  readonly readings: readonly { readonly option: string; readonly value: OptionValue; readonly clauses: readonly string[] }[]
  /** Metres per second, where anything was measured along the streets. */
  readonly speeds: readonly number[]
  readonly inputs: readonly Pick<InputFile, 'file' | 'sha256' | 'rows' | 'encoding' | 'crs'>[]
  /** sha256 of the JSON text of the results and the rectification list. */
  readonly results: string
  /** Are the ledgers' own columns carried along? */
  readonly extra: boolean
  /** What stands in each of the product's tables, by its name. */
  readonly tables: Readonly<Record<string, TablePrint>>
}

/** The same basis and product give the same stamp to the byte. */
export function stampOf(basis: Basis, product: string, tables: Stamp['tables'] = {}, extra = true): Stamp {
  const { study, packs, options, plan, version: yikequan, language, walks } = basis
  return {
    yikequan,
    product,
    language,
    study: study.name,
    asOf: study.asOf,
    plan: plan && { name: plan.name, edits: plan.edits.length, sha256: sha256Text(jsonText(plan.edits)) },
    policies: packs.map((pack) => ({ id: pack.id, version: pack.version, title: pack.document.title, sha256: sha256Text(jsonText(pack)) })),
    options,
    readings: readingsOf(basis),
    speeds: [...new Set([...walks.map(({ speed }) => speed), ...basis.results.flatMap(({ reading }) => (reading.reachModel === 'walk' && typeof reading.walkSpeed === 'number' ? [reading.walkSpeed] : []))])].sort((a, b) => a - b),
    inputs: study.inputs.map(({ file, sha256, rows, encoding, crs }) => ({ file, sha256, rows, encoding, crs })),
    results: resultsHash(basis),
    extra,
    tables,
  }
}

const hashes = new WeakMap<readonly unknown[], string>()

/** Of `results` and `rectification` as they stand in the result file. */
export function resultsHash({ results, rectification }: Pick<Basis, 'results' | 'rectification'>): string {
  const known = hashes.get(rectification)
  if (known) return known
  const hash = resultsHashOf(results, rectification)
  hashes.set(rectification, hash)
  return hash
}

/** Of the two as they are read from a result file. */
export const resultsHashOf = (results: unknown, rectification: unknown): string => sha256Text(jsonText({ results: withoutAsides(results), rectification: withoutRemedies(rectification) }))

/** A clause that is read by the circle tells the walk's figures beside it once somebody has walked, and the reverse: asides, with which the same study would have two hashes. */
export const withoutAsides = (results: unknown): unknown => (Array.isArray(results) ? results.map(withoutAside) : results)

/** Remedies are proposals, and not every product looks for them. */
const withoutRemedies = (rectification: unknown): unknown =>
  Array.isArray(rectification) ? rectification.map((item: unknown) => (typeof item === 'object' && item !== null && 'remedies' in item ? { ...item, remedies: [] } : item)) : rectification

function withoutAside(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('figures' in result) || typeof result.figures !== 'object' || result.figures === null) return result
  return { ...result, figures: Object.fromEntries(Object.entries(result.figures).filter(([key]) => !/^(?:circle|walk)[A-Z]|^(?:crossingDelayS|stepsPenalty)$/.test(key))) }
}

/** One line of JSON: what is put into a product. */
export const stampText = (stamp: Stamp): string => JSON.stringify(stamp)

/** The stamp, or null where the text is none. */
export function readStamp(text: string): Stamp | null {
  try {
    const value: unknown = JSON.parse(text)
    return isStamp(value) ? value : null
  } catch {
    return null
  }
}

export function isStamp(value: unknown): value is Stamp {
  if (typeof value !== 'object' || value === null) return false
  const stamp = value as Partial<Record<keyof Stamp, unknown>>
  const texts = [stamp.yikequan, stamp.product, stamp.study, stamp.asOf, stamp.results]
  const lists = [stamp.policies, stamp.readings, stamp.speeds, stamp.inputs]
  return texts.every((text) => typeof text === 'string') && lists.every(Array.isArray) && [stamp.options, stamp.tables].every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
}

function readingsOf({ results }: Pick<Basis, 'results'>): Stamp['readings'] {
  const found = new Map<string, { option: string; value: OptionValue; clauses: string[] }>()
  for (const { clause, reading } of results)
    for (const [option, value] of Object.entries(reading)) {
      const key = `${option}=${String(value)}`
      const known = found.get(key)
      if (known) known.clauses.push(clause)
      else found.set(key, { option, value, clauses: [clause] })
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reading]) => reading)
}

const sha256Text = (text: string): string => sha256Hex(new TextEncoder().encode(text))
