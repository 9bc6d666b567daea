/** Square metres as people write them: to the hundredth. */

/** Rounded up, so that what is asked for is enough. */
export const upM2 = (m2: number): number => tidyM2(Math.ceil(m2 * 100 - 1e-6) / 100)

export const tidyM2 = (m2: number): number => Math.round(m2 * 100) / 100
