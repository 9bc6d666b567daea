/** Words for the Why codes of results: why a unit has its state, or why a record is left out. A code without words shows itself. */
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
  'level-proposed': { zh: '层级按类型推定', en: 'level taken from the kind' },
  'area-unknown': { zh: '所属单元不明', en: 'unit unknown' },
  'no-position': { zh: '没有坐标', en: 'no position' },
  'position-outside': { zh: '坐标不在任何单元里', en: 'position in no unit' },
  'facility-unmarked': { zh: '设施没有标注这一项', en: 'the facility is not marked' },
  'counts-elsewhere': { zh: '已在另一级计入', en: 'counted at another level' },
  'too-small': { zh: '小于单处最小面积', en: 'below the smallest site' },
  'beds-unknown': { zh: '床位数未填', en: 'beds unknown' },
  'owner-unknown': { zh: '兴办主体未填', en: 'owner unknown' },
  'operator-unknown': { zh: '运营方式未填', en: 'operator unknown' },
  'services-unknown': { zh: '服务项目未填', en: 'services unknown' },
  'serves-unknown': { zh: '服务范围未填', en: 'served units unknown' },
  'upper-unit-only': { zh: '设施只写到上级单元，不知属于哪个单元', en: 'a facility names only the upper unit' },
  // compounds and land
  'households-unknown': { zh: '户数未填', en: 'households unknown' },
  'area-blank': { zh: '已配面积未填', en: 'provided area blank' },
  unclassed: { zh: '未定类：分不清新建还是老旧', en: 'neither new nor old for certain' },
  'dated-before-new': { zh: '早于新建起算日', en: 'dated before the start of new' },
  'no-date': { zh: '没有可用的日期', en: 'no usable date' },
  'not-new': { zh: '不是新建小区', en: 'not a new compound' },
  'not-old': { zh: '不是老旧小区', en: 'not an old compound' },
  'pool-member': { zh: '整合配建，按 {detail} 组合并计算', en: 'judged with pool {detail}' },
  'pool-member-too-far': { zh: '离共用设施太远，单独计算', en: 'too far from the shared site, judged alone' },
  'pool-share': { zh: '组内缺口按应配面积分摊', en: 'share of the shortfall of the pool' },
  leased: { zh: '租赁用房', en: 'leased' },
  'not-handed-over': { zh: '尚未移交', en: 'not handed over' },
  'land-unknown': { zh: '用地面积未填', en: 'land area unknown' },
  'no-plot': { zh: '没有养老用地', en: 'no care land' },
  'no-own-land': { zh: '无独立用地', en: 'no land of its own' },
  'zone-short': { zh: '分区不足：{detail}', en: 'zone falls short: {detail}' },
  'status-unknown': { zh: '现状、规划未填', en: 'existing or planned unknown' },
  // people
  'people-unknown': { zh: '人口未填', en: 'people unknown' },
  'residents-unknown': { zh: '常住人口未填', en: 'residents unknown' },
  'elders-unknown': { zh: '老年人口未填', en: 'elders unknown' },
  'no-people': { zh: '没有人口点', en: 'no demand points' },
  'point-without-area': { zh: '人口点不在任何单元里', en: 'demand point in no unit' },
  'beyond-distance': { zh: '在距离之外', en: 'beyond the distance' },
  'snap-too-far': { zh: '离道路太远', en: 'too far from the streets' },
  'rural-apart': { zh: '农村部分单列，不作判定', en: 'rural part listed apart, no verdict' },
  // figures
  'no-figure': { zh: '没有数据', en: 'no figure' },
  'no-denominator': { zh: '没有分母', en: 'no denominator' },
  'empty-denominator': { zh: '分母为零，没有适用的对象', en: 'nothing to apply to' },
  'figure-from-facts': { zh: '取自统计项', en: 'from the stated figures' },
  'figure-from-ledger': { zh: '取自台账', en: 'from the ledger' },
  'part-exceeds-whole': { zh: '分子大于分母', en: 'the part is larger than the whole' },
  'year-not-complete': { zh: '年度未完整', en: 'the year is not complete' },
  'undated-figure': { zh: '数据没有日期', en: 'undated figure' },
  // judging
  'not-in-scope': { zh: '不在适用范围', en: 'out of scope' },
  'no-threshold': { zh: '文件没有给出数值，不作判定', en: 'the document gives no number' },
  'no-share-in-document': { zh: '文件未给出比例，只报数值，不作判定', en: 'the document gives no share' },
  'promotes-only': { zh: '文件只提方向，没有要求', en: 'the document only encourages' },
  'no-number-in-document': { zh: '文件没有给出数值', en: 'the document gives no number' },
  'norm-in-another-document': { zh: '标准在另一份文件里', en: 'the norm stands in another document' },
  'unknown-may-change': { zh: '未知的部分可能改变结论', en: 'the unknown part may change the verdict' },
  'fewer-than-expected': { zh: '单元比应有的少', en: 'fewer units than expected' },
  'functional-zone': { zh: '功能区', en: 'functional zone' },
  'functional-zone-excluded': { zh: '功能区不计入', en: 'functional zone left out' },
  'class-unknown': { zh: '城乡分类或代码未填', en: 'class or code unknown' },
  'option-chosen': { zh: '比例是使用者选定的', en: 'the share was chosen by the user' },
  'evaluator-missing': { zh: '这一条还没有算法', en: 'no evaluator yet' },
  // dates
  late: { zh: '逾期完成', en: 'done late' },
  'not-yet-due': { zh: '未到期', en: 'not yet due' },
  'not-done': { zh: '未完成', en: 'not done' },
  'done-unknown': { zh: '完成情况未填', en: 'completion unknown' },
  overdue: { zh: '已逾期', en: 'overdue' },
}

/** '不在运营', or '整合配建，按 甲 组合并计算'. A detail that the words do not place follows in brackets. */
export function whyText(language: Language, code: string, detail?: string): string {
  const words = whyWords[code]?.[language] ?? code
  if (detail === undefined) return words.replace(/\s*\{detail\}\s*/g, '')
  if (words.includes('{detail}')) return fill(words, { detail })
  return language === 'zh' ? `${words}（${detail}）` : `${words} (${detail})`
}
