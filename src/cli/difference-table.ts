/** A difference as a table for a terminal: clauses that differ with the units that they gain and lose, facilities, totals. */
import { clauseFigure, shortfallUnits } from '../indicators/clause-figure'
import { isEmpty, type ClauseDifference, type Difference, type UnitDifference } from '../indicators/difference/difference'
import type { FacilityChange } from '../indicators/difference/difference-facilities'
import type { PeopleOfUnits } from '../indicators/difference/difference-people'
import type { Result } from '../indicators/result'
import type { Clause, Pack } from '../policy/clause'
import { differenceWords } from '../text/cli'
import { kindName, levelName, stageName, valueName } from '../text/keys'
import { formatMeasure, formatNumber } from '../text/numbers'
import { say } from '../text/say'
import { columns, plain, type Cell } from './columns'
import { nameWidth, signs, titleWidth } from './result-table'

const word = (key: keyof typeof differenceWords): string => differenceWords[key].zh

export function differenceTable(packs: readonly Pack[], difference: Difference, before: readonly Result[], after: readonly Result[]): string {
  if (isEmpty(difference)) return `${word('nothing')}\n`
  const blocks = packs.flatMap((pack) => {
    const clauses = difference.clauses.filter(({ policy }) => policy === pack.id)
    if (clauses.length === 0) return []
    const resultOf = (results: readonly Result[], { clause }: ClauseDifference) => results.find((result) => result.policy === pack.id && result.clause === clause)
    const rows = columns(clauses.map((each) => clauseRow(each, pack.clauses.find(({ id }) => id === each.clause), resultOf(before, each), resultOf(after, each))))
    return [[`《${plain(pack.document.title, nameWidth)}》`, ...clauses.flatMap((each, at) => [rows[at]!, ...unitLine('units-gained', each.gained, each.gainedPeople), ...unitLine('units-lost', each.lost, each.lostPeople), ...otherLine(each)])]]
  })
  if (difference.facilities.length > 0) blocks.push([word('facilities'), ...columns(difference.facilities.map(facilityRow))])
  return `${[...blocks, [word('totals'), ...totalLines(difference)]].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function clauseRow({ clause, change }: ClauseDifference, of: Clause | undefined, before: Result | undefined, after: Result | undefined): readonly Cell[] {
  const shortfall = change.shortfall === null || change.shortfall === 0 ? '' : `${word('shortfall')} ${change.shortfall > 0 ? '+' : ''}${formatMeasure('zh', change.shortfall, shortfallUnits(of, (after ?? before)!).clause)}`
  return [{ text: clause }, { text: verdictOf(before) }, { text: figureOf(of, before), right: true }, { text: '→' }, { text: verdictOf(after) }, { text: figureOf(of, after), right: true }, { text: shortfall }, { text: plain(of?.title.zh ?? '', titleWidth) }]
}

const verdictOf = (result: Result | undefined): string => (result ? `${signs[result.state]} ${say('zh', `verdict.${result.state}`)}` : word('absent'))

/** Both halves where there are two, else the figure. */
function figureOf(clause: Clause | undefined, result: Result | undefined): string {
  if (!result) return ''
  const { numerator, denominator } = result
  if (denominator !== null) return say('zh', 'clauses.halves', { numerator: formatNumber(numerator), denominator: formatNumber(denominator) })
  const figure = clauseFigure(clause, result)
  return formatMeasure('zh', figure.value, figure.unit, figure.threshold?.value ?? null)
}

const unitLine = (key: 'units-gained' | 'units-lost', units: readonly UnitDifference[], people: PeopleOfUnits): string[] => (units.length === 0 ? [] : [`      ${word(key)} ${units.length}（${peopleText(people)}）：${namesOf(units)}`])

/** Said where the clause itself shows no difference. */
const otherLine = ({ gained, lost, other }: ClauseDifference): string[] => (gained.length + lost.length > 0 || other.length === 0 ? [] : [`      ${word('units-other')} ${other.length}：${namesOf(other)}`])

/** The names of a few units; all of them stand in the file. */
function namesOf(units: readonly UnitDifference[]): string {
  const names = units.slice(0, 6).map(({ name }) => plain(name, titleWidth))
  return `${names.join('、')}${units.length > names.length ? ' …' : ''}`
}

function peopleText({ elders60, households, eldersUnknown, householdsUnknown }: PeopleOfUnits): string {
  const part = (key: 'elders' | 'households', sum: number, unknown: number) => `${word(key)} ${formatNumber(sum)}${unknown > 0 ? `，${word('unknown')} ${unknown}` : ''}`
  return `${part('elders', elders60, eldersUnknown)}；${part('households', households, householdsUnknown)}`
}

function facilityRow({ id, name, change, before, after, metres }: FacilityChange): readonly Cell[] {
  const plainly = change === 'closed' || change === 'reopened' || change === 'added' || change === 'removed'
  const what = change === 'moved' && metres !== null ? formatMeasure('zh', metres, 'm') : plainly ? '' : `${inWords(change, before)} → ${inWords(change, after)}`
  return [{ text: word(change) }, { text: plain(id, titleWidth) }, { text: plain(name, titleWidth) }, { text: plain(what, nameWidth) }]
}

/** Codes of kinds, levels, stages and services by their names. */
function inWords(change: FacilityChange['change'], text: string | null): string {
  if (text === null) return '?'
  const name = (code: string): string => (change === 'kind' ? levelName('zh', kindName('zh', code)) : change === 'stage' ? stageName('zh', code) : change === 'services' ? valueName('zh', 'services', code) : code)
  return text.split(', ').map(name).join('、')
}

function totalLines({ totals }: Difference): string[] {
  const people = (['areas', 'compounds'] as const).flatMap((kind) =>
    (['gainedPeople', 'lostPeople'] as const).flatMap((side) => (isNobody(totals[side][kind]) ? [] : [`${word(kind)}${word(side === 'gainedPeople' ? 'units-gained' : 'units-lost')}：${peopleText(totals[side][kind])}`])),
  )
  const lines = [
    `${word('clauses')} +${totals.clausesGained} −${totals.clausesLost}，${word('units')} +${totals.unitsGained} −${totals.unitsLost}`,
    ...people,
    ...(totals.careAreaClosedM2 === 0 ? [] : [`${word('care-area-closed')} ${formatMeasure('zh', totals.careAreaClosedM2, 'm2')}`]),
    ...(totals.landClosedM2 === 0 ? [] : [`${word('land-closed')} ${formatMeasure('zh', totals.landClosedM2, 'm2')}`]),
    ...(totals.cost === null ? [] : [`${word('cost')} ${formatNumber(totals.cost)}`]),
    ...(totals.withoutCost === 0 ? [] : [`${word('without-cost')} ${formatNumber(totals.withoutCost)}`]),
  ]
  return lines.map((line) => `  ${line}`)
}

const isNobody = (people: PeopleOfUnits): boolean => Object.values(people).every((count) => count === 0)
