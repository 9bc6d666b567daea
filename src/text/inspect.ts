/** Words of the report that `inspect` prints: the ledgers by name, and the lines. */
export const ledgerWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  areas: { zh: '行政单元名册', en: 'roster of areas' },
  compounds: { zh: '住宅小区台账', en: 'compounds' },
  facilities: { zh: '养老服务设施台账', en: 'facilities' },
  plots: { zh: '用地与备选点', en: 'plots' },
  people: { zh: '人口点', en: 'people' },
  facts: { zh: '统计项', en: 'stated figures' },
  roads: { zh: '步行路网', en: 'walk network' },
}

export const inspectWords = {
  zh: {
    noLedger: '没有认出是哪种台账',
    rows: '{in} 行 = 用 {used} + 留 {setAside} + 空 {blank}',
    header: '表头在第几行：',
    crs: '坐标系：',
    kept: '（原样保留）',
    personal: '（个人信息，不读取）',
    problems: '问题：',
  },
  en: {
    noLedger: 'not recognised as a ledger',
    rows: '{in} rows = {used} used + {setAside} set aside + {blank} blank',
    header: 'header rows',
    crs: 'coordinate system',
    kept: '(kept as it is)',
    personal: '(personal, not read)',
    problems: 'Problems:',
  },
} as const
