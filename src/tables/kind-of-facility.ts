/** What a facility's name proposes about its kind (DOMAIN B5). The type column decides; names are unreliable, so a proposal is always marked and said. */

export function proposeKind(name: string): string | null {
  return rules.find(([pattern]) => pattern.test(name))?.[1] || null
}

// First match wins: what is no care facility, then the narrow words, then the wide ones. Names are plain (half-width, simplified, without blanks).
const rules: readonly (readonly [RegExp, string])[] = [
  [/老年大学|老年学校|活动室|活动中心|棋牌|麻将|养老保险|投资|咨询|物业/, 'NOT'],
  [/家庭(?:养老|照护)床位|家床/, 'HOME_BED'],
  // Agencies that only visit homes are no place; which kind they are, if any, a person must say.
  [/居家(?:式|长照|护理|照护|长期照顾)/, ''],
  [/日间照料中心|日间照顾/, 'COMM'],
  [/食堂|餐桌|饭堂|助餐|餐厅/, 'MEAL'],
  [/五保家园|农村幸福院|互助(?:养老|幸福)|村.{0,6}(?:幸福院|互助|养老服务|居家养老|日间照料|颐养之家)/, 'VILLAGE'],
  [/农村区域|区域性养老服务中心|[乡镇].{0,8}(?:区域|综合)?养老服务中心/, 'TOWN_RURAL'],
  [
    /街道.{0,8}(?:居家养老|综合养老|综合为老|养老服务中心|照料中心|区域养老)|综合为老服务中心|综合养老服务中心|养老照料中心|区域养老服务中心|嵌入式/,
    'STREET',
  ],
  [/特困人员|县.{0,8}(?:敬老院|福利院|福利中心)|中心敬老院|综合(?:性)?社会福利中心/, 'INST_COUNTY'],
  [/光荣院|市.{0,6}(?:老年)?社会福利院|市立.{0,12}(?:老人|安养|养老)/, 'INST_CITY'],
  [/敬老院/, 'TOWN_RURAL'],
  [/居家养老|驿站|养老服务站|养老服务点|日间照料|日间照顾|托老所|幸福院|关怀据点|照料站|长者服务站/, 'COMM'],
  [
    /养老院|老年公寓|老年人公寓|护理院|颐养|养护|康养中心|福利院|养老中心|养老服务有限公司|老人长期照顾|安养|长照机构|老人之家|nursinghome/,
    'INST',
  ],
]

/** 居家养老服务中心 exists at street and at community level: the word alone does not tell which. */
export const isStreetOrCommunity = (plainKind: string): boolean =>
  /^(?:居家养老服务中心|居家养老服务中心\(站\)|居家养老服务中心\/站|养老服务中心|居家养老中心)$/.test(plainKind)
