/** How safe the work is: what is kept where and since when, and what stands in the way. */
import type { HistoryEntry } from '../saved/history'
import type { Holds } from '../saved/holds'
import type { LinkedFile, LinkedWrite } from '../saved/linked-file'
import type { KeptFile, Session } from '../saved/session'
import type { Shelf, Trouble } from '../saved/store'

/** The outside that keeping needs: the database, the turns between tabs, a clock. */
export type Keeper = {
  readonly shelf: Shelf
  readonly holds: Holds
  readonly tab: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Marks that are written at once, even while the page goes away. */
  readonly marks: { readonly get: (key: string) => string | null; readonly set: (key: string, value: string | null) => void }
  /** Asks the browser not to clear the storage away; null: it cannot be asked. */
  readonly persist: () => Promise<boolean | null>
  readonly hash: (bytes: Uint8Array) => Promise<string>
  /** null: this browser writes no files by itself, or none was picked. */
  readonly pickFile: (name: string) => Promise<LinkedFile | null>
  readonly canPickFile: boolean
}

/** writer: this tab saves the study. reader: another tab does, and this one has changed nothing. branch: this one saves what it does beside it. */
export type Role = 'writer' | 'reader' | 'branch'

export type SavedStudy = { readonly study: string; readonly name: string; readonly asOf: string; readonly savedAt: number | null; readonly plans: number; readonly edits: number; /** Its files are here too: it can be opened. */ readonly whole: boolean }

export type Keeping = {
  /** Key of the study that is kept; null: none is open, or nothing is kept at all. */
  readonly study: string | null
  readonly role: Role
  /** Another tab has taken the study over from this one. */
  readonly taken: boolean
  /** What this tab last read or wrote of the study. */
  readonly revision: number
  readonly savedAt: number | null
  /** Changed since. */
  readonly waits: boolean
  readonly trouble: Trouble | 'newer' | null
  /** null: not asked, or the browser cannot be asked. */
  readonly persisted: boolean | null
  /** Kept in the table of files; null: not yet. */
  readonly files: readonly KeptFile[] | null
  readonly filesTrouble: Trouble | null
  /** Branches whose plans have been laid beside those of this study, until that is saved. */
  readonly absorbs: readonly string[]
  readonly link: { readonly file: LinkedFile; readonly state: LinkedWrite | 'waits'; readonly at: number | null } | null
  /** Found after an unclean end, waiting for the user's word. */
  readonly recovery: { readonly session: Session; readonly answer: (choice: RecoveryChoice) => void } | null
  /** The place where all this is shown; null: closed. */
  readonly shown: { readonly history: readonly (HistoryEntry & { readonly session: Session })[]; readonly others: readonly SavedStudy[] } | null
  /** What the page was opened with. */
  readonly startedWith: string | null
  /** Of the session that was found: what this version does not know, to be written back. */
  readonly before: Pick<Session, 'other' | 'parts'>
}

export type RecoveryChoice = 'open' | 'discard'

export const firstKeeping: Keeping = {
  study: null, role: 'writer', taken: false, revision: 0, savedAt: null, waits: false, trouble: null, persisted: null, files: null, filesTrouble: null, absorbs: [], link: null, recovery: null, shown: null, startedWith: null, before: { other: {}, parts: {} },
}

type Held = { readonly keeping: Keeping }
type Holder = { readonly store: { getState(): Held; setState(change: (state: Held) => Held): void } }

export const setKeeping = (app: Holder, change: Partial<Keeping>): void => app.store.setState(({ keeping }) => ({ keeping: { ...keeping, ...change } }))
