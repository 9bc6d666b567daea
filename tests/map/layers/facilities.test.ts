import { expect, test } from 'vitest'
import { facilityFeatures } from '../../../src/map/layers/facilities'
import { circleSites } from '../../../src/map/layers/circles'
import { people } from '../../../src/map/layers/people'
import { compounds } from '../../../src/map/layers/compounds'
import { pictureOf } from '../../../src/map/image'
import { compound, facility, peopleOf, result, study, unit, view } from '../tiny'

const draw = (
  facilities: readonly ReturnType<typeof facility>[],
  more: Partial<Parameters<typeof facilityFeatures>[0]> = {},
) =>
  facilityFeatures({ study: study({ facilities }), result: null, language: 'zh', ...more }).map(
    ({ properties }) => properties,
  )

test('shape tells the tier and the letter tells the kind', () => {
  const drawn = draw([
    facility('1', { kind: 'INST', level: null }),
    facility('2', { kind: 'STREET', level: 'subdistrict' }),
    facility('3', { kind: 'COMM', level: 'community' }),
    facility('4', { kind: 'VILLAGE', level: 'village' }),
    facility('5', { kind: null, level: null }),
  ])
  expect(drawn.map(({ shape, letter }) => `${shape} ${letter}`)).toEqual([
    'triangle 院',
    'diamond 街',
    'circle 社',
    'circle 村',
    'square ?',
  ])
})

test('a facility whose level is not written takes the shape that its kind implies', () => {
  expect(
    draw([facility('1', { kind: 'TOWN_RURAL', level: null }), facility('2', { kind: 'MEAL', level: null })]).map(
      ({ shape }) => shape,
    ),
  ).toEqual(['diamond', 'circle'])
})

test('a home-care centre of a street is a diamond although its kind is that of a community', () => {
  expect(draw([facility('1', { kind: 'COMM', level: 'subdistrict' })])[0]).toMatchObject({
    shape: 'diamond',
    letter: '社',
  })
})

test('planned and building facilities are hollow, closed ones are struck as well, operating ones neither', () => {
  const drawn = draw(
    (['operating', 'building', 'planned', 'closed'] as const).map((stage, i) => facility(String(i), { stage })),
  )
  expect(drawn.map(({ hollow, struck }) => [hollow, struck])).toEqual([
    [false, false],
    [true, false],
    [true, false],
    [true, true],
  ])
})

test('what operates lies above what is planned, and that above what is closed', () => {
  const rank = Object.fromEntries(
    draw((['operating', 'planned', 'closed'] as const).map((stage) => facility(stage, { stage }))).map(
      ({ id, rank }) => [id, rank],
    ),
  )
  expect(rank.operating).toBeGreaterThan(rank.planned ?? NaN)
  expect(rank.planned).toBeGreaterThan(rank.closed ?? NaN)
})

test('facilities come by id, and one without a position is left out', () => {
  expect(draw([facility('b'), facility('c', { at: null }), facility('a')]).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('hiding a kind hides unknown kinds too only when kinds are chosen', () => {
  const all = [facility('a', { kind: 'MEAL' }), facility('b', { kind: null })]
  expect(draw(all)).toHaveLength(2)
  expect(draw(all, { shownKinds: ['MEAL'] }).map(({ id }) => id)).toEqual(['a'])
})

test('the verdict of a facility is on its sign when the clause judges facilities', () => {
  const [drawn] = draw([facility('a')], { result: result([unit('a', 'unmet', 'facility')]) })
  expect(drawn?.image).toBe('facility|circle|社|operating|unmet')
})

test('every image that a layer names can be drawn', () => {
  for (const stage of ['operating', 'building', 'planned', 'closed', null] as const)
    for (const { image, far } of draw([facility('a', { stage }), facility('b', { stage, kind: null })])) {
      expect(pictureOf(image), image).not.toBeNull()
      expect(pictureOf(far), far).not.toBeNull()
    }
  expect(pictureOf('elsewhere')).toBeNull()
})

test('circles stand around operating facilities of a known kind that counts', () => {
  const facilities = [
    facility('a', { at: [1, 0] }),
    facility('b', { at: [2, 0], stage: 'planned' }),
    facility('c', { at: [4, 0], kind: 'NOT' }),
    facility('d', { at: [8, 0], kind: null }),
    facility('e', { at: [16, 0], kind: 'INST' }),
    facility('f', { at: null }),
  ]
  const sum = (circleKinds?: Parameters<typeof circleSites>[0]['circleKinds']) =>
    circleSites({ study: { facilities }, circleKinds: circleKinds ?? null }).lng.reduce((a, b) => a + b, 0)
  expect(sum()).toBe(1 + 16)
  expect(sum(['INST'])).toBe(16)
})

test('a compound is coloured when the clause is about compounds and plain otherwise', () => {
  const of = study({ compounds: [compound('X'), compound('W')] })
  const images = (units: Parameters<typeof result>[0]) => {
    const source = compounds.draw(view({ study: of, result: result(units) })).sources.compounds
    return source?.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection'
      ? source.data.features.map(({ properties }) => properties?.image)
      : []
  }
  expect(images([unit('X', 'unmet', 'compound')])).toEqual(['compound|', 'compound|unmet'])
  expect(images([])).toEqual(['compound|', 'compound|'])
})

test('a point whose elders are unknown is drawn as unknown, not as none', () => {
  const source = people.draw(
    view({
      study: study({ people: peopleOf(['p', 0, 0, 49], ['q', 1, 0, NaN], ['r', 2, 0, 0], ['lost', NaN, NaN, 5]) }),
    }),
  ).sources.people
  const drawn =
    source?.type === 'geojson' && typeof source.data === 'object' && source.data.type === 'FeatureCollection'
      ? source.data.features.map(({ properties }) => properties)
      : []
  expect(drawn.map((p) => [p?.id, p?.known, p?.elders60, p?.side])).toEqual([
    ['p', true, 49, 7],
    ['q', false, null, 3],
    ['r', true, 0, 0],
  ])
})
