/** Text as XML can hold it. */

/** Without the characters that no XML file may hold (control characters, half surrogate pairs): with one of them a program refuses the whole file. */
export const xmlSafe = (text: string): string =>
  // Nearly every text is sound, and outlines are long.
  !doubtful.test(text) ? text : [...text].filter((character) => (character >= ' ' ? character.length === 2 || !/[\ud800-\udfff\ufffe\uffff]/.test(character) : character === '\n' || character === '\t')).join('')

const doubtful = /[^\u0020-\ud7ff\ue000-\ufffd]/

/** The same with the five signs as entities. */
export const xmlText = (text: string): string => xmlSafe(text).replace(/[&<>"']/g, (character) => entities[character]!)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
