/** What is lacking, in words. */
import type { Lack } from '../indicators/data-lacking'
import { factItem } from '../tables/fact-items'
import { columnName, levelName } from '../text/keys'
import { formatNumber } from '../text/numbers'
import { say, type Language } from '../text/say'

/** With the numbers of blank cells and units. */
export function lackText(language: Language, lack: Lack): string {
  const name = lackName(language, lack)
  const of = 'of' in lack && lack.of > 0 ? { of: formatNumber(lack.of), blank: formatNumber(lack.blank) } : null
  if (lack.what === 'ledger') return lack.units === undefined ? name : say(language, 'lack.ledgerUnits', { name, n: formatNumber(lack.units) })
  if (lack.what === 'level' && lack.expected !== undefined) return say(language, 'lack.levelFewer', { level: levelName(language, lack.level), listed: formatNumber(lack.listed ?? 0), expected: formatNumber(lack.expected) })
  if (lack.what === 'item' && lack.more) return say(language, 'lack.itemMore', { name })
  if (of === null || lack.what === 'level') return name
  if (lack.what === 'column') return lack.blank === lack.of ? say(language, 'lack.columnAll', { name, ...of }) : say(language, 'lack.columnSome', { name, ...of })
  return lack.of === 1 ? name : say(language, 'lack.itemSome', { name, ...of, owners: say(language, `lack.owner.${lack.owner}`) })
}

/** The thing alone, for a list to choose from. */
export function lackName(language: Language, lack: Lack): string {
  switch (lack.what) {
    case 'ledger':
      return say(language, `import.ledger.${lack.ledger}`)
    case 'column':
      return say(language, 'lack.column', { ledger: say(language, `import.ledger.${lack.ledger}`), column: columnName(language, lack.column) })
    case 'level':
      return say(language, 'lack.level', { level: levelName(language, lack.level) })
    case 'item': {
      const item = factItem(lack.item)
      return say(language, 'lack.item', { item: language === 'zh' ? (item?.zh ?? lack.item) : (item?.meaning.en ?? lack.item) })
    }
  }
}
