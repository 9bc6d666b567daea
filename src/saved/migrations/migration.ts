/** One step forward of something that is kept; never edited once shipped, each with a fixture of before and after. */
export type Migration = {
  readonly of: 'session' | 'study.json'
  /** From the version before to this one. */
  readonly to: number
  readonly forward: (before: Json) => Json
}

export type Json = Readonly<Record<string, unknown>>
