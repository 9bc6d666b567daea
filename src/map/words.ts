/** The words that only the map says; verdicts, kinds and stages are named in text/. */
import type { FacilityKind, Stage } from '../model/study'
import { kindName, stageName } from '../text/keys'
import type { Language } from '../text/say'

export const kindLabel = (language: Language, kind: FacilityKind | null): string =>
  kind ? kindName(language, kind) : mapWord(language, 'kindUnknown')
export const stageLabel = (language: Language, stage: Stage | null): string =>
  stage ? stageName(language, stage) : mapWord(language, 'stageBlank')
export const mapWord = (language: Language, key: keyof typeof mapWords): string => mapWords[key][language]

type Both = { readonly zh: string; readonly en: string }

export const mapWords = {
  kindUnknown: { zh: '类型不明', en: 'kind unknown' },
  stageBlank: { zh: '状态未填', en: 'stage blank' },
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
  reading: { zh: '现行口径（非默认）', en: 'Reading in force (not the default):' },
  noClause: { zh: '未选条款', en: 'No clause chosen' },
  tenMinutes: { zh: '10 分钟', en: '10 min' },
  fifteenMinutes: { zh: '15 分钟', en: '15 min' },
  legalCircle: { zh: '规范距离圈（直线）', en: 'Legal circle (straight line)' },
  people: { zh: '人口点，按 60 岁以上人数', en: 'People, by elders 60+' },
  peopleUnknown: { zh: '60 岁以上人数未知', en: 'elders 60+ unknown' },
  compounds: { zh: '住宅小区', en: 'Compounds' },
  served: { zh: '它的服务范围', en: 'Whom it serves' },
  pooled: { zh: '同一整合配建组', en: 'The same pool' },
  newLink: { zh: '方案新增步道', en: 'Path that the plan adds' },
  closedStreet: { zh: '方案封闭路段', en: 'Street that the plan closes' },
  careLand: { zh: '养老用地', en: 'Care land' },
  candidate: { zh: '备选点', en: 'Candidate site' },
  noBaseMap: { zh: '底图取不到，其余内容照常', en: 'The base map cannot be fetched; all else is as usual' },
  noWebgl: {
    zh: '这台电脑的浏览器不能显示可缩放的地图（缺少 WebGL2），下面是同一内容的静态图',
    en: 'This browser cannot draw the zoomable map (no WebGL2); below is the same content as a plain picture',
  },
  lost: { zh: '显卡几次中断，先用静态图，内容相同', en: 'The graphics stopped several times: a plain picture meanwhile, with the same content' },
  redraw: { zh: '重画地图', en: 'Draw the map again' },
  empty: { zh: '没有带位置的记录，图上没有内容', en: 'No record has a position: nothing to draw' },
} as const satisfies Readonly<Record<string, Both>>
