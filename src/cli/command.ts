/** One command of the command line, and how it may end. */
import type { CommandName } from './usage'

export type Command = {
  readonly name: CommandName
  /** What may follow the name, in one line: `<study> [--json f]`. */
  readonly usage: string
  /** Answers the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>
}

/** done: whatever the verdicts; unusable: the input could not be used; wrongArguments: nothing was tried. */
export const exitCodes = { done: 0, unusable: 1, wrongArguments: 2 } as const
