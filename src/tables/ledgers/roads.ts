/** The walk network as lines. */
import type { Ledger } from '../ledger'

// prettier-ignore
export const roads: Ledger = {
  name: 'roads',
  stems: ['roads', 'road', 'streets', 'network', 'walk', '道路', '路网', '步行网络', '道路网', '步行路网', '道路中心线'],
  needs: [],
  columns: [
    { key: 'id', kind: 'code', headers: ['编号', '编码', '路段编号', '道路编号', 'osm_id', 'fid', 'objectid', 'edgeid', 'linkid'] },
    { key: 'name', kind: 'text', headers: ['名称', '道路名称', '路名', 'roadname', 'streetname'] },
    { key: 'kind', kind: 'text', headers: ['highway', 'fclass', '道路等级', '道路类型', '道路类别', '道路性质', '道路分类', '路段类型', '技术等级', 'roadclass', 'road_class', 'roadtype', 'road_type'] },
    { key: 'lengthM', kind: 'number', headers: ['长度', '道路长度', '路段长度', '实际长度', 'length_m'] },
    { key: 'from', kind: 'code', headers: ['起点', '起点编号', '起始节点', 'from_node', 'fromnode', 'source', 'u'] },
    { key: 'to', kind: 'code', headers: ['终点', '终点编号', '终止节点', 'to_node', 'tonode', 'target', 'v'] },
  ],
}
