import { describe, expect, test } from 'vitest'
import { cornersOfWorldFile, cornersTyped } from '../../src/geo/world-file'
import { fromLngLat } from '../../src/geo/crs'

describe('a world file', () => {
  test('names the middle of the first pixel: the corner lies half a pixel beyond', () => {
    // A thousandth of a degree a pixel, 100 by 50 pixels.
    expect(cornersOfWorldFile('0.001\n0\n0\n-0.001\n103.0005\n25.9995\n', 100, 50, null, null)?.map(([lng, lat]) => [lng.toFixed(6), lat.toFixed(6)])).toEqual([
      ['103.000000', '26.000000'], ['103.100000', '26.000000'], ['103.100000', '25.950000'], ['103.000000', '25.950000'],
    ])
  })

  test('may be turned by a quarter', () => {
    const corners = cornersOfWorldFile('0\n-0.001\n-0.001\n0\n103\n26\n', 10, 10, null, null)
    // To the right in the picture is south, downward is west.
    expect(corners?.[1]?.[1]).toBeLessThan(corners?.[0]?.[1] ?? 0)
    expect(corners?.[3]?.[0]).toBeLessThan(corners?.[0]?.[0] ?? 0)
  })

  test('in metres of a zone lies where the zone says', () => {
    const to = fromLngLat('EPSG:4545')
    const [x, y] = to?.(105.2, 29.5) ?? [0, 0]
    const corners = cornersOfWorldFile(`1\n0\n0\n-1\n${x + 0.5}\n${y - 0.5}\n`, 1000, 500, 'EPSG:4545', null)
    expect(corners?.[0]?.[0]).toBeCloseTo(105.2, 6)
    expect(corners?.[0]?.[1]).toBeCloseTo(29.5, 6)
    // A kilometre to the east, at this latitude.
    expect(((corners?.[1]?.[0] ?? 0) - 105.2) * 96.9).toBeCloseTo(1, 2)
  })

  test.each([['five', '1\n2\n3\n4\n5'], ['words', 'a\nb\nc\nd\ne\nf'], ['metres whose zone nobody knows', '1\n0\n0\n-1\n378937\n2820882']])('with %s has no place', (_, text) => {
    expect(cornersOfWorldFile(text, 10, 10, null, null)).toBeNull()
  })
})

describe('typed corners', () => {
  test('two opposite ones are enough, with whatever signs people put between', () => {
    const corners = [[103, 26], [104, 26], [104, 25], [103, 25]]
    expect(cornersTyped('103 26; 104 25', null, null)).toEqual(corners)
    expect(cornersTyped('103，26；104，25', null, null)).toEqual(corners)
    expect(cornersTyped('103,26;104,26;104,25;103,25', null, null)).toEqual(corners)
  })
  test.each(['', '103 26', '103 26; 104', '103 26; 104 25; 1 2', 'x y; z w', '103 26; 104 89'])('%j is no place', (text) => expect(cornersTyped(text, null, null)).toBeNull())
})
