/** A header cell taken apart: the words to compare and the unit in its brackets. */
import { unitOf } from './units'
import { halfWidth, plainText } from './words'

export type HeaderText = {
  /** As written, without line breaks and blanks. */
  readonly shown: string
  /** Forms to look up, best first: without the unit, without any bracket, without a list number. */
  readonly forms: readonly string[]
  /** The unit as written ('亩', '万㎡'), or null. */
  readonly unit: string | null
}

export function headerText(written: string): HeaderText {
  const text = written.slice(0, longest)
  const shown = text.replace(/[\s\u00a0\u3000\u200b-\u200f\ufeff]+/g, (blank, at: number) =>
    isLatin(text[at - 1]) && isLatin(text[at + blank.length]) ? ' ' : '',
  )
  let plain = withoutNumber(plainText(text))
  let unit: string | null = null
  for (const bracket of bracketsOf(plain)) {
    const inside = unitIn(bracket.inside)
    if (inside === null) continue
    unit = writtenUnit(text, inside)
    plain = plain.slice(0, bracket.from) + plain.slice(bracket.to)
    break
  }
  const tail = unit === null ? /^(.+?)[:/_-](万?(?:m2|平方米|平米|亩|公顷|元|户|人|张|床))$/.exec(plain) : null
  if (tail && unitOf(tail[2]!)) {
    plain = tail[1]!
    unit = writtenUnit(text, tail[2]!)
  }
  const bare = plain.replace(/[([{【〔<][^)\]}】〕>]*[)\]}】〕>]/g, '')
  const forms = [
    plain,
    bare,
    plain.replace(/^(?:是否|其中:?)/, ''),
    bare.replace(/(?:情况|信息)$/, ''),
    bare.replace(/(?<=.{4})(?:数|总数|数量)$/, ''),
    bare.replace(elders, '$1岁以上'),
  ].map((form) => form.replace(/[*★:.、]+$/, ''))
  return { shown, forms: [...new Set(forms.filter((form) => form !== ''))], unit }
}

/** '单位:平方米', '单位:户、㎡、万元' (of a title or unit row) -> the units; 填报单位 and its like name an office, not a unit. */
export function statedUnits(text: string): readonly string[] {
  const plain = halfWidth(text.slice(0, 2 * longest)).replace(/\s+/g, '')
  const match = /(?:^|[^报制表管填主位])(?:计量|面积|金额|数量)?单位[:：]([^;；。)]*)/.exec(plain)
  if (!match) return []
  return match[1]!.split(/[、,，/]/).filter((part) => unitOf(part) !== null)
}

/** True when the cell holds nothing but a unit, bracketed or not. */
export const isUnitOnly = (text: string): boolean => {
  const inside = plainText(text)
    .replace(/^[([【]|[)\]】]$/g, '')
    .replace(/^单位:/, '')
  return unitOf(inside) !== null
}

/** Nothing longer is a header. */
const longest = 120

/** 60周岁(含)及以上老年人口数, 其中80岁以上老人 … : one word for the many ways to say it; 户籍 is another figure. */
const elders =
  /^(?:其中:?)?(?:常住)?(60|65|80)周?岁(?:及|含)*以上(?:常住)?(?:老年|高龄)?(?:人|人口|老人|老年人|人数)?(?:总数|数量|数)?$/

const isLatin = (character: string | undefined) => character !== undefined && /[A-Za-z0-9]/.test(character)

/** '1.', '(2)', '一、', '*' before the words. */
const withoutNumber = (plain: string): string =>
  plain.replace(/^(?:[*★#]+|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))/, '')

function bracketsOf(plain: string): readonly { from: number; to: number; inside: string }[] {
  return [...plain.matchAll(/[([{【〔<]([^)\]}】〕>]*)[)\]}】〕>]/g)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length, inside: match[1]! }))
    .reverse()
}

/** The unit inside a bracket: alone, after 单位:, or before a remark. */
function unitIn(inside: string): string | null {
  const text = inside.replace(/^单位:?/, '')
  if (unitOf(text)) return text
  const first = text.split(/[,，、;；]/)[0] ?? ''
  return unitOf(first) && first !== text ? first : null
}

/** The unit with the characters of the header itself (㎡ rather than m2). */
function writtenUnit(text: string, unit: string): string {
  const sign = /万?㎡|万?m²/.exec(text)
  return sign && plainText(sign[0]) === unit ? sign[0] : unit
}
