/** Every record of the study by id, for the screens. */
export { recordNames, type NamedRecord } from '../indicators/record-names'
