/** Text from a file that a spreadsheet would take for a formula, and how it is kept from being one. */

/** Does a spreadsheet program run the text where it is typed or read as plain text? Full-width and small forms are turned into plain ones by input methods and some programs. */
export const isRisky = (text: string): boolean => risky.test(text)

/** For formats without types (CSV): an apostrophe in front makes it text; one that has apostrophes already gets one more, so that unguarded gives back what was. */
export const guarded = (text: string): string => (isRisky(text.replace(/^'+/, '')) ? `'${text}` : text)

export const unguarded = (text: string): string => (text.startsWith("'") && isRisky(text.replace(/^'+/, '')) ? text.slice(1) : text)

// Blanks, invisible marks and controls (all below U+0020) before the sign are dropped by programs that run what follows; a leading tab or line end is a sign by itself.
const risky = /^(?:[\t\r\n]|(?:\s|[\u200b-\u200f\u2060\ufeff\u00ad]|[^\u0020-\u{10ffff}])*[=+\-@＝＋－＠﹦﹢﹣﹫])/u
