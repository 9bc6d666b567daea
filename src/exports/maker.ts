/** What the worker's program gives to compute/, which stands above this room: the makers, loaded when the first file is wanted. */
import type { ProductMaker } from '../compute/handlers'

export const maker: ProductMaker = {
  asksWalks: async (id) => (await import('./products')).productNamed(id)?.walks ?? null,
  make: async (id, judged, extra, onProgress) => {
    const { makeProduct, productNamed } = await import('./products')
    const product = productNamed(id)
    if (!product) throw new Error(`no product ${id}`)
    return makeProduct(product, judged, { extra, onProgress })
  },
}
