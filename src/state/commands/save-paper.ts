/** Hands a picture or a table of a paper to the user as a file, stamped. */
import { svgText } from '../../exports/drawing/svg'
import type { Drawing } from '../../exports/drawing/drawing'
import { chartCsv } from '../../exports/charts/chart-csv'
import type { ChartTable } from '../../exports/charts/chart'
import { pngWith } from '../../exports/png'
import { stampOf, type Stamp } from '../../exports/stamp'
import { stampedPng, stampedSvg } from '../../exports/stamped-picture'
import type { App } from '../app'
import { paperBasis } from '../paper-basis'

/** How the page turns an SVG into a PNG. */
export type Rasterise = (svg: string, size: { readonly width: number; readonly height: number }) => Promise<Uint8Array>

const fileName = (title: string, extension: string): string => `${title.replace(/[\\/:*?"<>|]/g, '_')}.${extension}`

export function saveSvg(app: App, drawing: Drawing, title: string, millimetres?: { readonly width: number; readonly height: number }): void {
  const stamp = stampFor(app, 'svg')
  const text = stamp === null ? svgText(drawing, millimetres ? { millimetres } : {}) : stampedSvg(drawing, stamp, millimetres)
  app.save(fileName(title, 'svg'), new TextEncoder().encode(text), 'image/svg+xml')
}

/** At so many dots to the inch; false: this browser cannot draw it. */
export async function savePng(app: App, drawing: Drawing, title: string, dpi: number, rasterise: Rasterise): Promise<boolean> {
  const scale = dpi / 96
  try {
    const bytes = await rasterise(svgText(drawing), { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) })
    const stamp = stampFor(app, 'png')
    app.save(fileName(title, 'png'), stamp === null ? pngWith(bytes, { dpi, texts: {} }) : stampedPng(bytes, dpi, stamp), 'image/png')
    return true
  } catch {
    return false
  }
}

export const saveChartTable = (app: App, table: ChartTable, title: string): void => app.save(fileName(title, 'csv'), chartCsv(table), 'text/csv')

function stampFor(app: App, product: string): Stamp | null {
  const basis = paperBasis(app.store.getState())
  return basis && stampOf(basis, product)
}
