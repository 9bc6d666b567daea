import { describe, expect, test } from 'vitest'
import { legendEntries } from '../../../src/map/legend-entries'
import { circles } from '../../../src/map/layers/circles'
import { isochrones } from '../../../src/map/layers/isochrones'
import { ownWalk } from '../../../src/map/layers/own-walk'
import { route } from '../../../src/map/layers/route'
import { streets } from '../../../src/map/layers/streets'
import { routeExtent } from '../../../src/map/extent'
import { facility, study, view } from '../tiny'
import { walkView } from '../walk-view'

const walk = walkView('a')
const of = study({ facilities: [facility('a', { at: [103, 25] })] })
const shown = (more: Parameters<typeof view>[0] = {}) => view({ study: of, walk, ...more })
const featuresOf = (source: unknown) => (source as { data: { features: { geometry: { coordinates: unknown[] }; properties: Record<string, unknown> }[] } }).data.features

test('every street between two junctions is one line', () => {
  expect(featuresOf(streets.draw(shown()).sources.streets)[0]!.geometry.coordinates).toEqual([[[103, 25], [103.1, 25]], [[103, 25], [103, 25.1], [103, 25.2]]])
})

describe('beside the walk', () => {
  test('the legal circle is a dashed outline alone, and the walk is solid', () => {
    expect(circles.draw(shown()).layers.map(({ id }) => id)).toEqual(['circles-line'])
    expect(circles.draw(view({ study: of })).layers.map(({ id }) => id)).toEqual(['circles-far', 'circles-near', 'circles-line'])
    const line = isochrones.draw(shown()).layers.find(({ type }) => type === 'line')
    expect(line?.type === 'line' && line.paint?.['line-dasharray']).toBeFalsy()
  })

  test('the pictures are switched with the circles', () => {
    expect(isochrones.draw(shown()).layers.length).toBe(3)
    expect(isochrones.draw(shown({ layers: { circles: false } })).layers).toEqual([])
  })

  test('only the facility that is selected has walks of its own', () => {
    expect(featuresOf(ownWalk.draw(shown({ selection: { kind: 'facility', id: 'a' } })).sources['own-walk']).map(({ properties }) => properties.words)).toEqual(['480 米', '720 米'])
    expect(ownWalk.draw(shown({ selection: { kind: 'facility', id: 'b' } })).layers).toEqual([])
  })

  test('the way is drawn part by part, beside the streets dotted, and its extent is the whole of it', () => {
    expect(featuresOf(route.draw(shown()).sources.route).map(({ properties }) => properties.beside)).toEqual([true, false])
    expect(routeExtent(walk.route!)).toEqual([103, 25, 103.1, 25.2])
    expect(routeExtent({ routes: [] })).toBeNull()
  })

  test('the legend lists walks and the way only while they are shown', () => {
    expect(legendEntries(shown())).toMatchObject({ walks: true, route: true })
    expect(legendEntries(view({ study: of }))).toMatchObject({ walks: false, route: false })
  })
})
