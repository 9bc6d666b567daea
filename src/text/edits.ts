/** What each kind of edit is called. */
import type { Language } from './say'

export const editNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'add-facility': { zh: '新增', en: 'add' },
  'move-facility': { zh: '移位', en: 'move' },
  'resize-facility': { zh: '改规模', en: 'resize' },
  'rekind-facility': { zh: '改类型、服务', en: 'change kind or services' },
  'close-facility': { zh: '停用', en: 'close' },
  'reopen-facility': { zh: '改为运营', en: 'set to operating' },
  'plot-to-facility': { zh: '建成设施', en: 'build on the plot' },
  serve: { zh: '改服务范围', en: 'change whom it serves' },
  'set-households': { zh: '改户数', en: 'change households' },
  'set-elders': { zh: '改老人数', en: 'change elders' },
  'set-pool': { zh: '改整合配建组', en: 'change the pool' },
  'set-rectification': { zh: '记整改进度', en: 'record rectification' },
  'open-gate': { zh: '开出入口', en: 'open a gate' },
  'close-gate': { zh: '关出入口', en: 'close a gate' },
  'add-link': { zh: '新增步道', en: 'add a path' },
  'close-street': { zh: '封闭路段', en: 'close a street' },
  kept: { zh: '本版不认识的修改，原样保留', en: 'unknown to this version, kept as it is' },
}

export const editName = (language: Language, type: string): string => editNames[type]?.[language] ?? type
