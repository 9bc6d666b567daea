/** The folder's files as text: ledgers as CSV, boundaries, plots and streets as GeoJSON with one feature a line. */
import { mix, toGaussKruger105, toLngLat } from './plane.mjs'

const label = '合成样例,非真实数据'
const cell = (value) => {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csv = (rows) => rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n'
const geojson = (features, crs) => `{"type":"FeatureCollection","name":"${label}",${crs ? `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::${crs}"}},` : ''}"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
const feature = (properties, type, coordinates) => ({ type: 'Feature', properties, geometry: { type, coordinates } })
const place = (at) => (at ? toLngLat(at) : ['', ''])
const idOf = (unit) => unit.code || unit.name

export function areasCsv(units, totals) {
  const header = ['区划代码', '名称', '级别', '上级', '城乡分类', '功能区', '户数', '常住人口', '60岁以上', '65岁以上', '80岁以上', '经度', '纬度']
  return '\ufeff' + csv([header, ...units.map((unit) => {
    const t = totals.get(unit)
    return [unit.code, unit.name, unit.level, unit.parent, unit.urbanRural, unit.zone, t.households, t.residents, t.elders60, t.elders65, t.elders80, ...place(unit.at)]
  })])
}

export const areasGeojson = (units) => geojson(units.map((unit) => {
  const rings = unit.rings.map((ring) => dedupe(ring.map(toLngLat)))
  return feature({ code: unit.code || null, name: unit.name, level: unit.level, parent: unit.parent }, 'Polygon', rings)
}))

const dedupe = (ring) => ring.filter((p, k) => k === 0 || p[0] !== ring[k - 1][0] || p[1] !== ring[k - 1][1])

/** With a title row, a unit row, approximate cells, dashes, and a total row that is right. */
export function compoundsCsv(compounds) {
  const header = ['序号', '小区编号', '小区名称', '所属社区', '规划户数', '已建户数', '入住户数', '常住人口', '60岁以上', '规划许可日期', '竣工日期', '交付日期', '类别', '整合配建组', '整合配建原因', '应配建养老服务用房面积', '已配面积', '使用面积', '租赁', '移交状态', '同步规划', '同步建设', '同步验收', '同步交付', '配套养老服务设施达标', '整改措施', '责任单位', '整改期限', '完成情况', '出入口', '经度', '纬度', '小区用地', '备注']
  const rows = compounds.map((c, k) => [k + 1, c.id, c.name, c.unit.code || c.unit.name, c.households, c.built, k % 97 === 13 ? `约${Math.round(c.occupied / 10) * 10}` : k % 31 === 9 ? '' : c.occupied, c.residents, k % 40 === 22 ? '—' : c.elders60,
    c.permitted, c.completed, c.delivered, c.age === '未定' ? '' : c.age, c.pool, c.poolReason, c.required, k % 90 === 41 && c.careArea ? `${c.careArea}㎡` : k % 120 === 77 && c.careArea ? `约${c.careArea}` : c.careArea, c.usable, c.leased, c.handover, ...c.sync, c.finding, c.remedy, c.responsible, c.due, c.done,
    k % 2 === 0 || c.gates.length === 1 ? c.gates.map((gate) => toLngLat(gate).join(' ')).join('; ') : '', ...place(c.at), k % 23 === 4 ? `约${Math.round(c.households / 9)}亩` : '', c.gone ? '已征收拆除' : c.pool ? '与相邻小区整合配建' : k % 53 === 20 ? '面积待核' : ''])
  const sum = (key) => compounds.reduce((total, c) => total + c[key], 0)
  const blank = Array(header.length - 6).fill('')
  return csv([[`云岭市住宅小区配建养老服务设施台账(${label})`, ...Array(header.length - 1).fill('')], ['单位:户、人、平方米;填报日期:2025-12-31', ...Array(header.length - 1).fill('')], header, ...rows, ['合计', '', '', '', sum('households'), sum('built'), ...blank]])
}

const facilityFacts = ['特困人员供养服务机构', '以失能特困人员专业照护为主', '养老机构达标', '养老机构等级', '保证金、押金金额', '月服务费', '保证金、押金专户存储']
export function facilitiesCsv(facilities) {
  const header = ['设施编号', '设施名称', '类型', '层级', '所属单元', '服务范围', '建筑面积(㎡)', '用地面积(㎡)', '床位数', '护理型床位', '兴办主体', '运营方式', '服务项目', '状态', '启用日期', '经度', '纬度', ...facilityFacts]
  return csv([header, ...facilities.map((f) => [f.id, f.name, f.kind, f.level, idOf(f.area), f.serves.map((of) => of.id ?? idOf(of)).join('、'), f.floor, f.landArea, f.beds, f.nursing, f.owner, f.operator, f.services.join('、'), f.stage, f.opened, ...place(f.at), ...facilityFacts.map((item) => f.facts[item])])])
}

/** As a planning bureau exports them: CGCS2000, Gauss-Krüger 3°, central meridian 105°, metres. */
export const plotsGeojson = (plots) => geojson(plots.map((p) => feature({ 地块编号: p.id, 名称: p.name, 所属单元: p.by === 'area' ? idOf(p.unit) : null, 用途: p.use, 分区: p.by === 'zone' ? p.unit.unit.name : null, 用地面积: p.id === 'D09' ? `${(p.landArea / 666.67).toFixed(2)}亩` : p.landArea, 建筑面积: p.floorArea ?? null, 改造费用: p.cost ?? null, 状态: p.status, 独栋: p.standAlone ?? null }, 'Polygon', [p.ring.map((at) => toGaussKruger105(toLngLat(at)))])), 4544)

export const peopleCsv = (people) => csv([['id', 'lng', 'lat', 'households', 'residents', 'elders60', 'elders65', 'elders80', 'area'], ...people.map((p, k) => [p.id, ...toLngLat(p.at), p.households, p.residents, p.elders60, p.elders65, k % 211 === 100 ? '' : p.elders80, idOf(p.unit)])])

export const factsCsv = (facts) => '\ufeff' + csv([['对象', '统计项', '数值', '单位', '日期'], ...facts])

/** Every street is cut where another begins, so that ways meet at shared ends; water and tracks are there for the eye (foot=no). */
export function roadsGeojson(net, compounds) {
  const points = net.nodes.map(toLngLat)
  const out = []
  const put = (tags, line) => out.push(feature({ id: `R${String(out.length + 1).padStart(4, '0')}`, ...tags }, 'LineString', line))
  for (const { a, b, tags, via, gates } of net.edges) {
    const along = [...new Set(gates)].sort((p, q) => p - q).map((t) => toLngLat(mix(net.nodes[a], net.nodes[b], t)))
    if (via) put(tags, [points[a], ...via.map(toLngLat), points[b]])
    else [...along, points[b]].reduce((from, to) => { put(tags, [from, to]); return to }, points[a])
  }
  for (const [k, compound] of compounds.entries()) for (const [m, gate] of compound.gates.entries()) {
    put(m === 2 ? { highway: 'service', access: 'private' } : { highway: k % 4 === 0 ? 'service' : 'footway', foot: 'yes' }, [toLngLat(compound.at), toLngLat(gate)])
  }
  const { at, piece } = net.level
  put({ railway: 'rail', name: '云岭铁路', foot: 'no' }, [...net.rail.slice(0, piece + 1), at].map(toLngLat))
  put({ railway: 'rail', name: '云岭铁路', foot: 'no' }, [at, ...net.rail.slice(piece + 1)].map(toLngLat))
  put({ waterway: 'river', name: '云溪河', foot: 'no' }, dedupe(net.river.map(toLngLat)))
  return geojson(out)
}

export function studyJson() {
  const crs = { 'areas.csv': 'EPSG:4326', 'areas.geojson': 'EPSG:4326', 'compounds.csv': 'EPSG:4326', 'facilities.csv': 'EPSG:4326', 'plots.geojson': 'EPSG:4544', 'people.csv': 'EPSG:4326', 'roads.geojson': 'EPSG:4326' }
  return JSON.stringify({ version: 1, name: `云岭市(${label})`, asOf: '2025-12-31', policies: ['qujing-2023', 'yuzhong-2020-draft'], options: {}, crs, columns: {}, scenarios: [] }, null, 2) + '\n'
}

