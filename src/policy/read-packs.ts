/** The packs that a study.json carries: each is checked like a file of its own; one that cannot be used is said by name, and the others hold. */
import { problem, type Problem } from '../problem'
import type { Pack } from './clause'
import { checkPack } from './read-pack'
import { shippedPacks } from './shipped'

/** unread: what could not be used, as it stands there, for writing back. */
export type PacksRead = { readonly packs: readonly Pack[]; readonly unread: readonly unknown[]; readonly problems: readonly Problem[] }

/** `written`: the value of `packs` in study.json; undefined: it carries none. */
export function readPacks(written: unknown): PacksRead {
  if (written === undefined) return { packs: [], unread: [], problems: [] }
  if (!Array.isArray(written)) return { packs: [], unread: [written], problems: [problem('study-key-wrong', 'warning', { file, column: 'packs' }, 'packs')] }
  const packs: Pack[] = []
  const unread: unknown[] = []
  const problems: Problem[] = []
  written.forEach((entry: unknown, at) => {
    const column = `packs.${at}`
    const { pack, problems: mistakes } = checkPack(entry, (path) => ({ file, column: [column, ...path].join('.') }))
    const isTaken = pack !== null && (shippedPacks.some(({ id }) => id === pack.id) || packs.some(({ id }) => id === pack.id))
    if (pack && !isTaken) return void packs.push(pack)
    unread.push(entry)
    problems.push(problem('study-pack-refused', 'error', { file, column }, nameOf(entry) ?? `${at + 1}`))
    if (pack) problems.push(problem('policy-id-taken', 'error', { file, column: `${column}.id` }, pack.id))
    // The first mistakes show what kind of file it is; a hundred would bury the name.
    problems.push(...mistakes.slice(0, mostMistakes))
  })
  return { packs, unread, problems }
}

/** As `packs` in study.json: by id, so that the order of loading does not show; undefined: none. */
export function writePacks(packs: readonly unknown[], unread: readonly unknown[]): readonly unknown[] | undefined {
  const rank = (pack: unknown): string => packId(pack) ?? ''
  const all = [...[...packs].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)), ...unread]
  return all.length === 0 ? undefined : all
}

export const packId = (entry: unknown): string | null => textAt(entry, 'id')

const file = 'study.json'
const mostMistakes = 20

/** What people know it by: its title, else its id; null: it has neither. */
function nameOf(entry: unknown): string | null {
  const name = (isRecord(entry) ? textAt(entry.document, 'title') : null) ?? packId(entry)
  return name === null ? null : name.slice(0, 80)
}

const textAt = (value: unknown, key: string): string | null => {
  const found = isRecord(value) ? value[key] : null
  return typeof found === 'string' && found.trim() !== '' ? found : null
}
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
