/** The products: a list of equals. What the app and the command line call to make one. */
import { basisOf, walksOf, type Basis, type PlanMade } from './basis'
import type { Result } from '../indicators/result'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
import type { RectificationItem } from '../rectify/item'
import { rectificationList } from '../rectify/list'
import { withRemedies } from '../rectify/remedies'
import type { Language } from '../text/say'
import { csvClauses, csvList, csvUnits } from './csv'
import { docx } from './docx-product'
import { geojson } from './geojson'
import { gpkg } from './geopackage'
import type { Product, ProductOptions } from './product'
import { xlsx } from './xlsx'

export const products: readonly Product[] = [xlsx, docx, gpkg, geojson, csvList, csvUnits, csvClauses]

export const productNamed = (id: string): Product | undefined => products.find((product) => product.id === id)

/** study: as the plan leaves it, with its streets where the product asks for walks and there are any. */
export type JudgedStudy = { readonly study: Study; readonly packs: readonly Pack[]; readonly options: Options; readonly results: readonly Result[]; readonly plan?: PlanMade | null; readonly language?: Language }

/** onProgress: how many items of the rectification list have their remedies, which takes longest. */
export const basisFor = (product: Pick<Product, 'walks'>, { study, packs, options, ...judged }: JudgedStudy, onProgress?: (done: number, of: number) => void): Basis =>
  basisOf({ ...judged, study, packs, options, rectification: listOf(study, packs, options, judged.results, onProgress), walks: product.walks ? walksOf(study, packs, options) : [] })

let last: { readonly results: readonly Result[]; readonly study: Study; readonly list: readonly RectificationItem[] } | null = null

/** With the remedies, which take a while to find in a large city: one product is often asked for after another. */
function listOf(study: Study, packs: readonly Pack[], options: Options, results: readonly Result[], onProgress?: (done: number, of: number) => void): readonly RectificationItem[] {
  if (last?.results !== results || last.study !== study) last = { results, study, list: withRemedies(study, results, rectificationList(study, results), { packs, options }, onProgress) }
  return last.list
}

export function makeProduct(product: Product, judged: JudgedStudy, options: ProductOptions): Promise<Uint8Array> {
  // Not awaited: a cancel that comes meanwhile is heard at the next step that is.
  const say = (done: number, of: number): void => void Promise.resolve(options.onProgress?.(done, of)).catch(() => undefined)
  return product.make(basisFor(product, judged, say), options)
}
