/** Which packs a run judges: those named on the command line, else the study's, else every shipped one. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Pack } from '../policy/clause'
import { readPack } from '../policy/read-pack'
import { shippedPacks } from '../policy/shipped'
import { problem, type Problem } from '../problem'
import type { WrongArgument } from './arguments'

export type ChosenPacks = { readonly packs: readonly Pack[]; readonly problems: readonly Problem[] } | { readonly wrong: WrongArgument }

/** A name that is neither a shipped pack nor a file is a wrong argument; a file that is no pack is a problem with its line. */
export function choosePacks(named: readonly string[], ofStudy: readonly string[]): ChosenPacks {
  const packs: Pack[] = []
  const problems: Problem[] = []
  for (const name of named) {
    const shipped = shippedPacks.find(({ id }) => id === name)
    if (shipped) packs.push(shipped)
    else if (existsSync(name)) {
      const read = readPack(readFileSync(name, 'utf8'), basename(name))
      problems.push(...read.problems)
      if (!read.pack) return { packs: [], problems }
      packs.push(read.pack)
    } else return { wrong: { code: 'value-not-offered', detail: `--policy ${name} (${shippedPacks.map(({ id }) => id).join(' | ')})` } }
  }
  if (named.length > 0) return { packs, problems }
  for (const id of ofStudy) {
    const shipped = shippedPacks.find((pack) => pack.id === id)
    if (shipped) packs.push(shipped)
    else problems.push(problem('policy-unknown', 'warning', { file: 'study.json', column: 'policies' }, id))
  }
  return { packs: packs.length > 0 ? packs : shippedPacks, problems }
}
