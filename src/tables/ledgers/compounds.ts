/** Residential compounds (住宅小区台账): what was to be provided, what was, and what is being mended. */
import type { Ledger } from '../ledger'
import { ageWords, handoverWords } from '../vocabularies'
import { plainText } from '../words'
import { areaHeaders, countColumn, idHeaders, peopleColumns, positionColumns, upperUnitColumns } from './columns'

/** The header says 户数 without saying which: read as planned households, marked and said once (SETTLED 23). */
export const isPlainHouseholds = (header: string): boolean =>
  plainHouseholds.includes(plainText(header.split('/').pop() ?? '').replace(/[([][^)\]]*[)\]]/g, '')) &&
  !/规划|设计|批/.test(header)

// prettier-ignore
const plainHouseholds: readonly string[] = ['户数', '总户数', '住宅户数', '居民户数', '小区户数', '住户数', '总户数(户)', '住宅总户数', '小区总户数', '住宅套数', '套数', '总套数']

// prettier-ignore
export const compounds: Ledger = {
  name: 'compounds',
  stems: ['compounds', 'compound', '小区', '住宅小区', '小区台账', '住宅小区台账', '小区配建', '配建台账', '配建情况', '小区名册', '居住小区', '住区', '四同步', '整改台账', '居住区', '小区配套'],
  needs: ['name', 'id'],
  columns: [
    { key: 'id', kind: 'code', headers: [...idHeaders, '小区编号', '小区编码', '小区代码', '项目编号', '项目编码', '小区id'] },
    { key: 'name', kind: 'text', headers: ['小区名称', '住宅小区名称', '小区', '小区名', '住宅小区', '居住小区', '居住小区名称', '项目名称', '住宅项目', '住宅项目名称', '楼盘名称', '楼盘', '名称', '小区(项目)名称', '小区/项目名称', '项目(小区)名称', '小区项目名称', '住区名称', '居住区名称', '建设项目名称', 'compound', 'estate'] },
    { key: 'area', kind: 'code', headers: areaHeaders },
    ...upperUnitColumns,
    countColumn('households', ['规划户数', '规划总户数', '计划户数', '设计户数', '批准户数', '批建户数', '核定户数', '规划住宅户数', '规划居住户数', '规划套数', '规划住宅套数', '户数(规划)', '户数/规划', 'plannedhouseholds', ...plainHouseholds]),
    countColumn('householdsBuilt', ['已建户数', '建成户数', '实际户数', '已建成户数', '竣工户数', '实建户数', '现有户数', '户数(已建)', '已建套数', '实际建成户数']),
    countColumn('householdsOccupied', ['入住户数', '实际入住户数', '已入住户数', '常住户数', '居住户数', '现入住户数', '户数(入住)', '住户户数']),
    countColumn('householdsRegistered', ['户籍户数', '登记户数', '在册户数', '户籍登记户数', '户数(户籍)']),
    ...peopleColumns,
    { key: 'permitted', kind: 'date', headers: ['规划许可日期', '规划许可时间', '许可日期', '许可时间', '工程规划许可日期', '规划许可证日期', '建设工程规划许可日期', '建设工程规划许可证日期', '建设工程规划许可证发证日期', '规划条件日期', '规划审批日期', '规划审批时间', '规划批复时间', '规划批复日期', '报建日期', '报建时间', '审批时间', '审批日期', '规划许可年份', '规划许可证核发时间', '取得规划许可证时间', 'permitdate'] },
    { key: 'completed', kind: 'date', headers: ['竣工日期', '竣工时间', '竣工验收日期', '竣工验收时间', '竣工备案日期', '竣工备案时间', '建成日期', '建成时间', '建成年份', '建成年代', '建成年月', '建设年代', '建成年度', '竣工年份', '竣工年月', '建筑年代', '完工时间', '建造年代', '验收时间', 'builtyear', 'yearbuilt', 'completiondate'] },
    { key: 'delivered', kind: 'date', headers: ['交付日期', '交付时间', '交房日期', '交房时间', '交付使用日期', '交付使用时间', '入住日期', '入住时间', '小区交付时间', '交付年份', '交付年月', '交房年月', 'deliverydate'] },
    { key: 'age', kind: 'word', headers: ['类别', '小区类别', '小区类型', '新建/老旧', '新旧', '新旧类别', '新老类别', '是否老旧', '是否老旧小区', '是否为老旧小区', '小区性质', '小区属性', '新建或老旧', '类型', '类别(新建/老旧)', '新建(老旧)', 'class'], words: ageWords },
    { key: 'pool', kind: 'text', headers: ['整合配建组', '整合组', '整合配建', '整合配建分组', '配建组', '统筹配建组', '统筹组', '整合编号', '整合配建编号', '统筹配建', '集中配建组', '整合配建片区'] },
    { key: 'careAreaM2', kind: 'area', headers: ['已配面积', '已配建面积', '已配建筑面积', '已配建建筑面积', '实配面积', '实际配建面积', '实际配建建筑面积', '配建面积', '配建建筑面积', '配套面积', '已配套面积', '已建面积', '养老服务用房面积', '养老用房面积', '养老用房建筑面积', '养老服务用房建筑面积', '养老服务设施面积', '养老服务设施建筑面积', '养老设施面积', '养老设施建筑面积', '已配建养老服务用房面积', '已配建养老用房面积', '已配建养老服务设施面积', '已配建养老服务设施建筑面积', '配建养老服务设施面积', '配建养老服务设施建筑面积', '配建养老服务用房面积', '配建养老用房面积', '实际配建养老服务设施面积', '实际配建养老服务用房面积', '配套养老服务设施面积', '配套养老服务设施建筑面积', '现有养老服务设施面积', '现有养老用房面积', '养老服务设施/面积', '养老服务用房/建筑面积', '养老设施/建筑面积', '配建养老服务设施/建筑面积', '养老服务设施/配建面积', '已配养老服务用房面积', '已配养老用房面积', '已配养老服务设施面积', '已配建筑面积', '已配养老服务用房', '已配建养老服务用房', '已配', '已配建', '实配', '面积/已配', '配建面积/已配', '配建面积/实配', '建筑面积/已配', 'carearea', 'care_area', 'providedarea'] },
    { key: 'usableAreaM2', kind: 'area', headers: ['使用面积', '养老用房使用面积', '养老服务用房使用面积', '养老服务设施使用面积', '实际使用面积', '套内面积', '养老服务设施/使用面积', 'usablearea', 'netarea'] },
    { key: 'leased', kind: 'yes-no', headers: ['租赁', '是否租赁', '租赁用房', '是否为租赁', '是否租用', '租用', '租赁解决', 'lease', 'rented'] },
    { key: 'gates', kind: 'points', headers: ['出入口', '出入口坐标', '大门', '大门坐标', '小区出入口', '小区大门', '主入口', '主出入口', '门', 'gate', 'entrances'] },
    { key: 'handover', kind: 'word', headers: ['移交状态', '移交情况', '是否移交', '是否已移交', '移交', '养老用房移交情况', '养老服务设施移交情况', '产权移交情况', '移交民政情况', '交接情况', '移交与否', '养老服务设施/移交情况', '养老服务设施/是否移交'], words: handoverWords },
    { key: 'remedy', kind: 'text', headers: ['整改措施', '整改方式', '整改办法', '补建方式', '解决方式', '解决措施', '补建措施', '解决途径', '整改途径', '整改方案', '补短板方式', '整改/措施'] },
    { key: 'responsible', kind: 'text', headers: ['责任单位', '整改责任单位', '责任主体', '牵头单位', '责任部门', '整改单位', '整改责任部门', '整改主体', '整改/责任单位'] },
    { key: 'due', kind: 'date', headers: ['整改期限', '整改时限', '完成时限', '期限', '整改完成时限', '计划完成时间', '计划完成日期', '计划整改完成时间', '整改时间', '时限', '完成期限', '限期', '拟完成时间', '整改截止日期', '截止日期', '整改/期限', '整改/时限', 'duedate', 'deadline'] },
    { key: 'done', kind: 'yes-no', headers: ['完成情况', '整改完成情况', '是否完成', '整改情况', '整改状态', '完成状态', '是否整改完成', '是否完成整改', '整改进度', '整改完成时间', '整改完成日期', '实际完成时间', '完成时间', '完成日期', '整改/完成情况', '是否整改到位', '整改结果', '进展情况'] },
    ...positionColumns,
  ],
}
