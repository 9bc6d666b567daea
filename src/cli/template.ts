/** `template <policy> --out f.xlsx`: blank ledgers and a data dictionary for what a policy document needs. */
import { writeFileSync } from 'node:fs'
import { cliWords, sayBoth } from '../text/cli'
import { readArguments, sayWrongArgument } from './arguments'
import { choosePacks } from './choose-packs'
import { exitCodes } from './command'
import { refuse } from './output'

export async function template(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { needed: ['policy'], options: { out: { kind: 'text' } } })
  if (!read.ok) return sayWrongArgument(read.wrong, 'template')
  const { out } = read.options
  if (out === null) return sayWrongArgument({ code: 'argument-missing', detail: '--out f.xlsx' }, 'template')
  const chosen = await choosePacks([read.named[0]!], [])
  if ('wrong' in chosen) return sayWrongArgument(chosen.wrong, 'template')
  if (chosen.packs.length === 0) return refuse(chosen.problems, null)
  const [{ templateSheets }, { workbookBytes }] = await Promise.all([import('../exports/template'), import('../exports/workbook')])
  try {
    writeFileSync(out, await workbookBytes(templateSheets(chosen.packs)))
  } catch (error) {
    process.stderr.write(`${sayBoth(cliWords['not-written'], `${out}: ${error instanceof Error ? error.message : ''}`)}\n`)
    return exitCodes.unusable
  }
  return exitCodes.done
}
