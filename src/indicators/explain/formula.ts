/** The arithmetic of a figure in writing: what it comes to is the figure that is shown. */

/** A half that is itself a sum: '950 + 1240 - 1200'. */
export type Written = { readonly numerator?: string; readonly denominator?: string }

type Shown = { readonly numerator: number | null; readonly denominator: number | null; readonly value: number | null }

/**
 * The sum of the two halves that gives the value: a share, so many per `per`, the numerator by itself (a count that has a norm and not a
 * whole for its second half), what is left of the whole. A value that is none of these stands for itself; null without a value.
 */
export function formulaGiving({ numerator, denominator, value }: Shown, per: number | null = null, sums: Written = {}): string | null {
  if (value === null) return null
  const half = (which: 'numerator' | 'denominator', figure: number): string => (sums[which] === undefined ? written(figure) : `(${sums[which]})`)
  if (numerator !== null && denominator !== null && denominator !== 0) {
    const share = numerator / denominator
    const halves = `${half('numerator', numerator)} / ${half('denominator', denominator)}`
    if (isNear(share, value)) return halves
    for (const times of [...(per === null ? [] : [per]), 100]) if (isNear(share * times, value)) return `${halves} * ${times}`
    if (!isNear(numerator, value) && isNear(denominator - numerator, value)) return `${written(denominator)} - ${written(numerator)}`
  }
  return sums.numerator !== undefined && numerator === value ? sums.numerator : written(value)
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

/** Digits only: 0.0000001 and not 1e-7. */
export const written = (value: number): string => (String(value).includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : String(value))
