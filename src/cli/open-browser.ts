/** Opens an address in the user's browser where there is a screen to show it on. */
import { spawn } from 'node:child_process'

/** Nothing happens in CI, without a display, or when no opener is installed: the address is printed anyway. */
export function openBrowser(address: string): void {
  const opener = openerHere()
  if (!opener) return
  const [command, ...before] = opener
  spawn(command, [...before, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

function openerHere(): readonly [string, ...string[]] | null {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env
  if (CI) return null
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  if (process.platform === 'darwin') return ['open']
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : null
}
