/** The packages that the program is made of, from the lockfile and node_modules: for the licences page and the bill of materials. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sorted by name, then version. Without `dev`: only what is shipped. */
export function lockedPackages(root, { dev = false } = {}) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && (dev || (!entry.dev && !entry.devOptional)))
    .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), ...entry }))
    .sort((a, b) => order(a.name, b.name) || order(a.version, b.version))
}

/** Name, version, licence and its full text of everything that is shipped. */
export function shippedLicences(root) {
  return lockedPackages(root)
    .filter(({ path }) => existsSync(join(root, path, 'package.json')))
    .map(({ path, name, version }) => {
      const folder = join(root, path)
      const { license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const texts = readdirSync(folder)
        .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) && !/\.(js|json|ts)$/i.test(file))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      return { name, version, licence: nameOf(license ?? licenses), text: texts.join('\n\n') }
    })
}

const nameOf = (licence) => (Array.isArray(licence) ? licence.map(nameOf).join(' OR ') : typeof licence === 'object' && licence !== null ? String(licence.type) : String(licence ?? ''))
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
