/** What an edit leaves of one record, and of the people. */

/** before null: it is new; after null: it is gone. */
export type Pair<T> = { readonly before: T | null; readonly after: T | null }

/** Points by whose counts the columns differ; 'all': the points themselves are others. */
export type PeopleChange = 'none' | 'all' | { readonly points: readonly number[] }
