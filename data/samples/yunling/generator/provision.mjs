/** What the ledger says of each compound: dates, care area, pools, rectification. Adds the fields to the compounds. */
import { distance, round } from './plane.mjs'
import { stream } from './random.mjs'

const norm = { 新建: 25, 老旧: 20, 未定: 20 }
const poolReasons = ['规模较小', '场地限制', '周边环境']

export function makeProvision(compounds) {
  const random = stream('provision')
  for (const compound of compounds) {
    dates(compound, random)
    area(compound, random)
  }
  const pools = makePools(compounds, random)
  for (const compound of compounds) rectification(compound, random)
  // an exact tie: 25 m² per 100 households
  const tie = compounds.find(({ age, pool, remedy }) => age === '新建' && !pool && !remedy)
  Object.assign(tie, { households: 480, built: 480, careArea: 120 })
  return pools
}

function dates(compound, random) {
  const year = compound.age === '新建' ? random.int(2018, 2025) : compound.age === '老旧' ? random.int(1979, 2000) : random.int(2001, 2017)
  const completed = [year, year === 2025 ? random.int(1, 9) : random.int(1, 12), random.int(1, 28)]
  const shift = ([y, m, d], months) => [y + Math.floor((m - 1 + months) / 12), ((((m - 1 + months) % 12) + 12) % 12) + 1, d]
  compound.completedOn = completed
  compound.permitted = compound.age === '老旧' ? '' : write(shift(completed, -random.int(20, 38)), random)
  compound.completed = compound.age === '老旧' ? `${year}年` : write(completed, random)
  compound.delivered = compound.age === '老旧' ? '' : write(shift(completed, random.int(0, 3)), random)
  if (compound.age === '未定' && random.chance(0.06)) Object.assign(compound, { permitted: '', completed: '', delivered: '' })
  compound.built = compound.age === '新建' && year >= 2024 && random.chance(0.4) ? Math.round(compound.households * 0.7) : compound.households
}

/** As different clerks write a date; the month alone where nobody knows the day. */
function write([y, m, d], random) {
  const two = (n) => String(n).padStart(2, '0')
  return random.pick([`${y}-${two(m)}-${two(d)}`, `${y}-${two(m)}-${two(d)}`, `${y}年${m}月`, `${y}.${two(m)}`, `${y}/${m}/${d}`])
}

function area(compound, random) {
  if (compound.gone) Object.assign(compound, { careArea: 0, leased: '', usable: null, handover: '', sync: ['', '', '', ''] })
  if (compound.gone) return
  const required = (compound.households * norm[compound.age]) / 100
  const enough = () => Math.ceil(required * random.between(1, 1.35))
  const short = () => (random.chance(0.25) ? 0 : Math.floor(required * random.between(0.15, 0.93)))
  if (compound.age === '新建') compound.careArea = random.chance(0.66) ? enough() : short()
  else if (compound.age === '老旧') compound.careArea = random.chance(0.28) ? null : random.chance(0.5) ? enough() : short()
  else compound.careArea = random.chance(0.4) ? null : random.chance(0.5) ? enough() : short()
  compound.leased = compound.careArea > 0 && compound.age !== '新建' && random.chance(0.3) ? '是' : compound.careArea > 0 ? '否' : ''
  compound.usable = compound.careArea > 0 && random.chance(0.55) ? round(compound.careArea * random.between(0.76, 0.86), 1) : null
  compound.handover = compound.age !== '新建' || !compound.careArea ? '' : random.chance(0.82) ? '已移交' : '未移交'
  const sync = (share) => (compound.age !== '新建' ? '' : random.chance(0.04) ? '' : random.chance(share) ? '是' : '否')
  compound.sync = [sync(0.97), sync(0.93), sync(0.86), sync(0.8)]
}

/** Groups of neighbours that share a room; each pool shows another way in which ledgers state it. */
function makePools(compounds, random) {
  const free = new Map()
  for (const compound of compounds) if (compound.age !== '未定' && compound.completed && !compound.gone) {
    const key = `${compound.unit.code || compound.unit.name} ${compound.age === '新建' ? 'n' : 'o'}`
    free.set(key, [...(free.get(key) ?? []), compound])
  }
  const kinds = ['split', 'split', 'split', 'short', 'repeated', 'split', 'repeated', 'equal-without-room', 'short', 'no-reason']
  // new and old compounds in turn; a group is the biggest compound of a community with its nearest neighbours
  const of = (age) => [...free.values()].filter((list) => list.length >= 4 && list[0].age === age).filter((_, k) => k % 2 === 0).map((list) => {
    const first = list.reduce((a, b) => (b.households > a.households ? b : a))
    return [...list].sort((a, b) => distance(a.at, first.at) - distance(b.at, first.at))
  })
  const [fresh, old] = [of('新建'), of('老旧')]
  const groups = kinds.map((_, k) => (k % 2 === 0 ? fresh : old)[k >> 1]).filter(Boolean)
  return groups.map((list, k) => {
    const members = list.slice(0, k % 3 === 0 ? 4 : k % 3 === 1 ? 2 : 3)
    const required = members.reduce((sum, { households, age }) => sum + (households * norm[age]) / 100, 0)
    const kind = kinds[k]
    const floor = Math.ceil(required * (kind === 'short' || kind === 'repeated' ? 0.62 : random.between(1.02, 1.2)))
    const whole = members.reduce((sum, { households }) => sum + households, 0)
    const id = `ZH-${String(k + 1).padStart(2, '0')}`
    members.forEach((member, m) => {
      const repeated = kind === 'repeated' || kind === 'equal-without-room'
      Object.assign(member, { pool: id, poolReason: kind === 'no-reason' && m === 0 ? '' : poolReasons[k % 3], usable: null,
        careArea: repeated ? floor : round((floor * member.households) / whole, 1), leased: '否', handover: member.age === '新建' ? '已移交' : '' })
    })
    return { id, members, floor, room: kind !== 'equal-without-room' }
  })
}

function rectification(compound, random) {
  const required = (compound.households * norm[compound.age]) / 100
  const known = compound.careArea !== null && !compound.gone
  const short = known && compound.careArea < required - 1e-9
  compound.required = compound.age === '新建' ? round(required, 1) : null
  compound.finding = compound.age === '未定' || !known ? '' : random.chance(0.06) ? '' : short ? '未达标' : '达标'
  const mend = compound.pool ? false : compound.age === '新建' ? (short ? random.chance(0.9) : random.chance(0.35)) : compound.age === '老旧' && short && random.chance(0.5)
  if (!mend) return
  compound.remedy = random.pick(compound.age === '新建' ? ['购置', '租赁', '国有闲置资产收回利用', '补建', '整合配建'] : ['购置', '租赁', '国有闲置资产收回利用'])
  compound.responsible = random.pick(['云岭市民政局', '云岭市住房和城乡建设局', '云岭市自然资源局', compound.unit.unit.name.endsWith('街道') ? `${compound.unit.unit.name}办事处` : compound.unit.unit.name.endsWith('区') ? '云岭经开区管委会' : `${compound.unit.unit.name}人民政府`])
  compound.due = compound.completedOn[0] >= 2023 ? random.pick(['2025-12-31', '2026-06-30', '2024年12月']) : random.pick(['2023-12-31', '2023-12-31', '2023年12月', '2022.12'])
  compound.done = short ? (random.chance(0.12) ? '' : '未完成') : random.pick(['已完成', '2023-11-20', '2023年12月', '2024-05-16'])
}
