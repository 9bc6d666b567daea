/** SVG -> PNG without a browser: the one door to the renderer, with the Chinese font of this computer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Answers the PNG of an SVG at that many dots to the inch, a pixel of the SVG being 1/96 of one. */
export type Raster = (svg: string, dpi: number) => Uint8Array

/** null: there is no font here that has Chinese; a map without its names is no map. */
export async function openRaster(folders: readonly string[] = fontFolders()): Promise<Raster | null> {
  const fonts = chineseFonts(folders)
  if (fonts.length === 0) return null
  await (ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  const fontBuffers = fonts.map((file) => new Uint8Array(readFileSync(file)))
  return (svg, dpi) => {
    const drawn = new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false }, fitTo: { mode: 'zoom', value: dpi / 96 }, background: '#ffffff' })
    try {
      const image = drawn.render()
      try {
        return image.asPng().slice()
      } finally {
        image.free()
      }
    } finally {
      drawn.free()
    }
  }
}

/** The module may be started once only. */
let ready: Promise<void> | null = null

/** The first family that is there, its regular and its bold face: others would only cost memory (some 20 MB each). */
function chineseFonts(folders: readonly string[]): string[] {
  const files = folders.filter(existsSync).flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  for (const [regular, bold] of families) {
    const first = files.filter((file) => regular.test(file)).sort()[0]
    const second = files.filter((file) => bold.test(file)).sort()[0]
    if (first !== undefined) return second === undefined || second === first ? [first] : [first, second]
  }
  return []
}

/** What Debian, Windows and macOS bring, the plainest first. */
const families: readonly (readonly [regular: RegExp, bold: RegExp])[] = [
  [/NotoSansCJK-Regular\.tt[cf]$/, /NotoSansCJK-Bold\.tt[cf]$/],
  [/(NotoSans(CJK)?SC|SourceHanSans(SC|CN))-Regular\.[ot]t[cf]$/, /(NotoSans(CJK)?SC|SourceHanSans(SC|CN))-Bold\.[ot]t[cf]$/],
  [/msyh\.tt[cf]$/i, /msyhbd\.tt[cf]$/i],
  [/(PingFang|Hiragino Sans GB|STHeiti Light)\.tt[cf]$/, /STHeiti Medium\.tt[cf]$/],
  [/(wqy-(microhei|zenhei)|DroidSansFallback(Full)?|simhei)\.tt[cf]$/i, /$^/],
]

const fontFolders = (): string[] => ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts'), join(homedir(), '.fonts'), join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts'), '/System/Library/Fonts', '/Library/Fonts']
