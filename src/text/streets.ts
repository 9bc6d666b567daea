/** Words for the report of a walk network. */

/** Why a line is not walked, by the reasons of model/foot-rules.ts. */
export const leftOutWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'not-a-street': { zh: '不是道路（河流、铁路、建筑等）', en: 'no street (a river, a railway, a building …)' },
  'not-open': { zh: '在建、规划或已废弃', en: 'being built, planned or abandoned' },
  'no-foot': { zh: '禁止步行', en: 'walking is forbidden' },
  private: { zh: '内部道路，外人不得进入', en: 'private' },
  'no-access': { zh: '禁止通行', en: 'closed to everybody' },
  motorway: { zh: '高速公路、快速路或其匝道', en: 'a motorway or a road for motors only' },
  'no-walkers': { zh: '公交专用道、赛道等，不能步行', en: 'a bus track, a race track: nothing for walkers' },
  'no-geometry': { zh: '没有图形，或图形读不出来', en: 'no shape, or one that cannot be read' },
  'zero-length': { zh: '没有长度', en: 'no length' },
  'nodes-missing': { zh: '文件里缺它的节点', en: 'the file lacks its nodes' },
  twice: { zh: '另一个文件里已有', en: 'in another file already' },
}

/** Why a way is cut at a place. */
export const cutWords: Readonly<Record<'wall' | 'closed-gate', { readonly zh: string; readonly en: string }>> = {
  wall: { zh: '围墙或栅栏', en: 'a wall or a fence' },
  'closed-gate': { zh: '不开放的门', en: 'a gate that is not open' },
}
