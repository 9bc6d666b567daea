/** Elder-care facilities (养老服务设施台账): institutions, centres, stations, canteens. */
import type { Ledger } from '../ledger'
import { facilityLevelWords, kindWords, operatorWords, ownerWords, serviceWords, stageWords } from '../vocabularies'
import { areaHeaders, countColumn, idHeaders, positionColumns, upperUnitColumns } from './columns'

// prettier-ignore
export const facilities: Ledger = {
  name: 'facilities',
  stems: ['facilities', 'facility', '设施', '养老设施', '养老服务设施', '养老服务设施台账', '设施台账', '养老机构', '养老机构名册', '机构', '机构名册', '机构一览表', '机构台账', '站点', '服务站', '服务中心', '日间照料', '日间照料中心', '居家养老服务中心', '助餐点', '长者食堂', '幸福院', '敬老院', '驿站', '据点', '据点清单', '养老服务中心', '单位一览表'],
  needs: ['name', 'id'],
  columns: [
    { key: 'id', kind: 'code', headers: [...idHeaders, '设施编号', '设施编码', '机构编号', '机构编码', '机构代码', '统一社会信用代码', '社会信用代码', '信用代码', '设施id', '点位编号'] },
    { key: 'name', kind: 'text', headers: ['设施名称', '机构名称', '养老机构名称', '养老服务设施名称', '养老设施名称', '单位名称', '中心名称', '站点名称', '服务站名称', '服务中心名称', '名称', '设施', '养老服务设施', '日间照料中心名称', '敬老院名称', '食堂名称', '助餐点名称', '驿站名称', '据点名称', '点位名称', '服务单位名称', '服务机构名称', '申请单位名称', '机关名称', '项目名称', '居家养老服务中心名称', '幸福院名称', '养老服务站名称', 'facilityname', 'title'] },
    { key: 'kind', kind: 'word', headers: ['类型', '设施类型', '机构类型', '类别', '设施类别', '机构类别', '单位类型', '养老机构类型', '设施性质类别', '服务类型', '设施种类', '养老服务设施类型', '机构种类', '类型代码', '据点类型', 'type', 'category', 'facilitytype'], words: kindWords },
    { key: 'level', kind: 'word', headers: ['层级', '级别', '设施层级', '设施级别', '服务层级', '所属层级', '机构层级', '配置层级', 'tier'], words: facilityLevelWords },
    { key: 'area', kind: 'code', headers: areaHeaders },
    ...upperUnitColumns,
    { key: 'serves', kind: 'list', headers: ['服务范围', '服务区域', '服务社区', '覆盖社区', '覆盖范围', '服务单元', '覆盖单元', '服务村(社区)', '服务村里', '服务小区', '覆盖小区', '服务对象单元', '辐射范围', '辐射社区', '服务半径内社区', '所在小区', '所属小区', '小区名称', '服务的社区', '服务片区', '特约服务区域', 'servicearea', 'catchment'] },
    { key: 'floorAreaM2', kind: 'area', headers: ['建筑面积', '总建筑面积', '房屋建筑面积', '设施建筑面积', '机构建筑面积', '面积', '设施面积', '建筑总面积', '用房面积', '养老用房面积', '养老服务用房面积', '总面积', '房屋面积', '场所面积', '用房建筑面积', '养老服务设施建筑面积', 'floorarea', 'floor_area', 'gfa'] },
    { key: 'landAreaM2', kind: 'land', headers: ['用地面积', '占地面积', '土地面积', '宗地面积', '总用地面积', '总占地面积', '用地规模', '独立用地面积', 'landarea', 'land_area', 'sitearea'] },
    countColumn('beds', ['床位数', '床位总数', '总床位数', '养老床位数', '养老床位', '床位', '床位数量', '核定床位', '核定床位数', '核定总床位数', '实有床位', '实有床位数', '设置床位', '设计床位', '开放床位数', '开放床数', '收住床数', '床数', '机构床位数', '养老床位总数', '核定床数-核定总床位数', 'bed', 'bedcount', 'capacity']),
    countColumn('nursingBeds', ['护理型床位', '护理型床位数', '护理床位', '护理床位数', '护理型养老床位', '护理型养老床位数', '其中护理型床位', '其中:护理型床位', '其中:护理型床位数', '其中护理型床位数', '护理型', '床位数/护理型', 'nursing_beds']),
    { key: 'owner', kind: 'word', headers: ['兴办主体', '举办主体', '举办性质', '兴办性质', '所有制', '单位性质', '机构性质', '设施性质', '投资主体', '建设主体', '举办单位性质', '性质', '公办/民办', '公办民办', '属性', '产权性质', 'ownership', 'sector'], words: ownerWords },
    { key: 'operator', kind: 'word', headers: ['运营方式', '运营模式', '经营方式', '运营性质', '运营类型', '经营模式', '经营性质', '运营主体性质', '运行方式', '运营主体类型', '运行模式', 'operation'], words: operatorWords },
    { key: 'services', kind: 'list', headers: ['服务项目', '服务内容', '服务功能', '功能', '十助', '十助服务', '提供服务', '服务类别', '主要服务', '设施功能', '服务事项', '主要功能', '提供的服务', '开展服务', '服务清单', 'service'], words: serviceWords },
    { key: 'stage', kind: 'word', headers: ['状态', '运营状态', '运营情况', '运行状态', '运行情况', '使用状态', '使用情况', '建设状态', '设施状态', '机构状态', '机构生存状态', '生存状态', '建设情况', '建设进度', '经营状态', '营业状态', '运行现状', '当前状态', '是否运营', '建设阶段', 'status', 'state'], words: stageWords },
    { key: 'opened', kind: 'date', headers: ['启用日期', '启用时间', '开业日期', '开业时间', '投入使用时间', '投入使用日期', '运营时间', '运营日期', '开办时间', '开办日期', '投用时间', '开始运营时间', '成立时间', '成立日期', '立案日期', '备案时间', '备案日期', '建成时间', '建成日期', '建成年份', '服务起始日', '服务起始日期', '正式运营时间', 'opendate', 'openingdate', 'opened_on'] },
    // Only headers that say the number is for the public; any other telephone is taken for a person's (personal.ts) unless the user maps it.
    { key: 'phone', kind: 'text', headers: ['公开电话', '服务电话', '对外服务电话', '咨询电话', '服务热线', 'publicphone', 'public_phone', 'deskphone', 'desk_phone'] },
    ...positionColumns,
  ],
}
