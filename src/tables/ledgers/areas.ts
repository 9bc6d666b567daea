/** The roster of administrative units (行政单元名册). */
import type { Ledger } from '../ledger'
import { areaLevelWords } from '../vocabularies'
import { countColumn, peopleColumns, positionColumns, upperUnitColumns } from './columns'

// prettier-ignore
export const areas: Ledger = {
  name: 'areas',
  stems: ['areas', 'area', 'roster', '名册', '行政单元', '单元名册', '行政单元名册', '行政区划', '区划', '社区名册', '村名册', '村社区名册', '街道名册', '边界', '行政边界', '行政区界', '人口统计', '人口台账', 'boundaries'],
  needs: ['code', 'name'],
  columns: [
    { key: 'code', kind: 'code', headers: ['区划代码', '行政区划代码', '统计用区划代码', '统计区划代码', '行政代码', '代码', '编码', '单元代码', '社区代码', '村(社区)代码', '12位代码', '12位区划代码', '区划编码', '行政编码', '地区代码', '单元编号', '编号', 'id', 'adcode', 'gbcode', 'gb', 'xzqdm', 'pac', 'areacode', 'towncode', 'villcode'] },
    { key: 'name', kind: 'text', headers: ['名称', '单元名称', '行政单元', '行政单元名称', '区划名称', '行政区划名称', '行政区名称', '地区', '地区名称', '社区', '村', '社区名称', '村名', '村名称', '村(社区)', '社区(村)', '村(社区)名称', '社区(村)名称', '村居', '村居名称', '村(居)名称', '居(村)委会名称', '居委会', '居委会名称', '村委会', '村委会名称', '单位', 'xzqmc', 'areaname', 'unit'] },
    { key: 'level', kind: 'word', headers: ['级别', '层级', '单元级别', '行政级别', '行政层级', '区划级别', '类别', '单元类型', '单元类别', '类型', 'type', 'rank'], words: areaLevelWords },
    { key: 'parent', kind: 'code', headers: ['上级', '上级单元', '上级名称', '上级代码', '上级区划', '上级区划代码', '上级行政区', '上级单位', '隶属', '隶属于', '所属上级', '所属区划', '父级', '父级代码', '父级编码', '上级编码', 'parentcode', 'parent_code', 'parentid', 'parentname'] },
    ...upperUnitColumns,
    { key: 'urbanRural', kind: 'code', headers: ['城乡分类', '城乡分类代码', '城乡属性', '城乡代码', '城乡划分', '城乡划分代码', '城乡类别', '城乡', 'urbanrural', 'urban_rural', 'cxfldm'] },
    { key: 'zone', kind: 'yes-no', headers: ['功能区', '是否功能区', '是否为功能区', '开发区', '是否开发区', '经开区', 'functionalzone'] },
    countColumn('households', ['户数', '总户数', '家庭户数', '家庭户', '居民户数', '常住户数', '户籍户数', '住户数', '户口数', 'household', 'hh', 'hhs']),
    ...peopleColumns,
    ...positionColumns,
  ],
}
