/** Which study plans belong to: its name, its data date and the bytes of its ledgers, whatever study.json says beside. */
import { sha256Hex } from '../model/digest'
import { order } from '../model/ledger-rows'
import type { Study } from '../model/study'

type Named = Pick<Study, 'name' | 'asOf' | 'inputs'>

export function studyKey({ name, asOf, inputs }: Named): string {
  const ledgers = inputs.filter(({ file }) => file !== settingsFile).map(({ file, sha256 }) => [file, sha256] as const)
  return sha256Hex(new TextEncoder().encode(JSON.stringify([name, asOf, ledgers.sort(([a], [b]) => order(a, b))])))
}

/** The study.json that the study was opened with; null without one. */
export const settingsHash = ({ inputs }: Named): string | null => inputs.find(({ file }) => file === settingsFile)?.sha256 ?? null

const settingsFile = 'study.json'
