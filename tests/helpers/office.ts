/** Outside programs as oracles of what we write: LibreOffice and GDAL, where this machine has them. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const has = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0
/** With its spreadsheets; the package comes in parts, and a part that is not there opens nothing. */
export const hasOffice = hasPart('sc')
export const hasWriter = hasPart('sw')
export const hasGdal = has('ogrinfo', '--version')

/** What LibreOffice makes of the file: name -> text. Formulas are computed anew, not taken from the file. infilter: how it is to be read. */
export function converted(name: string, bytes: Uint8Array, to: string, infilter?: string): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'yikequan-office-'))
  try {
    const [profile, out] = [join(folder, 'profile'), join(folder, 'out')]
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), recalculate)
    writeFileSync(join(folder, name), bytes)
    spawnSync('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', ...(infilter ? [`--infilter=${infilter}`] : []), '--convert-to', to, '--outdir', out, join(folder, name)], { stdio: 'ignore', timeout: 110_000 })
    return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasPart(name: 'sc' | 'sw'): boolean {
  const found = spawnSync('which', ['soffice'], { encoding: 'utf8' })
  return found.status === 0 && existsSync(join(dirname(realpathSync(found.stdout.trim())), `lib${name}lo.so`)) && has('soffice', '--version')
}

/** Every sheet as a file of its own, texts in quotation marks, numbers as they are. */
export const everySheetAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1'
/** CSV in UTF-8 read as somebody reads it who lets formulas run. */
export const csvWithFormulas = 'CSV:44,34,76,1,,0,false,true,false,false,false,0,true'

const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`
