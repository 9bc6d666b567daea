/** A made-up pack of another city, as a user would write it: 30 and 20 m² a hundred households, a centre in 95 % of the communities. */
const clause = { scope: { zh: '全市', en: 'the city' }, needs: ['compounds'], spatial: false, deadline: { date: '2025-06-30', wording: '2025年6月底前', alternatives: [] } }
const households = { option: 'households', choices: ['planned', 'built'], default: 'planned', why: '文件未写明户数口径' }
const perHundred = (age: 'new' | 'old', value: number) => ({
  judgedAt: 'city', over: 'compounds', class: age, area: { measure: 'floor area', ledgerColumn: 'careAreaM2', facilities: { kindSet: 'community', column: 'floorAreaM2', link: 'serves' } },
  households: { ledger: 'compounds', column: 'households' }, per: 100, norms: null, threshold: { at: 'least', value, per: '100 households', unit: 'm2', basis: `不低于${value}平方米`, implied: false },
})

export const yinchuan = {
  id: 'yinchuan-2024',
  version: 1,
  document: { title: '银川市养老服务设施办法(虚构)', number: null, issuer: null, date: '2024-02-29', place: '银川市', placeCode: '640100', status: 'in-force', statusNote: '', horizon: null },
  clauses: [
    { id: 'YC-1', quote: '新建住宅小区每百户不低于30平方米', title: { zh: '新建小区每百户配建面积', en: 'Care area of new compounds' }, evaluator: 'area-per-households', parameters: perHundred('new', 30), binding: 'binding', ...clause, readings: [households] },
    { id: 'YC-2', quote: '已建成住宅小区每百户不低于20平方米', title: { zh: '老旧小区每百户配建面积', en: 'Care area of old compounds' }, evaluator: 'area-per-households', parameters: perHundred('old', 20), binding: 'binding', ...clause, readings: [households] },
    {
      id: 'YC-3', quote: '95%以上的社区建有养老服务站', title: { zh: '社区养老服务站覆盖率', en: 'Communities with a station' }, evaluator: 'unit-share',
      parameters: {
        judgedAt: 'city', units: { levels: ['community'], where: null }, unitsOption: null, facility: { kinds: ['COMM', 'STREET'], levels: ['community'], stages: ['operating'] }, servedBy: ['COMM'], min: 1,
        reached: { minutes: 15, metres: { circle: 1000, walk: 720 } }, stated: null, threshold: { at: 'least', value: 0.95, per: 'communities', unit: 'share', basis: '95%以上', implied: false },
      },
      binding: 'expected', ...clause, needs: ['areas', 'facilities'], readings: [],
    },
  ],
}
