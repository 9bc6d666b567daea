/** Words for the Why codes of results: why a unit has its state, or why a record is left out. A code without words shows itself. And for a number that an edit has set. */
import { editName } from './edits'
import { fill, type Language } from './say'

export type WhyWords = { readonly zh: string; readonly en: string }

export const whyWords: Readonly<Record<string, WhyWords>> = {
  // facilities
  'no-facility': { zh: '没有计入的设施', en: 'no facility counts' },
  'stage-not-operating': { zh: '不在运营', en: 'not operating' },
  'stage-unknown': { zh: '状态未填', en: 'stage unknown' },
  'kind-not-counted': { zh: '不是这一条所说的类型', en: 'not a kind that this clause counts' },
  'kind-unknown': { zh: '类型未填', en: 'kind unknown' },
  'level-not-counted': { zh: '不是这一级的设施', en: 'not of this level' },
  'level-unknown': { zh: '层级未填', en: 'level unknown' },
  'area-unknown': { zh: '所属单元不明', en: 'unit unknown' },
  'no-position': { zh: '没有坐标', en: 'no position' },
  'facility-unmarked': { zh: '设施没有标注这一项', en: 'the facility is not marked' },
  'facility-marked-no': { zh: '设施标注为否', en: 'the facility is marked no' },
  'facility-somewhere-above': { zh: '有设施只写到上级单元，不知属于哪个单元', en: 'a facility names only an upper unit' },
  'facilities-missing': { zh: '没有设施台账', en: 'no facility ledger' },
  'class-unknown': { zh: '类型、层级或状态未填，计不计入说不准', en: 'kind, level or stage unknown' },
  'service-missing': { zh: '设施合起来也缺所要的服务', en: 'the facilities together lack a service asked for' },
  'counts-elsewhere': { zh: '已在另一级计入', en: 'counted at another level' },
  'not-built': { zh: '尚未建成', en: 'not built yet' },
  // units
  'roster-missing': { zh: '没有行政单元名册', en: 'no roster of units' },
  'no-such-unit': { zh: '名册里没有这一级的单元', en: 'no such unit in the roster' },
  'functional-zone': { zh: '功能区，按口径不计入', en: 'functional zone, left out by the reading' },
  'fewer-than-expected': { zh: '名册里的单元比应有的少', en: 'fewer units than expected' },
  'no-class': { zh: '没有城乡分类', en: 'no urban-rural class' },
  'no-code': { zh: '没有区划代码', en: 'no code' },
  'not-counted': { zh: '不计入', en: 'not counted' },
  'not-in-scope': { zh: '不在适用范围', en: 'out of scope' },
  // compounds and land
  'compounds-missing': { zh: '没有住宅小区台账', en: 'no compound ledger' },
  'no-such-compound': { zh: '没有适用的小区', en: 'no such compound' },
  'households-unknown': { zh: '户数未填', en: 'households unknown' },
  'area-blank': { zh: '已配面积未填', en: 'provided area blank' },
  'area-from-facilities': { zh: '已配面积取自设施台账', en: 'area taken from the facility ledger' },
  'floor-area-unknown': { zh: '设施建筑面积未填', en: 'floor area of a facility unknown' },
  'required-unknown': { zh: '应配面积算不出', en: 'required area unknown' },
  'below-single-site': { zh: '单处面积 {detail} m²，小于最小面积，不计', en: 'site of {detail} m² below the smallest that counts' },
  'mark-unknown': { zh: '租赁或移交未填，计不计入说不准', en: 'lease or handover unknown' },
  unclassed: { zh: '未定类：分不清新建还是老旧', en: 'neither new nor old for certain' },
  'dated-before-new': { zh: '早于新建起算日', en: 'dated before the start of new' },
  'no-date': { zh: '没有可用的日期', en: 'no usable date' },
  'pool-member': { zh: '整合配建，与 {detail} 组合并计算', en: 'judged with pool {detail}' },
  'pool-member-too-far': { zh: '离 {detail} 组的共用设施太远，单独计算', en: 'too far from the shared site of pool {detail}, judged alone' },
  'outside-central-city': { zh: '不在中心城区，{detail} 组不合并，单独计算', en: 'outside the central city, not pooled with {detail}' },
  'central-city-unlisted': { zh: '研究没有列出中心城区的单元', en: 'the study lists no units of the central city' },
  'no-pool': { zh: '没有整合配建组', en: 'no pool' },
  leased: { zh: '租赁用房', en: 'leased' },
  'not-handed-over': { zh: '尚未移交', en: 'not handed over' },
  'land-area-unknown': { zh: '用地面积未填', en: 'land area unknown' },
  'plot-somewhere': { zh: '有用地不知属于哪个单元', en: 'there is land of which the unit is not known' },
  outside: { zh: '在各单元边界之外', en: 'outside every boundary' },
  'no-land-figure': { zh: '没有用地数据', en: 'no figure of land' },
  'use-unknown': { zh: '用途未填', en: 'use unknown' },
  'status-unknown': { zh: '现状、规划未填', en: 'existing or planned unknown' },
  'planned-only': { zh: '只是规划，按口径不计', en: 'only planned, left out by the reading' },
  'information-only': { zh: '这种口径只供参考，不作判定', en: 'this reading is for information only' },
  // people
  'people-unknown': { zh: '人数未填', en: 'people unknown' },
  'no-people': { zh: '没有人口点', en: 'no demand points' },
  'streets-missing': { zh: '没有步行路网，步行圈算不出', en: 'no walk network to measure walks on' },
  'streets-empty': { zh: '路网里没有可以步行的路，步行圈算不出', en: 'the network holds no street that can be walked' },
  'streets-elsewhere': { zh: '路网不在本地，步行圈算不出', en: 'the network lies elsewhere' },
  'nearest-outside': { zh: '最近的设施在边界之外：{detail}', en: 'the nearest facility stands beyond the boundary: {detail}' },
  'snap-too-far': { zh: '离道路太远', en: 'too far from the streets' },
  // figures
  'no-figure': { zh: '没有数据', en: 'no figure' },
  'stated-figure': { zh: '取自统计项', en: 'a stated figure' },
  'plan-change': { zh: '统计项的数加上方案使设施台账增减的数：{detail}', en: 'the stated figure and by how much the plan changes the facility ledger: {detail}' },
  'ledger-before': { zh: '设施台账合计，方案之前', en: 'sum of the facility ledger before the plan' },
  'ledger-after': { zh: '设施台账合计，方案之下', en: 'sum of the facility ledger under the plan' },
  'whole-before': { zh: '分母：设施台账合计，方案之前', en: 'the whole: sum of the facility ledger before the plan' },
  'whole-after': { zh: '分母：设施台账合计，方案之下', en: 'the whole: sum of the facility ledger under the plan' },
  'empty-denominator': { zh: '没有适用的对象', en: 'nothing to apply to' },
  'part-exceeds-whole': { zh: '分子大于分母', en: 'the part is larger than the whole' },
  // verdicts
  'no-threshold': { zh: '没有可比的数值，不作判定', en: 'no number to compare with' },
  'own-threshold': { zh: '比例由使用者选定，不是文件的规定', en: 'the share was chosen by the user, not by the document' },
  'no-share-in-document': { zh: '文件未给出比例，只报数值，不作判定', en: 'the document gives no share' },
  'promotes-only': { zh: '文件只提方向，没有要求', en: 'the document only encourages' },
  'no-number-in-document': { zh: '文件没有给出数值', en: 'the document gives no number' },
  'norm-in-another-document': { zh: '标准在另一份文件里', en: 'the norm stands in another document' },
  'unknown-may-change': { zh: '未知的部分可能改变结论', en: 'the unknown part may change the verdict' },
  'unknown-cannot-change': { zh: '有未知，但不影响结论', en: 'unknown parts cannot change the verdict' },
  'lower-level-unmet': { zh: '下级有单元未达标', en: 'a lower unit is unmet' },
  'part-of-total': { zh: '合计的一部分，不单独判定', en: 'a part of the total, not judged by itself' },
  'sum-differs': { zh: '分配之和与总数不符：{detail}', en: 'the parts do not add up to the whole: {detail}' },
  'evaluator-missing': { zh: '这一条还没有算法', en: 'no evaluator yet' },
  // lists and steps
  'elements-missing': { zh: '缺 {detail}', en: 'lacks {detail}' },
  'elements-unknown': { zh: '未填 {detail}', en: 'unknown: {detail}' },
  'steps-missing': { zh: '未做到 {detail}', en: 'not done: {detail}' },
  'steps-unknown': { zh: '未填 {detail}', en: 'unknown: {detail}' },
  'city-list-missing': { zh: '没有市级清单', en: 'no city list' },
  'county-list-missing': { zh: '没有本级清单', en: 'no list of its own' },
  // years and windows
  'running-year': { zh: '{detail} 年尚未结束，只作参考', en: '{detail} is not over yet' },
  'later-of-year': { zh: '{detail} 年有几行数据，取较后的一行', en: 'several rows in {detail}: the later counts' },
  'year-missing': { zh: '缺 {detail} 年的数据', en: 'no figure for {detail}' },
  'one-figure-only': { zh: '不足两期数据，无法比较', en: 'fewer than two figures to compare' },
  'not-sent': { zh: '期限内未报送', en: 'not sent in time' },
  'window-not-begun': { zh: '报送期未到', en: 'the window has not begun' },
  'date-too-coarse': { zh: '日期只到月或年，看不出是否按时', en: 'the date is too coarse to tell' },
  'dated-after-as-of': { zh: '日期晚于数据日期', en: 'dated after the data date' },
  // mending and dates
  'nothing-to-mend': { zh: '没有需要整改的小区', en: 'nothing to mend' },
  'no-finding': { zh: '没有核查结论', en: 'no finding' },
  'finding-below': { zh: '核查结论为不达标', en: 'found below the norm' },
  'meets-now': { zh: '现已达标', en: 'meets the norm now' },
  'recorded-open': { zh: '台账记为未完成', en: 'recorded as not done' },
  'remedy-not-done': { zh: '整改措施尚未完成', en: 'the remedy is not finished' },
  'recorded-done': { zh: '台账记为已完成', en: 'recorded as done' },
  late: { zh: '逾期完成', en: 'done late' },
  'not-yet-due': { zh: '未到期', en: 'not yet due' },
  'done-unknown': { zh: '完成情况未填', en: 'completion unknown' },
}

/** '不在运营', or '整合配建，按 甲 组合并计算'. A detail that the words do not place follows in brackets. */
export function whyText(language: Language, code: string, detail?: string): string {
  const words = whyWords[code]?.[language] ?? code
  if (detail === undefined) return words.replace(/\s*\{detail\}\s*/g, '')
  if (words.includes('{detail}')) return fill(words, { detail })
  return language === 'zh' ? `${words}（${detail}）` : `${words} (${detail})`
}

const editedWords = {
  plan: { zh: '方案的修改', en: 'the plan' },
  record: { zh: '整改台账', en: 'the rectification record' },
  step: { zh: '方案第 {number} 步“{edit}”', en: 'edit {number} of the plan ({edit})' },
  changed: { zh: '由{who}改定', en: 'set by {who}' },
  added: { zh: '由{who}新增，台账里没有', en: 'added by {who}, not in the ledger' },
  was: { zh: '原台账为 {from}', en: 'the ledger says {from}' },
  wasAt: { zh: '原台账为 {from}（{place}）', en: 'the ledger says {from} ({place})' },
} as const satisfies Readonly<Record<string, WhyWords>>

export type EditedSaid = {
  /** The ledger's value and its cell in words; from null: the ledger has no such record, place null: no such cell. */
  readonly from: string | null
  readonly place: string | null
  readonly recorded: boolean
  readonly steps: readonly { readonly number: number; readonly type: string }[]
}

/** '由方案第 2 步“改户数”改定；原台账为 1,200（compounds.csv · 第 5 行 · 规划户数 列）'. */
export function editedText(language: Language, { from, place, recorded, steps }: EditedSaid): string {
  const who = [...(recorded ? [editedWords.record[language]] : []), ...steps.map(({ number, type }) => fill(editedWords.step[language], { number, edit: editName(language, type) }))]
  const by = { who: who.join(language === 'zh' ? '、' : ', ') || editedWords.plan[language] }
  if (from === null) return fill(editedWords.added[language], by)
  const was = place === null ? fill(editedWords.was[language], { from }) : fill(editedWords.wasAt[language], { from, place })
  return [fill(editedWords.changed[language], by), was].join(language === 'zh' ? '；' : '; ')
}
