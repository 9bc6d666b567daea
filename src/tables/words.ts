/** Text made comparable: what a Chinese keyboard, a PDF or a Taiwanese register writes differently means the same. Never used for display. */

/** Half-width, without blanks and line breaks, simplified, lower case. */
export function plainText(text: string): string {
  if (isPlainAscii.test(text)) return text.toLowerCase()
  return simplified(halfWidth(text)).replace(blanks, '').toLowerCase()
}

/** Full-width letters, digits and signs -> half-width (㎡ -> m2, ，-> ,), radicals -> characters. */
export function halfWidth(text: string): string {
  if (isPlainAscii.test(text)) return text
  return text.replace(/[\u00ba\u02da]/g, '°').replace(/\u2ed1/g, '長').replace(/\u2ea0/g, '民').normalize('NFKC')
}

/** A cell's text for display and keeping: trimmed, line breaks and runs of blanks closed up. */
export function cleanText(text: string): string {
  const trimmed = text.replace(invisible, '').trim()
  return innerBlanks.test(trimmed) ? trimmed.replace(/\s*[\r\n]+\s*/g, (_, at: number) => (isLatin(trimmed[at - 1]) ? ' ' : '')).replace(/[ \t\u00a0\u3000]{2,}/g, ' ') : trimmed
}

/** Traditional characters that occur in headers and words of these ledgers -> simplified. */
export function simplified(text: string): string {
  return text.replace(traditionalOnly, (character) => pairs.get(character) ?? character)
}

const isPlainAscii = /^[\x21-\x7e]*$/
const invisible = /[\u200b-\u200f\u2060\ufeff]/g
const blanks = /[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff]+/g
const innerBlanks = /[\r\n]|[ \t\u00a0\u3000]{2}/
const isLatin = (character: string | undefined) => character !== undefined && /[A-Za-z0-9,.;]/.test(character)

// prettier-ignore
const table =
  '區区鄉乡鎮镇縣县戶户數数積积劃划態态類类級级經经緯纬標标編编號号碼码稱称機机構构設设務务養养護护資资據据點点單单開开辦办時时間间項项質质屬属狀状歲岁齡龄總总長长導导處处話话電电聯联絡络證证備备註注計计無无達达驗验滿满專专業业樓楼層层產产權权員员東东縱纵橫横軸轴圍围園园場场廠厂車车門门負负責责歸归檔档會会組组織织團团體体學学習习醫医藥药療疗復复衛卫認认貼贴費费額额萬万畝亩顷顷頃顷營营運运關关閉闭廢废舊旧劉刘顏颜實实際际現现況况獨独棟栋築筑幣币紀纪錄录選选擇择優优撫抚殘残綜综閒闲與与為为於于從从並并個个們们來来內内兩两農农動动勞劳勢势協协參参廳厅廣广應应愛爱歷历曆历濟济災灾爾尔當当發发盡尽監监盤盘確确礎础禮礼種种稅税穩稳節节範范築筑籌筹籤签簽签結结統统綠绿維维網网緊紧線线縮缩續续罰罚義义聖圣聞闻職职腳脚臺台舉举萊莱著著處处補补裝装裡里製制複复規规視视覽览觀观託托訂订訊讯記记訪访許许評评詞词該该詳详語语誤误說说調调談谈請请論论諮咨謂谓識识議议讀读變变讓让財财貧贫貨货購购貸贷賃赁賬账輔辅輕轻輪轮輸输轄辖轉转邊边鄰邻釋释鋼钢錢钱錯错鐵铁鑒鉴閱阅隊队階阶隨随險险難难雲云靈灵靜静韻韵項项順顺預预領领頭头題题願愿顯显風风飯饭飲饮餐餐館馆駐驻驛驿骨骨髮发麗丽齊齐㇐一'
const pairs = new Map<string, string>()
for (let at = 0; at + 1 < table.length; at += 2) if (table[at] !== table[at + 1]) pairs.set(table[at]!, table[at + 1]!)
const traditionalOnly = new RegExp(`[${[...pairs.keys()].join('')}]`, 'g')
