import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { basisFor } from '../../src/exports/products'
import { geojson } from '../../src/exports/geojson'
import { judge } from '../../src/indicators/judge'
import { riverStreets, riverTown } from '../helpers/river-town'
import { clauseOf, studyOf } from '../helpers/town'
import { at, onStreets } from '../helpers/walk-study'

const { pack } = clauseOf('QJ-16')
const written = async (study = onStreets(riverTown, riverStreets())) => {
  const basis = basisFor(geojson, { study, packs: [pack], options: {}, results: judge(study, [pack]), plan: null, language: 'zh' })
  const { features } = JSON.parse(new TextDecoder().decode(await geojson.make(basis, { extra: false }))) as FeatureCollection
  return features.filter(({ properties }) => properties?.layer === 'disagreement')
}

test('whom the circle holds and the walk does not reach stands on the exported map, each where the people are, with the minutes', async () => {
  const found = (await written()).filter(({ properties }) => properties?.clause === 'QJ-16')
  expect(found.map(({ properties, geometry }) => [properties?.point, properties?.pointPeople, properties?.walkMetres, properties?.walkMinutes, geometry])).toEqual([
    ['c', 4, 800, 16.7, { type: 'Point', coordinates: at([8, 0]) }],
    ['b', 2, 2200, 45.8, { type: 'Point', coordinates: at([0, 2]) }],
  ])
})

test('without streets there is no such layer', async () => expect(await written(studyOf(riverTown))).toEqual([]))
