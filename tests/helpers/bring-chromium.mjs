/** Runs before the tests: brings Chromium and a Chinese font where they are absent and can be had, else says what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { findChromium, hasChineseFont } from './find-chromium.mjs'

const wanted = [...(findChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
if (wanted.length > 0 && isDebian()) install(wanted)

if (!findChromium()) {
  console.error(
    '请先安装 Chrome 或 Chromium，或把它的路径写入 CHROME_PATH。Please install Chrome or Chromium, or name its path in CHROME_PATH.',
  )
  process.exitCode = 1
} else if (!hasChineseFont()) {
  console.warn('没有中文字体，截图中的汉字会显示为方框。No Chinese font: characters in screenshots will be boxes.')
}

function install(packages) {
  const sudo = sudoWords()
  if (!sudo) return
  const apt = (...words) => {
    const [command, ...args] = [...sudo, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...words]
    return (
      spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0
    )
  }
  console.error(`正在安装 ${packages.join('、')}（只需一次）。Installing ${packages.join(', ')}, once.`)
  // Old lists name versions that the mirror no longer keeps; but one dead mirror among several need not stop the install.
  apt('update')
  apt('install', '-y', ...packages)
}

/** What to write before apt-get: nothing as root, sudo where it asks no password, null where neither. */
function sudoWords() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}
