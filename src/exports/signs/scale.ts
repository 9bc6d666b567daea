/** A round length for the scale bar. */

export type Scale = { readonly px: number; readonly value: number; readonly unit: 'metres' | 'kilometres' }

/** The longest 1, 2 or 5 × 10ⁿ metres that fits into `maxPx` pixels; null where the map has no size yet. */
export function scaleOf(metresPerPx: number, maxPx: number): Scale | null {
  const most = metresPerPx * maxPx
  if (!Number.isFinite(most) || most <= 0) return null
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = ([5, 2, 1].find((step) => step * power <= most * (1 + 1e-9)) ?? 1) * power
  return {
    px: metres / metresPerPx,
    value: metres >= 1000 ? metres / 1000 : metres,
    unit: metres >= 1000 ? 'kilometres' : 'metres',
  }
}
