/** Texts and positions as the published file may hold them: whatever a ledger, a pack or a dialog says, the page can read what was written. */
import { sha256Hex } from '../model/digest'
import type { LngLat } from '../tables/ledger'
import type { PublishedPlace } from './published'
import { whole } from './published-shapes'

/** Shortened, with a sign that it was; a quotation may be long. */
export const cut = (text: string, most = 200): string => (text.length > most ? `${text.slice(0, splitsPair(text, most - 1) ? most - 2 : most - 1)}…` : text)
export const cutOrNull = (text: string | null): string | null => (text === null ? null : cut(text))

/** Characters of a quotation, an article of a law and a half. */
export const longestQuote = 4000

/** Two ids that are alike for 200 characters stay two, and the next publication shortens them the same. */
export const shortId = (id: string): string => (id.length > 200 ? `${cut(id, 180)}${sha256Hex(new TextEncoder().encode(id)).slice(0, 16)}` : id)

/** null: nowhere on this earth. */
export function place(at: LngLat | null): PublishedPlace | null {
  return at && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90 ? [whole(at[0]), whole(at[1])] : null
}

/** A character outside the basic plane has two halves, of which none means anything. */
const splitsPair = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text[at - 1] ?? '')
