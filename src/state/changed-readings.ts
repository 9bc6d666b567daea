/** The readings of a clause that are in force and are not its defaults. */
import type { OptionValue } from '../model/study'
import type { Result } from '../indicators/result'
import type { Clause } from '../policy/clause'
import { walkOptions } from '../policy/options'

export type ChangedReading = { readonly option: string; readonly value: OptionValue }

export function changedReadings(clause: Clause | undefined, reading: Result['reading']): readonly ChangedReading[] {
  const others = walkOptions.filter(({ id }) => clause && !clause.readings.some(({ option }) => option === id)).map(({ id, default: own }) => ({ option: id, default: own }))
  return [...(clause?.readings ?? []), ...others].flatMap(({ option, default: own }) => {
    const value = reading[option]
    return value === undefined || value === own ? [] : [{ option, value }]
  })
}
