import { describe, expect, test } from 'vitest'
import { judge } from '../../src/indicators/judge'
import { publishedText, publishedValue, type Published } from '../../src/saved/published'
import { readPublished } from '../../src/saved/published-schema'
import { countsPlaces, tellsNobody } from '../../src/saved/published-figures'
import { shippedPacks } from '../../src/policy/shipped'
import { placesOf } from '../../src/saved/published-shapes'
import { countyOf, publicationOf } from '../helpers/publication'
import { sampleStudy } from '../helpers/sample'
import { area, facility, studyOf } from '../helpers/town'

const street = area('S', 'subdistrict', null, { name: '东街道' })
const communities = [area('A', 'community', 'S', { name: '一社区', at: [103.5, 25.5] }), area('B', 'community', 'S', { name: '二社区' })]
const station = facility('F1', 'COMM', 'community', 'A', { name: '一社区养老服务站', at: [103.500004, 25.5], stage: 'operating', services: ['meal'], phone: '0874-3123456', extra: { 地址: '东街1号', 开放时间: '8:30—17:00', 负责: '王某' } })
const town = (more: Parameters<typeof studyOf>[0] = {}) => studyOf({ areas: [street, ...communities], facilities: [station], ...more })
const reread = (published: Published) => readPublished(publishedValue(publishedText(published)))

describe('the published file', () => {
  test('holds of a facility its name, kind, services, hours, address and place, and nothing else', () => {
    const { published } = publicationOf(town())
    expect(published.facilities).toEqual([
      { name: '一社区养老服务站', kind: 'COMM', services: ['meal'], hours: '8:30—17:00', phone: null, address: '东街1号', at: [10350000, 2550000], unit: 1 },
    ])
  })

  test('a telephone is published where the user says that it is public, a mobile never', () => {
    const mobile = facility('F2', 'COMM', 'community', 'B', { name: '二站', stage: 'operating', phone: '138 1234 5678' })
    const study = town({ facilities: [station, mobile] })
    expect(publicationOf(study).published.facilities.map(({ phone }) => phone)).toEqual([null, null])
    expect(publicationOf(study).notes).toContainEqual({ code: 'phones-not-public', count: 2 })
    const said = publicationOf(study, { publicPhones: true })
    expect(said.published.facilities.map(({ phone }) => phone)).toEqual(['0874-3123456', null])
    expect(said.notes).toContainEqual({ code: 'phone-mobile', count: 1 })
  })

  test('a text that holds an identity number or a mobile is left out, wherever it stands', () => {
    const odd = facility('F3', 'COMM', 'community', 'A', { name: '三站 13812345678', stage: 'operating', services: ['meal', '张三 11010519491231002X'], extra: { 地址: '西街2号 电话13900001111', 开放时间: '8:00' } })
    const { published, notes } = publicationOf(town({ facilities: [odd] }))
    expect(published.facilities[0]).toMatchObject({ name: '三站 …', services: ['meal'], address: null, hours: '8:00' })
    expect(publishedText(published)).not.toMatch(/1381234|1390000|11010519/)
    expect(notes).toContainEqual({ code: 'text-personal', count: 3 })
  })

  test('what is planned, closed or no care facility is not shown to the public, and its number is said', () => {
    const more = [facility('P', 'COMM', 'community', 'A', { stage: 'planned' }), facility('C', 'COMM', 'community', 'A', { stage: 'closed' }), facility('N', 'NOT', null, 'A', { stage: 'operating' })]
    const { published, notes } = publicationOf(town({ facilities: [station, ...more] }))
    expect(published.facilities).toHaveLength(1)
    expect(notes).toContainEqual({ code: 'not-operating', count: 2 })
  })

  test('a bed in somebody\'s home is never published: its place is that person\'s address', () => {
    const beds = [facility('H1', 'HOME_BED', 'home', 'A', { name: '李某家', stage: 'operating', at: [103.51, 25.51] }), facility('H2', null, 'home', 'A', { name: '赵某家', stage: 'operating', at: [103.52, 25.52] })]
    const { published, notes } = publicationOf(town({ facilities: [station, ...beds] }))
    expect(published.facilities.map(({ name }) => name)).toEqual(['一社区养老服务站'])
    expect(publishedText(published)).not.toMatch(/李某|赵某|10351|10352/)
    expect(notes).toContainEqual({ code: 'home-bed', count: 2 })
  })

  test('counts of people are suppressed, rounded, and stand in the table of counts alone', () => {
    const people = [
      { id: 'P1', at: [103.5, 25.5] as const, area: 'A', elders60: 7 },
      { id: 'P2', at: [103.9, 25.9] as const, area: 'B', elders60: 113 },
    ]
    const { published, notes } = publicationOf(town({ people }))
    expect(published.counts).toEqual({ k: 10, step: 5, people: 'elders60', model: 'circle', speed: null, metres: [500, 1000] })
    // 7 of 120 live near: of the street only the total may be told, of the communities nothing.
    expect(published.units.map(({ counts }) => counts?.all)).toEqual([120, 'hidden', 'hidden'])
    expect(published.units[0]?.counts?.near).toBe('hidden')
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['hidden-small', 'hidden-protecting']))
    expect(publishedText(published)).not.toMatch(/[^\d]113[^\d]/)
  })

  test('without people no counts are published, and blank is not nobody', () => {
    expect(publicationOf(town()).published.counts).toBeNull()
    expect(publicationOf(town()).published.units.every(({ counts }) => counts === null)).toBe(true)
    const unknown = [
      { id: 'P1', at: [103.5, 25.5] as const, area: 'A', elders60: null },
      { id: 'P2', at: [103.5, 25.5] as const, area: 'B', elders60: 50 },
    ]
    expect(publicationOf(town({ people: unknown })).published.units.map(({ counts }) => counts?.all)).toEqual([50, null, 50])
  })

  test('clauses about people publish verdicts of counties and above, and no figure; clauses about places publish both halves', async () => {
    const { published } = publicationOf(await sampleStudy())
    const covered = published.clauses.find(({ id }) => id === 'QJ-12')!
    expect(covered.figures?.[1]).toBeGreaterThan(0)
    expect(covered.units.every(({ figures }) => figures !== null)).toBe(true)
    const reached = published.clauses.find(({ id }) => id === 'QJ-16')!
    expect(reached.figures).toBeNull()
    for (const { unit, figures } of published.clauses.filter(({ figures }) => figures === null).flatMap(({ units }) => units)) {
      expect(figures).toBeNull()
      expect(['city', 'county', 'province']).toContain(published.units[unit]?.level)
    }
  })

  test('is marked as internal without a map approval number, in the file itself', () => {
    expect(publicationOf(town(), { approval: null }).published).toMatchObject({ approval: null, watermark: 'internal' })
    expect(publicationOf(town()).published.watermark).toBeNull()
  })

  test('comes back from its text as it was, and holds no markup', async () => {
    const { published } = publicationOf(await sampleStudy(), { title: '</script><img src=x onerror=alert(1)>' })
    expect(publishedText(published)).not.toMatch(/[<>]/)
    expect(reread(published)).toEqual({ published })
  })

  test('no key of the whole file names a person', async () => {
    const keys = new Set<string>()
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) keys.add(key)
        walk(inner)
      }
    }
    walk(publicationOf(await sampleStudy()).published)
    // The allow-list, written out a second time on purpose.
    expect([...keys].sort()).toEqual(
      [
        ...['address', 'all', 'approval', 'asOf', 'at', 'binding', 'clauses', 'counts', 'deadline', 'document', 'documents', 'en', 'facilities', 'figures', 'format', 'hours', 'id', 'k', 'kind', 'level', 'metres', 'model'],
        ...['name', 'near', 'number', 'parent', 'pastDue', 'people', 'phone', 'quote', 'readings', 'rings', 'services', 'source', 'speed', 'state', 'status', 'step', 'threshold', 'title', 'unit', 'units', 'value', 'watermark', 'withheld', 'within', 'yikequan', 'zh'],
      ].sort(),
    )
  })

  test('neighbours still share their border after it was simplified', () => {
    const { published } = publicationOf(countyOf(2, 2, 5))
    const placesIn = (name: string): Set<string> => new Set(published.units.find((unit) => unit.name === name)!.rings!.flatMap((ring) => placesOf(ring).map(String)))
    const [left, right] = [placesIn('甲街道0第0社区'), placesIn('甲街道1第0社区')]
    const shared = [...left].filter((place) => right.has(place))
    // Away from the corners, where other borders come near.
    const onBorder = (places: Set<string>): string[] => [...places].filter((place) => Math.abs(Number(place.split(',')[0]) - 10302000) < 90 && Number(place.split(',')[1]) > 2500100 && Number(place.split(',')[1]) < 2501900)
    expect(shared.length).toBeGreaterThan(10)
    expect(onBorder(left).sort()).toEqual(onBorder(right).sort())
  })
})

describe('two publications of one study', () => {
  const people = (a: number, b: number) => [
    { id: 'P1', at: [103.5, 25.5] as const, area: 'A', elders60: a },
    { id: 'P2', at: [103.5, 25.5] as const, area: 'B', elders60: b },
  ]
  const onFoot = { areas: [], model: { kind: 'walk' as const, speed: 0.8, minutes: [10, 15], metres: [480, 720] } }

  test('what the first hid stays hidden in the second', () => {
    const first = publicationOf(town({ people: people(4, 200) })).published
    const second = publicationOf(town({ people: people(40, 200) }), { earlier: [first] }).published
    expect(publicationOf(town({ people: people(40, 200) })).published.units[1]?.counts?.all).toBe(40)
    expect(second.units[1]?.counts?.all).toBe('hidden')
  })

  test('after other distances only totals are published, and it is said', () => {
    const study = town({ people: people(40, 200) })
    const first = publicationOf(study).published
    const walked = { ...onFoot, areas: first.units.map(({ id, name }) => ({ id, name, all: { points: 1, elders60: 100, residents: null, households: null, elders65: null, elders80: null }, within: [480, 720].map((metres) => ({ metres, points: 1, elders60: 50, residents: null, households: null, elders65: null, elders80: null })), nearestOutside: null })) }
    const { published, notes } = publicationOf(study, { earlier: [first], reach: walked })
    expect(published.units.every(({ counts }) => counts?.near === 'hidden' && counts.within === 'hidden')).toBe(true)
    expect(notes).toContainEqual({ code: 'cuts-changed', count: 1 })
  })
})

describe('three publications of one study', () => {
  const people = (a: number, b: number) => [
    { id: 'P1', at: [103.5, 25.5] as const, area: 'A', elders60: a },
    { id: 'P2', at: [103.5, 25.5] as const, area: 'B', elders60: b },
  ]
  const at = (asOf: string, a: number, b: number, earlier: readonly Published[] = []) => publicationOf(town({ people: people(a, b), asOf }), { earlier }).published
  const allOf = (published: Published, id: string) => published.units.find((unit) => unit.id === id)?.counts?.all

  test('what the first hid stays hidden in the third, though the second was made without looking at it', () => {
    const first = at('2023-12-31', 4, 200)
    const second = at('2024-12-31', 40, 200)
    expect(allOf(second, 'A')).toBe(40)
    expect(allOf(at('2025-12-31', 42, 200, [second]), 'A')).toBe(40)
    for (const earlier of [[first, second], [second, first]]) expect(allOf(at('2025-12-31', 42, 200, earlier), 'A')).toBe('hidden')
  })

  test('a number is printed again as it was printed last, in whatever order the files are given', () => {
    const [first, second] = [at('2023-12-31', 100, 200), at('2024-12-31', 112, 200)]
    expect([allOf(first, 'A'), allOf(second, 'A')]).toEqual([100, 110])
    // 106 lies within ten of both.
    for (const earlier of [[first, second], [second, first]]) expect(allOf(at('2025-12-31', 106, 200, earlier), 'A')).toBe(110)
  })

  test('a unit that only got another code is still itself: what was hidden under the old one stays hidden', () => {
    const before = at('2024-12-31', 4, 200)
    const recoded = town({ areas: [street, { ...communities[0]!, id: 'A9' }, communities[1]!], facilities: [], people: [{ ...people(40, 200)[0]!, area: 'A9' }, people(40, 200)[1]!] })
    expect(allOf(publicationOf(recoded, { earlier: [before] }).published, 'A9')).toBe('hidden')
    const renamed = town({ areas: [street, { ...communities[0]!, id: 'A9', name: '新社区' }, communities[1]!], facilities: [], people: [{ ...people(40, 200)[0]!, area: 'A9' }, people(40, 200)[1]!] })
    expect(allOf(publicationOf(renamed, { earlier: [before] }).published, 'A9')).toBe(40)
  })
})

describe('reading a published file', () => {
  const { published } = publicationOf(town())
  test.each([
    ['no script of ours', 'alert(1)', 'unreadable'],
    ['broken off', publishedText(published).slice(0, -40), 'unreadable'],
    ['a telephone that is a script', publishedText(published).replace('"phone":null', '"phone":"javascript:alert(1)"'), 'unreadable'],
    ['a unit that points nowhere', publishedText(published).replace('"unit":1', '"unit":99'), 'unreadable'],
    ['a ring of parents', publishedText(published).replace('"parent":0', '"parent":2'), 'unreadable'],
    ['a later version', publishedText(published).replace('"format":1', '"format":2'), 'newer'],
  ])('%s is refused', (_, text, wrong) => {
    expect(readPublished(publishedValue(text))).toMatchObject({ wrong })
  })
})

describe('what a verdict gives away', () => {
  const reach = { evaluator: 'people-within-reach', unit: 'share', reading: {}, threshold: { at: 'least' as const, value: 0.9 } }
  const told = (state: 'met' | 'unmet' | 'no-data', numerator: number | null, denominator: number | null, value = 0.9) => tellsNobody({ ...reach, threshold: { at: 'least', value } }, { state, numerator, denominator }, 10)

  test('a clause whose evaluator nobody has thought about publishes no figures', () => {
    expect(countsPlaces({ parameters: {} }, { evaluator: 'something-new', unit: 'facility', reading: {} })).toBe(false)
    expect(countsPlaces({ parameters: {} }, { evaluator: 'unit-share', unit: 'share', reading: { coverage: 'reached' } })).toBe(false)
    expect(countsPlaces({ parameters: {} }, { evaluator: 'unit-share', unit: 'share', reading: { coverage: 'located' } })).toBe(true)
  })

  test('a share of institutions is told in figures, a share of persons is not', () => {
    const share = { evaluator: 'ratio', unit: 'share', reading: {} }
    const clauseOf = (id: string) => shippedPacks.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id)!
    expect(countsPlaces(clauseOf('QJ-30'), share)).toBe(true)
    expect(countsPlaces(clauseOf('QJ-09'), share)).toBe(false)
    expect(countsPlaces(clauseOf('QJ-24'), share)).toBe(false)
  })

  test('47 of 50 within reach where 90 % must be: that it is met would tell that at most five are not, so it is not told', () => {
    expect(told('met', 47, 50)).toBe(false)
    expect(told('unmet', 44, 50)).toBe(false)
  })

  test('a verdict that ten people more or fewer would not change is told, and so is that all are reached where all must be', () => {
    expect(told('met', 9500, 10_000)).toBe(true)
    expect(told('unmet', 100, 200)).toBe(true)
    expect(told('met', 40, 40, 1)).toBe(true)
    expect(told('unmet', 38, 40, 1)).toBe(false)
    expect(told('no-data', null, null)).toBe(true)
  })

  test('in the file a verdict that is not told is empty, and its number is said', () => {
    const people = [
      { id: 'P1', at: [103.5, 25.5] as const, area: 'A', elders60: 97 },
      { id: 'P2', at: [103.9, 25.9] as const, area: 'B', elders60: 3 },
    ]
    const study = town({ people, areas: [area('X', 'city', null), area('Y', 'county', 'X'), { ...street, parent: 'Y' }, ...communities.map((unit) => ({ ...unit, urbanRural: '111' }))] })
    // Within 1000 m live 97 of 100, which is met with seven to spare.
    const results = judge(study, shippedPacks.filter(({ id }) => id === 'qujing-2023'), { passShare: 0.9 })
    expect(results.find(({ clause }) => clause === 'QJ-16')).toMatchObject({ state: 'met', numerator: 97, denominator: 100 })
    const { published, notes } = publicationOf(study, { results })
    expect(published.clauses.find(({ id }) => id === 'QJ-16')).toMatchObject({ state: null, units: [], figures: null })
    expect(notes.map(({ code }) => code)).toContain('verdicts-withheld')
  })
})
