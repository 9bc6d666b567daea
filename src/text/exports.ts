/** Words of the exported tables: names of tables and columns with what they mean, and of the codes that stand in their cells. */
import { fill, type Language } from './say'

type Words = { readonly zh: string; readonly en: string }

/** zh: the sheet's name, at most 31 characters, the same in every product; en likewise. */
export const tableWords = {
  rectification: { zh: '整改清单', en: 'Rectification list', meaning: { zh: '每个未达标单元的每一条一行', en: 'one row per unit and clause that is unmet' } },
  clauses: { zh: '条款汇总', en: 'Clauses', meaning: { zh: '每条条款一行，比例的分子、分母都在', en: 'one row per clause, with both halves of every ratio' } },
  units: { zh: '单元表-{level}', en: 'Units {level}', meaning: { zh: '{level}逐条的判定和数值', en: 'verdict and figures of every {level} under every clause' } },
  allUnits: { zh: '单元表', en: 'Units', meaning: { zh: '每个单元在每一条下的判定和数值', en: 'verdict and figures of every unit under every clause' } },
  disagreement: { zh: '圈步不一致', en: 'Circle and walk', meaning: { zh: '规范距离圈内而步行不到的人口点，以及相反的', en: 'people inside the legal circle and too far on foot, and the reverse' } },
  disagreementUnits: { zh: '圈步不一致-单元', en: 'Circle and walk, units', meaning: { zh: '按规范距离圈达到而按步行达不到的单元，以及相反的', en: 'units reached by the circle and not on foot, and the reverse' } },
  dictionary: { zh: '数据字典', en: 'Dictionary', meaning: { zh: '每张表每一列的含义和单位', en: 'meaning and unit of every column' } },
  parameters: { zh: '参数', en: 'Parameters', meaning: { zh: '本文件由什么得来：研究、数据日期、文件版本、口径、输入文件', en: 'what this file was made from' } },
  problems: { zh: '问题', en: 'Problems', meaning: { zh: '读取和判定时发现的问题，每条有位置', en: 'what was found wrong in the input, each with its place' } },
  areas: { zh: '单元', en: 'Units', meaning: { zh: '行政单元', en: 'units of the roster' } },
  compounds: { zh: '小区', en: 'Compounds', meaning: { zh: '住宅小区', en: 'residential compounds' } },
  facilities: { zh: '设施', en: 'Facilities', meaning: { zh: '养老服务设施', en: 'elder-care facilities' } },
  circles: { zh: '规范距离圈', en: 'Legal circles', meaning: { zh: '直线距离的圈，只供观看，不参与计算', en: 'pictures of straight-line distance, never counted in' } },
  walks: { zh: '老年步行圈', en: 'Elder walks', meaning: { zh: '沿路步行可到的范围，只供观看，不参与计算', en: 'pictures of what is within a walk, never counted in' } },
  stamp: { zh: '印记', en: 'Stamp', meaning: { zh: '核验用，请勿改动', en: 'for verification; leave as it is' } },
} as const

export type ColumnWords = Words & { readonly unit?: Words; readonly meaning: Words }

const m2 = { zh: 'm²', en: 'm²' }
const metres = { zh: '米', en: 'm' }
const households = { zh: '户', en: 'households' }
const people = { zh: '人', en: 'persons' }
const word = (zh: string, en: string, meaningZh: string, meaningEn: string, unit?: Words): ColumnWords => ({ zh, en, meaning: { zh: meaningZh, en: meaningEn }, ...(unit ? { unit } : {}) })

export const exportColumns = {
  // who
  level: word('级别', 'Level', '单元的级别', 'level of the unit'),
  county: word('县（市、区）', 'County', '所属县级单元', 'county-level unit above'),
  subdistrict: word('街道（乡镇）', 'Subdistrict or township', '所属街道或乡镇', 'street or township above'),
  community: word('社区（村）', 'Community or village', '所属社区或村', 'community or village above'),
  unit: word('单元编号', 'Unit id', '区划代码或台账编号；没有代码的写自上而下的名称', 'code or ledger id; without one the path of names'),
  name: word('单元名称', 'Unit', '单元的名称', 'name of the unit'),
  // what
  policy: word('文件', 'Document', '政策文件', 'policy document'),
  policyId: word('文件编号', 'Document id', '政策包的编号', 'id of the policy pack'),
  clause: word('条款', 'Clause', '条款编号', 'id of the clause'),
  clauseTitle: word('条款内容', 'Title', '条款的简称', 'short title of the clause'),
  quote: word('原文', 'Quotation', '文件原句', 'the sentence in the document'),
  article: word('出处', 'Article', '在文件中的位置', 'where it stands in the document'),
  binding: word('约束程度', 'Binding', '约束性、预期性或力争', 'binding, expected or aspirational'),
  state: word('判定', 'Verdict', '达标、未达标、数据不足、不适用、口径待定', 'met, unmet, no data, not applicable, undecided'),
  numerator: word('分子', 'Numerator', '达到的数，比例的分子', 'what is met: upper half of the ratio'),
  denominator: word('分母', 'Denominator', '应达到的数，比例的分母', 'what ought to be met: lower half of the ratio'),
  value: word('数值', 'Value', '分子除以分母，或条款自己的数值；比例为 0 到 1 的小数', 'numerator by denominator, or the clause’s own figure; shares are fractions of 1'),
  valueUnit: word('计量单位', 'Unit of measure', '数值的单位', 'unit of the value'),
  threshold: word('标准', 'Threshold', '文件的要求', 'what the document asks for'),
  shortfall: word('缺口', 'Shortfall', '要达标还缺多少，单位见“缺口单位”', 'what is missing to meet, in the unit beside it'),
  shortfallOfUnits: word('各单元缺口合计', 'Sum of the units’ shortfalls', '各单元缺口之和', 'sum over the units'),
  measure: word('缺口单位', 'Unit of shortfall', '应有、已有、缺口的单位', 'unit of required, provided and shortfall'),
  deadline: word('期限', 'Deadline', '文件要求的完成时间', 'by when the document wants it'),
  pastDue: word('已过期限', 'Deadline passed', '数据日期晚于期限', 'the data date is after the deadline'),
  reading: word('口径', 'Reading', '判定所用的口径', 'readings in force'),
  why: word('说明', 'Why', '为什么是这个判定', 'why the verdict is what it is'),
  counted: word('计入的设施', 'Counted', '计入的设施或用地的编号', 'ids of the facilities or plots that were counted'),
  unitsMet: word('达标单元', 'Units met', '判为达标的单元数', 'number of units met'),
  unitsUnmet: word('未达标单元', 'Units unmet', '判为未达标的单元数', 'number of units unmet'),
  unitsOther: word('未判单元', 'Units without verdict', '数据不足、不适用、口径待定的单元数', 'number of units with no data, not applicable or undecided'),
  excluded: word('未计入的记录', 'Left out', '没有计入这一条的记录数', 'number of records left out'),
  items: word('整改项数', 'Items', '整改清单里这一条的行数', 'rows of this clause in the list'),
  itemsShortfall: word('清单缺口合计', 'Shortfall in the list', '整改清单里这一条的缺口之和', 'sum of this clause’s shortfalls in the list'),
  // the list
  required: word('应有', 'Required', '按条款应有的数量', 'what the clause requires'),
  provided: word('已有', 'Provided', '已有的数量', 'what there is'),
  shortfallShare: word('缺口比例', 'Shortfall share', '缺口除以应有', 'shortfall by required'),
  households: word('户数', 'Households', '判定所用的户数', 'households, of the kind that the clause counts', households),
  people: word('60 岁以上', 'Aged 60+', '60 周岁及以上人数', 'persons of 60 and over', people),
  age: word('新建或老旧', 'New or old', '小区的类别', 'class of the compound'),
  ageBy: word('类别依据', 'Class decided by', '类别由台账哪一列、哪个日期定', 'which column and date decided the class'),
  permitted: word('规划许可日期', 'Permitted', '规划许可日期', 'date of the planning permit'),
  completed: word('竣工日期', 'Completed', '竣工日期', 'date of completion'),
  delivered: word('交付日期', 'Delivered', '交付日期', 'date of delivery'),
  fault: word('问题类别', 'Kind of failure', '规划、配建、移交或使用不到位', 'where provision failed'),
  faultWhy: word('类别理由', 'Why this kind', '由什么记录看出', 'what on record says so'),
  due: word('整改期限', 'Due', '台账写的期限，没有的取文件期限', 'due date of the ledger, else of the document'),
  overdue: word('已逾期', 'Overdue', '数据日期晚于整改期限', 'the data date is after the due date'),
  responsible: word('责任单位', 'Responsible', '台账写的责任单位', 'as the ledger has it'),
  plannedRemedy: word('台账整改措施', 'Remedy in the ledger', '台账写的整改措施', 'as the ledger has it'),
  status: word('整改状态', 'Status', '未开始、整改中、已完成', 'open, started or done'),
  note: word('备注', 'Note', '整改记录里的备注', 'note of the record'),
  evidence: word('完成依据日期', 'Evidence dated', '证明已完成的文件的日期', 'date of the document that proves it'),
  rectifiedArea: word('整改后面积', 'Area after', '整改后核定的面积', 'care area found after the work', m2),
  gates: word('四同步', 'Four steps', '同步规划、建设、验收、交付各步的情况', 'plan, build, accept, deliver'),
  nearest: word('最近设施', 'Nearest facility', '直线最近的运营中的养老服务设施', 'nearest operating facility in a straight line'),
  nearestMetres: word('到最近设施', 'Distance to it', '直线距离', 'straight-line distance', metres),
  remedies: word('可行的整改办法', 'Remedies at hand', '按台账算得出的办法', 'what the ledgers show to be possible'),
  // circle and walk
  point: word('人口点', 'People point', '人口点编号', 'id of the demand point'),
  side: word('不一致', 'Which way', '只在规范距离圈内，或只在步行距离内', 'inside the circle only, or within the walk only'),
  pointPeople: word('人数', 'People', '条款所数的人', 'people of the clause’s group', people),
  circleMetres: word('直线距离', 'Straight line', '到最近设施的直线距离', 'to the nearest facility', metres),
  walkMetres: word('步行距离', 'Walk', '沿路到最近设施的距离；空白表示没有路通到', 'along the streets; blank: no street leads there', metres),
  walkMinutes: word('步行时间', 'Walking time', '按所用步速', 'at the speed in force', { zh: '分钟', en: 'min' }),
  circleFacility: word('直线最近设施', 'Nearest in a straight line', '设施编号', 'facility id'),
  walkFacility: word('步行最近设施', 'Nearest on foot', '设施编号', 'facility id'),
  circleShare: word('规范距离圈内比例', 'Share in the circle', '单元人口在圈内的比例', 'share of the unit’s people'),
  walkShare: word('步行可到比例', 'Share within the walk', '单元人口步行可到的比例', 'share of the unit’s people'),
  // records
  code: word('区划代码', 'Code', '统计用区划代码', 'administrative code'),
  parent: word('上级', 'Parent', '上级单元的名称', 'name of the unit above'),
  urbanRural: word('城乡分类', 'Urban-rural class', '统计局城乡分类代码', 'class of the statistics office'),
  zone: word('功能区', 'Functional zone', '是否功能区', 'is it a functional zone'),
  residents: word('常住人口', 'Residents', '常住人口', 'residents', people),
  elders60: word('60 岁以上人口', 'Aged 60+', '60 周岁及以上人数', 'persons of 60 and over', people),
  elders65: word('65 岁以上人口', 'Aged 65+', '65 周岁及以上人数', 'persons of 65 and over', people),
  elders80: word('80 岁以上人口', 'Aged 80+', '80 周岁及以上人数', 'persons of 80 and over', people),
  areaName: word('所属单元', 'In unit', '所在的社区或村', 'unit that it lies in'),
  kind: word('类型', 'Kind', '设施类型', 'kind of facility'),
  facilityLevel: word('层级', 'Tier', '设施的层级', 'tier of the facility'),
  stage: word('状态', 'Stage', '运营、在建、拟建、停用', 'operating, under construction, planned, closed'),
  floorAreaM2: word('建筑面积', 'Floor area', '建筑面积', 'floor area', m2),
  landAreaM2: word('用地面积', 'Land area', '用地面积', 'land area', m2),
  beds: word('床位', 'Beds', '床位数', 'beds', { zh: '张', en: 'beds' }),
  nursingBeds: word('护理型床位', 'Nursing beds', '护理型床位数', 'nursing beds', { zh: '张', en: 'beds' }),
  operator: word('运营方式', 'Operated', '运营方式', 'how it is operated'),
  services: word('服务项目', 'Services', '服务项目', 'services'),
  careAreaM2: word('已配面积', 'Care area', '已配建的养老服务用房', 'care rooms provided', m2),
  pool: word('整合配建组', 'Pool', '整合配建组', 'pool'),
  handover: word('移交状态', 'Handover', '移交状态', 'handover'),
  unmet: word('未达标条数', 'Clauses unmet', '判为未达标的条款数', 'number of clauses unmet'),
  unmetClauses: word('未达标条款', 'Which clauses', '判为未达标的条款', 'the clauses unmet'),
  shortfallM2: word('最大面积缺口', 'Largest shortfall of area', '各条中最大的面积缺口', 'largest shortfall of area among the clauses', m2),
  lng: word('经度', 'Longitude', '十进制度', 'decimal degrees', { zh: '°', en: '°' }),
  lat: word('纬度', 'Latitude', '十进制度', 'decimal degrees', { zh: '°', en: '°' }),
  facility: word('设施编号', 'Facility id', '设施编号', 'facility id'),
  facilityName: word('设施名称', 'Facility', '设施名称', 'name of the facility'),
  metres: word('距离', 'Distance', '圈的距离', 'distance of the circle', metres),
  minutes: word('时间', 'Time', '按所用步速', 'at the speed in force', { zh: '分钟', en: 'min' }),
  speed: word('步速', 'Speed', '步速', 'walking speed', { zh: '米/秒', en: 'm/s' }),
  // about the product
  sheet: word('表', 'Table', '表的名称', 'name of the table'),
  column: word('列', 'Column', '列的名称', 'name of the column'),
  key: word('英文名', 'Key', '程序用的列名', 'name for programs'),
  columnUnit: word('单位', 'Unit', '计量单位', 'unit of measure'),
  meaning: word('含义', 'Meaning', '列的含义', 'what the column holds'),
  item: word('项目', 'Item', '参数的名称', 'name of the parameter'),
  content: word('内容', 'Value', '参数的值', 'value of the parameter'),
  detail: word('补充', 'Detail', '校验值或适用的条款', 'check value, or the clauses concerned'),
  severity: word('程度', 'Severity', '错误、提醒或说明', 'error, warning or note'),
  problem: word('问题', 'Problem', '发现的问题', 'what was found'),
  place: word('位置', 'Place', '在输入文件中的位置', 'where in the input'),
  file: word('文件名', 'File', '输入文件', 'input file'),
  extra: word('', '', '台账原有的列，照录', 'a column of the ledger, as it was'),
  verdictOf: word('', '', '这一条的判定', 'verdict under this clause'),
} as const satisfies Readonly<Record<string, ColumnWords>>

export type ExportColumnKey = keyof typeof exportColumns

/** Words of the sheet of parameters and of what stands in cells. */
export const exportWords = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  share: { zh: '比例', en: 'share' },
  step: { zh: '步', en: 'steps' },
  points: { zh: '比例之差', en: 'difference of shares' },
  together: { zh: '全部设施合起来', en: 'all together' },
  style: { zh: '一刻圈', en: 'Yikequan' },
  total: { zh: '合计', en: 'Total' },
  list: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: '; ' },
  program: { zh: '程序版本', en: 'Program version' },
  study: { zh: '研究', en: 'Study' },
  asOf: { zh: '数据日期', en: 'Data date' },
  plan: { zh: '方案', en: 'Plan' },
  base: { zh: '现状', en: 'base' },
  planEdits: { zh: '{n} 处修改', en: '{n} edits' },
  policy: { zh: '政策文件', en: 'Policy document' },
  policyVersion: { zh: '政策包 {id} 第 {version} 版，SHA-256 {hash}', en: 'pack {id} version {version}, SHA-256 {hash}' },
  reading: { zh: '口径：{option}', en: 'Reading: {option}' },
  speed: { zh: '步速', en: 'Walking speed' },
  speedValue: { zh: '{speed} 米/秒', en: '{speed} m/s' },
  speedNone: { zh: '没有按步行计算', en: 'nothing was measured on foot' },
  walkNone: { zh: '没有步行路网，未作圈步对照', en: 'no streets: circle and walk were not compared' },
  walk: { zh: '圈步对照', en: 'Circle and walk' },
  walkCount: { zh: '{n} 条条款作了对照', en: '{n} clauses compared' },
  input: { zh: '输入文件', en: 'Input file' },
  inputRows: { zh: '{rows} 行，SHA-256 {hash}', en: '{rows} rows, SHA-256 {hash}' },
  results: { zh: '结果校验值', en: 'Hash of the results' },
  extra: { zh: '台账原有的列', en: 'The ledgers’ own columns' },
  extraWith: { zh: '照录', en: 'carried along' },
  extraWithout: { zh: '未带', en: 'left out' },
  stampNote: { zh: '核验用，请勿改动。改动表格后，用一刻圈 verify 核验会指出改动之处。', en: 'For verification; leave as it is. verify names what was changed.' },
  header: { zh: '{study} · {table} · 数据日期 {date}', en: '{study} · {table} · data date {date}' },
  page: { zh: '第 {page} 页，共 {pages} 页', en: 'Page {page} of {pages}' },
  footer: { zh: '一刻圈 {version} · 结果 {hash}', en: 'Yikequan {version} · results {hash}' },
  formula: { zh: '由“整改清单”用公式汇总', en: 'summed up from the list by a formula' },
  'side.circle-only': { zh: '圈内而步行不到', en: 'in the circle, not on foot' },
  'side.walk-only': { zh: '步行可到而在圈外', en: 'on foot, not in the circle' },
  'severity.error': { zh: '错误', en: 'error' },
  'severity.warning': { zh: '提醒', en: 'warning' },
  'severity.info': { zh: '说明', en: 'note' },
  'by.age': { zh: '类别列', en: 'class column' },
  'by.permitted': { zh: '规划许可', en: 'permitted' },
  'by.completed': { zh: '竣工', en: 'completed' },
  'by.delivered': { zh: '交付', en: 'delivered' },
  'age.new': { zh: '新建', en: 'new' },
  'age.old': { zh: '老旧', en: 'old' },
  'age.neither': { zh: '早于新建起算日', en: 'before the start of new' },
  'age.unknown': { zh: '无法定类', en: 'unknown' },
  'other.level': { zh: '其他', en: 'other' },
} as const satisfies Readonly<Record<string, Words>>

export type ExportWord = keyof typeof exportWords

export const sayExport = (language: Language, key: ExportWord, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(exportWords[key][language], values)

/** The products as the screen offers them: what one gets and what it is for. */
export const productWords = {
  xlsx: { name: { zh: '整改清单和各表', en: 'List and tables' }, format: { zh: 'Excel / WPS 表格 · XLSX', en: 'Excel workbook · XLSX' }, what: { zh: '整改清单、条款汇总、各级单元表、数据字典、参数和问题，一个文件，可直接上报', en: 'the list, clauses, units by level, dictionary, parameters and problems in one file' } },
  gpkg: { name: { zh: '地图数据包', en: 'Map package' }, format: { zh: '用 QGIS 打开 · GeoPackage', en: 'for QGIS · GeoPackage' }, what: { zh: '单元、小区、设施、整改清单的图层和各表，中文列名，带单位，已配色', en: 'units, compounds, facilities and the list as layers, with their tables, names, units and colours' } },
  geojson: { name: { zh: '地图数据', en: 'Map data' }, format: { zh: '给程序用 · GeoJSON', en: 'for programs · GeoJSON' }, what: { zh: '同样的图层，一个文本文件，坐标为 WGS84', en: 'the same layers as one text file, WGS84' } },
  'csv-list': { name: { zh: '整改清单', en: 'Rectification list' }, format: { zh: '文本表格 · CSV', en: 'plain table · CSV' }, what: { zh: '每个未达标单元的每一条一行', en: 'a row for every unit and clause that is unmet' } },
  'csv-units': { name: { zh: '单元表', en: 'Units' }, format: { zh: '文本表格 · CSV', en: 'plain table · CSV' }, what: { zh: '每个单元在每一条下的判定、分子、分母和缺口', en: 'verdict, both halves and shortfall of every unit under every clause' } },
  'csv-clauses': { name: { zh: '条款汇总', en: 'Clauses' }, format: { zh: '文本表格 · CSV', en: 'plain table · CSV' }, what: { zh: '每条条款一行，比例的分子、分母都在', en: 'a row for every clause, with both halves of its ratio' } },
} as const satisfies Readonly<Record<string, Readonly<Record<'name' | 'format' | 'what', Words>>>>

/** The screen on which products are chosen. */
export const exportScreenWords = {
  button: { zh: '导出', en: 'Export' },
  title: { zh: '导出结果', en: 'Export results' },
  of: { zh: '{plan} · 数据日期 {date}', en: '{plan} · data date {date}' },
  extra: { zh: '带上台账原有的其他列', en: 'With the ledgers’ other columns' },
  extraNote: { zh: '姓名、身份证号、电话等列读入时就不保留，任何导出都没有', en: 'Names, identity and telephone numbers are never kept, so no file has them' },
  stamp: { zh: '每个文件都记着由什么算出、改没改过，可用命令 verify 核验', en: 'Every file tells what it was made from; the command verify says whether it was changed' },
  make: { zh: '导出', en: 'Export' },
  makeLabel: { zh: '导出{name}，{format}', en: 'Export {name}, {format}' },
  making: { zh: '正在生成{name}', en: 'Making {name}' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  done: { zh: '已生成：{file}', en: 'Made: {file}' },
  noResults: { zh: '还没有判定结果', en: 'Nothing has been judged yet' },
} as const satisfies Readonly<Record<string, Words>>

export const sayExportScreen = (language: Language, key: keyof typeof exportScreenWords, values: Readonly<Record<string, string | number>> = {}): string => fill(exportScreenWords[key][language], values)

/** Codes of a rectification item as they stand in a cell. */
const rectifyWords = {
  status: { open: { zh: '未开始', en: 'open' }, started: { zh: '整改中', en: 'started' }, done: { zh: '已完成', en: 'done' } },
  fault: { planning: { zh: '规划不到位', en: 'planning' }, provision: { zh: '配建不到位', en: 'provision' }, handover: { zh: '移交不到位', en: 'handover' }, use: { zh: '使用不到位', en: 'use' } },
  faultWhy: {
    'planned-no': { zh: '未同步规划', en: 'not planned' },
    'built-no': { zh: '未同步建设', en: 'not built' },
    'accepted-no': { zh: '未同步验收', en: 'not accepted' },
    'delivered-no': { zh: '未同步交付', en: 'not delivered' },
    'not-handed-over': { zh: '尚未移交', en: 'not handed over' },
    'facility-closed': { zh: '设施停用', en: 'the facility is closed' },
    'used-otherwise': { zh: '挪作他用', en: 'used otherwise' },
    'area-short': { zh: '配建面积不足', en: 'too little area' },
    'facility-building': { zh: '设施在建', en: 'the facility is under construction' },
    'land-unused': { zh: '用地未使用', en: 'land not used' },
    'none-planned': { zh: '未规划设施', en: 'none planned' },
  },
  ageBy: { age: { zh: '类别列', en: 'class column' }, permitted: { zh: '规划许可', en: 'permitted' }, completed: { zh: '竣工', en: 'completed' }, delivered: { zh: '交付', en: 'delivered' } },
  gate: { plan: { zh: '规划', en: 'plan' }, build: { zh: '建设', en: 'build' }, accept: { zh: '验收', en: 'accept' }, deliver: { zh: '交付', en: 'deliver' } },
  gateState: { done: { zh: '已做到', en: 'done' }, late: { zh: '迟于住宅', en: 'late' }, missing: { zh: '未做到', en: 'missing' }, 'not-yet': { zh: '未到', en: 'not yet' }, unsaid: { zh: '未填', en: 'unsaid' } },
  remedy: { build: { zh: '补建', en: 'build' }, pool: { zh: '整合配建', en: 'pool' }, acquire: { zh: '购置、租赁或利用闲置资产', en: 'acquire' }, convert: { zh: '改造现有设施', en: 'convert' }, reopen: { zh: '恢复运营', en: 'reopen' } },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Words>>>>

/** The word of a code; one without words shows itself. */
export function rectifyName(language: Language, group: keyof typeof rectifyWords, code: string): string {
  const words: Readonly<Record<string, Words>> = rectifyWords[group]
  return words[code]?.[language] ?? code
}
