/** The products: a list of equals. What the app and the command line call to make one. */
import { basisOf, walksOf, type Basis, type PlanMade } from './basis'
import type { Result } from '../indicators/result'
import type { Options, Study } from '../model/study'
import type { Pack } from '../policy/clause'
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

export const basisFor = (product: Pick<Product, 'walks'>, { study, packs, options, ...judged }: JudgedStudy): Basis =>
  basisOf({ ...judged, study, packs, options, walks: product.walks ? walksOf(study, packs, options) : [] })

export const makeProduct = (product: Product, judged: JudgedStudy, options: ProductOptions): Promise<Uint8Array> => product.make(basisFor(product, judged), options)
