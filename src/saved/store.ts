/** The one door to the browser's own database: values by key, on this computer only. A browser that refuses it keeps nothing. */

export type PlanStore = {
  /** null: nothing is kept under this key, or nothing can be read. */
  readonly get: (key: string) => Promise<unknown>
  /** false: it could not be kept. */
  readonly put: (key: string, value: unknown) => Promise<boolean>
}

const database = 'yikequan'
const table = 'plans'

export function openStore(factory: () => IDBFactory): PlanStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = (): Promise<IDBDatabase> => (opened ??= opening(factory))
  return {
    get: async (key) => {
      try {
        const found: unknown = await settled((await open()).transaction(table).objectStore(table).get(key))
        return found ?? null
      } catch {
        return null
      }
    },
    put: async (key, value) => {
      try {
        await settled((await open()).transaction(table, 'readwrite').objectStore(table).put(value, key))
        return true
      } catch {
        return false
      }
    },
  }
}

function opening(factory: () => IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(table)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(database))
    request.onblocked = () => reject(new Error(database))
  })
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(table))
  })
