/** The list of commands. Each is loaded when it is asked for, so that `--help` does not wait for the map libraries. */
import type { Command } from './command'
import { usages } from './usage'

export const commands: readonly Command[] = [
  { name: 'serve', usage: usages.serve, run: async (args) => (await import('./serve')).serve(args) },
]
