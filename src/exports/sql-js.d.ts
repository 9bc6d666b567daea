/** The part of sql.js that sqlite.ts uses; the package brings no types. The inline build holds its WebAssembly in the script, so nothing has to be fetched. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export type SqlValue = string | number | Uint8Array | null
  export type Statement = { run(values: readonly SqlValue[]): void; free(): boolean }
  export class Database {
    constructor(bytes?: Uint8Array)
    run(sql: string): Database
    exec(sql: string): { columns: string[]; values: SqlValue[][] }[]
    prepare(sql: string): Statement
    export(): Uint8Array
    close(): void
  }
  const init: () => Promise<{ Database: typeof Database }>
  export default init
}
