/** JSON that people write by hand (a pack, study.json): what stands on which line, so that they are told where a mistake is. */

export type JsonLines = { readonly value: unknown; readonly lineOf: (path: readonly (string | number)[]) => number } | { readonly error: string; readonly line: number }

/** The value and the line of every part of it; on a mistake its line, from 1, and what stands there. A key written twice is a mistake too. */
export function jsonWithLines(text: string): JsonLines {
  if (text.length > longest) return { error: `> ${longest / 1e6} MB`, line: 1 }
  const scan = new Scanner(text)
  if (!scan.run()) {
    const rest = text.slice(scan.failedAt, scan.failedAt + 20).split('\n')[0]!.trim()
    return { error: rest || (scan.failedAt >= text.length ? '…' : '⏎'), line: lineAt(lineStarts(text), Math.min(scan.failedAt, text.length - 1)) }
  }
  const starts = lineStarts(text)
  return { value: JSON.parse(text) as unknown, lineOf: (path) => lineAt(starts, nearest(scan.offsets, path)) }
}

/** The offset of the path, else of the nearest value above it: a missing key has no line of its own. */
function nearest(offsets: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(keyOf(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return offsets.get('') ?? 0
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\u0001')

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Number of the last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

const deepest = 64
/** Characters. What people write by hand, a year of plans among it, stays far below. */
const longest = 50_000_000
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** A walk over the grammar of JSON that remembers where values begin. What it accepts, JSON.parse accepts. */
class Scanner {
  readonly offsets = new Map<string, number>()
  /** Where the text stops being JSON. */
  failedAt = 0
  private at = 0
  private readonly path: (string | number)[] = []
  constructor(private readonly text: string) {}

  run(): boolean {
    const whole = this.value(0)
    this.blank()
    this.failedAt = this.at
    return whole && this.at >= this.text.length
  }

  private blank(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.at++
    }
  }

  private value(depth: number): boolean {
    this.blank()
    if (depth > deepest) return false
    this.offsets.set(keyOf(this.path), this.at)
    switch (this.text[this.at]) {
      case '{':
        return this.members(depth)
      case '[':
        return this.elements(depth)
      case '"':
        return this.string() !== null
      default:
        plain.lastIndex = this.at
        if (!plain.test(this.text)) return false
        this.at = plain.lastIndex
        return true
    }
  }

  /** The string's own text, or null when it is not closed or holds what must be escaped. */
  private string(): string | null {
    const from = this.at
    if (this.text[from] !== '"') return null
    for (let at = from + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at)
      if (code === 0x22) {
        this.at = at + 1
        return JSON.parse(this.text.slice(from, this.at)) as string
      }
      if (code < 0x20) break
      if (code !== 0x5c) continue
      const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(at + 1, at + 6))
      if (!escape) break
      at += escape[0].length
    }
    return null
  }

  private members(depth: number): boolean {
    const keys = new Set<string>()
    return this.list('}', () => {
      const from = this.at
      const key = this.string()
      if (key === null) return false
      if (keys.has(key)) {
        this.at = from
        return false
      }
      keys.add(key)
      this.blank()
      if (this.text[this.at] !== ':') return false
      this.at++
      this.path.push(key)
      return this.value(depth + 1)
    })
  }

  private elements(depth: number): boolean {
    let index = 0
    return this.list(']', () => {
      this.path.push(index++)
      return this.value(depth + 1)
    })
  }

  /** What stands between the opening bracket and `close`, parted by commas. */
  private list(close: string, part: () => boolean): boolean {
    this.at++
    this.blank()
    if (this.text[this.at] === close) return this.step()
    for (;;) {
      this.blank()
      if (!part()) return false
      this.path.pop()
      this.blank()
      if (this.text[this.at] === close) return this.step()
      if (this.text[this.at] !== ',') return false
      this.at++
    }
  }

  private step(): true {
    this.at++
    return true
  }
}
