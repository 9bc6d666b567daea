import { describe, expect, test } from 'vitest'
import { barrierOf, footRule, footRules, highwayOf, leftOutReasons } from '../../src/model/foot-rules'
import type { OsmTags } from '../../src/sources/osm-data'
import { leftOutWords } from '../../src/text/streets'

describe('people walk', () => {
  test.each(['footway', 'steps', 'path', 'pedestrian', 'living_street', 'service', 'residential', 'track', 'cycleway', 'unclassified', 'tertiary', 'secondary', 'primary_link', 'trunk'])(
    'on a %s of which nothing else is said',
    (highway) => expect(footRule({ highway })).toBe('walk'),
  )

  test.each<[string, OsmTags]>([
    ['around a pedestrian area', { highway: 'pedestrian', area: 'yes' }],
    ['on a platform that has no highway tag', { railway: 'platform' }],
    ['on a pier', { man_made: 'pier' }],
    ['in a private lane where walkers are let in', { highway: 'service', access: 'private', foot: 'yes' }],
    ['on a street closed to all but walkers', { highway: 'residential', access: 'no', foot: 'designated' }],
    ['over a motorway bridge that is marked for walkers', { highway: 'motorway', foot: 'yes' }],
    ['where the sign says residents and guests only', { highway: 'service', access: 'destination' }],
    ['on a street whose tags are written in capitals', { highway: 'Residential', foot: 'Yes' }],
  ])('%s', (_, tags) => expect(footRule(tags)).toBe('walk'))
})

describe('people do not walk', () => {
  test.each<[string, OsmTags, string]>([
    ['on a motorway', { highway: 'motorway' }, 'motorway'],
    ['on a ramp of one', { highway: 'motorway_link' }, 'motorway'],
    ['on a trunk road for motors only', { highway: 'trunk', motorroad: 'yes' }, 'motorway'],
    ['where walkers are forbidden', { highway: 'secondary', foot: 'no' }, 'no-foot'],
    ['where they must use the way beside', { highway: 'primary', foot: 'use_sidepath' }, 'no-foot'],
    ['in a private lane', { highway: 'service', access: 'private' }, 'private'],
    ['on a path for some walkers only', { highway: 'path', foot: 'private' }, 'private'],
    ['where nobody is let in', { highway: 'service', access: 'no' }, 'no-access'],
    ['on a street that is being built, whoever will be let in', { highway: 'construction', foot: 'yes' }, 'not-open'],
    ['on a bus track', { highway: 'busway' }, 'no-walkers'],
    ['on a river', {}, 'not-a-street'],
    ['on a railway', { railway: 'rail', foot: 'yes' }, 'not-a-street'],
    ['along a row of lamps', { highway: 'street_lamp' }, 'not-a-street'],
  ])('%s', (_, tags, why) => expect(footRule(tags)).toBe(why))
})

test('no kind of street stands in two rules, and every rule says walk or a reason', () => {
  const kinds = footRules.flatMap(({ key, values }) => (key === 'highway' ? values : []))
  expect(new Set(kinds).size).toBe(kinds.length)
  for (const { then } of footRules) expect(['walk', ...leftOutReasons]).toContain(then)
})

describe('at a node of the way', () => {
  test.each<[string, OsmTags, string | null]>([
    ['a wall stops a walker', { barrier: 'wall' }, 'wall'],
    ['a fence stops one too', { barrier: 'fence' }, 'wall'],
    ['a fence with a hole for walkers does not', { barrier: 'fence', foot: 'yes' }, null],
    ['a gate opens', { barrier: 'gate' }, 'open-gate'],
    ['a private gate does not', { barrier: 'gate', access: 'private' }, 'closed-gate'],
    ['a locked gate does not', { barrier: 'gate', locked: 'yes' }, 'closed-gate'],
    ['a private gate with a way for walkers does', { barrier: 'lift_gate', access: 'private', foot: 'yes' }, 'open-gate'],
    ['a gate that is shut to walkers does not', { barrier: 'swing_gate', foot: 'no' }, 'closed-gate'],
    ['a kissing gate opens', { barrier: 'kissing_gate' }, 'open-gate'],
    ['a bollard is walked around, even where motors have no access', { barrier: 'bollard', access: 'no' }, null],
    ['a kerb is stepped over', { barrier: 'kerb' }, null],
    ['a crossing is no barrier', { highway: 'crossing' }, null],
  ])('%s', (_, tags, found) => expect(barrierOf(tags)).toBe(found))
})

test.each([
  ['高速公路', 'motorway'],
  ['快速路', 'motorway'],
  ['主干路', 'primary'],
  [' 支路 ', 'tertiary'],
  ['人行天桥', 'footway'],
  ['track_grade3', 'track'],
  ['FOOTWAY', 'footway'],
  ['铁路', 'railway'],
  ['某某大道', 'road'],
])('the class %s of a sheet is %s', (written, highway) => expect(highwayOf(written)).toBe(highway))

test('a railway that a sheet classes as one is no street, a class that nobody knows is', () => {
  expect(footRule({ highway: highwayOf('铁路') })).toBe('not-a-street')
  expect(footRule({ highway: highwayOf('景观大道') })).toBe('walk')
})

test('every reason has its words, and no words are left over', () => {
  expect(Object.keys(leftOutWords).sort()).toEqual([...leftOutReasons].sort())
})
