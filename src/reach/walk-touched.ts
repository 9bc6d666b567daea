/** Which demand points an edit really changed: what each was is noted when it is first touched, and compared at the end. */
import type { WalkReach } from './walk'

export class Touched {
  private readonly reach: WalkReach
  private readonly seen: Int32Array
  private readonly list: Int32Array
  private readonly nearest: Int32Array
  private readonly metres: Float64Array
  private readonly snapMetres: Float64Array
  private readonly ambiguous: Uint8Array
  private readonly within: Uint16Array[]
  private count = 0
  private edit = 0

  constructor(reach: WalkReach) {
    const size = reach.nearest.length
    this.reach = reach
    this.seen = new Int32Array(size)
    this.list = new Int32Array(size)
    this.nearest = new Int32Array(size)
    this.metres = new Float64Array(size)
    this.snapMetres = new Float64Array(size)
    this.ambiguous = new Uint8Array(size)
    this.within = reach.within.map(() => new Uint16Array(size))
  }

  begin(): void {
    this.edit++
    this.count = 0
  }

  /** To be called before a demand point is changed. */
  touch(i: number): void {
    if (this.seen[i] === this.edit) return
    this.seen[i] = this.edit
    const { reach, count } = this
    this.list[count] = i
    this.nearest[count] = reach.nearest[i]
    this.metres[count] = reach.metres[i]
    this.snapMetres[count] = reach.snapMetres[i]
    this.ambiguous[count] = reach.ambiguous[i]
    for (let l = 0; l < this.within.length; l++) this.within[l][count] = reach.within[l][i]
    this.count = count + 1
  }

  changed(): Int32Array {
    const found = new Int32Array(this.count)
    let count = 0
    for (let k = 0; k < this.count; k++) if (this.differs(k, this.list[k])) found[count++] = this.list[k]
    return found.slice(0, count).sort()
  }

  private differs(k: number, i: number): boolean {
    const { reach } = this
    if (this.nearest[k] !== reach.nearest[i] || !same(this.metres[k], reach.metres[i]) || !same(this.snapMetres[k], reach.snapMetres[i]) || this.ambiguous[k] !== reach.ambiguous[i]) return true
    for (let l = 0; l < this.within.length; l++) if (this.within[l][k] !== reach.within[l][i]) return true
    return false
  }
}

const same = (a: number, b: number): boolean => a === b || (a !== a && b !== b)
