/** Finds a Chrome or Chromium on this machine. Plain JavaScript: it also runs before anything is compiled. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const ELSEWHERE = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/** The path of the first one that runs, CHROME_PATH before all, or null. */
export function findChromium() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const inOrderOfNames = NAMES.flatMap((name) => onPath.filter((path) => path.endsWith(name) && existsSync(path)))
  const candidates = [process.env.CHROME_PATH, ...inOrderOfNames, ...(ELSEWHERE[process.platform] ?? [])]
  return candidates.find((path) => path && existsSync(path) && runs(path)) ?? null
}

/** True when a font with Chinese characters is installed, as far as can be told. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (!listed.error) return listed.stdout.trim() !== ''
  const fonts = '/usr/share/fonts'
  return (
    existsSync(fonts) &&
    readdirSync(fonts, { recursive: true }).some((name) => /cjk|wqy|uming|ukai/i.test(String(name)))
  )
}

/** Ubuntu has a `chromium-browser` that only says to install a snap: a path is not enough. On Windows --version opens a window. */
function runs(path) {
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  )
}
