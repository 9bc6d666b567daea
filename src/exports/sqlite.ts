/** The one door to SQLite. Compiled code needs 'wasm-unsafe-eval' in the pages' policy, which has it already; eval stays forbidden. */
import type initSqlJs from 'sql.js/dist/sql-wasm-inline.js'

export type SqlValue = string | number | Uint8Array | null

export type Database = {
  readonly run: (sql: string) => void
  /** One insert for every row. */
  readonly fill: (table: string, columns: readonly string[], rows: Iterable<readonly SqlValue[]>) => void
  readonly rows: (sql: string) => readonly (readonly SqlValue[])[]
  /** The file; the same for the same statements. Nothing can be asked afterwards. */
  readonly finish: () => Uint8Array
}

/** A new database, or the one in the bytes. Loaded when somebody asks. */
export async function openDatabase(bytes?: Uint8Array): Promise<Database> {
  const loaded: { default: unknown } = await import('sql.js/dist/sql-wasm-inline.js')
  // A bundler for Node puts a CommonJS module's own default one step deeper.
  const init = (typeof loaded.default === 'function' ? loaded.default : (loaded.default as { default: unknown }).default) as typeof initSqlJs
  const { Database } = await init()
  const db = new Database(bytes)
  return {
    run: (sql) => void db.run(sql),
    fill: (table, columns, rows) => {
      const statement = db.prepare(`INSERT INTO ${named(table)} (${columns.map(named).join(',')}) VALUES (${columns.map(() => '?').join(',')})`)
      db.run('BEGIN')
      for (const row of rows) statement.run(row)
      db.run('COMMIT')
      statement.free()
    },
    rows: (sql) => db.exec(sql)[0]?.values ?? [],
    finish: () => {
      const file = db.export()
      db.close()
      return file
    },
  }
}

/** A name as SQL writes it, whatever it holds. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`
