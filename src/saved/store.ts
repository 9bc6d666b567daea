/** The one door to the browser's own database: tables of values by key, on this computer only. Nothing here throws: a browser that refuses says why. */

export const tables = ['plans', 'files', 'sessions', 'history', 'leases', 'marks'] as const
export type Table = (typeof tables)[number]

/** full: no room left. blocked: another tab holds an older version of the database, or it does not answer. refused: the browser keeps nothing here. */
export type Trouble = 'full' | 'blocked' | 'refused'
export type Outcome<T> = { readonly value: T } | { readonly trouble: Trouble }

export type Reading = {
  /** null: nothing is kept under this key. */
  readonly get: (table: Table, key: string) => Promise<unknown>
  /** In rising order. */
  readonly keys: (table: Table, prefix?: string) => Promise<readonly string[]>
}
export type Writing = Reading & {
  /** Not waited for: what cannot be written undoes the whole. */
  readonly put: (table: Table, key: string, value: unknown) => void
  readonly drop: (table: Table, key: string) => void
}

/** What `work` does counts whole or not at all, and no other tab comes between; it may wait for nothing but the tables. */
export type Shelf = {
  readonly read: <T>(work: (tables: Reading) => Promise<T>) => Promise<Outcome<T>>
  /** Safe from a killed page or browser when it answers. safe: from a power cut too, with all that was written before; it takes longer. */
  readonly write: <T>(work: (tables: Writing) => Promise<T>, safe?: 'safe') => Promise<Outcome<T>>
}

const database = 'yikequan'
/** 1: plans only. */
const version = 2
/** A database that does not answer for so long is said to be blocked; what it does later still counts. */
const patienceMs = 10_000

export function openShelf(factory: () => IDBFactory): Shelf {
  let opened: Promise<IDBDatabase> | null = null
  const forget = (): void => {
    opened = null
  }
  const open = (): Promise<IDBDatabase> => (opened ??= opening(factory, forget).catch((error: unknown) => {
    forget()
    throw error
  }))
  const within = async <T>(mode: IDBTransactionMode, work: (tables: Writing) => Promise<T>, safe = false): Promise<Outcome<T>> => {
    try {
      return { value: await inTime(open().then((db) => transact(db, mode, work, safe))) }
    } catch (error) {
      return { trouble: troubleOf(error) }
    }
  }
  return { read: (work) => within('readonly', work), write: (work, safe) => within('readwrite', work, safe === 'safe') }
}

function opening(factory: () => IDBFactory, forget: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(database, version)
    request.onupgradeneeded = () => {
      for (const table of tables) if (!request.result.objectStoreNames.contains(table)) request.result.createObjectStore(table)
    }
    request.onsuccess = () => {
      // A newer version in another tab is not held up by this one.
      request.result.onversionchange = () => {
        forget()
        request.result.close()
      }
      request.result.onclose = forget
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error(database))
    request.onblocked = () => reject(new Blocked())
  })
}

async function transact<T>(db: IDBDatabase, mode: IDBTransactionMode, work: (tables: Writing) => Promise<T>, safe: boolean): Promise<T> {
  const transaction = db.transaction(tables, mode, { durability: safe ? 'strict' : 'relaxed' })
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('abort'))
  })
  try {
    const store = (table: Table): IDBObjectStore => transaction.objectStore(table)
    const value = await work({
      get: async (table, key) => (await settled(store(table).get(key) as IDBRequest<unknown>)) ?? null,
      keys: async (table, prefix = '') => (await settled(store(table).getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))).map(String),
      put: (table, key, value) => void store(table).put(value, key),
      drop: (table, key) => void store(table).delete(key),
    })
    // A page that is busy drawing would else be asked once more before the end.
    transaction.commit?.()
    await ended
    return value
  } catch (error) {
    // What was begun is taken back; the reason is the first error.
    ended.catch(() => undefined)
    try {
      transaction.abort()
    } catch {
      // It has ended by itself.
    }
    throw error
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('request'))
  })

class Blocked extends Error {}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Blocked()), patienceMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Blocked) return 'blocked'
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : ''
  return name === 'QuotaExceededError' ? 'full' : 'refused'
}
