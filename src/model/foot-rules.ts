/** Where people may walk, by the tags of a line: one table, read from the top; the first rule that fits decides. */
import type { OsmTags } from '../sources/osm-data'

export const leftOutReasons = ['not-a-street', 'not-open', 'no-foot', 'private', 'no-access', 'motorway', 'no-walkers', 'no-geometry', 'zero-length', 'nodes-missing', 'twice'] as const
export type LeftOut = (typeof leftOutReasons)[number]

export type FootRule = { readonly key: 'highway' | 'foot' | 'access' | 'motorroad'; readonly values: readonly string[]; readonly then: 'walk' | LeftOut }

const yes = ['yes', 'designated', 'permissive', 'official', 'destination', 'customers', 'public', 'true', '1', '是']
const no = ['no', 'none', 'use_sidepath', 'false', '0', '否']
/** Open to some only: an old person from outside is turned back. */
const restricted = ['private', 'residents', 'permit', 'delivery', 'agricultural', 'forestry', 'military', 'emergency', 'employees', 'restricted']

/**
 * Explicit words about walkers go before words about everybody, and those before what is usual for the kind of street.
 * Sidewalk tags are not asked: whether one is drawn says more about the mapper than about the street.
 * An area (a square, a platform) counts as its outline, which is a line like any other.
 */
export const footRules: readonly FootRule[] = [
  { key: 'highway', values: ['construction', 'proposed', 'planned', 'abandoned', 'disused', 'razed', 'demolished', 'no'], then: 'not-open' },
  { key: 'foot', values: no, then: 'no-foot' },
  { key: 'foot', values: restricted, then: 'private' },
  // Only where it is written out may a motorway bridge or a private lane be walked.
  { key: 'foot', values: yes, then: 'walk' },
  { key: 'highway', values: ['motorway', 'motorway_link'], then: 'motorway' },
  { key: 'motorroad', values: yes, then: 'motorway' },
  { key: 'highway', values: ['raceway', 'busway', 'bus_guideway', 'escape', 'via_ferrata', 'emergency_bay'], then: 'no-walkers' },
  { key: 'access', values: restricted, then: 'private' },
  { key: 'access', values: no, then: 'no-access' },
  { key: 'highway', values: ['footway', 'sidewalk', 'path', 'steps', 'pedestrian', 'corridor', 'elevator', 'platform', 'pier', 'living_street'], then: 'walk' },
  { key: 'highway', values: ['residential', 'service', 'unclassified', 'road', 'track', 'cycleway', 'bridleway'], then: 'walk' },
  { key: 'highway', values: ['tertiary', 'tertiary_link', 'secondary', 'secondary_link', 'primary', 'primary_link', 'trunk', 'trunk_link'], then: 'walk' },
]

/** 'walk', or why not. */
export function footRule(tags: OsmTags): 'walk' | LeftOut {
  const kind = kindOf(tags)
  if (kind === null) return 'not-a-street'
  for (const { key, values, then } of footRules) {
    const value = key === 'highway' ? kind : tags[key]?.toLowerCase()
    if (value !== undefined && values.includes(value)) return then
  }
  return 'not-a-street'
}

/** The highway value; platforms and piers are walked on without one. null: no street at all. */
export function kindOf({ highway, railway, public_transport, man_made }: OsmTags): string | null {
  if (highway !== undefined) return highway.toLowerCase()
  if (railway === 'platform' || public_transport === 'platform') return 'platform'
  return man_made === 'pier' ? 'pier' : null
}

/** Streets for walkers alone: a crossing on one of them is a crossing of traffic; on a carriageway it is merely passed by. */
export const walkersOnly: ReadonlySet<string> = new Set(['footway', 'sidewalk', 'path', 'steps', 'pedestrian', 'cycleway', 'bridleway'])

/** What stands across a way, at one of its nodes. */
export const barrierRules = [
  { values: ['wall', 'fence', 'hedge', 'city_wall', 'retaining_wall', 'ditch'], then: 'stops' },
  { values: ['gate', 'lift_gate', 'swing_gate', 'sliding_gate', 'kissing_gate', 'wicket_gate', 'hampshire_gate', 'turnstile', 'full-height_turnstile', 'sally_port', 'entrance', 'chain', 'yes'], then: 'opens' },
] as const

export type Barrier = 'open-gate' | 'closed-gate' | 'wall' | null

/** What a node is to a walker; null: nothing, or a thing that one walks around or steps over (bollard, kerb, block …). */
export function barrierOf(tags: OsmTags): Barrier {
  const barrier = tags.barrier
  if (barrier === undefined || barrier === 'no') return null
  const foot = tags.foot?.toLowerCase() ?? ''
  const kind = barrierRules.find(({ values }) => (values as readonly string[]).includes(barrier))?.then
  if (yes.includes(foot)) return kind === 'opens' ? 'open-gate' : null
  const shut = no.includes(foot) || restricted.includes(foot)
  if (kind === 'stops') return 'wall'
  if (kind !== 'opens') return shut ? 'closed-gate' : null
  const access = tags.access?.toLowerCase() ?? ''
  return shut || restricted.includes(access) || no.includes(access) || yes.includes(tags.locked?.toLowerCase() ?? '') ? 'closed-gate' : 'open-gate'
}

/**
 * What the classes of Chinese road sheets and of download pages' shapefiles are in OSM's words.
 * 快速路: a city expressway, whose main carriageway is closed to walkers. A word that is not here is a street that may be walked.
 */
const classWords: readonly (readonly [string, readonly string[]])[] = [
  ['motorway', ['高速公路', '高速', '高速路', '快速路', '城市快速路', '高架快速路', '国家高速', '省级高速', 'expressway', 'freeway']],
  ['motorway_link', ['高速匝道', '快速路匝道', '互通匝道']],
  ['trunk', ['国道', '一级公路']],
  ['primary', ['主干路', '主干道', '城市主干路', '省道', '二级公路']],
  ['secondary', ['次干路', '次干道', '城市次干路', '县道', '三级公路']],
  ['tertiary', ['支路', '城市支路', '乡道', '四级公路']],
  ['unclassified', ['村道', '等外公路', '农村公路']],
  ['residential', ['街坊路', '居住区道路', '巷道', '街巷', '胡同', '里弄']],
  ['service', ['小区道路', '小区路', '内部道路', '内部路', '通道']],
  ['track', ['机耕路', '机耕道', '田间道', 'track_grade1', 'track_grade2', 'track_grade3', 'track_grade4', 'track_grade5']],
  ['footway', ['人行道', '人行道路', '步行道', '步道', '健身步道', '游步道', '绿道', '人行天桥', '人行过街天桥', '人行地道', '地下通道', '过街通道', '人行横道']],
  ['pedestrian', ['步行街']],
  ['steps', ['台阶', '梯道', '踏步', '石阶']],
  ['path', ['小路', '小径', '山路', '便道']],
  ['cycleway', ['自行车道', '非机动车道']],
  ['construction', ['在建', '在建道路', '施工中']],
  ['planned', ['规划', '规划道路', '规划路']],
  ['railway', ['铁路', '地铁', '轻轨', '轨道交通', '河流', '水系']],
]
const osmOfClass = new Map(classWords.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)))
const osmKinds = new Set(footRules.flatMap(({ key, values }) => (key === 'highway' ? values : [])))

/** The highway value of a class that a sheet writes. */
export function highwayOf(written: string): string {
  const word = written.trim().toLowerCase()
  return osmOfClass.get(word) ?? (osmKinds.has(word) ? word : 'road')
}
