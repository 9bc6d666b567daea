/** Names of the options and of their choices. Keys of choices are the values as text. */

export type OptionWords = { readonly label: { readonly zh: string; readonly en: string }; readonly why: string; readonly choices: Readonly<Record<string, { readonly zh: string; readonly en: string }>> }

export const optionWords: Readonly<Record<string, OptionWords>> = {
  coverage: {
    label: { zh: '覆盖口径', en: 'what 覆盖 / 建有 counts' },
    why: 'official counts divide the units that have a facility by all units; reach belongs to the circle clauses',
    choices: {
      'located': { zh: '建有(单元内有设施)', en: 'located: a facility stands in the unit' },
      'served': { zh: '服务到(台账写明服务该单元)', en: 'served: the ledger names the unit among those a facility serves' },
      'reached': { zh: '可达(人口在距离内)', en: 'reached: people of the unit within the distance' },
    },
  },
  placeBy: {
    label: { zh: '设施属于哪个单元', en: 'which unit a facility stands in, where its area column and its point disagree' },
    why: 'the ledger is what the office answers for; the facilities whose point lies elsewhere are listed',
    choices: {
      'column': { zh: '所属单元列;该列未写到本级时按坐标', en: 'the area column; the point where the column names no unit of the level' },
      'point': { zh: '坐标;无坐标时按所属单元列', en: 'the point; the column where there is no point in a unit' },
    },
  },
  crossTier: {
    label: { zh: '上级设施可否兼计', en: 'does a facility of a higher tier also count for the unit it stands in' },
    why: 'the text sets a target for each tier; one building must not meet two targets unless the user says so',
    choices: {
      'separate': { zh: '不兼计', en: 'no: each tier needs its own facility' },
      'also-counts': { zh: '兼计', en: 'yes: it also counts for the lower unit it stands in' },
    },
  },
  stages: {
    label: { zh: '计入的设施状态', en: 'which facility stages count' },
    why: '在建, 拟建 and 停用 are not 建有',
    choices: {
      'operating': { zh: '仅运营', en: 'operating only' },
      'operating-and-building': { zh: '运营和在建', en: 'operating and under construction' },
    },
  },
  urbanCommunity: {
    label: { zh: '城市社区的认定', en: 'which units are 城市社区' },
    why: 'works without codes or classes; the counts under the other readings are shown beside it',
    choices: {
      'level': { zh: '名册级别为社区', en: 'roster level is community' },
      'committee-code': { zh: '居委会(代码后三位 001–199)', en: 'last three digits of the 12-digit code 001-199' },
      'class-11x': { zh: '城乡分类 111、112', en: 'urban-rural class 111 or 112' },
      'class-1xx': { zh: '城乡分类 1xx(含镇区)', en: 'urban-rural class 1xx, town centres included' },
    },
  },
  ruralVillage: {
    label: { zh: '村(农村社区)的认定', en: 'which units are 村 / 农村社区' },
    why: 'works without codes or classes; villages coded 111-121 are common',
    choices: {
      'level': { zh: '名册级别为村', en: 'roster level is village' },
      'committee-code': { zh: '村委会(代码后三位 200–399)', en: 'last three digits of the 12-digit code 200-399' },
      'class-2xx': { zh: '城乡分类 210、220', en: 'urban-rural class 210 or 220' },
    },
  },
  townshipUnits: {
    label: { zh: '乡(镇)的认定', en: 'which units are 乡镇' },
    why: 'the sentence says 乡(镇)',
    choices: {
      'towns-and-townships': { zh: '镇、乡', en: 'towns and townships' },
      'plus-rural-subdistricts': { zh: '镇、乡和涉农街道', en: 'also subdistricts that have villages' },
    },
  },
  functionalZones: {
    label: { zh: '功能区(如经开区)是否作为一个县级单元', en: 'are functional zones such as an economic development zone a county-level unit' },
    why: 'the plan makes the zone responsible for every following task (以下均需…曲靖经开区…负责组织落实); such a zone has no code of its own',
    choices: {
      'included': { zh: '计入', en: 'included' },
      'excluded': { zh: '不计入', en: 'excluded' },
    },
  },
  households: {
    label: { zh: '户数口径', en: 'which households' },
    why: 'the norm is a planning condition; where the chosen count is blank the unit is no-data, never another count in silence',
    choices: {
      'planned': { zh: '规划户数', en: 'planned' },
      'built': { zh: '已建户数', en: 'built' },
      'occupied': { zh: '入住户数', en: 'occupied' },
      'registered': { zh: '户籍户数', en: 'registered' },
    },
  },
  perHundred: {
    label: { zh: '不足百户', en: 'part of a hundred households' },
    why: 'the text gives a rate and no rounding rule',
    choices: {
      'pro-rata': { zh: '按比例', en: 'pro rata' },
      'whole-hundreds': { zh: '进位到整百户', en: 'rounded up to whole hundreds' },
    },
  },
  singleSiteMinimum: {
    label: { zh: '单处最小面积', en: 'smallest single site that counts, m2' },
    why: 'the text has none; other provinces ask 350 m2',
    choices: {
      'null': { zh: '无', en: 'none' },
      '350': { zh: '350平方米', en: '350 m2 (a rule of other provinces)' },
    },
  },
  ageClass: {
    label: { zh: '新建、老旧的划分', en: 'how a compound is classed as new or old' },
    why: 'the text names two classes and leaves a gap between them: an unclassed compound is 未定类, undecided, never guessed',
    choices: {
      'ledger': { zh: '台账类别;空白者:不早于新建起算日的为新建,其余未定类', en: 'the ledger class; where blank, new if not before the start date, otherwise unclassed' },
      'built-2000': { zh: '2000年底前建成为老旧', en: 'old if built by 2000-12-31; new from the start date; between them unclassed' },
      'before-start': { zh: '新建起算日之前一律为老旧', en: 'old if before the start date' },
    },
  },
  newSince: {
    label: { zh: '新建起算日', en: 'from which day a compound is 新建' },
    why: 'the only year the paragraph names for 新建 is 2018',
    choices: {
      '2018-01-01': { zh: '2018年以来', en: 'since 2018, the line of the rectification sentence' },
      '2023-01-16': { zh: '文件印发之日', en: 'since the document was issued' },
    },
  },
  ageDate: {
    label: { zh: '年代依据', en: 'which date tells the age' },
    why: 'permitted <= completed <= delivered; where the chosen date is blank another may only be used when this order decides the class, otherwise the unit is unclassed',
    choices: {
      'completed': { zh: '竣工日期', en: 'completed' },
      'permitted': { zh: '规划许可日期', en: 'permitted' },
      'delivered': { zh: '交付日期', en: 'delivered' },
    },
  },
  pooling: {
    label: { zh: '整合配建的计法', en: 'how pooled provision counts' },
    why: 'the plan allows pooled provision; the same m2 is never counted twice; a group of new and old compounds has the household-weighted norm',
    choices: {
      'pooled': { zh: '组内合计面积÷合计户数', en: 'pooled: sum of area over sum of households of the group' },
      'inside': { zh: '只计小区内', en: 'only area inside the compound' },
      'allocated': { zh: '按户数分摊', en: 'shared area allotted by households' },
    },
  },
  poolRadius: {
    label: { zh: '整合配建的最远距离', en: 'largest distance from a member to a shared site, m' },
    why: 'the text gives no distance; a distance needs coordinates',
    choices: {
      'null': { zh: '不设', en: 'none' },
      '300': { zh: '300米', en: '300 m' },
      '500': { zh: '500米', en: '500 m' },
      '1000': { zh: '1000米', en: '1000 m' },
    },
  },
  poolScope: {
    label: { zh: '整合配建的适用范围', en: 'where pooling is allowed' },
    why: 'the cited measure is for 中心城区; its text is not at hand, so groups elsewhere are counted and marked',
    choices: {
      'as-marked': { zh: '台账标明的各组', en: 'every group that the ledger marks' },
      'central-city-only': { zh: '仅中心城区', en: 'only in the central city (units the study lists)' },
    },
  },
  areaMeasure: {
    label: { zh: '面积口径', en: 'which area' },
    why: 'planning norms are gross floor area unless they say otherwise',
    choices: {
      'floor': { zh: '建筑面积', en: 'gross floor area' },
      'usable': { zh: '使用面积', en: 'usable area' },
    },
  },
  areaFrom: {
    label: { zh: '已配面积取自', en: 'where the provided area comes from' },
    why: 'scenario edits add or subtract their own area under both; a difference between the two is reported',
    choices: {
      'stated': { zh: '小区台账的已配面积;空白者取设施台账', en: 'the stated area of the compound ledger; where blank the facility ledger' },
      'facilities': { zh: '设施台账合计', en: 'sum of the facilities that serve the compound' },
    },
  },
  areaKinds: {
    label: { zh: '计入的设施种类', en: 'which facilities count as provided' },
    why: '配建 means community facilities',
    choices: {
      'community': { zh: '社区养老服务设施', en: 'community facilities (STREET, COMM, VILLAGE, MEAL)' },
      'with-institutions': { zh: '另计养老机构', en: 'also institutions (INST)' },
    },
  },
  leasedArea: {
    label: { zh: '租赁用房', en: 'leased rooms' },
    why: 'the text speaks of provision, not of title; leased area is listed apart',
    choices: {
      'counts': { zh: '计入', en: 'count' },
      'does-not-count': { zh: '不计入', en: 'do not count' },
    },
  },
  handover: {
    label: { zh: '未移交面积', en: 'area not yet handed over' },
    why: 'delivery is judged by the four-step clause, not by the area clause',
    choices: {
      'counts': { zh: '计入并标明', en: 'counts, and is marked' },
      'does-not-count': { zh: '不计入', en: 'does not count' },
    },
  },
  landPopulation: {
    label: { zh: '人均用地的人口', en: 'whose 0.1 m2' },
    why: '人均 in a territorial plan is per inhabitant',
    choices: {
      'residents': { zh: '常住人口', en: 'permanent residents' },
      'planned': { zh: '规划人口', en: 'planned population' },
      'registered': { zh: '户籍人口', en: 'registered population' },
      'elders60': { zh: '60岁以上老年人(仅供参考)', en: 'elders 60+, information only' },
    },
  },
  landMeasure: {
    label: { zh: '用地的计法', en: '0.1 m2 of what' },
    why: 'a facility without its own plot is shown as 无独立用地; no land is invented for it',
    choices: {
      'plots': { zh: '独立用地', en: 'independent plots' },
      'plots-and-shared': { zh: '独立用地加合建分摊用地', en: 'plots and stated land shares of co-located facilities' },
      'floor': { zh: '建筑面积(对照)', en: 'floor area, for comparison' },
    },
  },
  landStatus: {
    label: { zh: '计入的用地', en: 'which plots' },
    why: 'the sentence is a rule for plan-making',
    choices: {
      'planned-and-existing': { zh: '现状和规划', en: 'existing and planned' },
      'existing': { zh: '仅现状', en: 'existing only' },
    },
  },
  reachModel: {
    label: { zh: '距离模型', en: 'distance model' },
    why: 'the text names no mode and no distance; both are shown side by side with their disagreements',
    choices: {
      'circle': { zh: '规范距离圈', en: 'legal circle: geodesic distance' },
      'walk': { zh: '老年步行圈', en: 'elder walk on the network' },
    },
  },
  circleMetres: {
    label: { zh: '15分钟的规范距离', en: 'metres of the 15-minute circle' },
    why: 'the standard says 800-1000 m',
    choices: {
      '1000': { zh: '1000米', en: '1000 m' },
      '800': { zh: '800米', en: '800 m' },
    },
  },
  walkSpeed: {
    label: { zh: '老年步速(米/秒)', en: 'elder walking speed, m/s' },
    why: 'a cautious elder: 480 m in 10 minutes, 720 m in 15',
    choices: {
      '0.8': { zh: '0.8', en: '0.8' },
      '0.64': { zh: '0.64', en: '0.64' },
      '1': { zh: '1.0', en: '1.0' },
      '1.2': { zh: '1.2', en: '1.2' },
    },
  },
  crossingDelay: {
    label: { zh: '每次过街等候', en: 'waiting at each crossing' },
    why: 'off unless wanted: the documents name no waiting; it counts for the metres that could be walked meanwhile',
    choices: {
      '0': { zh: '不计', en: 'not counted' },
      '15': { zh: '15 秒', en: '15 s' },
      '30': { zh: '30 秒', en: '30 s' },
      '60': { zh: '60 秒', en: '60 s' },
    },
  },
  stepsPenalty: {
    label: { zh: '台阶折算', en: 'one metre of steps counts as' },
    why: 'off unless wanted: no factor for elders on steps is established',
    choices: {
      '1': { zh: '不折算', en: '1 m of level way' },
      '1.5': { zh: '1 米按 1.5 米', en: '1.5 m of level way' },
      '2': { zh: '1 米按 2 米', en: '2 m of level way' },
      '3': { zh: '1 米按 3 米', en: '3 m of level way' },
    },
  },
  joinCrossings: {
    label: { zh: '线状道路相交处', en: 'where drawn lines cross without a shared point' },
    why: 'a line over another may be a bridge: without a shared point they do not meet',
    choices: {
      'no': { zh: '没有共同的点，不相通', en: 'they do not meet' },
      'yes': { zh: '都当作相通', en: 'they meet' },
    },
  },
  reachPeople: {
    label: { zh: '数谁', en: 'who is counted' },
    why: 'the service is for elders; where elder counts are missing households or residents may be chosen and the figure says so',
    choices: {
      'elders60': { zh: '60岁以上', en: '60+' },
      'elders65': { zh: '65岁以上', en: '65+' },
      'elders80': { zh: '80岁以上', en: '80+' },
      'residents': { zh: '常住人口', en: 'residents' },
      'households': { zh: '户', en: 'households' },
    },
  },
  reachUnit: {
    label: { zh: '单元算不算在圈内', en: 'when a unit is in the circle' },
    why: 'verdicts are made at points; areas of polygons are never counted',
    choices: {
      'people': { zh: '按人口比例', en: 'share of its people' },
      'unit-point': { zh: '单元中心点', en: 'its own point' },
      'any-point': { zh: '任一人口点', en: 'any of its points' },
      'half-of-people': { zh: '半数以上人口', en: 'half of its people or more' },
      'all-points': { zh: '全部人口点', en: 'all of its points' },
    },
  },
  reachScope: {
    label: { zh: '圈的范围', en: 'where the circle is asked for' },
    why: 'a walking circle is the wrong tool for scattered villages; they are reported apart without a verdict',
    choices: {
      'urban': { zh: '城镇', en: 'urban units' },
      'whole': { zh: '全域', en: 'the whole place' },
    },
  },
  passShare: {
    label: { zh: '达标比例', en: 'share that passes' },
    why: 'the document gives no share; a chosen share is printed as the user’s own',
    choices: {
      'null': { zh: '不设(只报数值)', en: 'none: report only' },
      '1': { zh: '100%', en: '100 %' },
      '0.9': { zh: '90%', en: '90 %' },
      '0.85': { zh: '85%', en: '85 %' },
    },
  },
  circleKinds: {
    label: { zh: '计入圈的设施', en: 'facilities that make the circle' },
    why: 'the sentence is about the home-care service circle',
    choices: {
      'centres': { zh: '居家养老服务中心(站)', en: 'home-care centres and stations (STREET, COMM)' },
      'all-care': { zh: '各类养老服务设施', en: 'every care facility' },
    },
  },
  elderAge: {
    label: { zh: '老年人年龄', en: 'age of an elder' },
    why: '60+ by law; health tasks say 65',
    choices: {
      '60': { zh: '60岁以上', en: '60+' },
      '65': { zh: '65岁以上', en: '65+' },
    },
  },
  elderBase: {
    label: { zh: '老年人口口径', en: 'which elders' },
    why: 'resident counts match the roster',
    choices: {
      'resident': { zh: '常住', en: 'resident' },
      'registered': { zh: '户籍', en: 'registered' },
    },
  },
  bedsCounted: {
    label: { zh: '计入的床位', en: 'which beds' },
    why: 'community and home beds need bed-type columns; never mixed in silence',
    choices: {
      'institutions': { zh: '机构床位', en: 'institution beds' },
      'plus-day-care': { zh: '加社区日托、全托床位', en: 'plus community beds' },
      'plus-home-beds': { zh: '再加家庭养老床位', en: 'plus home beds' },
    },
  },
  figureSource: {
    label: { zh: '数据取自', en: 'where the figure comes from' },
    why: 'traceable and live; where both exist they are shown together and a difference is reported',
    choices: {
      'ledger': { zh: '台账能算则用台账,否则用统计项', en: 'the ledger where it can answer, otherwise the stated figure' },
      'stated': { zh: '统计项', en: 'the stated figure; scenario edits add their own change' },
    },
  },
  impliedFull: {
    label: { zh: '文中未写比例的普遍要求', en: 'a duty towards every member of a group, without a number' },
    why: 'the sentence orders the thing for each member of a defined group',
    choices: {
      'all': { zh: '按100%判定', en: 'judged as 100 %' },
      'no-threshold': { zh: '只报数值', en: 'reported only' },
    },
  },
  basicallyShare: {
    label: { zh: '“基本实现”的比例', en: 'share that 基本 asks for' },
    why: '基本 is a soft word without a number: the full figure is judged and shown as aspirational',
    choices: {
      '1': { zh: '100%', en: '100 %' },
      '0.95': { zh: '95%', en: '95 %' },
      '0.9': { zh: '90%', en: '90 %' },
    },
  },
  beforeYear: {
    label: { zh: '“2025年前”的截止日', en: 'last day of 2025年前' },
    why: 'literally before 2025; the same document says 2025年底 where it means the end',
    choices: {
      '2024-12-31': { zh: '2024年12月31日', en: '2024-12-31: before the year begins' },
      '2025-12-31': { zh: '2025年12月31日', en: '2025-12-31: by the end of the year' },
      'null': { zh: '不适用该期限', en: 'this date does not govern the sentence' },
    },
  },
  undatedDeadline: {
    label: { zh: '句中无期限', en: 'a sentence without a date of its own' },
    why: 'only the aims of the document name a year',
    choices: {
      'none': { zh: '无期限', en: 'no deadline' },
      'plan-horizon': { zh: '文件目标年', en: 'the horizon of the document' },
      'neighbouring-sentence': { zh: '邻句的期限', en: 'the date of the sentence beside it' },
    },
  },
  servicesRequired: {
    label: { zh: '服务项数要求', en: 'how many services are asked for' },
    why: 'the sentence lists services and sets no number for one facility',
    choices: {
      'null': { zh: '不设(只报数值)', en: 'none: report only' },
      '5': { zh: '5项', en: '5' },
      '10': { zh: '10项', en: '10' },
    },
  },
  serviceUnit: {
    label: { zh: '服务项目按什么统计', en: 'services are counted per' },
    why: 'services may be split among the facilities of a community',
    choices: {
      'community': { zh: '社区(合并其设施)', en: 'community: union of its facilities' },
      'facility': { zh: '设施', en: 'facility' },
      'subdistrict': { zh: '街道', en: 'subdistrict' },
    },
  },
  tierBy: {
    label: { zh: '三级网络按什么检查', en: 'networks are checked' },
    why: 'a network with a missing tier in one county is not a network there',
    choices: {
      'each': { zh: '逐个县(市、区)', en: 'in each county-level unit' },
      'whole': { zh: '全市(全省)合并', en: 'once for the whole place' },
    },
  },
  fundYear: {
    label: { zh: '资金年度', en: 'which year of funds' },
    why: 'a share of a year is judged when the year is over; every year is listed',
    choices: {
      'latest-complete': { zh: '数据日期前最近的完整年度', en: 'the latest complete year before the data date' },
      'every-year': { zh: '每个年度', en: 'every year since the document' },
    },
  },
  trendBase: {
    label: { zh: '比较的基期', en: 'earlier figure of a trend' },
    why: 'the sentence names no base year',
    choices: {
      'earliest': { zh: '文件印发前最早的一期', en: 'the earliest figure given' },
      'previous': { zh: '上一期', en: 'the previous figure' },
      'before-document': { zh: '文件印发前一年', en: 'the last year before the document' },
    },
  },
  disabilityRate: {
    label: { zh: '“失能发生率”的算法', en: 'what 失能发生率 is' },
    why: 'the word says incidence, ledgers hold prevalence; the figure names which it is',
    choices: {
      'prevalence': { zh: '失能人数÷人数', en: 'prevalence: disabled persons over persons' },
      'incidence': { zh: '当年新发÷人数', en: 'incidence: newly disabled in the year over persons' },
    },
  },
  subsidyAge: {
    label: { zh: '“80周岁及以上”管到哪里', en: 'how far 80周岁及以上 reaches' },
    why: 'the age stands before both nouns',
    choices: {
      'both-80': { zh: '低保对象和分散供养特困对象都须满80', en: 'both groups 80+' },
      'dibao-80-only': { zh: '只限低保对象', en: 'only the dibao group 80+' },
    },
  },
  countyInstitution: {
    label: { zh: '“失能特困专业照护为主”的认定', en: 'which institutions qualify' },
    why: 'the focus on disabled 特困 persons is the point of the clause; an unmarked institution is no-data, not a pass',
    choices: {
      'flagged': { zh: '须有标注', en: 'must be marked as such' },
      'kind-only': { zh: '县级特困供养机构即可', en: 'any county-level institution' },
    },
  },
  syncCompounds: {
    label: { zh: '“四同步”的适用对象', en: 'compounds judged' },
    why: 'the sentence names old compounds too; for them the steps are those of the renewal project',
    choices: {
      'as-written': { zh: '新建城区、新建小区和老旧小区', en: 'new areas, new compounds and old compounds, as written' },
      'new-only': { zh: '仅新建', en: 'new only' },
    },
  },
  ruleThen: {
    label: { zh: '整改按哪个标准', en: 'norm for the rectification' },
    why: '按规定 may mean the rule at the time of permission; its number is not in the text',
    choices: {
      'current-norm': { zh: '本方案标准', en: 'the norm of this plan' },
      'ledger-required': { zh: '台账的应配面积', en: 'the required area the ledger states' },
    },
  },
  lateRectification: {
    label: { zh: '逾期完成的整改', en: 'mended after the deadline' },
    why: 'the shortfall is gone; the delay is shown',
    choices: {
      'met-late': { zh: '达标并注明逾期', en: 'met, marked late' },
      'unmet': { zh: '未达标', en: 'unmet' },
    },
  },
  rounding: {
    label: { zh: '分配金额的取整', en: 'rounding of allotted money' },
    why: 'the formula has no rounding rule; largest remainders, so that the sum stays the total',
    choices: {
      'yuan': { zh: '元', en: '1 yuan' },
      'fen': { zh: '分', en: '0.01 yuan' },
      'wan-yuan': { zh: '万元', en: '10 000 yuan' },
    },
  },
  reportWindow: {
    label: { zh: '“上旬”管到哪几个月', en: 'months that 上旬 governs' },
    why: 'the words stand after the list',
    choices: {
      'all-three': { zh: '三个月都是上旬', en: 'days 1-10 of all three months' },
      'last-only': { zh: '仅最后一个月', en: 'only the last month; whole months before' },
    },
  },
  dayCareService: {
    label: { zh: '“居家养老和社区日间照料服务”', en: 'one service or both' },
    why: 'the ledger of that time has one column; both needs the services column',
    choices: {
      'any': { zh: '有其一即可', en: 'either' },
      'both': { zh: '两项都要', en: 'both' },
    },
  },
  countyScope: {
    label: { zh: '是否每个县都要', en: 'is every county asked for' },
    why: 'the project is called 普及 (in every county); but the same section builds 100, fewer than there are counties',
    choices: {
      'every-county': { zh: '每个县级单元', en: 'every county-level unit' },
      'where-built': { zh: '只看已建的', en: 'only where one exists' },
    },
  },
  jobsBase: {
    label: { zh: '“新增”从何时算', en: 'new since' },
    why: 'the aims are those of the five-year plan',
    choices: {
      '2011': { zh: '2011年起(“十二五”)', en: 'since 2011, the five-year plan' },
      '2012-07': { zh: '2012年7月起(活动启动)', en: 'since the activity began' },
    },
  },
  minScaleM2: {
    label: { zh: '“一定规模”', en: 'smallest centre, m2' },
    why: 'the text says 具有一定规模 and gives no number',
    choices: {
      'null': { zh: '不设', en: 'none' },
      '1000': { zh: '1000平方米', en: '1000 m2 (a rule of other places)' },
    },
  },
  builtAreaNorm: {
    label: { zh: '已建成居住区的配建标准', en: 'norm for built areas, m2 per 100 households' },
    why: 'the norm stands in another document',
    choices: {
      'null': { zh: '不设(只报数值)', en: 'none: report only' },
      '15': { zh: '15', en: '15' },
      '20': { zh: '20', en: '20' },
    },
  },
  tekunCareBase: {
    label: { zh: '失能特困人员的分母', en: 'which disabled 特困 persons' },
    why: 'the sentence has no condition of willingness',
    choices: {
      'all': { zh: '全部失能特困人员', en: 'all' },
      'willing': { zh: '有集中照护意愿的', en: 'those willing' },
    },
  },
  consentBase: {
    label: { zh: '改造的分母', en: 'which homes' },
    why: 'the sentence asks for the consent of owner and neighbours first',
    choices: {
      'consented': { zh: '已征得同意的', en: 'those with consent' },
      'eligible': { zh: '全部符合条件的', en: 'all eligible' },
    },
  },
  medCareUnit: {
    label: { zh: '“基层”的单元', en: 'unit of 基层医养结合' },
    why: 'the item of the section is the community; the text does not say',
    choices: {
      'community': { zh: '社区', en: 'community' },
      'subdistrict': { zh: '街道', en: 'subdistrict' },
      'health-centre': { zh: '社区卫生服务中心(站)', en: 'community health centre or station' },
    },
  },
  smallBuilding: {
    label: { zh: '1000平方米限谁', en: 'what the 1000 m2 limits' },
    why: 'the measure stands before both nouns',
    choices: {
      'both': { zh: '独栋建筑和部分楼层', en: 'stand-alone buildings and parts of floors' },
      'stand-alone-only': { zh: '仅独栋建筑', en: 'stand-alone buildings only' },
    },
  },
  facilityBreadth: {
    label: { zh: '“养老服务设施”的范围', en: 'which facilities count' },
    why: 'official counts of coverage use the centre or station of the tier',
    choices: {
      'named-tier': { zh: '本级养老服务中心(站)', en: 'the centre or station of that tier' },
      'any-care': { zh: '各类养老服务设施', en: 'any care facility in the unit' },
    },
  },
}
