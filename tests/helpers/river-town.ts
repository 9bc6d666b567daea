/**
 * Two streets along a river, 200 m apart, joined by one bridge 1 km to the east. The station stands at the west end of the south bank.
 * Elders weigh 1, 2, 4, 8, so that a sum names who was reached.
 */
import { gridTown, type GridTown } from './grid-town'
import type { Town } from './town'
import { person, station, units } from './walk-study'

export const riverStreets = (): GridTown => gridTown().street([0, 0], [10, 0], 'South Bank').street([0, 2], [10, 2], 'North Bank').street([10, 0], [10, 2], 'Bridge')

export const riverTown: Town = {
  areas: units,
  facilities: [station('F', [0, 0])],
  people: [
    /** 400 m along the street. */
    person('a', [4, 0], 1),
    /** 200 m across the river, 2,200 m over the bridge: 46 minutes at 0.8 m/s. */
    person('b', [0, 2], 2),
    /** 800 m along the street: 16.7 minutes at 0.8 m/s, 13.3 at 1.0. */
    person('c', [8, 0], 4),
    /** 300 m from any street, 500 m from the station as the crow flies. */
    person('d', [0, 5], 8),
  ],
}
