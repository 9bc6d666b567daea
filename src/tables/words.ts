/** Text made comparable: what a Chinese keyboard, a PDF or a Taiwanese register writes differently means the same. Never used for display. */

/** Half-width, without blanks and line breaks, simplified, lower case. */
export function plainText(text: string): string {
  if (isPlainAscii.test(text)) return text.toLowerCase()
  return simplified(halfWidth(text)).replace(blanks, '').toLowerCase()
}

/** Full-width letters, digits and signs -> half-width (㎡ -> m2, ，-> ,), radicals -> characters. */
export function halfWidth(text: string): string {
  if (isPlainAscii.test(text)) return text
  return text
    .replace(/[\u00ba\u02da]/g, '°')
    .replace(/\u2ed1/g, '長')
    .replace(/\u2ea0/g, '民')
    .normalize('NFKC')
}

/** A cell's text for display and keeping: trimmed, line breaks and runs of blanks closed up. */
export function cleanText(text: string): string {
  const trimmed = text.replace(invisible, '').trim()
  if (!innerBlanks.test(trimmed)) return trimmed
  return trimmed.replace(/[\s\u3000]+/g, (blank, at: number) =>
    /[\r\n]/.test(blank) && !isLatin(trimmed[at - 1]) ? '' : ' ',
  )
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
  '區区鄉乡鎮镇縣县戶户數数積积劃划態态類类級级經经緯纬標标編编號号碼码稱称機机構构設设務务養养護护資资據据點点單单開开辦办時时間间項项質质屬属狀状歲岁齡龄總总長长導导處处話话電电聯联絡络證证備备註注計计無无達达驗验滿满專专業业樓楼層层產产權权員员東东縱纵橫横軸轴圍围園园場场廠厂車车門门負负責责歸归檔档會会組组織织團团體体學学習习醫医藥药療疗復复衛卫認认貼贴費费額额萬万畝亩顷顷頃顷營营運运關关閉闭廢废舊旧劉刘顏颜實实際际現现況况獨独棟栋築筑幣币紀纪錄录選选擇择優优撫抚殘残綜综閒闲與与為为於于從从並并個个們们來来內内兩两農农動动勞劳勢势協协參参廳厅廣广應应愛爱歷历曆历濟济災灾爾尔當当發发盡尽監监盤盘確确礎础禮礼種种稅税穩稳節节範范築筑籌筹籤签簽签結结統统綠绿維维網网緊紧線线縮缩續续罰罚義义聖圣聞闻職职腳脚臺台舉举萊莱著著處处補补裝装裡里製制複复規规視视覽览觀观託托訂订訊讯記记訪访許许評评詞词該该詳详語语誤误說说調调談谈請请論论諮咨謂谓識识議议讀读變变讓让財财貧贫貨货購购貸贷賃赁賬账輔辅輕轻輪轮輸输轄辖轉转邊边鄰邻釋释鋼钢錢钱錯错鐵铁鑒鉴閱阅隊队階阶隨随險险難难雲云靈灵靜静韻韵項项順顺預预領领頭头題题願愿顯显風风飯饭飲饮餐餐館馆駐驻驛驿髮发麗丽齊齐㇐一顧顾別别愛爱財财衝冲擴扩據据遠远邁迈運运過过達达違违遲迟選选鄭郑釐厘閣阁闆板陳陈陸陆陽阳階阶際际雙双離离電电領领頻频額额顏颜騎骑魚鱼鳳凤鳥鸟龍龙龜龟塊块壓压壽寿夠够夢梦奪夺婦妇孫孙寧宁尋寻將将屆届島岛嶺岭巖岩帳账幫帮庫库彈弹徑径徵征恆恒悅悦懷怀應应戲戏戰战擔担擁拥攝摄敗败數数斷断時时晉晋曉晓書书條条棄弃樣样樹树橋桥檢检歡欢殺杀毀毁氣气決决沒没況况涼凉淚泪測测湯汤溫温滬沪漢汉潔洁澤泽濃浓濱滨灣湾無无煙烟營营爭争獎奖獲获環环瑞瑞甦苏畢毕異异療疗癡痴皺皱盜盗礦矿禦御禮礼窮穷筆笔籃篮糧粮純纯紙纸終终給给絕绝統统綱纲練练縣县績绩織织繼继纖纤罷罢羅罗習习聯联聲声聽听肅肃脈脉膚肤臨临興兴蘇苏藝艺蘭兰號号蟲虫補补裡里襲袭規规親亲計计訓训託托試试詩诗話话認认誌志誠诚課课講讲謝谢譜谱豐丰貝贝賀贺賢贤賴赖贈赠趙赵跡迹車车軍军較较載载輝辉農农逕迳遊游運运鄉乡鄧邓醜丑鈴铃銀银銘铭鎮镇長长門门開开閩闽陣阵陰阴隱隐集集雜杂霧雾頂顶須须頓顿頤颐頻频顆颗飛飞養养館馆駱骆駿骏驚惊體体鬆松魯鲁麥麦黃黄點点齋斋'
const pairs = new Map<string, string>()
for (let at = 0; at + 1 < table.length; at += 2) if (table[at] !== table[at + 1]) pairs.set(table[at]!, table[at + 1]!)
const traditionalOnly = new RegExp(`[${[...pairs.keys()].join('')}]`, 'g')
