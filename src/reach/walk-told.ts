/** What is told of every demand point, its nearest site above all, and looked at again where the labels around it have changed. */
import { blockShift } from '../geo/streets/beads'
import { nobody } from '../geo/streets/walk-labels'
import type { SitePlaces, WalkLabels } from '../geo/streets/walk-labels'
import { unreached } from '../geo/streets/walk-network'
import type { GrowingReach } from './walk'
import { tell } from './walk'
import type { WalkAccess } from './walk-access'
import type { ReachChange } from './walk-change'
import { NearestOfDemand, type SitesOnChains } from './walk-nearest'

export class ToldNearest {
  private readonly labels: WalkLabels
  private readonly access: WalkAccess
  private readonly places: SitePlaces
  private readonly onChains: SitesOnChains
  private readonly reach: GrowingReach
  private readonly change: ReachChange
  private readonly limitMm: number
  private readonly look: NearestOfDemand
  /** By rank: millimetres and site last told; where some demand points have several access points a third number, the one that was used. */
  private readonly told: Int32Array
  /** One bit for each block of junctions (beads.ts): whether people stand on any chain that starts there; and whether it is listed already. */
  private readonly peopled: Int32Array
  private readonly listed: Int32Array
  private readonly blocks: Int32Array
  /** One bit for each junction: whether people stand on any chain that only ends there. */
  private readonly endPeopled: Uint8Array

  /** Looks at everybody once. */
  constructor(labels: WalkLabels, access: WalkAccess, places: SitePlaces, onChains: SitesOnChains, reach: GrowingReach, change: ReachChange, limitMm: number) {
    const { junctions } = labels.network
    this.labels = labels
    this.access = access
    this.places = places
    this.onChains = onChains
    this.reach = reach
    this.change = change
    this.limitMm = limitMm
    this.look = new NearestOfDemand(labels.network, access, onChains)
    this.told = new Int32Array((access.single ? 2 : 3) * access.ofRank.length).fill(-2)
    const { table, ofBlock } = access.beads
    this.peopled = new Int32Array((ofBlock.length >> 5) + 1)
    this.listed = new Int32Array(this.peopled.length)
    this.blocks = new Int32Array(ofBlock.length)
    for (let block = 0; block + 1 < ofBlock.length; block++) if (ofBlock[block] < ofBlock[block + 1]) this.peopled[block >> 5] |= 1 << (block & 31)
    this.endPeopled = new Uint8Array((junctions >> 3) + 1)
    for (let at = 1; at < table.length; at += 4) this.endPeopled[table[at] >> 3] |= 1 << (table[at] & 7)
    if (access.single) for (let a = 0; a < access.chain.length; a++) reach.ambiguous[access.ofRank[a]] = access.ambiguous[a]
    for (let chain = 0; chain < labels.network.chainFrom.length; chain++) this.along(chain)
  }

  /** Looks again at everybody on the chains that end at any of the junctions, those being every `step`-th of the first `count` numbers; and at some of their neighbours. */
  around(junctions: Int32Array, count: number, step: number): void {
    const { endPeopled } = this
    const { first, arcs } = this.labels.network
    let found = 0
    for (let k = 0; k < count; k += step) {
      const v = junctions[k]
      found = this.list(v >> blockShift, found)
      if ((endPeopled[v >> 3] & (1 << (v & 7))) === 0) continue
      // Chains start at the lower of their junctions.
      for (let arc = first[v]; arc < first[v + 1]; arc++) if (arcs[2 * arc] < v) found = this.list(arcs[2 * arc] >> blockShift, found)
    }
    for (let k = 0; k < found; k++) {
      const block = this.blocks[k]
      this.listed[block >> 5] = 0
      if (this.access.single) this.lone(block)
      else this.gated(block)
    }
  }

  /** Lists a block where people are, once; answers how many are listed. */
  private list(block: number, found: number): number {
    const { peopled, listed, blocks } = this
    const already = listed[block >> 5]
    blocks[found] = block
    listed[block >> 5] = already | (1 << (block & 31))
    return found + (((peopled[block >> 5] & ~already) >>> (block & 31)) & 1)
  }

  /** Looks again at everybody on a chain. */
  along(chain: number): void {
    const { first, rank } = this.access
    for (let a = first[chain]; a < first[chain + 1]; a++) this.again(rank[a])
  }

  /** Everybody of a block, where each has one access point, its rank: as NearestOfDemand looks, but all of it stands side by side. */
  private lone(block: number): void {
    const { told, limitMm } = this
    const { table, ofBlock } = this.access.beads
    const { label } = this.labels
    const { near } = this.onChains
    for (let rank = ofBlock[block]; rank < ofBlock[block + 1]; rank++) {
      const start = table[4 * rank]
      if ((near[start >> 3] & (1 << (start & 7))) !== 0) {
        // Perhaps a site on the very chain.
        this.again(rank)
        continue
      }
      const [from, to] = [start << 1, table[4 * rank + 1] << 1]
      let mm = label[from] + table[4 * rank + 2]
      let site = label[from + 1]
      const back = label[to] + table[4 * rank + 3]
      if (back < mm || (back === mm && label[to + 1] < site)) {
        mm = back
        site = label[to + 1]
      }
      if (mm > limitMm) {
        mm = unreached
        site = nobody
      }
      if (mm !== told[2 * rank] || site !== told[2 * rank + 1]) this.tellLone(rank, mm, site)
    }
  }

  private tellLone(rank: number, mm: number, site: number): void {
    const i = this.access.ofRank[rank]
    this.told[2 * rank] = mm
    this.told[2 * rank + 1] = site
    this.reach.nearest[i] = site === nobody ? -1 : site
    this.reach.metres[i] = site === nobody ? NaN : mm / 1000
    this.change.touch(rank)
  }

  private gated(block: number): void {
    const { beads, rank } = this.access
    for (let a = beads.ofBlock[block]; a < beads.ofBlock[block + 1]; a++) this.again(rank[a])
  }

  private again(rank: number): void {
    const { look, told, reach, access } = this
    look.look(rank, this.labels, this.places, this.limitMm)
    if (access.single) {
      if (look.mm !== told[2 * rank] || look.site !== told[2 * rank + 1]) this.tellLone(rank, look.mm, look.site)
      return
    }
    if (look.mm === told[3 * rank] && look.site === told[3 * rank + 1] && look.access === told[3 * rank + 2]) return
    const i = access.ofRank[rank]
    // Another gate may be as near, with the same stretch to its street.
    const same = look.access < 0 ? reach.nearest[i] === -1 : reach.nearest[i] === look.site && reach.metres[i] === look.mm / 1000 && reach.snapMetres[i] === access.offMm[look.access] / 1000 && reach.ambiguous[i] === access.ambiguous[look.access]
    if (!same) this.change.touch(rank)
    told[3 * rank] = look.mm
    told[3 * rank + 1] = look.site
    told[3 * rank + 2] = look.access
    tell(reach, access, i, look)
  }
}
