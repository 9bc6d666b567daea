/** A session as it is kept: one study as somebody works on it, with all that is needed to bring it back. */
import type { GivenSettings } from '../compute/given-settings'
import type { Options } from '../model/study'
import { broughtForward, newestOf } from './migrations'
import type { Json } from './migrations/migration'

/** A file of the study in the table `files`, by the hash of its bytes: what ten sessions share is kept once. */
export type KeptFile = { readonly name: string; readonly sha256: string }

export type Session = {
  /** Of study-key.ts; a branch beside it: the same with `~` and its tab. */
  readonly study: string
  /** Rises with every save of this study, in whatever tab, and never falls. */
  readonly revision: number
  /** Milliseconds since 1970, by this computer's clock; null: by a version that did not note it. */
  readonly savedAt: number | null
  /** The tab that wrote it. */
  readonly writer: string
  readonly name: string
  readonly asOf: string
  /** What the page was opened with meanwhile; null: not known. */
  readonly startedWith: string | null
  readonly sample: boolean
  readonly imported: boolean
  /** null: they come with the page, or are not kept yet. */
  readonly files: readonly KeptFile[] | null
  readonly without: readonly string[]
  readonly given: GivenSettings
  /** Hash of the study.json that the plans were begun on. */
  readonly settings: string | null
  /** As study.json writes them, unread ones too. */
  readonly plans: readonly unknown[]
  readonly plan: string | null
  readonly policies: readonly string[]
  /** The user's own packs. */
  readonly packs: readonly unknown[]
  readonly options: Options
  /** The address of what is seen. */
  readonly view: string
  /** What other rooms keep with the study, by their own names; this room does not look inside. */
  readonly parts: Json
  /** A file on the disk that follows the session: the browser's own handle. */
  readonly link?: unknown
  /** Keys that this version does not know. */
  readonly other: Json
}

export function writeSession({ other, ...session }: Session): Json {
  return { ...other, ...session, version: newestOf('session') }
}

/** null: nothing that can be read. newer: of a later version of this program, to be left alone. */
export function readSession(raw: unknown, study: string): { readonly session: Session } | { readonly newer: number } | null {
  if (!isRecord(raw)) return null
  const forward = broughtForward('session', raw)
  if ('newer' in forward) return forward
  const { value } = forward
  const one = <T>(key: string, fits: (found: unknown) => found is T, otherwise: T): T => (fits(value[key]) ? value[key] : otherwise)
  return {
    session: {
      study,
      revision: one('revision', isCount, 0),
      savedAt: one('savedAt', isNumber, null),
      writer: one('writer', isString, ''),
      name: one('name', isString, ''),
      asOf: one('asOf', isString, ''),
      startedWith: one('startedWith', isString, null),
      sample: one('sample', isBoolean, false),
      imported: one('imported', isBoolean, false),
      files: one('files', isFiles, null),
      without: one('without', isStrings, []),
      given: one('given', isRecord, {}) as GivenSettings,
      settings: one('settings', isString, null),
      plans: one('plans', isList, []),
      plan: one('plan', isString, null),
      policies: one('policies', isStrings, []),
      packs: one('packs', isList, []),
      options: one('options', isRecord, {}) as Options,
      view: one('view', isString, ''),
      parts: one('parts', isRecord, {}),
      ...(value.link === undefined ? {} : { link: value.link }),
      other: Object.fromEntries(Object.entries(value).filter(([key]) => !known.has(key))),
    },
  }
}

/** How much work it holds, for telling people what was found. */
export function workIn({ plans }: Pick<Session, 'plans'>): { readonly plans: number; readonly edits: number } {
  const read = plans.filter(isRecord).filter(({ id }) => isString(id))
  return { plans: read.length, edits: read.reduce((sum, { edits }) => sum + (isList(edits) ? edits.length : 0), 0) }
}

const known: ReadonlySet<string> = new Set([
  'study', 'revision', 'savedAt', 'writer', 'name', 'asOf', 'startedWith', 'sample', 'imported', 'files', 'without', 'given', 'settings', 'plans', 'plan', 'policies', 'packs', 'options', 'view', 'parts', 'link', 'version', '__proto__',
])

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isString = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isStrings = (value: unknown): value is readonly string[] => isList(value) && value.every(isString)
const isFiles = (value: unknown): value is readonly KeptFile[] => isList(value) && value.every((each) => isRecord(each) && isString(each.name) && isString(each.sha256))
