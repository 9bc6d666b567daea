/** The map's own words; verdicts are named in text/. */
import type { FacilityKind, Stage } from '../model/study'
import type { LayerId, Language } from './view'

export const layerLabel = (language: Language, id: LayerId): string => pick(language, layerWords[id])
export const kindLabel = (language: Language, kind: FacilityKind | null): string =>
  pick(language, kind ? kindWords[kind] : unknownKind)
export const stageLabel = (language: Language, stage: Stage | null): string =>
  pick(language, stage ? stageWords[stage] : unknownStage)
export const mapWord = (language: Language, key: keyof typeof mapWords): string => pick(language, mapWords[key])

export type Both = { readonly zh: string; readonly en: string }
const pick = (language: Language, words: Both): string => words[language]

export const layerWords: Readonly<Record<LayerId, Both>> = {
  'base-map': { zh: '底图', en: 'Base map' },
  grid: { zh: '公里格网', en: 'Kilometre grid' },
  areas: { zh: '行政单元判定', en: 'Units by verdict' },
  plots: { zh: '用地', en: 'Plots' },
  circles: { zh: '规范距离圈', en: 'Legal circles' },
  people: { zh: '人口点', en: 'People' },
  rings: { zh: '所选设施的圈', en: 'Circles of the selected facility' },
  compounds: { zh: '住宅小区', en: 'Compounds' },
  facilities: { zh: '养老服务设施', en: 'Facilities' },
  labels: { zh: '地名', en: 'Names' },
  signs: { zh: '判定符号', en: 'Verdict signs' },
  selection: { zh: '所选', en: 'Selection' },
}

export const kindWords: Readonly<Record<FacilityKind, Both>> = {
  INST_CITY: { zh: '市级养老机构', en: 'City institution' },
  INST_COUNTY: { zh: '县级养老机构', en: 'County institution' },
  INST: { zh: '养老机构', en: 'Institution' },
  TOWN_RURAL: { zh: '乡镇养老服务中心', en: 'Township centre' },
  STREET: { zh: '街道养老服务中心', en: 'Sub-district centre' },
  COMM: { zh: '社区养老服务设施', en: 'Community facility' },
  VILLAGE: { zh: '村级养老服务设施', en: 'Village facility' },
  MEAL: { zh: '助餐点', en: 'Meal point' },
  HOME_BED: { zh: '家庭养老床位', en: 'Home care beds' },
  NOT: { zh: '不计入的场所', en: 'Not counted' },
}
const unknownKind: Both = { zh: '类型不明', en: 'Kind unknown' }

export const stageWords: Readonly<Record<Stage, Both>> = {
  operating: { zh: '运营', en: 'Operating' },
  building: { zh: '在建', en: 'Being built' },
  planned: { zh: '拟建', en: 'Planned' },
  closed: { zh: '停用', en: 'Closed' },
}
const unknownStage: Both = { zh: '状态未填', en: 'Stage blank' }

export const mapWords = {
  map: {
    zh: '地图：方向键移动，加减号缩放；内容与下方的表相同',
    en: 'Map: arrow keys move, plus and minus zoom; the table below says the same',
  },
  controls: { zh: '地图操作', en: 'Map controls' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  whole: { zh: '看全部范围', en: 'Show the whole area' },
  legend: { zh: '图例', en: 'Legend' },
  scale: { zh: '比例尺', en: 'Scale' },
  metres: { zh: '米', en: 'm' },
  kilometres: { zh: '公里', en: 'km' },
  units: { zh: '个', en: '' },
  noPosition: { zh: '没有位置，图上画不出，见单元表', en: 'without a position: not on the map, see the unit table' },
  noUnits: { zh: '本条没有逐单元的判定', en: 'This clause has no verdict per unit' },
  noClause: { zh: '未选条款', en: 'No clause chosen' },
  tenMinutes: { zh: '10 分钟', en: '10 min' },
  fifteenMinutes: { zh: '15 分钟', en: '15 min' },
  legalCircle: { zh: '规范距离圈（直线）', en: 'Legal circle (straight line)' },
  people: { zh: '人口点，按 60 岁以上人数', en: 'People, by elders 60+' },
  peopleUnknown: { zh: '60 岁以上人数未知', en: 'elders 60+ unknown' },
  compounds: { zh: '住宅小区', en: 'Compounds' },
  careLand: { zh: '养老用地', en: 'Care land' },
  candidate: { zh: '备选点', en: 'Candidate site' },
  noBaseMap: { zh: '底图取不到，其余内容照常', en: 'The base map cannot be fetched; all else is as usual' },
  noWebgl: {
    zh: '这台电脑的浏览器不能显示可缩放的地图（缺少 WebGL2），下面是同一内容的静态图',
    en: 'This browser cannot draw the zoomable map (no WebGL2); below is the same content as a plain picture',
  },
  empty: { zh: '没有带位置的记录，图上没有内容', en: 'No record has a position: nothing to draw' },
} as const satisfies Readonly<Record<string, Both>>
