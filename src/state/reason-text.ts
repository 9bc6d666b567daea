/** A reason in words, for the screens; the exports say it the same way. */
export { reasonText, reasonsText } from '../indicators/reason-text'
