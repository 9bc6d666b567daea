/** `npm run sbom [file]`: the bill of materials (CycloneDX 1.5, JSON) of everything that is shipped, from the lockfile; the same bytes for the same lockfile. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { lockedPackages, shippedLicences } from './packages.mjs'

export function billOfMaterials(root) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const licences = new Map(shippedLicences(root).map((each) => [`${each.name} ${each.version}`, each.licence]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': `${name}@${version}`, name, version, licenses: [{ license: { id: license } }] } },
    components: lockedPackages(root).map((each) => component(each, licences.get(`${each.name} ${each.version}`))),
  }
}

function component({ name, version, integrity, license }, licence = license) {
  const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl = `pkg:npm/${name.startsWith('@') ? `${encodeURIComponent(group)}/${own}` : name}@${version}`
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group ? { group } : {}),
    name: own,
    version,
    purl,
    ...(integrity?.startsWith('sha512-') ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }] } : {}),
    ...(licence ? { licenses: [/^[\w.+-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence.replace(/^\((.*)\)$/, '$1') }] } : {}),
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const file = process.argv[2] ?? join(root, 'dist', 'sbom.cdx.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(billOfMaterials(root), null, 1)}\n`)
  console.log(file)
}
