/** A study on the streets of a grid town: places are blocks of 100 m, so every walk is arithmetic. */
import type { Study } from '../../src/model/study'
import { measureStreets } from '../../src/model/build-streets-report'
import { latOf, lngOf, type Block, type GridTown } from './grid-town'
import { area, facility, studyOf, type Person, type Town } from './town'

export const at = ([x, y]: Block): [number, number] => [lngOf(x), latOf(y)]

/** The study of a town with the streets of a grid. */
export function onStreets(town: Town, grid: GridTown, more: Partial<Study> = {}): Study {
  const graph = grid.graph()
  return { ...studyOf(town), streets: { graph, report: { files: ['roads.geojson'], ...measureStreets(graph), leftOut: {}, cuts: [], problems: [] } }, ...more }
}

export const units = [area('city', 'city'), area('street', 'subdistrict', 'city'), area('c1', 'community', 'street'), area('c2', 'community', 'street')]
export const person = (id: string, block: Block, elders60: number | null, inArea = 'c1'): Person => ({ id, at: at(block), area: inArea, elders60 })
export const station = (id: string, block: Block, inArea: string | null = 'c1') => facility(id, 'COMM', 'community', inArea, { at: at(block) })
