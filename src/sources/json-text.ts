/** JSON.parse for files that strangers wrote: bounded depth, no digit lost from long codes, one value or one a line. */
import { sourceLimits } from './limits'

/** values: one, or as many as the file has lines (GeoJSONSeq). lines: the line of each value, 1-based; broken: lines that are no JSON. */
export type JsonRead = {
  readonly values: readonly unknown[]
  readonly lines: readonly number[]
  readonly broken: readonly number[]
}

/** null: not JSON, or nested too deep. */
export function readJson(text: string): JsonRead | null {
  if (tooDeep(text)) return null
  const whole = parseOne(text)
  if (whole !== undefined) return { values: [whole], lines: [1], broken: [] }
  const values: unknown[] = []
  const lines: number[] = []
  const broken: number[] = []
  text.split('\n').forEach((line, index) => {
    const content = withoutSeparator(line).trim()
    if (content === '') return
    const value = parseOne(content)
    if (value === undefined) broken.push(index + 1)
    else {
      values.push(value)
      lines.push(index + 1)
    }
  })
  // More broken than sound: one damaged document that happens to have line ends.
  return values.length > broken.length && values.every(isObject) ? { values, lines, broken } : null
}

/** RFC 8142 puts a record separator (U+001E) in front of each text; most programs write line ends only. */
export const withoutSeparator = (text: string): string => (text.startsWith('\u001e') ? text.slice(1) : text)

export type JsonObject = { readonly [key: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseOne(text: string): unknown {
  try {
    return JSON.parse(withLongNumbersQuoted(text)) as unknown
  } catch {
    return undefined
  }
}

/** A bare integer of 16 digits or more loses its last ones as a number; as text it stays the code that it is. */
function withLongNumbersQuoted(text: string): string {
  if (!/[[:,\s]-?\d{16,}\s*[,}\]]/.test(text)) return text
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  )
}

/** Counted before parsing: a hundred thousand "[" overflow the stack of whatever walks the value later. */
function tooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quoted) {
      if (code === 0x5c) i++
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > sourceLimits.jsonDepth) return true
    } else if (code === 0x5d || code === 0x7d) depth--
  }
  return false
}
