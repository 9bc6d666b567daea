/** Plots: land for elder care, existing and planned, and idle buildings that could become facilities. */
import { add, inside, nearest, round } from './plane.mjs'
import { stream } from './random.mjs'

export function makePlots(low, people, river, compounds) {
  const random = stream('land')
  const named = (name) => low.find((unit) => unit.name === name)
  const residents = (belongs) => people.filter(({ unit }) => belongs(unit)).reduce((sum, point) => sum + point.residents, 0)
  const inZone = (unit) => unit.unit.name === '云岭经开区'
  const care = [['南坝社区', '现状', 7], ['新城社区', '现状', 9], ['文庙社区', '现状', 2], ['钟楼社区', '规划', 3], ['东湖社区', '规划', 6], ['春晓社区', '规划', 5], ['桂苑社区', '规划', 4], ['南苑社区', '规划', 4], ['青溪社区', '现状', 4], ['马鞍社区', '现状', 3], ['石桥社区', '规划', 3], ['龙潭社区', '规划', 3], ['大箐村', '现状', 3], ['松林村', '规划', 2]]
  const weights = care.reduce((sum, [, , weight]) => sum + weight, 0)
  // the county's land comes to 0.088 m² per resident, the zone's to 0.16
  const rows = care.map(([name, status, weight], k) => ({ name: `${name}养老服务设施用地`, unit: named(name), use: '养老用地', status, landArea: Math.round((residents((unit) => !inZone(unit)) * 0.088 * weight) / weights), by: k === 7 ? 'geometry' : 'area' }))
  for (const [name, share, by] of [['云创社区', 0.6, 'area'], ['兴业社区', 0.4, 'zone']]) {
    rows.push({ name: `${name}养老服务设施用地`, unit: named(name), use: '养老用地', status: '规划', landArea: Math.round(residents(inZone) * 0.16 * share), by })
  }
  const idle = [['北营社区', '闲置小学', 860, '是', 1450000], ['玉林社区', '闲置售楼部', 620, '是', 2100000], ['龙华社区', '老厂房', 2400, '是', 5600000], ['月亮湾社区', '原社区办公楼', 480, '是', 690000], ['石桥东社区', '原供销社门市', 390, '否', 520000], ['西苑社区', '闲置招待所', 1750, '是', 3900000], ['紫云社区', '国有闲置商铺', 260, '否', 780000], ['红星社区', '原街道卫生院', 980, '是', 1320000], ['凤凰社区', '闲置幼儿园', 1000, '是', 1850000], ['白沙村', '原乡政府办公楼', 1120, '是', 1600000]]
  for (const [name, what, floorArea, standAlone, cost] of idle) rows.push({ name: `${name.replace(/社区|村/, '')}${what}`, unit: named(name), use: '备选', status: '现状', floorArea, standAlone, cost, landArea: Math.round(floorArea * random.between(0.6, 1.3)), by: 'area' })
  return rows.map((row, k) => ({ id: `D${String(k + 1).padStart(2, '0')}`, ...row, ring: parcel(row, low, river, compounds, random) }))
}

/** A rectangle of the stated area, a little turned, whole inside its unit. */
function parcel({ unit, landArea }, low, river, compounds, random) {
  const homes = compounds.filter((compound) => compound.unit === unit)
  const wide = Math.sqrt(landArea / 1e6) * random.between(1.1, 1.4)
  const deep = landArea / 1e6 / wide
  for (let reach = 0.08; ; reach += 0.005) {
    const turn = random.between(0.02, 0.16)
    const centre = add(homes.length > 0 ? random.pick(homes).at : unit.at, [random.between(-reach, reach), random.between(-reach, reach)])
    const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, b]) => {
      const [x, y] = [(a * wide) / 2, (b * deep) / 2]
      return add(centre, [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)])
    })
    const free = ring.every((p) => inside(p, unit.ring) && nearest(p, unit.ring).distance > 0.02 && nearest(p, river).distance > 0.08)
    if (free && compounds.every(({ at }) => nearest(at, [...ring, ring[0]]).distance > 0.02 && !inside(at, ring))) return [...ring, ring[0]].map(([x, y]) => [round(x, 6), round(y, 6)])
  }
}
