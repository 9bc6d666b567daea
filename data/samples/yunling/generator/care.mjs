/** The facilities: of every kind and stage, inside the unit they name but for one that is misplaced on purpose. */
import { institutionNames } from './names.mjs'
import { add, inside, nearest, round } from './plane.mjs'
import { stream } from './random.mjs'
import { county, top, zone } from './units.mjs'

const tenHelps = ['助餐', '助医', '助浴', '助洁', '助急', '助行', '助购', '助学', '助乐', '助聊']
const moreServices = ['生活照料', '文化教育', '精神慰藉', '短期托养']

export function makeCare({ low, streets, rural }, compounds, pools, river) {
  const random = stream('care')
  const out = []
  const put = (row) => {
    const facility = { level: '', serves: [], landArea: null, beds: null, nursing: null, owner: '公办', operator: '公办公营', services: [], stage: '运营', facts: {}, ...row }
    facility.opened ??= facility.stage === '运营' || facility.stage === '停用' ? opening(random) : ''
    out.push(facility)
    return facility
  }
  /** A place in the unit, near homes where there are any, off its border and off the water. */
  const spot = (unit) => {
    const homes = compounds.filter((compound) => compound.unit === unit)
    for (let reach = 0.06; ; reach += 0.01) {
      const p = add(homes.length > 0 ? random.pick(homes).at : unit.at, [random.between(-reach, reach), random.between(-reach, reach)])
      if (inside(p, unit.ring) && nearest(p, unit.ring).distance > 0.03 && nearest(p, river).distance > 0.09) return p
    }
  }
  const help = (least) => random.shuffle(tenHelps).slice(0, random.int(least, 10))
  const urban = low.filter(({ level }) => level === '社区')
  const villages = low.filter(({ level }) => level === '村')
  const named = (name) => {
    const unit = low.find((one) => one.name === name)
    if (!unit) throw new Error(`no unit ${name}`)
    return unit
  }

  institutions({ put, spot, random, urban, named })
  for (const street of streets) {
    const own = urban.filter(({ unit }) => unit === street)
    put({ kind: '街道居家养老服务中心', level: '街道', name: `${street.name}居家养老服务中心`, area: street, at: spot(own[2]), floor: random.int(980, 1680), landArea: random.int(700, 1200), beds: random.int(12, 24), nursing: random.int(4, 10),
      operator: '公建民营', services: [...tenHelps, '日间照料', '短期托养', '老年食堂'].slice(0, random.int(9, 13)), serves: own })
  }
  stations({ put, spot, random, urban, help, named })
  rooms({ put, pools, compounds, random, help })
  rural.forEach((unit, k) => {
    const seat = low.find((cell) => cell.unit === unit)
    const [stage, name] = k === 3 ? ['在建', '区域性养老服务中心'] : k === 6 ? ['拟建', '区域性养老服务中心'] : ['运营', k % 2 ? '区域性养老服务中心' : '中心敬老院']
    const beds = random.int(40, 110)
    put({ kind: '农村区域性养老服务中心', level: unit.level, name: unit.name + name, area: unit, at: spot(seat), floor: beds * random.int(28, 36), landArea: k === 1 ? '8.5亩' : beds * 45, beds, nursing: Math.round(beds * random.between(0.5, 0.66)),
      operator: k === 2 ? '公建民营' : '公办公营', stage, services: stage === '运营' ? ['集中养老', '日间照料', ...help(5)] : [], serves: k === 4 ? [unit, rural[0]] : [unit] })
  })
  const order = random.shuffle(villages)
  order.slice(0, 79).forEach((unit, k) => {
    const stage = k < 71 ? '运营' : k < 75 ? '在建' : k < 77 ? '停用' : '拟建'
    put({ kind: k % 5 === 3 ? '互助养老服务点' : '农村幸福院', level: k % 17 === 5 ? '' : '村', name: unit.name + (k % 5 === 3 ? '互助养老服务点' : '幸福院'), area: unit, at: spot(unit), floor: random.int(70, 320),
      landArea: k === 8 ? '1.2亩' : null, beds: k % 6 === 0 ? random.int(4, 12) : null, stage, services: stage === '运营' && k % 9 !== 4 ? help(1).slice(0, 5) : [] })
  })
  return out.map((facility, k) => ({ id: `F${String(k + 1).padStart(3, '0')}`, ...facility }))
}

function institutions({ put, spot, random, urban, named }) {
  const inst = (row, nursingShare) => put({ ...row, nursing: row.beds === null ? null : Math.round(row.beds * nursingShare), floor: row.beds === null ? 1900 : row.beds * random.int(30, 40), landArea: row.beds === null ? null : row.beds * random.int(18, 40), services: ['集中养老', '生活照料', '助餐', '助医', '助浴'],
    facts: { 特困人员供养服务机构: '否', 以失能特困人员专业照护为主: '否', 养老机构达标: '是', 养老机构等级: random.pick(['二级', '三级', '三级', '四级', '']), ...row.facts } })
  inst({ kind: '社会福利院', level: '市', name: '云岭地区社会福利院', area: top, at: spot(named('新城社区')), beds: 260 }, 0.58)
  inst({ kind: '县级特困人员供养服务机构', level: '县', name: '云岭市失能特困人员照护中心', area: county, at: spot(named('南坝社区')), beds: 220, facts: { 特困人员供养服务机构: '是', 以失能特困人员专业照护为主: '是', 养老机构等级: '四级' } }, 0.82)
  inst({ kind: '县级特困人员供养服务机构', level: '县', name: '云岭经开区特困人员供养服务中心', area: zone, at: spot(named('兴业社区')), beds: 80, facts: { 特困人员供养服务机构: '是', 以失能特困人员专业照护为主: '' } }, 0.4)
  institutionNames.forEach((name, k) => {
    const fee = random.int(18, 42) * 100
    const unit = urban[(k * 7 + 3) % urban.length]
    inst({ kind: name.includes('护理院') ? '护理院' : name.includes('公寓') ? '老年公寓' : '养老院', level: '', name: unit.name.replace('社区', '') + name, area: unit, at: spot(unit), beds: k === 9 ? null : random.int(30, 160), owner: k % 4 === 0 ? '公办' : '民办',
      operator: k % 4 === 0 ? '公建民营' : k % 4 === 2 ? '民办公助' : '民办民营', stage: k === 10 ? '在建' : k === 11 ? '停用' : '运营',
      facts: { 养老机构达标: k === 5 ? '否' : k === 7 ? '' : '是', '保证金、押金金额': k === 6 ? fee * 7 : k === 2 ? 0 : fee * random.int(1, 5), 月服务费: fee, '保证金、押金专户存储': k === 3 ? '否' : k === 8 ? '' : '是' } }, random.between(0.4, 0.75))
  })
}

/** 37 of the 42 communities have an operating centre: one short of 90 %. */
function stations({ put, spot, random, urban, help, named }) {
  const without = new Map([['北营社区', '在建'], ['玉林社区', '拟建'], ['龙华社区', '停用'], ['月亮湾社区', null], ['石桥东社区', null]])
  let count = 0
  for (const unit of urban) {
    const stage = without.has(unit.name) ? without.get(unit.name) : '运营'
    if (stage === null) continue
    const k = count++
    const operating = stage === '运营'
    put({ kind: k % 3 === 1 ? '日间照料中心' : '居家养老服务站', level: operating && k % 11 === 6 ? '' : '社区', name: unit.name + (k % 3 === 1 ? '日间照料中心' : '居家养老服务站'), area: unit, at: spot(unit), floor: random.int(210, 760), landArea: k % 8 === 2 ? random.int(300, 900) : null,
      beds: k % 3 === 1 ? random.int(6, 20) : null, operator: k % 4 === 0 ? '公办公营' : '公建民营', stage, services: operating && k % 10 !== 7 ? [...help(4), ...random.shuffle(moreServices).slice(0, random.int(1, 4)), ...(k % 3 === 1 ? ['日间照料'] : [])] : [], serves: k % 5 === 0 ? [unit, urban[(k + 1) % urban.length]] : [unit] })
  }
  // a second name on the same door: twins 20 m apart
  const all = (name) => named(name)
  const first = { area: all('朝阳社区') }
  const at = spot(first.area)
  put({ kind: '居家养老服务站', level: '社区', name: '朝阳社区长者驿站', area: first.area, at, floor: 320, operator: '公建民营', services: ['助餐', '助洁'], serves: [first.area] })
  put({ kind: '日间照料中心', level: '社区', name: '朝阳社区长者驿站日间照料部', area: first.area, at: add(at, [0.014, 0.014]), floor: 320, operator: '公建民营', services: ['日间照料', '助餐'], serves: [first.area] })
  // the ledger says 桂苑社区, the point lies next door
  put({ kind: '居家养老服务站', level: '社区', name: '桂苑社区第二服务点', area: all('桂苑社区'), at: spot(all('书院社区')), misplaced: true, floor: 150, services: ['助餐', '助乐'] })
  for (const name of ['钟楼社区', '东门社区', '站前社区', '青溪社区']) put({ kind: '长者食堂', level: '社区', name: `${name}长者食堂`, area: all(name), at: spot(all(name)), floor: random.int(110, 260), operator: '公建民营', services: ['助餐'] })
  for (const name of ['翠湖社区', '锦绣社区']) put({ kind: '家庭养老床位', level: '家庭', name: `${name}家庭养老床位`, area: all(name), at: null, beds: random.int(18, 40), nursing: 12, floor: null, operator: '公建民营', services: ['助医', '助浴', '巡视探访'] })
  put({ kind: '老年大学', level: '县', name: '云岭市老年大学', area: all('文庙社区'), at: spot(all('文庙社区')), floor: 2100, services: ['助学'] })
  for (const name of ['紫云社区', '工农社区']) put({ kind: '老年活动室', level: '社区', name: `${name}老年活动室`, area: all(name), at: spot(all(name)), floor: random.int(80, 160), services: ['助乐'] })
}

/** Rooms inside compounds: the shared ones of the pools, and a few of single compounds. */
function rooms({ put, pools, compounds, random, help }) {
  const beside = (compound) => {
    const p = add(compound.at, [0.02, -0.015])
    return inside(p, compound.unit.ring) ? p : compound.at
  }
  for (const { id, members, floor, room } of pools) if (room) {
    put({ kind: '居家养老服务站', level: '小区', name: `${members[0].name}整合配建养老服务用房(${id})`, area: members[0].unit, at: beside(members[0]), floor, services: help(2).slice(0, 4), serves: members })
  }
  const single = random.shuffle(compounds.filter(({ age, pool, careArea }) => age === '新建' && !pool && careArea > 90)).slice(0, 6)
  for (const compound of single) put({ kind: '居家养老服务站', level: '小区', name: `${compound.name}养老服务站`, area: compound.unit, at: beside(compound), floor: round(compound.careArea, 1), services: help(2).slice(0, 4), serves: [compound] })
}

function opening(random) {
  const [y, m] = [random.int(2012, 2025), random.int(1, 10)]
  return random.pick([`${y}-${String(m).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`, `${y}年${m}月`, `${y}.${m}`])
}
