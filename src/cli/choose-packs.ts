/** Which packs a run judges: those named on the command line, else the study's (its own packs too), else every shipped one. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Pack } from '../policy/clause'
import { shippedPacks } from '../policy/shipped'
import { problem, type Problem } from '../problem'
import { decodeText } from '../sources/encoding'
import type { WrongArgument } from './arguments'

export type ChosenPacks = { readonly packs: readonly Pack[]; readonly problems: readonly Problem[] } | { readonly wrong: WrongArgument }

/** own: the packs that the study carries. A name that is neither one of them, nor a shipped pack, nor a file is a wrong argument; a file that is no pack leaves no packs and a problem with its line. */
export async function choosePacks(named: readonly string[], ofStudy: readonly string[], own: readonly Pack[] = []): Promise<ChosenPacks> {
  const known = [...shippedPacks, ...own]
  return named.length > 0 ? packsNamed(named, known) : packsOfStudy(ofStudy, known)
}

async function packsNamed(named: readonly string[], known: readonly Pack[]): Promise<ChosenPacks> {
  const packs: Pack[] = []
  for (const name of new Set(named)) {
    const atHand = known.find(({ id }) => id === name)
    if (!atHand && !existsSync(name)) return { wrong: { code: 'value-not-offered', detail: `--policy ${name} (${known.map(({ id }) => id).join(' | ')})` } }
    const read = atHand ? { pack: atHand, problems: [] } : await packFromFile(name)
    const { pack } = read
    if (!pack) return { packs: [], problems: read.problems }
    // Results name their pack by its id: two packs of one id could not be told apart.
    if (packs.some(({ id }) => id === pack.id)) return { wrong: { code: 'option-twice', detail: `--policy ${name} (${pack.id})` } }
    packs.push(pack)
  }
  return { packs, problems: [] }
}

async function packFromFile(path: string): Promise<{ pack: Pack | null; problems: readonly Problem[] }> {
  const file = basename(path)
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch {
    return { pack: null, problems: [problem('file-unreadable', 'error', { file }, path)] }
  }
  const text = decodeText(bytes)?.text
  if (text === undefined) return { pack: null, problems: [problem('policy-unreadable', 'error', { file }, '{ … }')] }
  // The checker of packs is loaded only where a pack has to be checked.
  const { readPack } = await import('../policy/read-pack')
  return readPack(text, file)
}

function packsOfStudy(ids: readonly string[], known: readonly Pack[]): ChosenPacks {
  const packs = known.filter(({ id }) => ids.includes(id))
  const problems = ids.filter((id) => !known.some((pack) => pack.id === id)).map((id) => problem('policy-unknown', 'warning', { file: 'study.json', column: 'policies' }, id))
  return { packs: packs.length > 0 ? packs : shippedPacks, problems }
}
