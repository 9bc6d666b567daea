/** More words of the workshop: what a facility is worth, the editors, the palette, the presenter's bar. plans.ts joins them to the others. */
export const planToolWords = {
  // what every facility is worth
  'worth.ledger': { zh: '台账', en: 'Ledger' },
  'worth.show': { zh: '停用影响', en: 'If it closed' },
  'worth.view': { zh: '表里列什么', en: 'What the table lists' },
  'worth.alone': { zh: '{metres} 米内只有它（60 岁以上）', en: 'It alone within {metres} m (60+)' },
  'worth.units': { zh: '不再达标的单元', en: 'Units no longer met' },
  'worth.elders': { zh: '这些单元的 60 岁以上', en: 'Aged 60+ in those units' },
  'worth.clauses': { zh: '不再达标的条款', en: 'Clauses no longer met' },
  'worth.care': { zh: '增加的用房缺口', en: 'Care area shortfall added' },
  'worth.progress': { zh: '逐处试停用，已算 {done} / {of}', en: 'Trying each closed: {done} of {of}' },
  'worth.done': { zh: '已逐处试停用 {of} 处运营设施', en: 'All {of} operating facilities tried closed' },
  'worth.stopped': { zh: '已停下，算了 {done} / {of}', en: 'Stopped at {done} of {of}' },
  'worth.stop': { zh: '停下', en: 'Stop' },
  'worth.goOn': { zh: '接着算', en: 'Go on' },
  'worth.notRunning': { zh: '不在运营', en: 'not operating' },
  'worth.unknownToo': { zh: '{known}，另有 {n} 个单元未知', en: '{known}, {n} more units unknown' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
