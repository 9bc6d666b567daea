/** Study and results -> the published file, field by field, and what was left out on the way. */
import { version } from '../../package.json'
import { innerPoint } from '../geo/inner-point'
import type { Result, UnitResult } from '../indicators/result'
import { order } from '../model/ledger-rows'
import { areaLevels, type Area, type Facility, type Study } from '../model/study'
import type { Clause, Pack } from '../policy/clause'
import type { ReachStudy } from '../reach/reach-study'
import { holdsPersonalNumber } from '../tables/personal'
import { countsPlaces, tellsNobody } from './published-figures'
import { publicPhone } from './published-phone'
import { publishedFormat, type Published, type PublishedClause, type PublishedFacility, type PublishedUnit } from './published'
import { publishedRings } from './published-shapes'
import { cut, cutOrNull, longestQuote, place, shortId } from './published-words'
import { suppress, usualRule, type CountRow, type Previous, type Suppressed, type SuppressionRule } from './suppression'

export type PublishRequest = {
  readonly study: Study
  readonly packs: readonly Pack[]
  readonly results: readonly Result[]
  /** At exactly two distances; null: no counts of people are published. */
  readonly reach: Pick<ReachStudy, 'areas' | 'model'> | null
  readonly title: string
  readonly source: string
  /** 审图号; null: marked as internal. */
  readonly approval: string | null
  /** The user says that the facilities' telephones are public. */
  readonly publicPhones: boolean
  /** Default: below 10. */
  readonly suppressBelow?: number
  /** The files published before, in any order. */
  readonly earlier?: readonly Published[]
}

/** What did not go into the file, to be told to whoever publishes. */
export type PublishNote =
  | { readonly code: 'not-operating' | 'home-bed' | 'no-position' | 'kind-unknown' | 'text-personal' | 'phone-mobile' | 'phone-unreadable' | 'hidden-small' | 'hidden-protecting' | 'verdicts-withheld'; readonly count: number }
  | { readonly code: 'given-away-before'; readonly count: number; readonly names: readonly string[] }
  | { readonly code: 'cuts-changed' | 'phones-not-public' | 'no-people'; readonly count: number }

export function packPublished(request: PublishRequest): { readonly published: Published; readonly notes: readonly PublishNote[] } {
  const { study, packs, results, reach, title, source, approval } = request
  const tally = createTally()
  const areas = inTreeOrder(study.areas)
  const unitIndex = new Map(areas.map(({ id }, at) => [id, at]))
  const rule = ruleOf(request.suppressBelow ?? usualRule.k)
  const counted = reach && hasPeople(reach) ? countsOf(areas, reach, rule, latestFirst(request.earlier ?? [])) : null
  if (!counted) tally.add('no-people')
  const rings = publishedRings(areas.map(({ boundary }) => boundary))
  const clauses = packs.flatMap((pack, document) =>
    pack.clauses.flatMap((clause): PublishedClause[] => {
      const result = results.find((each) => each.policy === pack.id && each.clause === clause.id)
      return result ? [publishedClause(clause, result, document, { areas, unitIndex, counted, k: rule.k })] : []
    }),
  )
  const facilities = publishedFacilities(study, unitIndex, request.publicPhones, tally)
  const published: Published = {
    format: publishedFormat,
    yikequan: version,
    title: cut(title),
    source: cut(source),
    asOf: study.asOf,
    approval: cutOrNull(approval),
    watermark: approval === null ? 'internal' : null,
    counts: counted && reach ? { k: rule.k, step: rule.step, people: 'elders60', model: reach.model.kind, speed: reach.model.kind === 'walk' ? reach.model.speed : null, metres: metresOf(reach) } : null,
    documents: packs.map(({ id, document }) => ({ id: shortId(id), title: cut(document.title), number: cutOrNull(document.number), status: document.status })),
    facilities,
    units: areas.map((area, at): PublishedUnit => {
      const row = counted?.rows[at]
      const parent = area.parent === null ? undefined : unitIndex.get(area.parent)
      return { id: shortId(area.id), name: cut(area.name), level: area.level, parent: parent !== undefined && parent < at ? parent : null, at: place(area.at ?? (area.boundary ? innerPoint(area.boundary) : null)), rings: rings[at] ?? null, counts: row ? { near: row.near, within: row.within, all: row.all } : null }
    }),
    clauses,
  }
  return { published, notes: [...tally.notes(), ...notesOf(counted, clauses, areas)] }
}

/** k is raised to a multiple of the step: a rounded number may not lie below what is hidden. */
export const ruleOf = (below: number): SuppressionRule => ({ k: Math.ceil(below / usualRule.step) * usualRule.step, step: usualRule.step })

type Tally = { readonly add: (code: Exclude<PublishNote['code'], 'given-away-before'>) => void; readonly notes: () => PublishNote[] }

function createTally(): Tally {
  const counts = new Map<Exclude<PublishNote['code'], 'given-away-before'>, number>()
  return { add: (code) => counts.set(code, (counts.get(code) ?? 0) + 1), notes: () => [...counts].map(([code, count]) => ({ code, count })) }
}

/** What an old person can go to: operating, and a care facility. By name, so that the file does not follow the ledger's rows. */
function publishedFacilities({ facilities }: Study, unitIndex: ReadonlyMap<string, number>, publicPhones: boolean, tally: Tally): PublishedFacility[] {
  const open = facilities.filter(({ kind, level, stage }) => {
    if (kind === 'NOT') return false
    // A bed in somebody's home is that person's address.
    if (kind === 'HOME_BED' || level === 'home') return (tally.add('home-bed'), false)
    if (stage !== 'operating') tally.add('not-operating')
    return stage === 'operating'
  })
  const said = (text: string | null): string | null => {
    if (text === null || !holdsPersonalNumber(text)) return text
    tally.add('text-personal')
    return null
  }
  const phoneOf = ({ phone }: Facility): string | null => {
    if (!phone) return null
    if (!publicPhones) return tally.add('phones-not-public'), null
    const read = publicPhone(phone)
    if ('wrong' in read) return tally.add(read.wrong), null
    return read.phone
  }
  return [...open]
    .sort((a, b) => order(a.name, b.name) || order(a.id, b.id))
    .map((facility): PublishedFacility => {
      if (facility.at === null) tally.add('no-position')
      if (facility.kind === null) tally.add('kind-unknown')
      return {
        // A name is shortened, not dropped: without it nobody knows what stands there.
        name: cut(said(facility.name) ?? facility.name.replace(/\d{11,}[\dXx]?/g, '…')),
        kind: facility.kind,
        services: (facility.services ?? []).slice(0, 40).flatMap((service) => (said(service) === null ? [] : [cut(service, 60)])),
        hours: cutOrNull(said(extraOf(facility, hoursHeader))),
        phone: phoneOf(facility),
        address: cutOrNull(said(extraOf(facility, addressHeader))),
        at: place(facility.at),
        unit: facility.area === null ? null : (unitIndex.get(facility.area) ?? null),
      }
    })
}

/** 运营时间 and the like are a date of opening in the ledgers; a cell with a clock time in it is what we look for. */
const hoursHeader = /^(?:服务|开放|营业|接待|开门|对外开放)(?:时间|时段)|^(?:opening_?hours|hours)$/i
const addressHeader = /^(?:设施|机构|单位|详细|中心|站点|所在|具体|坐落)?(?:地址|地点|位置描述)$|^address$/i

function extraOf({ extra }: Facility, header: RegExp): string | null {
  const found = Object.keys(extra).find((key) => header.test(key.replace(/\s/g, '')))
  return found === undefined ? null : extra[found]!.trim() || null
}

/** Upper units first, then by id: a parent always stands before its parts. */
function inTreeOrder(areas: readonly Area[]): Area[] {
  const byId = new Map(areas.map((area) => [area.id, area]))
  const depthOf = ({ parent }: Area): number => {
    let depth = 0
    for (let above = parent; above !== null && byId.has(above) && depth < 16; above = byId.get(above)!.parent) depth++
    return depth
  }
  return areas.map((area) => ({ area, depth: depthOf(area) })).sort((a, b) => a.depth - b.depth || order(a.area.id, b.area.id)).map(({ area }) => area)
}

/** otherCuts: how many of the earlier files have counts at other distances. */
type Counted = Suppressed & { readonly otherCuts: number }

const latestFirst = (files: readonly Published[]): readonly Published[] => [...files].sort((a, b) => order(b.asOf, a.asOf))

const hasPeople = ({ areas }: Pick<ReachStudy, 'areas'>): boolean => areas.some(({ all }) => (all.elders60 ?? 0) > 0)
const metresOf = ({ model }: Pick<ReachStudy, 'model'>): readonly [number, number] => {
  const [near, far] = model.metres
  if (near === undefined || far === undefined || model.metres.length !== 2) throw new Error(`two distances are published, not ${model.metres.join()}`)
  return [near, far]
}

function countsOf(areas: readonly Area[], reach: Pick<ReachStudy, 'areas' | 'model'>, rule: SuppressionRule, earlier: readonly Published[]): Counted {
  const [near, far] = metresOf(reach)
  const sums = new Map(reach.areas.map((sum) => [sum.id, sum]))
  const rows = areas.map(({ id, parent }): CountRow => {
    const sum = sums.get(id)
    const at = (metres: number): number | null => countable(sum?.within.find((each) => each.metres === metres)?.elders60)
    const all = countable(sum?.all.elders60)
    // Nobody lives there, or nobody's number is known: the second is no zero.
    const known = all !== null && (sum?.all.points ?? 0) > 0
    return { id: shortId(id), parent: parent === null ? null : shortId(parent), near: known ? at(near) : null, within: known ? at(far) : null, all: known ? all : null }
  })
  const speed = reach.model.kind === 'walk' ? reach.model.speed : null
  const before = earlier.flatMap(({ counts, units }): Previous[] => {
    if (!counts) return []
    const sameCuts = counts.model === reach.model.kind && counts.speed === speed && counts.metres[0] === near && counts.metres[1] === far
    const ids = idsToday(units, areas)
    return [{ sameCuts, rows: units.map(({ parent, counts: row }, at) => ({ id: ids[at]!, parent: parent === null ? null : (ids[parent] ?? null), near: row?.near ?? null, within: row?.within ?? null, all: row?.all ?? null })) }]
  })
  return { ...suppress(rows, rule, before), otherCuts: before.filter(({ sameCuts }) => !sameCuts).length }
}

/** null: not known, or a number that counts nobody: below nothing, or beyond all mankind. */
const countable = (value: number | null | undefined): number | null => (typeof value === 'number' && value >= 0 && value < 1e10 ? value : null)

/** A unit that only got another code is still itself: of the same name, level and unit above, and the only such. */
function idsToday(units: readonly PublishedUnit[], areas: readonly Area[]): readonly string[] {
  const today = new Set(areas.map(({ id }) => shortId(id)))
  const earlier = new Set(units.map(({ id }) => id))
  const keyOf = (name: string, level: string, parent: string | null): string => JSON.stringify([cut(name), level, parent])
  const named = new Map<string, string | null>()
  for (const { id, name, level, parent } of areas) {
    if (earlier.has(shortId(id))) continue
    const key = keyOf(name, level, parent === null ? null : shortId(parent))
    named.set(key, named.has(key) ? null : shortId(id))
  }
  const ids: string[] = []
  // A parent stands before its parts.
  for (const { id, name, level, parent } of units) {
    const key = keyOf(name, level, parent === null ? null : (ids[parent] ?? null))
    const renamed = today.has(id) ? null : (named.get(key) ?? null)
    if (renamed !== null) named.set(key, null)
    ids.push(renamed ?? id)
  }
  return ids
}

type ClauseWorld = { readonly areas: readonly Area[]; readonly unitIndex: ReadonlyMap<string, number>; readonly counted: Counted | null; readonly k: number }

function publishedClause(clause: Clause, result: Result, document: number, { areas, unitIndex, counted, k }: ClauseWorld): PublishedClause {
  const ofPlaces = countsPlaces(clause, result)
  const units = result.units.flatMap((unit) => {
    const at = unit.kind === undefined || unit.kind === 'area' ? unitIndex.get(unit.id) : undefined
    return at === undefined ? [] : [{ at, unit }]
  })
  const shown = units.filter(({ at, unit }) => ofPlaces || (isLarge(areas[at]!, counted, at) && tellsNobody(result, unit, k)))
  return {
    id: shortId(clause.id),
    document,
    title: { zh: cut(clause.title.zh), en: cut(clause.title.en) },
    quote: cut(clause.quote, longestQuote),
    state: ofPlaces || tellsNobody(result, result, k) ? result.state : null,
    binding: result.binding,
    deadline: result.deadline,
    pastDue: result.pastDue,
    threshold: result.threshold && Number.isFinite(result.threshold.value) ? { at: result.threshold.at, value: result.threshold.value + 0 } : null,
    unit: cut(result.unit),
    figures: ofPlaces ? [figure(result.numerator), figure(result.denominator), figure(result.value)] : null,
    readings: clause.readings.flatMap(({ option, default: usual }): [string, string][] => {
      const set = result.reading[option]
      return set === undefined || set === usual ? [] : [[cut(option), cut(String(set))]]
    }),
    units: shown.map(({ at, unit }) => ({ unit: at, state: unit.state, figures: ofPlaces ? halves(unit) : null })),
    withheld: units.length - shown.length,
  }
}

const halves = ({ numerator, denominator }: UnitResult): readonly [number | null, number | null] => [figure(numerator), figure(denominator)]
/** Six digits are more than any public figure has. */
const figure = (value: number | null): number | null => (value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(6)))

/** A verdict about people is told of a county or more, and only where none of its own counts is hidden. */
function isLarge(area: Area, counted: Counted | null, at: number): boolean {
  if (areaLevels.indexOf(area.level) > areaLevels.indexOf('county')) return false
  const row = counted?.rows[at]
  return !row || ![row.near, row.within, row.all].includes('hidden')
}

function notesOf(counted: Counted | null, clauses: readonly PublishedClause[], areas: readonly Area[]): PublishNote[] {
  const withheld = clauses.reduce((sum, clause) => sum + clause.withheld + (clause.state === null ? 1 : 0), 0)
  const nameOf = new Map(areas.map(({ id, name }) => [shortId(id), cut(name)]))
  return [
    ...(counted && counted.small > 0 ? [{ code: 'hidden-small' as const, count: counted.small }] : []),
    ...(counted && counted.protecting > 0 ? [{ code: 'hidden-protecting' as const, count: counted.protecting }] : []),
    ...(withheld > 0 ? [{ code: 'verdicts-withheld' as const, count: withheld }] : []),
    ...(counted && counted.otherCuts > 0 ? [{ code: 'cuts-changed' as const, count: counted.otherCuts }] : []),
    ...(counted && counted.givenAwayBefore.length > 0 ? [{ code: 'given-away-before' as const, count: counted.givenAwayBefore.length, names: counted.givenAwayBefore.map((id) => nameOf.get(id) ?? id) }] : []),
  ]
}
