import { expect, test } from 'vitest'
import { ledger, square, studyFrom, told, twoStreets, type HandRow } from '../helpers/hand-tables'

const study = (...rows: readonly HandRow[]) => studyFrom(twoStreets, ledger('plots', rows))

test('a plot keeps its columns, its polygon, or the point of its columns', () => {
  const { plots } = study({ id: 'L-1', name: '甲地', area: '东街道', use: 'care-land', zone: 'A区', landAreaM2: 2000, floorAreaM2: null, cost: 0, status: 'planned', standAlone: true, $geometry: square(0, 0) }, { id: 'L-2', lng: 1, lat: 2 }, { id: 'L-3' })
  expect(plots[0]).toMatchObject({ area: '甲县/东街道', use: 'care-land', zone: 'A区', landAreaM2: 2000, floorAreaM2: null, cost: 0, status: 'planned', standAlone: true, geometry: square(0, 0), at: null })
  expect(plots[1]).toMatchObject({ name: 'L-2', use: null, geometry: { type: 'Point', coordinates: [1, 2] }, at: [1, 2] })
  expect(plots[2]).toMatchObject({ geometry: null, at: null, landAreaM2: null })
})

test('a drawn plot without id or name is called by its first corner; without a shape it is set aside', () => {
  const { plots, tables, problems } = study({ landAreaM2: 10, $geometry: square(103.5, 25.5) }, { landAreaM2: 20 })
  expect(plots.map(({ id }) => id)).toEqual(['103.500000,25.500000'])
  expect(tables[1]?.setAside).toEqual([{ row: 3, why: 'no-identity' }])
  expect(told(problems)).toEqual(['id-missing 3'])
})
