/** Problems of one table. The same trouble in very many cells of a column is told cell by cell up to a limit, then once with the number of the rest. */
import { problem, type Place, type Problem, type ProblemCode, type Severity } from '../problem'

const toldSingly = 100
/** Characters of a cell that are repeated in a problem. */
const longest = 120

export class ProblemList {
  private readonly told: Problem[] = []
  private readonly counts = new Map<
    string,
    { count: number; severity: Severity; code: ProblemCode; column: string | undefined }
  >()
  private readonly once = new Set<string>()

  constructor(
    private readonly file: string,
    private readonly sheet: string | null,
  ) {}

  /** At a row and column of the table; either may be undefined. */
  add(code: ProblemCode, severity: Severity, row?: number, column?: string, detail?: string): void {
    if (row !== undefined) {
      const key = `${code} ${column ?? ''}`
      const entry = this.counts.get(key) ?? { count: 0, severity, code, column }
      entry.count++
      this.counts.set(key, entry)
      if (entry.count > toldSingly) return
    }
    this.told.push(
      problem(
        code,
        severity,
        this.place(row, column),
        detail !== undefined && detail.length > longest ? `${detail.slice(0, longest)}…` : detail,
      ),
    )
  }

  /** Said at the first row only: for what every further row with the same words would repeat. */
  addOnce(key: string, code: ProblemCode, severity: Severity, row?: number, column?: string, detail?: string): void {
    if (this.once.has(key)) return
    this.once.add(key)
    this.add(code, severity, row, column, detail)
  }

  all(): readonly Problem[] {
    const rest = [...this.counts.values()].filter(({ count }) => count > toldSingly)
    return [
      ...this.told,
      ...rest.map(({ code, severity, column, count }) =>
        problem(code, severity, this.place(undefined, column), `+${count - toldSingly}`),
      ),
    ]
  }

  private place(row: number | undefined, column: string | undefined): Place {
    return {
      file: this.file,
      sheet: this.sheet,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column }),
    }
  }
}
