/** How far the mending of a unit has come: what was typed here goes before what the ledger's 完成情况 says. */
import type { Compound, Rectification, Study } from '../model/study'
import type { ItemProgress } from './item'

/** ofArea: the item is about the compound's care area, of which the ledger's 完成情况 and a record without a clause speak. */
export type ProgressBook = (kind: 'area' | 'compound', id: string, clause: string, ofArea: boolean) => ItemProgress

/** A record about the clause itself goes before one about the care area whatever the clause. */
export function progressOf(study: Pick<Study, 'rectifications' | 'compounds'>): ProgressBook {
  const records = new Map((study.rectifications ?? []).map((record) => [keyOf(record.of.kind, record.of.id, record.clause), record]))
  let compounds: ReadonlyMap<string, Compound> | null = null
  return (kind, id, clause, ofArea) => {
    const record = records.get(keyOf(kind, id, clause)) ?? (ofArea || kind === 'area' ? records.get(keyOf(kind, id, null)) : undefined)
    if (record) return ofRecord(record)
    if (!ofArea) return open
    compounds ??= new Map(study.compounds.map((compound) => [compound.id, compound]))
    return ofLedger(compounds.get(id)?.done ?? null)
  }
}

const open: ItemProgress = { status: 'open', by: null, note: null, evidence: null, areaM2: null }

const ofRecord = ({ status, note, evidence, areaM2 }: Rectification): ItemProgress => ({ status, by: 'record', note, evidence, areaM2 })

function ofLedger(done: Compound['done']): ItemProgress {
  if (done === null) return open
  return { ...open, by: 'ledger', status: done === false ? 'open' : 'done', evidence: typeof done === 'string' ? done : null }
}

const keyOf = (kind: string, id: string, clause: string | null): string => `${kind} ${id} ${clause ?? ''}`
