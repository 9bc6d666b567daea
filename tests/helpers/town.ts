/** Studies drawn by hand: every record is written out, so that the right answer is arithmetic. */
import type { Area, AreaLevel, Compound, Fact, Facility, FacilityKind, FacilityLevel, People, Plot, Study } from '../../src/model/study'
import { judgeClause } from '../../src/indicators/judge'
import type { Result } from '../../src/indicators/result'
import type { Clause, Pack } from '../../src/policy/clause'
import { shippedPacks } from '../../src/policy/shipped'
import type { Options } from '../../src/model/study'

export function area(id: string, level: AreaLevel, parent: string | null = null, more: Partial<Area> = {}): Area {
  return { id, code: null, name: id, level, parent, urbanRural: null, zone: false, households: null, residents: null, elders60: null, elders65: null, elders80: null, at: null, boundary: null, extra: {}, source: null, ...more }
}

export function facility(id: string, kind: FacilityKind | null, level: FacilityLevel | null, inArea: string | null, more: Partial<Facility> = {}): Facility {
  return { id, name: id, kind, level, levelProposed: false, area: inArea, serves: null, floorAreaM2: null, landAreaM2: null, beds: null, nursingBeds: null, owner: null, operator: null, services: null, stage: 'operating', opened: null, at: null, extra: {}, source: null, ...more }
}

export function compound(id: string, more: Partial<Compound> = {}): Compound {
  return {
    id, name: id, area: null, households: null, householdsBuilt: null, householdsOccupied: null, householdsRegistered: null, residents: null, elders60: null, permitted: null, completed: null, delivered: null, age: null, pool: null,
    careAreaM2: null, usableAreaM2: null, leased: null, gates: [], handover: null, remedy: null, responsible: null, due: null, done: null, at: null, extra: {}, source: null, ...more,
  }
}

export function plot(id: string, more: Partial<Plot> = {}): Plot {
  return { id, name: id, area: null, use: 'care-land', zone: null, landAreaM2: null, floorAreaM2: null, cost: null, status: 'existing', standAlone: null, geometry: null, at: null, extra: {}, source: null, ...more }
}

export const fact = (kind: Fact['of']['kind'], id: string, item: string, value: Fact['value'], date: string | null = null): Fact => ({ of: { kind, id }, item, value, date, source: null })

export type Person = { readonly id: string; readonly at: readonly [number, number] | null; readonly area?: string; readonly elders60?: number | null; readonly residents?: number | null; readonly households?: number | null }

export function people(persons: readonly Person[], areas: readonly Area[]): People {
  const column = (read: (person: Person) => number | null | undefined) => Float64Array.from(persons, (person) => read(person) ?? NaN)
  return {
    id: persons.map(({ id }) => id),
    lng: column(({ at }) => at?.[0]),
    lat: column(({ at }) => at?.[1]),
    households: column(({ households }) => households),
    residents: column(({ residents }) => residents),
    elders60: column(({ elders60 }) => elders60),
    elders65: column(() => null),
    elders80: column(() => null),
    area: Int32Array.from(persons, (person) => areas.findIndex(({ id }) => id === person.area)),
    row: Int32Array.from(persons, (_, index) => index + 2),
  }
}

export type Town = { readonly areas?: readonly Area[]; readonly facilities?: readonly Facility[]; readonly compounds?: readonly Compound[]; readonly plots?: readonly Plot[]; readonly people?: readonly Person[]; readonly facts?: readonly Fact[]; readonly asOf?: string; readonly centralCity?: readonly string[] }

/** A study from records alone; people are sorted by id as the model does. */
export function studyOf(town: Town): Study {
  const byId = <T extends { id: string }>(records: readonly T[] = []) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1))
  const areas = byId(town.areas)
  return {
    name: 'town', asOf: town.asOf ?? '2025-12-31', policies: [], options: {}, areas, compounds: byId(town.compounds), facilities: byId(town.facilities), plots: byId(town.plots),
    people: town.people ? people(byId(town.people), areas) : null, peopleTable: null, facts: town.facts ?? [], streets: null, tables: [], inputs: [], problems: [],
    ...(town.centralCity ? { centralCity: town.centralCity } : {}),
  }
}

/** The shipped clause of that id and its pack. */
export function clauseOf(id: string): { pack: Pack; clause: Clause } {
  for (const pack of shippedPacks) {
    const clause = pack.clauses.find((entry) => entry.id === id)
    if (clause) return { pack, clause }
  }
  throw new Error(`no clause ${id}`)
}

/** Judges one shipped clause on the town. */
export function judged(id: string, town: Town, options: Options = {}): Result {
  const { pack, clause } = clauseOf(id)
  return judgeClause(studyOf(town), pack, clause, options)
}

/** id: state of every unit. */
export const statesOf = (result: Result): Record<string, string> => Object.fromEntries(result.units.map((unit) => [unit.id, unit.state]))
