import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lockedPackages, shippedLicences } from '../../bin/packages.mjs'
import { billOfMaterials } from '../../bin/sbom.mjs'
import { repository } from '../helpers/shared'

const all = lockedPackages(repository, { dev: true })
const shipped = lockedPackages(repository)
const direct = Object.keys((JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies)

describe('the lockfile', () => {
  test('names every package with its fingerprint, and nobody’s address to fetch it from', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([])
    // No address at all: the fingerprint says what is right, wherever an office fetches it from.
    expect(all.filter(({ resolved }) => resolved !== undefined).map(({ name }) => name)).toEqual([])
  })

  test('has no install script that could fetch: none is ever run, and nothing that is shipped has one', () => {
    expect(readFileSync(join(repository, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
    // The two tools that have one do without: esbuild's checks its binary (and would fetch a missing one), fsevents' builds on a Mac.
    expect(all.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name).filter((name) => !['esbuild', 'fsevents'].includes(name))).toEqual([])
    expect(shipped.filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
  })
})

describe('what is shipped', () => {
  test('is every dependency with what it stands on, and no tool of ours', () => {
    const names = shipped.map(({ name }) => name)
    for (const name of direct) expect(names).toContain(name)
    for (const tool of ['vitest', 'eslint', 'playwright-core', 'typescript']) expect(names).not.toContain(tool)
  })

  test('has a licence each, all of them free to hand on, with its text', () => {
    const licences = shippedLicences(repository)
    expect(licences.length).toBe(shipped.filter(({ path }) => existsSync(join(repository, path))).length)
    const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BSL-1.0', '0BSD', 'Zlib', 'Unlicense']
    // Of several that one may choose from, one will do; of several that hold together, all.
    const isFree = (licence: string): boolean => licence.replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((each) => free.includes(each)))
    // The renderer of the command line stays a package of its own (bin/build-cli.mjs): its licence holds file by file.
    expect(licences.filter(({ licence }) => !isFree(licence)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual(['@resvg/resvg-wasm: MPL-2.0'])
    expect(licences.filter(({ text }) => text.length > 200).length).toBeGreaterThan(licences.length * 0.8)
  })

  test('stands in the bill of materials, each with address and fingerprint, the same every time', () => {
    const bill = billOfMaterials(repository)
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' })
    expect(bill.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name} ${version}`)).toEqual(shipped.map(({ name, version }) => `${name} ${version}`))
    expect(bill.components.every(({ purl, hashes }) => /^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/.test(purl) && /^[0-9a-f]{128}$/.test(hashes?.[0]?.content ?? ''))).toBe(true)
    expect(JSON.stringify(billOfMaterials(repository))).toBe(JSON.stringify(bill))
  })
})
