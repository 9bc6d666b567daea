/** The pooled reading against brute force on small groups. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compound, facility, judged, type Town } from '../helpers/town'
import { geodesicMetres, roundToMm } from '../helpers/brute'
import { randomOptions, randomTown } from '../helpers/random-town'
import { careAreaOf } from '../../src/indicators/care-area'
import { studyOf } from '../helpers/town'

type Member = { readonly households: number; readonly stated: number | null; readonly old: boolean; readonly north: number }
type Room = { readonly floor: number; readonly serves: readonly boolean[]; readonly north: number }

const group = fc.record({
  members: fc.array(fc.record({ households: fc.integer({ min: 1, max: 2000 }), stated: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }), old: fc.boolean(), north: fc.integer({ min: 0, max: 900 }) }), { minLength: 2, maxLength: 4 }),
  rooms: fc.array(fc.record({ floor: fc.integer({ min: 1, max: 600 }), serves: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), north: fc.integer({ min: 0, max: 900 }) }), { maxLength: 2 }),
})
const at = (metres: number): [number, number] => [103, 25 + metres / 110_777]
const idOf = (index: number) => `m${index}`
const served = (room: Room, members: readonly Member[]) => members.flatMap((_, index) => (room.serves[index] ? [index] : []))

const townOf = ({ members, rooms }: { members: readonly Member[]; rooms: readonly Room[] }): Town => ({
  compounds: members.map(({ households, stated, old, north }, index) => compound(idOf(index), { households, careAreaM2: stated, age: old ? 'old' : 'new', pool: 'g', at: at(north) })),
  facilities: rooms.flatMap((room, index) => (served(room, members).length > 0 ? [facility(`r${index}`, 'COMM', 'community', null, { serves: served(room, members).map(idOf), floorAreaM2: room.floor, at: at(room.north) })] : [])),
})

/** What the group has at least and at most, from the words of the settlement. */
function has(members: readonly Member[], rooms: readonly Room[], all: readonly Member[]): { readonly least: number; readonly most: number } {
  const shared = rooms.filter((room) => served(room, all).some((index) => members.includes(all[index]!)))
  const floors = shared.reduce((sum, room) => sum + room.floor, 0)
  if (members.every(({ stated }) => stated === null)) return shared.length > 0 ? { least: floors, most: floors } : { least: 0, most: Infinity }
  let least = 0
  let blank = false
  for (const member of members) {
    const own = rooms.filter((room) => served(room, all).includes(all.indexOf(member)))
    const alone = own.length > 0 && own.every((room) => served(room, all).length === 1)
    if (member.stated === null && !alone) blank = true
    least += member.stated ?? (alone ? own.reduce((sum, room) => sum + room.floor, 0) : 0)
  }
  const most = blank ? Infinity : least
  return shared.length > 0 ? { least: Math.min(least, floors), most: Math.min(most, floors) } : { least, most }
}

const stateOf = ({ least, most }: { least: number; most: number }, required: number) => (least >= required * (1 - 1e-9) ? 'met' : most >= required * (1 - 1e-9) ? 'no-data' : 'unmet')

const owes = (members: readonly Member[]) => members.reduce((sum, { households, old }) => sum + (households * (old ? 20 : 25)) / 100, 0)

describe('a group of two to four', () => {
  test('has what its members state, at most the floors of the rooms that serve it, and owes the household-weighted norm', () => {
    fc.assert(
      fc.property(group, (drawn) => {
        const town = townOf(drawn)
        const provided = has(drawn.members, drawn.rooms, drawn.members)
        const required = owes(drawn.members)
        for (const clause of ['QJ-13', 'QJ-14'])
          for (const unit of judged(clause, town).units) {
            expect(unit.state).toBe(stateOf(provided, required))
            expect(unit.figures).toMatchObject({ poolRequired: expect.closeTo(required, 6) as number })
          }
        const pool = judged('QJ-08a', town).units[0]!
        expect(pool).toMatchObject({ state: stateOf(provided, required), numerator: expect.closeTo(provided.least, 6) as number, denominator: expect.closeTo(required, 6) as number })
      }),
      { numRuns: 200 },
    )
  })

  test('within a radius: who is near a room stays, who is not is judged on what is stated for it alone', () => {
    fc.assert(
      fc.property(group, fc.constantFrom(300, 500), (drawn, poolRadius) => {
        const town = townOf(drawn)
        const rooms = drawn.rooms.filter((room) => served(room, drawn.members).length > 0)
        const near = drawn.members.map(({ north }) => rooms.some((room) => roundToMm(geodesicMetres(...at(north), ...at(room.north))) <= poolRadius))
        const inside = drawn.members.filter((_, index) => near[index])
        const provided = has(inside, rooms, drawn.members)
        for (const clause of ['QJ-13', 'QJ-14'])
          for (const unit of judged(clause, town, { poolRadius }).units) {
            const index = Number(unit.id.slice(1))
            const member = drawn.members[index]!
            if (rooms.length === 0) expect(unit.state).toBe('no-data')
            else if (!near[index]) {
              const alone = rooms.filter((room) => served(room, drawn.members).length === 1 && served(room, drawn.members)[0] === index)
              const own = member.stated ?? (alone.length > 0 ? alone.reduce((sum, room) => sum + room.floor, 0) : null)
              expect(unit.state).toBe(own === null ? 'no-data' : own >= owes([member]) * (1 - 1e-9) ? 'met' : 'unmet')
            } else expect(unit.state).toBe(stateOf(provided, owes(inside)))
          }
      }),
      { numRuns: 200 },
    )
  })

  test('400 new and 600 old households owe 220 m²: 220 meet, 219 leave both a unit short, split 100 to 120', () => {
    const mixed = (m2: number): Town => ({ compounds: [compound('N', { households: 400, careAreaM2: m2, age: 'new', pool: 'g' }), compound('O', { households: 600, careAreaM2: 0, age: 'old', pool: 'g' })] })
    expect([judged('QJ-13', mixed(220)).state, judged('QJ-14', mixed(220)).state, judged('QJ-08a', mixed(220)).state]).toEqual(['met', 'met', 'met'])
    expect(judged('QJ-13', mixed(198))).toMatchObject({ state: 'unmet', shortfallOfUnits: expect.closeTo(10, 9) as number })
    expect(judged('QJ-14', mixed(198))).toMatchObject({ state: 'unmet', shortfallOfUnits: expect.closeTo(12, 9) as number })
    expect(judged('QJ-08a', mixed(219))).toMatchObject({ state: 'unmet', shortfall: 1 })
  })
})

describe('the same m² is never counted twice', () => {
  test('what all compounds have together is at most the floors of the distinct facilities and what the ledger states', () => {
    fc.assert(
      fc.property(randomTown, randomOptions, (town, options) => {
        const reading = { ...options, poolScope: 'as-marked' }
        const result = judged('QJ-13', town, reading)
        const old = judged('QJ-14', town, reading)
        const provided = [...result.units, ...old.units].reduce((sum, unit) => sum + (typeof unit.figures?.['provided'] === 'number' ? unit.figures['provided'] : 0), 0)
        const area = careAreaOf(studyOf(town), result.reading)
        const floors = area.facilitiesOf(town.compounds).reduce((sum, { floorAreaM2 }) => sum + (floorAreaM2 ?? 0), 0)
        const stated = town.compounds.reduce((sum, { careAreaM2, usableAreaM2 }) => sum + (options['areaFrom'] === 'facilities' ? 0 : options['areaMeasure'] === 'usable' ? (usableAreaM2 ?? 0) : (careAreaM2 ?? 0)), 0)
        expect(provided).toBeLessThanOrEqual(floors + stated + 1e-6)
      }),
      { numRuns: 300 },
    )
  })

  test('facilities alone: their floors are shared out and never exceeded', () => {
    fc.assert(
      fc.property(randomTown, (town) => {
        const study = studyOf(town)
        const area = careAreaOf(study, { areaFrom: 'facilities' })
        const alone = town.compounds.reduce((sum, member) => sum + area.served(member, false).lo, 0)
        const floors = area.facilitiesOf(town.compounds).reduce((sum, { floorAreaM2 }) => sum + (floorAreaM2 ?? 0), 0)
        expect(alone).toBeLessThanOrEqual(floors + 1e-6)
      }),
    )
  })
})
