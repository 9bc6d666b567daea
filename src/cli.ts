/** The command line's front door: finds the command, runs it, answers the exit code (DESIGN section 6). */
import { version } from '../package.json'
import { exitCodes } from './cli/command'
import { commands } from './cli/commands'
import { cliWords, commandWords, sayBoth } from './text/cli'

export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', endQuietly)
  const [name, ...args] = argv
  if (name === '--version') return print(version)
  if (name === '--help' || name === '-h' || name === 'help') return print(help())
  const command = commands.find((each) => each.name === name)
  if (!command) {
    const wrong = name === undefined ? cliWords['command-missing'] : cliWords['command-unknown']
    process.stderr.write(`${sayBoth(wrong, name)}\n\n${help()}\n`)
    return exitCodes.wrongArguments
  }
  if (args.includes('--help') || args.includes('-h')) return print(helpOf(command.name, command.usage))
  try {
    return await command.run(args)
  } catch (error) {
    // Bad input never throws; what arrives here is ours to mend, or the disk's (full, read-only).
    const detail = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${sayBoth(cliWords['failed'], detail)}\n`)
    if (process.env['YIKEQUAN_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return exitCodes.unusable
  }
}

function help(): string {
  const lines = commands.map((command) => helpOf(command.name, command.usage))
  return [sayBoth(cliWords['about']), '', ...lines, '', sayBoth(cliWords['exit-codes'])].join('\n')
}

function helpOf(name: string, usage: string): string {
  const words = commandWords[name]
  return [`  yikequan ${name} ${usage}`, ...(words ? [`      ${sayBoth(words)}`] : [])].join('\n')
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return exitCodes.done
}

/** `yikequan … | head` closes the pipe early: that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.done)
}
