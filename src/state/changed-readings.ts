/** The readings of a clause that are in force and are not its defaults. */
import type { OptionValue } from '../model/study'
import type { Result } from '../indicators/result'
import type { Clause } from '../policy/clause'

export type ChangedReading = { readonly option: string; readonly value: OptionValue }

export function changedReadings(clause: Clause | undefined, reading: Result['reading']): readonly ChangedReading[] {
  return (clause?.readings ?? []).flatMap(({ option, default: own }) => {
    const value = reading[option]
    return value === undefined || value === own ? [] : [{ option, value }]
  })
}
