/** One JSON line per measurement; the ratio is against the case named as `against` in the same process, so that the machine's mood cancels out. */
export type Measurement = {
  readonly bench: string
  readonly case: string
  readonly ms: number
  readonly n: number
  readonly ratio: number | null
  readonly against: string | null
  readonly pairs?: number
  readonly sameAnswer?: boolean
  readonly estimated?: boolean
  readonly areaKm2?: number
}

/** Median milliseconds of n runs after warm-ups; what the work returns is kept so that nothing is optimised away. */
export function median(n: number, work: () => unknown, warm = Math.min(n, 5)): number {
  const times: number[] = []
  for (let i = -warm; i < n; i++) {
    const start = performance.now()
    sink = work()
    if (i >= 0) times.push(performance.now() - start)
  }
  if (sink === times) throw new Error('unreachable')
  return times.sort((a, b) => a - b)[Math.floor(n / 2)] ?? NaN
}

export function print(line: Measurement): void {
  // maxRSS is the peak of this process in KiB.
  console.log(JSON.stringify({ ...line, ms: Number.isNaN(line.ms) ? null : round(line.ms), ratio: line.ratio === null ? null : round(line.ratio), peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024) }))
}

let sink: unknown = null
const round = (value: number) => Number(value.toPrecision(4))
