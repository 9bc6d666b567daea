/** How many m² of care area a compound or a pooled group has; the same m² is never counted twice. */
import type { Compound, Facility, Options, Study } from '../model/study'
import { compoundOf, indexOfCompounds, type CompoundIndex } from './compound-index'
import { kindSets, stagesCounted } from './match'
import type { Why } from './result'

/** lo and hi differ where a needed cell is unknown; hi Infinity: nothing limits what may be there. */
export type Area = { readonly lo: number; readonly hi: number; readonly from: 'stated' | 'facilities' | 'none'; readonly counted: readonly string[]; readonly why: readonly Why[] }

/** over: m² stated beyond the floor of the shared rooms; repeated: equal statements that nothing limits. */
export type PooledArea = Area & { readonly over: number; readonly repeated: boolean }

export type CareArea = {
  /** What the compound's own row states, after the readings of lease, handover and single site. */
  readonly stated: (compound: Compound) => Area
  /** What the facilities that serve the compound give it alone: one that serves several is divided by planned households, or is none of its own where only what stands inside counts. */
  readonly served: (compound: Compound, insideOnly: boolean) => Area
  /** A pool's area under its members' statements, at most its part of the floor of the facilities that serve it; `without`: those of its group that have no part in them. */
  readonly pooled: (members: readonly Compound[], without: readonly Compound[]) => PooledArea
  /** Facilities that serve any of the compounds and count. */
  readonly facilitiesOf: (members: readonly Compound[]) => readonly Facility[]
}

const unknownArea = (code: string): Area => ({ lo: 0, hi: Infinity, from: 'none', counted: [], why: [{ code }] })

/** Area questions under one reading; built once per clause. */
export function careAreaOf(study: Study, reading: Options): CareArea {
  const stages = stagesCounted(reading, ['operating']) as readonly string[]
  const kinds: readonly string[] = reading.areaKinds === 'with-institutions' ? [...kindSets.community!, 'INST'] : kindSets.community!
  const serving = servingOf(study, kinds, stages)
  const minimum = typeof reading.singleSiteMinimum === 'number' ? reading.singleSiteMinimum : 0
  const bigEnough = (m2: number) => m2 >= minimum

  const stated = (compound: Compound): Area => {
    const m2 = reading.areaMeasure === 'usable' ? compound.usableAreaM2 : compound.careAreaM2
    if (m2 === null) return unknownArea('area-blank')
    const why: Why[] = []
    if (!bigEnough(m2)) return { lo: 0, hi: 0, from: 'stated', counted: [], why: m2 > 0 ? [{ code: 'below-single-site', detail: String(m2) }] : [] }
    if (compound.leased === true) {
      if (reading.leasedArea === 'does-not-count') return { lo: 0, hi: 0, from: 'stated', counted: [], why: [{ code: 'leased' }] }
      why.push({ code: 'leased' })
    }
    if (compound.handover === 'not-handed-over') {
      if (reading.handover === 'does-not-count') return { lo: 0, hi: 0, from: 'stated', counted: [], why: [{ code: 'not-handed-over' }] }
      why.push({ code: 'not-handed-over' })
    }
    // With the strict readings a blank mark may hide a leased or undelivered room: in or out is not known.
    const unsure = (reading.leasedArea === 'does-not-count' && compound.leased === null) || (reading.handover === 'does-not-count' && compound.handover === null)
    return { lo: unsure ? 0 : m2, hi: m2, from: 'stated', counted: [], why: unsure ? [...why, { code: 'mark-unknown' }] : why }
  }

  const facilitiesOf = (members: readonly Compound[]): readonly Facility[] => [...new Set(members.flatMap((member) => serving.get(member.id) ?? []))]

  const served = (compound: Compound, insideOnly: boolean): Area => {
    const facilities = (serving.get(compound.id) ?? []).filter((facility) => !insideOnly || servedBy(facility).length === 1)
    if (facilities.length === 0) return unknownArea('area-blank')
    const floor = floorFor(facilities, [compound])
    return { ...floor, from: 'facilities', counted: facilities.map((facility) => facility.id), why: [{ code: floor.lo === floor.hi ? 'area-from-facilities' : 'floor-area-unknown' }] }
  }

  const servedBy = (facility: Facility): readonly Compound[] => [...new Set(facility.serves)].flatMap((id) => compoundOf(study.compounds, id) ?? [])

  /** The floor of some facilities as far as it is for these compounds: what serves others too is divided by planned households (SETTLED 29). */
  const floorFor = (facilities: readonly Facility[], members: readonly Compound[], without: readonly Compound[] = []): { lo: number; hi: number } => {
    let lo = 0
    let hi = 0
    for (const facility of facilities) {
      if (facility.floorAreaM2 === null) {
        hi = Infinity
        continue
      }
      // A shared site is as big as its whole floor, whoever it serves.
      if (!bigEnough(facility.floorAreaM2)) continue
      const part = partOf(without.length === 0 ? servedBy(facility) : servedBy(facility).filter((compound) => !without.includes(compound)), members)
      lo += facility.floorAreaM2 * (part ?? 0)
      hi += facility.floorAreaM2 * (part ?? 1)
    }
    return { lo, hi }
  }

  /** What a member states; where that is blank and only facilities of its own serve it, their floor. */
  const statedOrOwn = (member: Compound): Area => {
    const said = stated(member)
    if (said.from !== 'none') return said
    const own = served(member, true)
    return own.from !== 'none' && own.counted.length === serving.get(member.id)?.length ? own : said
  }

  /** A pool whose rooms the ledger never listed is not bounded by the one room that a plan adds: the statement already has it. */
  let before: CareArea | null = null
  const roomsWereListed = (members: readonly Compound[]): boolean => {
    if (!study.base) return true
    before ??= careAreaOf(study.base, reading)
    return before.facilitiesOf(members).length > 0
  }

  const pooled = (members: readonly Compound[], without: readonly Compound[]) => {
    const facilities = facilitiesOf(members)
    const floor = floorFor(facilities, members, without)
    if (facilities.length === 0 && reading.areaFrom === 'facilities') return { ...unknownArea('area-blank'), over: 0, repeated: false }
    const own = members.map((member) => statedOrOwn(member))
    const lo = own.reduce((sum, area) => sum + area.lo, 0)
    const hi = own.reduce((sum, area) => sum + area.hi, 0)
    const counted = facilities.map((facility) => facility.id)
    const why = dedupe(own.flatMap((area) => area.why))
    const fromFacilities = reading.areaFrom === 'facilities' || members.every((member) => stated(member).from === 'none')
    if (facilities.length > 0 && fromFacilities) return { ...floor, from: 'facilities' as const, counted, why: [{ code: floor.lo === floor.hi ? 'area-from-facilities' : 'floor-area-unknown' }], over: 0, repeated: false }
    if (facilities.length > 0 && floor.hi !== Infinity && roomsWereListed(members)) return { lo: Math.min(lo, floor.lo), hi: Math.min(hi, floor.hi), from: 'stated' as const, counted, why: hi === Infinity && lo < floor.hi ? why : why.filter(({ code }) => code !== 'area-blank'), over: Math.max(0, lo - floor.hi), repeated: false }
    // Nothing limits what the members state: equal figures may be one room written down twice.
    return { lo, hi, from: own.every((area) => area.from === 'none') ? ('none' as const) : ('stated' as const), counted, why, over: 0, repeated: hasEqual(members.map((member) => (reading.areaMeasure === 'usable' ? member.usableAreaM2 : member.careAreaM2))) }
  }
  return { stated, served, pooled, facilitiesOf }
}

type Serving = ReadonlyMap<string, readonly Facility[]>

const made = new WeakMap<Study['facilities'], WeakMap<CompoundIndex, Map<string, Serving>>>()

/** The facilities of some kinds and stages that serve each compound; built once per ledgers and reading, since many clauses ask. */
function servingOf({ facilities, compounds }: Study, kinds: readonly string[], stages: readonly string[]): Serving {
  let ofFacilities = made.get(facilities)
  if (!ofFacilities) made.set(facilities, (ofFacilities = new WeakMap()))
  const index = indexOfCompounds(compounds)
  let known = ofFacilities.get(index)
  if (!known) ofFacilities.set(index, (known = new Map()))
  const key = `${kinds.join()} ${stages.join()}`
  const found = known.get(key)
  if (found) return found
  const serving = new Map<string, Facility[]>()
  for (const facility of facilities) {
    if (facility.kind === null || !kinds.includes(facility.kind) || facility.stage === null || !stages.includes(facility.stage)) continue
    for (const id of new Set(facility.serves ?? [])) {
      if (!index.places.has(id)) continue
      const each = serving.get(id)
      if (each) each.push(facility)
      else serving.set(id, [facility])
    }
  }
  known.set(key, serving)
  return serving
}

/** What share of all that a facility serves some of them are, by planned households; null when a count is blank. */
function partOf(served: readonly Compound[], members: readonly Compound[]): number | null {
  const ids = new Set(members.map(({ id }) => id))
  if (served.every(({ id }) => ids.has(id))) return 1
  if (served.some(({ households }) => households === null)) return null
  const households = (of: readonly Compound[]) => of.reduce((sum, compound) => sum + compound.households!, 0)
  const all = households(served)
  return all === 0 ? null : households(served.filter(({ id }) => ids.has(id))) / all
}

const hasEqual = (figures: readonly (number | null)[]): boolean => {
  const said = figures.filter((m2) => m2 !== null && m2 > 0)
  return new Set(said).size < said.length
}

const dedupe = (why: readonly Why[]): Why[] => [...new Map(why.map((entry) => [entry.code, entry])).values()]
