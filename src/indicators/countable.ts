/** Which units of measure come in whole things, so that what is missing is a whole number. */
import { factItem } from '../tables/fact-items'
import { equal } from './compare'

const divisible = new Set(['yuan', 'm2', 'share', 'text', 'times'])

/** Persons, beds, institutions … are counted; money and m² are not. */
export const isCountable = (item: string | null | undefined): boolean => {
  const unit = item ? factItem(item)?.unit : undefined
  return unit !== undefined && !divisible.has(unit)
}

/** Rounded up for countables, as it stands for the rest; an exact whole number that binary arithmetic blurs stays itself. */
export function wholeUp(amount: number, countable: boolean): number {
  if (!countable) return amount
  return equal(amount, Math.round(amount)) ? Math.round(amount) : Math.ceil(amount)
}
