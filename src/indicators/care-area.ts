/** How many m² of care area a compound or a pooled group has; the same m² is never counted twice. */
import type { Compound, Facility, Options, Study } from '../model/study'
import { kindSets, stagesCounted } from './match'
import type { Why } from './result'

/** lo and hi differ where a needed cell is unknown; hi Infinity: nothing limits what may be there. */
export type Area = { readonly lo: number; readonly hi: number; readonly from: 'stated' | 'facilities' | 'none'; readonly counted: readonly string[]; readonly why: readonly Why[] }

export type CareArea = {
  /** What the compound's own row states, after the readings of lease, handover and single site. */
  readonly stated: (compound: Compound) => Area
  /** What the facilities that serve the compound give it alone (a facility that serves several is divided by planned households). */
  readonly served: (compound: Compound) => Area
  /** A pool's area under its members' statements, at most the floor of the facilities that serve it. */
  readonly pooled: (members: readonly Compound[]) => Area & { readonly over: number; readonly repeated: boolean }
  /** Facilities that serve any of the compounds and count. */
  readonly facilitiesOf: (members: readonly Compound[]) => readonly Facility[]
}

const unknownArea = (code: string): Area => ({ lo: 0, hi: Infinity, from: 'none', counted: [], why: [{ code }] })

/** Area questions under one reading; built once per clause. */
export function careAreaOf(study: Study, reading: Options): CareArea {
  const stages = stagesCounted(reading, ['operating']) as readonly string[]
  const kinds: readonly string[] = reading.areaKinds === 'with-institutions' ? [...kindSets.community!, 'INST'] : kindSets.community!
  const serving = new Map<string, Facility[]>()
  const compounds = new Map(study.compounds.map((compound) => [compound.id, compound]))
  for (const facility of study.facilities) {
    if (facility.kind === null || !kinds.includes(facility.kind) || facility.stage === null || !stages.includes(facility.stage)) continue
    for (const id of facility.serves ?? []) {
      if (!compounds.has(id)) continue
      const list = serving.get(id)
      if (list) list.push(facility)
      else serving.set(id, [facility])
    }
  }
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

  const served = (compound: Compound): Area => {
    const facilities = serving.get(compound.id) ?? []
    if (facilities.length === 0) return unknownArea('area-blank')
    let lo = 0
    let known = true
    for (const facility of facilities) {
      if (facility.floorAreaM2 === null) known = false
      else if (bigEnough(facility.floorAreaM2)) {
        const part = shareOf(facility, compound, compounds)
        if (part === null) known = false
        else lo += facility.floorAreaM2 * part
      }
    }
    return { lo, hi: known ? lo : Infinity, from: 'facilities', counted: facilities.map((facility) => facility.id), why: known ? [{ code: 'area-from-facilities' }] : [{ code: 'floor-area-unknown' }] }
  }

  const pooled = (members: readonly Compound[]) => {
    const facilities = facilitiesOf(members)
    const floors = facilities.map((facility) => facility.floorAreaM2)
    const floor = floors.every((m2) => m2 !== null) ? floors.reduce<number>((sum, m2) => sum + (bigEnough(m2!) ? m2! : 0), 0) : null
    const own = members.map(stated)
    const lo = own.reduce((sum, area) => sum + area.lo, 0)
    const hi = own.reduce((sum, area) => sum + area.hi, 0)
    const counted = facilities.map((facility) => facility.id)
    const why = dedupe(own.flatMap((area) => area.why))
    const fromFacilities = reading.areaFrom === 'facilities' || own.every((area) => area.from === 'none')
    if (facilities.length > 0 && fromFacilities) return { lo: floor ?? knownSum(floors, bigEnough), hi: floor ?? Infinity, from: 'facilities' as const, counted, why: [{ code: floor === null ? 'floor-area-unknown' : 'area-from-facilities' }], over: 0, repeated: false }
    if (facilities.length > 0 && floor !== null) return { lo: Math.min(lo, floor), hi: Math.min(hi, floor), from: 'stated' as const, counted, why: hi === Infinity && lo < floor ? [...why, { code: 'area-blank' }] : why.filter(({ code }) => code !== 'area-blank'), over: Math.max(0, lo - floor), repeated: false }
    return { lo, hi, from: own.every((area) => area.from === 'none') ? ('none' as const) : ('stated' as const), counted, why, over: 0, repeated: facilities.length === 0 && hasEqual(members.map((member) => member.careAreaM2)) }
  }
  return { stated, served, pooled, facilitiesOf }
}

/** A compound's part of a facility that serves several compounds that are no pool: by planned households (SETTLED 29); null when a count is blank. */
function shareOf(facility: Facility, compound: Compound, compounds: ReadonlyMap<string, Compound>): number | null {
  const served = (facility.serves ?? []).flatMap((id) => compounds.get(id) ?? [])
  if (served.length <= 1) return 1
  const all = served.reduce<number | null>((sum, of) => (sum === null || of.households === null ? null : sum + of.households), 0)
  return all === null || all === 0 || compound.households === null ? null : compound.households / all
}

const knownSum = (floors: readonly (number | null)[], counts: (m2: number) => boolean): number => floors.reduce<number>((sum, m2) => sum + (m2 !== null && counts(m2) ? m2 : 0), 0)

const hasEqual = (figures: readonly (number | null)[]): boolean => {
  const said = figures.filter((m2) => m2 !== null && m2 > 0)
  return new Set(said).size < said.length
}

const dedupe = (why: readonly Why[]): Why[] => [...new Map(why.map((entry) => [entry.code, entry])).values()]
