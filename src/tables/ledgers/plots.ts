/** Land planned for elder care, and idle assets that could become a facility (用地与备选点). */
import type { Ledger } from '../ledger'
import { statusWords, useWords } from '../vocabularies'
import { areaHeaders, idHeaders, positionColumns, upperUnitColumns } from './columns'

// prettier-ignore
export const plots: Ledger = {
  name: 'plots',
  stems: ['plots', 'plot', '用地', '养老用地', '养老服务设施用地', '地块', '备选点', '备选', '候选点', '闲置资产', '存量资产', '用地台账', 'candidates', 'sites', 'land'],
  needs: ['id', 'name', 'use', 'landAreaM2'],
  columns: [
    { key: 'id', kind: 'code', headers: [...idHeaders, '地块编号', '地块编码', '地块号', '宗地编号', '宗地号', '用地编号', '图斑编号', '资产编号', '备选点编号'] },
    { key: 'name', kind: 'text', headers: ['名称', '地块名称', '用地名称', '资产名称', '备选点名称', '点位名称', '项目名称', '宗地名称', '房产名称', '候选点名称', '设施名称', 'plotname', 'sitename'] },
    { key: 'area', kind: 'code', headers: areaHeaders },
    ...upperUnitColumns,
    { key: 'use', kind: 'word', headers: ['用途', '用地用途', '规划用途', '用地性质', '用地类型', '地块用途', '地类', '类型', '类别', '用地类别', '规划用地性质', '地块类型', 'landuse', 'type'], words: useWords },
    { key: 'zone', kind: 'text', headers: ['分区', '规划分区', '规划单元', '控规单元', '片区', '规划片区', '编制单元', '管理单元', '国土空间分区', 'planningzone'] },
    { key: 'landAreaM2', kind: 'land', headers: ['用地面积', '占地面积', '土地面积', '地块面积', '宗地面积', '规划用地面积', '净用地面积', '用地规模', '面积', '土地使用权面积', 'landarea', 'land_area', 'sitearea'] },
    { key: 'floorAreaM2', kind: 'area', headers: ['建筑面积', '总建筑面积', '规划建筑面积', '房屋建筑面积', '计容建筑面积', '可用建筑面积', '可利用建筑面积', '房屋面积', 'floorarea', 'floor_area', 'gfa'] },
    { key: 'cost', kind: 'money', headers: ['费用', '改造费用', '建设费用', '建设成本', '成本', '投资', '投资估算', '估算投资', '总投资', '造价', '改造成本', '预计投资', '资金需求', '所需资金', '概算'] },
    { key: 'status', kind: 'word', headers: ['现状/规划', '现状或规划', '现状规划', '状态', '用地状态', '建设状态', '供地状态', '供应状态', '现状', '使用状态', '用地现状', '规划状态', 'stage'], words: statusWords },
    { key: 'standAlone', kind: 'yes-no', headers: ['独栋', '是否独栋', '独栋建筑', '是否为独栋', '独立建筑', '是否独立建筑', '独立占地', '是否独立占地', 'standalone', 'detached'] },
    ...positionColumns,
  ],
}
