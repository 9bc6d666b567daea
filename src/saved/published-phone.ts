/** A telephone of a desk: what is plainly a landline or a service number is published, a mobile never. */

/** phone: digits and hyphens only, the first number of the cell. */
export function publicPhone(written: string): { readonly phone: string } | { readonly wrong: 'phone-mobile' | 'phone-unreadable' } {
  const text = written
    .normalize('NFKC')
    .replace(/[()（）]/g, '-')
    .replace(/[‐-―—–]/g, '-')
    .replace(/(转|ext\.?)/gi, '-')
  const numbers = text.split(/[,，、;；/\n或]|\s{2,}/).map((part) => part.replace(/^.*[:：]/, '').replace(/\s/g, '').replace(/-+/g, '-').replace(/^-|-$/g, ''))
  // Behind the country's code the zero of the area is left out.
  const home = numbers.map((number) => number.replace(/^\+?86-?(?=1[3-9]\d{9}$|0)/, '').replace(/^\+?86-?(?=[1-9]\d{1,2}-?[2-9]\d{6,7}$)/, '0'))
  const phone = home.find((number) => patterns.some((pattern) => pattern.test(number)))
  if (phone !== undefined) return { phone }
  return { wrong: numbers.some((number) => mobile.test(number)) ? 'phone-mobile' : 'phone-unreadable' }
}

const mobile = /^(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}$/
const patterns: readonly RegExp[] = [
  // Area code and seven or eight digits, with an extension where there is one.
  /^0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?$/,
  /^[2-9]\d{6,7}(?:-\d{1,6})?$/,
  /^[48]00-?\d{3}-?\d{4}$|^[48]00-?\d{4}-?\d{3}$/,
  // 12345, 12349, 110, 120.
  /^1(?:2\d{3}|[12]\d)$/,
]
