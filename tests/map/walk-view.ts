/** Two streets, two pictures and a way of two parts. */
import type { WalkView } from '../../src/map/view'
import { box } from './tiny'

const shape = (side: number) => ({ type: 'MultiPolygon' as const, coordinates: [box(103, 25, side).coordinates] })
const pictures = (id: string | null) => ({ metres: [480, 720], facility: id, shapes: [shape(0.01), shape(0.02)] })
const way = (kind: 'street' | 'off-network', coordinates: readonly (readonly [number, number])[]) => ({ kind, line: null, name: null, metres: 1, seconds: 1, coordinates })

export const walkView = (facility: string): WalkView => ({
  speed: 0.8,
  metres: [480, 720],
  lines: { first: Int32Array.of(0, 2, 5), lng: Float64Array.of(103, 103.1, 103, 103, 103), lat: Float64Array.of(25, 25, 25, 25.1, 25.2), marks: [{ change: 'link', coordinates: [[103, 25], [103.1, 25.1]] }, { change: 'closed', coordinates: [[103, 25.1], [103, 25.2]] }] },
  pictures: pictures(null),
  own: pictures(facility),
  route: {
    from: { kind: 'point', id: 'p' }, access: 'own', snapMetres: 3, ambiguous: false, state: 'within', straight: null, limit: 720, speed: 0.8, needs: null,
    routes: [{ facility, name: '甲站', metres: 2, seconds: 2, parts: [way('off-network', [[103, 25], [103.1, 25]]), way('street', [[103.1, 25], [103.1, 25.2]])] }],
  },
})
