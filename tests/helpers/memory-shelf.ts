/** A database in memory that keeps the promises of the real one: copies, whole transactions one after the other, refusals on demand. */
import type { Outcome, Shelf, Table, Trouble, Writing } from '../../src/saved/store'
import type { Holds } from '../../src/saved/holds'
import type { Keeper } from '../../src/state/keeping'
import { sha256Hex } from '../../src/model/digest'

export type MemoryShelf = Shelf & {
  readonly box: Map<Table, Map<string, unknown>>
  /** What every write is answered with from now on; null: it is done. */
  refuse: Trouble | null
}

export function memoryShelf(): MemoryShelf {
  let box = new Map<Table, Map<string, unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  const within = <T>(mode: 'read' | 'write', work: (tables: Writing) => Promise<T>): Promise<Outcome<T>> => {
    const turn = last.then(async (): Promise<Outcome<T>> => {
      if (mode === 'write' && shelf.refuse) return { trouble: shelf.refuse }
      const draft = new Map([...box].map(([name, table]) => [name, new Map(table)]))
      const table = (name: Table): Map<string, unknown> => draft.get(name) ?? draft.set(name, new Map()).get(name)!
      try {
        const value = await work({
          get: async (name, key) => structuredClone(table(name).get(key)) ?? null,
          keys: async (name, prefix = '') => [...table(name).keys()].filter((key) => key.startsWith(prefix)).sort(),
          put: (name, key, value) => void table(name).set(key, structuredClone(value)),
          drop: (name, key) => void table(name).delete(key),
        })
        if (mode === 'write') {
          box.clear()
          for (const [name, rows] of draft) box.set(name, rows)
        }
        return { value }
      } catch {
        return { trouble: 'refused' }
      }
    })
    last = turn
    return turn
  }
  const shelf: MemoryShelf = { box, refuse: null, read: (work) => within('read', work), write: (work) => within('write', work) }
  box = shelf.box
  return shelf
}

/** Turns between the tabs of one browser: what its locks do. */
export function memoryHolds(): (tab: string) => Holds {
  const owners = new Map<string, { readonly tab: string; readonly lost: () => void }>()
  return (tab) => {
    const hold = (study: string) => ({ release: () => void (owners.get(study)?.tab === tab && owners.delete(study)) })
    return {
      take: async (study, lost) => {
        const owner = owners.get(study)
        if (owner && owner.tab !== tab) return null
        if (!owner) owners.set(study, { tab, lost })
        return hold(study)
      },
      takeOver: async (study, lost) => {
        const owner = owners.get(study)
        owners.set(study, { tab, lost })
        if (owner && owner.tab !== tab) owner.lost()
        return hold(study)
      },
      letGo: (study) => hold(study).release(),
    }
  }
}

/** A keeper over such a database; the clock goes by hand. */
export function memoryKeeper(given: Partial<Keeper> & { readonly shelf: Shelf }): Keeper & { clock: number } {
  const marks = new Map<string, string>()
  const keeper: Keeper & { clock: number } = {
    tab: 'tab1', holds: memoryHolds()('tab1'), canPickFile: false, clock: Date.UTC(2026, 10, 21),
    marks: { get: (key: string) => marks.get(key) ?? null, set: (key: string, value: string | null) => void (value === null ? marks.delete(key) : marks.set(key, value)) },
    persist: async () => null, hash: async (bytes: Uint8Array) => sha256Hex(bytes), pickFile: async () => null,
    now: () => keeper.clock,
    ...given,
  }
  return keeper
}
