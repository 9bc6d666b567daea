/** Makes a file of the results, as the plan that is shown leaves them, where the study lies, and hands it to the user. */
import { productFacts, type ProductId } from '../../exports/product-facts'
import { productWords } from '../../text/exports'
import { askIn, failWith, takeTurn, type App } from '../app'
import { editsShown, planShown } from '../workshop'

/** The file's name; null: cancelled, overtaken or failed (then the failure is in the store). */
export async function exportProduct(app: App, product: ProductId, extra: boolean): Promise<string | null> {
  const signal = takeTurn(app, 'export')
  const { study, policies, ownPacks, options, language, workshop } = app.store.getState()
  if (!study) return null
  const plan = planShown(workshop)
  const bytes = await askIn(app, 'export', signal, 'product', { product, plan: plan?.name ?? null, extra, language, policies, own: ownPacks, options, ...editsShown(app) })
  if (signal.aborted) return null
  if (!bytes) {
    if (app.store.getState().failure === null) failWith(app, { code: 'call-failed', detail: product })
    return null
  }
  const { extension, mime } = productFacts[product]
  const name = `${[study.name, plan?.name, study.asOf, productWords[product].name[language]].filter(Boolean).join(' ')}.${extension}`.replace(/[\\/:*?"<>|]/g, '_')
  app.save(name, product === 'docx' ? await seenEverywhere(app, bytes) : bytes, mime)
  return name
}

/** Phones and chat programs show neither SVG nor metafile: behind the report's pictures goes a PNG, where this browser can draw one. */
async function seenEverywhere(app: App, report: Uint8Array): Promise<Uint8Array> {
  if (!app.rasterise) return report
  const { withPngs } = await import('../../exports/docx/with-pngs')
  return withPngs(report, app.rasterise).catch(() => report)
}
