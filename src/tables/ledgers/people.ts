/** Demand points (人口点): where residents, households and elders live. */
import type { Ledger } from '../ledger'
import { areaHeaders, countColumn, idHeaders, peopleColumns, positionColumns, upperUnitColumns } from './columns'

// prettier-ignore
export const people: Ledger = {
  name: 'people',
  stems: ['people', 'population', 'demand', '人口点', '人口', '人口分布', '人口网格', '老年人口', '老年人口分布', '需求点', '楼栋人口', '网格人口'],
  needs: ['residents', 'households', 'elders60', 'elders65', 'elders80'],
  columns: [
    { key: 'id', kind: 'code', headers: [...idHeaders, '人口点编号', '网格编号', '网格号', '楼栋编号', '点位编号', '网格id', '名称', '点位名称', 'name', 'gridid', 'cellid'] },
    countColumn('households', ['户数', '总户数', '家庭户数', '居民户数', '住户数', '家庭户', '常住户数', 'household', 'hh']),
    ...peopleColumns,
    { key: 'area', kind: 'code', headers: areaHeaders },
    ...upperUnitColumns,
    ...positionColumns,
  ],
}
