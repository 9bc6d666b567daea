/** Marks and problems of the row that is being read. */
import type { ProblemCode, Severity } from '../problem'
import type { CellReport } from './cells/cell'
import type { CellMark } from './ledger'
import type { ProblemList } from './problem-list'

/** One report for all cells: it knows the row and column that is being read. */
export class RowReport implements CellReport {
  marks: CellMark[] = []
  private row = 0
  private key = ''
  private header = ''

  constructor(private readonly problems: ProblemList) {}

  startRow(row: number): void {
    this.row = row
    this.marks = []
  }

  startCell(key: string, header: string): void {
    this.key = key
    this.header = header
  }

  readonly problem = (code: ProblemCode, severity: Severity, detail: string): void =>
    this.problemAt(code, severity, this.header, detail)

  problemAt(code: ProblemCode, severity: Severity, header: string | undefined, detail: string): void {
    // An unknown word is told where it first stands; its other cells carry the mark.
    if (code === 'word-unknown')
      this.problems.addOnce(`${code} ${header} ${detail}`, code, severity, this.row, header, detail)
    else this.problems.add(code, severity, this.row, header, detail)
  }

  readonly mark = (code: CellMark['code'], raw: string): void => this.markAs(this.key, code, raw)

  markAs(column: string, code: CellMark['code'], raw: string): void {
    this.marks.push({ column, code, raw })
  }
}
