/** `serve [<study>]`: the built app on this machine, opened on a study. Ends with Ctrl+C. */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cliWords, sayBoth } from '../text/cli'
import { createAppServer, listenFrom, LOOPBACK } from './app-server'
import { readArguments, sayWrongArgument } from './arguments'
import { exitCodes } from './command'
import { openBrowser } from './open-browser'

const DEFAULT_PORT = 5180

export async function serve(args: readonly string[]): Promise<number> {
  const read = readArguments(args, {
    needed: [],
    optional: ['study'],
    options: { port: { kind: 'number' }, 'tile-host': { kind: 'texts' }, open: { kind: 'flag' } },
  })
  if (!read.ok) return sayWrongArgument(read.wrong, 'serve')
  const { port, open } = read.options
  if (port !== null && (!Number.isInteger(port) || port > 65_535))
    return sayWrongArgument({ code: 'value-not-number', detail: `--port ${port}` }, 'serve')
  const tileHosts = read.options['tile-host'].map(originOf)
  const badHost = tileHosts.indexOf(null)
  if (badHost >= 0)
    return sayWrongArgument(
      { code: 'value-not-offered', detail: `--tile-host ${read.options['tile-host'][badHost]} (https://…)` },
      'serve',
    )

  const named = read.named[0] === undefined ? null : resolve(read.named[0])
  if (named !== null && !existsSync(named)) return fail('study-not-found', named)
  const study = named === null ? null : realpathSync(named)
  const app = builtApp()
  if (app === null) return fail('app-not-built')

  const server = createAppServer({ app, study, tileHosts: tileHosts.filter((host) => host !== null) })
  const found = await listenFrom(server, port ?? DEFAULT_PORT)
  if (found === null) return fail('port-not-free', String(port ?? DEFAULT_PORT))
  const address = `http://${LOOPBACK}:${found}/`
  process.stdout.write(`${sayBoth(cliWords.serving, address)}\n`)
  if (open) openBrowser(address)
  await new Promise<void>((end) => process.once('SIGINT', () => end()).once('SIGTERM', () => end()))
  server.closeAllConnections()
  server.close()
  return exitCodes.done
}

/** dist/app beside the bundle that this code runs from (dist/cli); null when it was not built. */
function builtApp(): string | null {
  const app = join(dirname(dirname(fileURLToPath(import.meta.url))), 'app')
  return existsSync(join(app, 'index.html')) ? app : null
}

/** 'https://host[:port]' of an address, or null. Nothing else may enter the policy header. */
function originOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : null
}

function fail(code: 'study-not-found' | 'app-not-built' | 'port-not-free', detail?: string): number {
  process.stderr.write(`${sayBoth(cliWords[code], detail)}\n`)
  return exitCodes.unusable
}
