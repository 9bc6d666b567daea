/** Names of the column keys, levels, kinds and stages; a key without a name shows itself (fact items bring their own names). */
import type { Language } from './say'

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export const columnNames: Names = {
  id: { zh: '编号', en: 'id' },
  code: { zh: '区划代码', en: 'code' },
  name: { zh: '名称', en: 'name' },
  level: { zh: '级别', en: 'level' },
  parent: { zh: '上级', en: 'parent' },
  urbanRural: { zh: '城乡分类', en: 'urban-rural class' },
  zone: { zh: '分区', en: 'zone' },
  households: { zh: '户数', en: 'households' },
  householdsBuilt: { zh: '已建户数', en: 'households built' },
  householdsOccupied: { zh: '入住户数', en: 'households occupied' },
  householdsRegistered: { zh: '户籍户数', en: 'households registered' },
  residents: { zh: '常住人口', en: 'residents' },
  elders60: { zh: '60 岁以上', en: 'aged 60+' },
  elders65: { zh: '65 岁以上', en: 'aged 65+' },
  elders80: { zh: '80 岁以上', en: 'aged 80+' },
  lng: { zh: '经度', en: 'longitude' },
  lat: { zh: '纬度', en: 'latitude' },
  x: { zh: '横坐标', en: 'x' },
  y: { zh: '纵坐标', en: 'y' },
  position: { zh: '坐标', en: 'position' },
  geometry: { zh: '图形', en: 'geometry' },
  area: { zh: '所属单元', en: 'unit' },
  from: { zh: '起点', en: 'from' },
  to: { zh: '终点', en: 'to' },
  county: { zh: '所属县区', en: 'county' },
  subdistrict: { zh: '所属街道乡镇', en: 'subdistrict or township' },
  permitted: { zh: '规划许可日期', en: 'permitted' },
  completed: { zh: '竣工日期', en: 'completed' },
  delivered: { zh: '交付日期', en: 'delivered' },
  age: { zh: '类别（新建、老旧）', en: 'class (new, old)' },
  pool: { zh: '整合配建组', en: 'pool' },
  careAreaM2: { zh: '已配面积', en: 'provided care area' },
  usableAreaM2: { zh: '使用面积', en: 'usable area' },
  leased: { zh: '租赁', en: 'leased' },
  gates: { zh: '出入口', en: 'gates' },
  handover: { zh: '移交状态', en: 'handover' },
  remedy: { zh: '整改措施', en: 'remedy' },
  responsible: { zh: '责任单位', en: 'responsible' },
  due: { zh: '整改期限', en: 'due' },
  done: { zh: '完成情况', en: 'done' },
  kind: { zh: '类型', en: 'kind' },
  serves: { zh: '服务范围', en: 'serves' },
  floorAreaM2: { zh: '建筑面积', en: 'floor area' },
  landAreaM2: { zh: '用地面积', en: 'land area' },
  beds: { zh: '床位数', en: 'beds' },
  nursingBeds: { zh: '护理型床位', en: 'nursing beds' },
  owner: { zh: '兴办主体', en: 'owner' },
  operator: { zh: '运营方式', en: 'operator' },
  services: { zh: '服务项目', en: 'services' },
  stage: { zh: '状态', en: 'stage' },
  opened: { zh: '启用日期', en: 'opened' },
  phone: { zh: '公开电话', en: 'public telephone' },
  use: { zh: '用途', en: 'use' },
  cost: { zh: '费用', en: 'cost' },
  status: { zh: '现状、规划', en: 'status' },
  standAlone: { zh: '独栋', en: 'stand-alone' },
  of: { zh: '对象', en: 'of' },
  item: { zh: '统计项', en: 'item' },
  value: { zh: '数值', en: 'value' },
  unit: { zh: '单位', en: 'unit' },
  date: { zh: '日期', en: 'date' },
  lengthM: { zh: '长度', en: 'length' },
  // figures of results and explanations that are no column
  state: { zh: '判定', en: 'verdict' },
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  required: { zh: '应配', en: 'required' },
  provided: { zh: '已配', en: 'provided' },
  norm: { zh: '标准', en: 'norm' },
  facility: { zh: '设施', en: 'facility' },
  facilities: { zh: '设施数', en: 'facilities' },
  units: { zh: '单元数', en: 'units' },
  metres: { zh: '距离（米）', en: 'distance (m)' },
  people: { zh: '人数', en: 'people' },
  persons: { zh: '人数', en: 'persons' },
  land: { zh: '用地', en: 'land' },
  unitsMet: { zh: '达标单元', en: 'units met' },
  unitsJudged: { zh: '已判单元', en: 'units judged' },
}

export const levelNames: Names = {
  province: { zh: '省', en: 'province' },
  city: { zh: '市', en: 'city' },
  county: { zh: '县（市、区）', en: 'county' },
  subdistrict: { zh: '街道', en: 'subdistrict' },
  town: { zh: '镇', en: 'town' },
  township: { zh: '乡', en: 'township' },
  community: { zh: '社区', en: 'community' },
  village: { zh: '村', en: 'village' },
  compound: { zh: '住宅小区', en: 'compound' },
  home: { zh: '家庭', en: 'home' },
  facility: { zh: '设施', en: 'facility' },
  plot: { zh: '用地', en: 'plot' },
  pool: { zh: '整合配建组', en: 'pool' },
}

/** DOMAIN B5 codes. */
export const kindNames: Names = {
  INST_CITY: { zh: '市级养老机构', en: 'city institution' },
  INST_COUNTY: { zh: '县级养老机构', en: 'county institution' },
  INST: { zh: '养老机构', en: 'institution' },
  TOWN_RURAL: { zh: '乡镇养老服务中心', en: 'township centre' },
  STREET: { zh: '街道养老服务中心', en: 'subdistrict centre' },
  COMM: { zh: '社区养老服务中心', en: 'community centre' },
  VILLAGE: { zh: '村级养老服务设施', en: 'village facility' },
  MEAL: { zh: '老年食堂、助餐点', en: 'meal point' },
  HOME_BED: { zh: '家庭养老床位', en: 'home bed' },
  NOT: { zh: '不算养老服务设施', en: 'not a care facility' },
}

export const stageNames: Names = {
  operating: { zh: '运营', en: 'operating' },
  building: { zh: '在建', en: 'under construction' },
  planned: { zh: '拟建', en: 'planned' },
  closed: { zh: '停用', en: 'closed' },
}

/** Words of the other vocabularies, by column and value. */
export const valueNames: Readonly<Record<string, Names>> = {
  kind: kindNames,
  level: levelNames,
  stage: stageNames,
  owner: { public: { zh: '公办', en: 'public' }, private: { zh: '民办', en: 'private' } },
  operator: {
    'public-run': { zh: '公办公营', en: 'public, publicly run' },
    'public-built-private-run': { zh: '公建民营', en: 'public, privately run' },
    'private-run': { zh: '民办民营', en: 'private' },
    'private-run-public-aided': { zh: '民办公助', en: 'private, publicly aided' },
  },
  age: { new: { zh: '新建', en: 'new' }, old: { zh: '老旧', en: 'old' } },
  handover: { 'handed-over': { zh: '已移交', en: 'handed over' }, 'not-handed-over': { zh: '未移交', en: 'not handed over' } },
  use: { 'care-land': { zh: '养老用地', en: 'care land' }, candidate: { zh: '备选', en: 'candidate' } },
  status: { existing: { zh: '现状', en: 'existing' }, planned: { zh: '规划', en: 'planned' } },
  services: {
    meal: { zh: '助餐', en: 'meals' }, medical: { zh: '助医', en: 'medical' }, bathing: { zh: '助浴', en: 'bathing' }, cleaning: { zh: '助洁', en: 'cleaning' },
    urgent: { zh: '助急', en: 'urgent help' }, mobility: { zh: '助行', en: 'mobility' }, shopping: { zh: '助购', en: 'shopping' }, learning: { zh: '助学', en: 'learning' },
    leisure: { zh: '助乐', en: 'leisure' }, chatting: { zh: '助聊', en: 'chatting' }, visiting: { zh: '巡视探访', en: 'visiting' }, matching: { zh: '供需对接', en: 'matching' },
    dispatch: { zh: '调度监管', en: 'dispatch' }, canteen: { zh: '老年食堂', en: 'canteen' }, school: { zh: '老年学堂', en: 'school' }, recreation: { zh: '康养娱乐', en: 'recreation' },
    residence: { zh: '集中养老', en: 'residence' }, 'life-care': { zh: '生活照料', en: 'life care' }, culture: { zh: '文化教育', en: 'culture' }, comfort: { zh: '精神慰藉', en: 'comfort' },
    'short-stay': { zh: '短期托养', en: 'short stay' }, 'home-care': { zh: '居家养老', en: 'home care' }, 'day-care': { zh: '日间照料', en: 'day care' },
  },
}

const nameIn = (names: Names, language: Language, key: string): string => names[key]?.[language] ?? key

export const columnName = (language: Language, key: string): string => nameIn(columnNames, language, key)
export const levelName = (language: Language, key: string): string => nameIn(levelNames, language, key)
export const kindName = (language: Language, key: string): string => nameIn(kindNames, language, key)
export const stageName = (language: Language, key: string): string => nameIn(stageNames, language, key)

/** The word of a vocabulary's value; any other value as it is. */
export const valueName = (language: Language, column: string, value: string): string => valueNames[column]?.[value]?.[language] ?? value
