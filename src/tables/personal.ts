/** Columns about persons: detected by header and by value, named to the user, and kept out. Names and addresses of facilities are not personal. */
import type { HeaderText } from './header-text'
import type { LedgerName } from './ledger'

/** A header that names a person's data. The ledger matters: 地址 of a facility is public, 住址 of an elder is not. */
export function isPersonalHeader({ forms }: Pick<HeaderText, 'forms'>, ledger: LedgerName | null): boolean {
  return forms.some(
    (form) => (personal.test(form) || (ledger === 'people' && form === '地址')) && !institutional.test(form),
  )
}

/** A resident identity number whose check digit is right (GB 11643), or a mainland mobile number, standing free in the text. */
export function holdsPersonalNumber(text: string): boolean {
  if (text.length < 11) return false
  for (const [number] of text.matchAll(longNumber)) {
    if (number.length === 11 && mobile.test(number)) return true
    if (number.length === 18 && isIdentityNumber(number)) return true
  }
  return false
}

/** A telephone, of a desk or of a person; a mobile is a person's. Such a column is read only where the user says that it is public. */
export const isTelephoneHeader = (header: string): boolean => /电话|座机|热线|联系方式|^tel$|phone/i.test(header) && !/手机|mobile/i.test(header)

const personal =
  /姓名|身份证|证件号|公民身份|手机|电话|联系方式|联系人|法人代表|法定代表人|负责人|院长|户主|监护人|经办人|填报人|家庭住址|家庭地址|居住地址|户籍地址|户籍所在地|^住址$|详细住址|出生日期|出生年月|银行卡|银行账号|微信|^phone|^tel$|^telephone|^mobile|^contact$|contactname|contactperson|idcard|idnumber|^email$|^e-mail$/
const institutional = /责任单位|负责单位|负责部门|单位名称|机构名称|人数|数量|是否/

const longNumber = /(?<![0-9A-Za-z])(?:\d{17}[\dXx]|1\d{10})(?![0-9A-Za-z])/g
const mobile = /^1[3-9]\d{9}$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function isIdentityNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase()
}
