/** On which line of a JSON text each value stands, so that a clerk who edits a pack is told where. */

export type JsonLines = { readonly value: unknown; readonly lineOf: (path: readonly (string | number)[]) => number } | { readonly error: string; readonly line: number }

/** Parses JSON and remembers the line of every value; on a syntax error, its line and what stood there. Lines count from 1. */
export function jsonWithLines(text: string): JsonLines {
  const lines = new Map<string, number>()
  const starts = lineStarts(text)
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
  const scan = new Scanner(text, (path, offset) => lines.set(path, lineAt(offset)))
  scan.run()
  if (scan.failedAt !== null) return { error: text.slice(scan.failedAt, scan.failedAt + 20).split('\n')[0] || 'end of file', line: lineAt(Math.min(scan.failedAt, text.length - 1)) }
  try {
    const value: unknown = JSON.parse(text)
    return { value, lineOf: (path) => nearestLine(lines, path) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : '', line: 1 }
  }
}

/** The line of the path, else of the nearest value above it (a missing key has no line of its own). */
function nearestLine(lines: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length--) {
    const line = lines.get(keyOf(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\u0001')

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** A walk over JSON text that reports where values begin; JSON.parse does the rest. */
class Scanner {
  failedAt: number | null = null
  private at = 0
  private readonly path: (string | number)[] = []
  constructor(
    private readonly text: string,
    private readonly seen: (path: string, offset: number) => void,
  ) {}

  run(): void {
    if (!this.value(0)) return this.fail()
    this.blank()
    if (this.at < this.text.length) this.fail()
  }

  private fail(): void {
    this.failedAt ??= this.at
  }

  private blank(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
  }

  private value(depth: number): boolean {
    this.blank()
    if (depth > 64) return false
    this.seen(keyOf(this.path), this.at)
    const first = this.text[this.at]
    if (first === '{') return this.members(depth)
    if (first === '[') return this.elements(depth)
    return this.take(first === '"' ? /"(?:[^"\\\n]|\\.)*"/y : /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y) !== null
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (!match) return null
    this.at = pattern.lastIndex
    return match[0]
  }

  private members(depth: number): boolean {
    this.at++
    this.blank()
    if (this.text[this.at] === '}') return this.step()
    for (;;) {
      this.blank()
      const key = this.take(/"(?:[^"\\\n]|\\.)*"/y)
      this.blank()
      if (key === null || this.text[this.at] !== ':') return false
      this.at++
      this.path.push(JSON.parse(key) as string)
      if (!this.value(depth + 1)) return false
      this.path.pop()
      this.blank()
      if (this.text[this.at] === '}') return this.step()
      if (this.text[this.at] !== ',') return false
      this.at++
    }
  }

  private elements(depth: number): boolean {
    this.at++
    this.blank()
    if (this.text[this.at] === ']') return this.step()
    for (let index = 0; ; index++) {
      this.path.push(index)
      if (!this.value(depth + 1)) return false
      this.path.pop()
      this.blank()
      if (this.text[this.at] === ']') return this.step()
      if (this.text[this.at] !== ',') return false
      this.at++
    }
  }

  private step(): true {
    this.at++
    return true
  }
}
