/** The list of commands. Each is loaded when it is asked for, so that `--help` does not wait for the map libraries. */
import type { Command } from './command'
import { usages } from './usage'

export const commands: readonly Command[] = [
  { name: 'inspect', usage: usages.inspect, run: async (args) => (await import('./inspect-command')).inspectCommand(args) },
  { name: 'evaluate', usage: usages.evaluate, run: async (args) => (await import('./evaluate')).evaluate(args) },
  { name: 'reach', usage: usages.reach, run: async (args) => (await import('./reach')).reach(args) },
  { name: 'template', usage: usages.template, run: async (args) => (await import('./template')).template(args) },
  { name: 'compare', usage: usages.compare, run: async (args) => (await import('./compare')).compare(args) },
  { name: 'publish', usage: usages.publish, run: async (args) => (await import('./publish')).publish(args) },
  { name: 'verify', usage: usages.verify, run: async (args) => (await import('./verify')).verify(args) },
  { name: 'serve', usage: usages.serve, run: async (args) => (await import('./serve')).serve(args) },
]
