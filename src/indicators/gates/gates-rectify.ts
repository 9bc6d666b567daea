/** Work that must be mended by a day: the compounds that fall short or are recorded as having done so (QJ-15, CQ-07). */
import { firstDay, onOrBefore } from '../../model/dates'
import type { Compound } from '../../model/study'
import { deadlineOf, readingOf } from '../../policy/reading'
import { areaWorld } from '../area-world'
import { underDuty } from '../under-duty'
import { builtSince, classOf } from '../compound-class'
import { blank, quotient, thresholdOf, type Judged, type Judging } from '../evaluator'
import { numberSaid, saidYes } from '../facts'
import { answerCompounds } from '../kept-compounds'
import type { State, UnitResult, Why } from '../result'
import { stateOfUnits, tallyUnits } from '../unit-tally'

type Parameters = {
  readonly over: string
  readonly set: {
    readonly class?: 'new' | 'old'
    readonly from?: string
    readonly shortOf?: string
    readonly orRecorded?: readonly ('remedy' | 'due' | 'done')[]
    readonly orItem?: Readonly<Record<string, boolean>>
  }
  readonly requiredItem?: string
  readonly done: { readonly meets?: string; readonly orColumn?: string; readonly column?: string }
}

export function rectify(judging: Judging): Judged {
  const { study, clause, reading, pack } = judging
  const parameters = clause.parameters as unknown as Parameters
  if (study.compounds.length === 0 && !study.tables.some((table) => table.ledger === 'compounds')) return blank('no-data', 'share', [{ code: 'compounds-missing' }])
  const deadline = deadlineOf(clause.deadline, reading, pack.document)
  const area = shortNow(judging, parameters)
  const { units } = answerCompounds(judging.kept, study.compounds, (compound) => ({ unit: judgeCompound(judging, parameters, compound, area(compound), deadline), excluded: null }))
  const tally = tallyUnits(judging.kept, units, 1, isLate)
  const { met, unmet } = tally.count
  const threshold = thresholdOf(judging)
  return {
    state: stateOfUnits(tally),
    numerator: met,
    denominator: met + unmet,
    value: quotient(met, met + unmet),
    threshold: threshold && { at: threshold.at, value: threshold.value },
    unit: 'share',
    shortfall: unmet,
    shortfallOfUnits: tally.shortfall,
    why: units.length === 0 ? [{ code: 'nothing-to-mend' }] : [],
    units,
    excluded: [],
    problems: [],
    figures: { late: tally.sums[0]!, noData: tally.count['no-data'], undecided: tally.count.undecided },
  }
}

const isLate = ({ why }: UnitResult): readonly [number] => [why.some(({ code }) => code === 'late') ? 1 : 0]

/** How each compound stands against the area clause that the duty refers to, judged with that clause's own options. */
export function shortNow(judging: Judging, parameters: Pick<Parameters, 'set' | 'requiredItem' | 'done'>): (compound: Compound) => UnitResult | null {
  const { pack, set, reading, facts } = judging
  const source = parameters.set.shortOf ? pack.clauses.find((clause) => clause.id === parameters.set.shortOf) : undefined
  const builtAreaNorm = typeof reading.builtAreaNorm === 'number' ? reading.builtAreaNorm : null
  if (!source && builtAreaNorm === null) return () => null
  const clause = source ?? judging.clause
  const own = readingOf(clause, set).reading
  const shared = Object.fromEntries((['households', 'pooling', 'ageDate'] as const).flatMap((key) => (key in reading ? [[key, reading[key]!]] : [])))
  const asked: Judging = { ...judging, clause, reading: { ...own, ...shared } }
  const world = areaWorld(asked, null)
  const threshold = source ? thresholdOf(asked) : { at: 'least' as const, value: builtAreaNorm! }
  const stated = reading.ruleThen === 'ledger-required' && parameters.requiredItem ? (compound: Compound) => numberSaid(facts, { kind: 'compound', id: compound.id }, parameters.requiredItem!) : undefined
  return (compound) => world.judgeCompound(compound, classOf(compound, asked.reading), threshold, stated)
}

/** null: the duty does not fall on the compound. */
function judgeCompound(judging: Judging, parameters: Parameters, compound: Compound, area: UnitResult | null, deadline: string | null): UnitResult | null {
  const { study, reading, facts } = judging
  const { set } = parameters
  const figures = { ...area?.figures, due: compound.due ?? deadline, remedy: compound.remedy, responsible: compound.responsible, done: compound.done === null ? null : String(compound.done) }
  const base = { id: compound.id, name: compound.name, kind: 'compound' as const, numerator: area?.numerator ?? null, denominator: area?.denominator ?? null, value: area?.value ?? null, counted: area?.counted ?? [], figures }
  const answer = (state: State, shortfall: number | null, why: readonly Why[]): UnitResult => ({ ...base, state, shortfall, why: [...why, ...(area?.why.filter(({ code }) => code === 'pool-member') ?? [])] })
  const duty = dutyOf(compound, parameters, judging)
  if (duty.in === 'no') return null
  if (duty.in === 'undecided') return answer('undecided', null, [{ code: duty.why ?? 'no-date' }])
  const finding = Object.entries(set.orItem ?? {}).map(([item, failing]) => ({ said: saidYes(facts, { kind: 'compound', id: compound.id }, item), failing }))
  const foundFailing = finding.some(({ said, failing }) => said === failing)
  const recorded = (set.orRecorded ?? []).some((key) => compound[key] !== null)
  const short = area?.state === 'unmet'
  if (!recorded && !foundFailing && !short) {
    if (finding.some(({ said }) => said !== null) && !parameters.set.shortOf) return null
    return area === null || area.state === 'no-data' || area.state === 'undecided' ? answer(area?.state === 'undecided' ? 'undecided' : 'no-data', null, area?.why ?? [{ code: 'no-finding' }]) : null
  }
  const finished = compound.done === true || (typeof compound.done === 'string' && onOrBefore(compound.done, study.asOf))
  const meetsNow = parameters.done.meets !== undefined && area?.state === 'met'
  if (finished || meetsNow) {
    const late = deadline !== null && typeof compound.done === 'string' && firstDay(compound.done) > deadline
    if (late && reading.lateRectification === 'unmet') return answer('unmet', 0, [{ code: 'late', detail: compound.done as string }])
    return answer('met', 0, late ? [{ code: 'late', detail: compound.done as string }] : [{ code: meetsNow && !finished ? 'meets-now' : 'recorded-done' }])
  }
  if (compound.done === false || short || (parameters.done.column !== undefined && compound.remedy !== null)) return answer('unmet', area?.shortfall ?? null, [{ code: compound.done === false ? 'recorded-open' : short ? 'short' : 'remedy-not-done' }])
  if (foundFailing) return answer('unmet', area?.shortfall ?? null, [{ code: 'finding-below' }])
  return answer('no-data', null, area?.why.filter(({ code }) => code !== 'pool-member') ?? [{ code: 'done-unknown' }])
}

/** Does the duty fall on the compound by its class and date? */
function dutyOf(compound: Compound, { set }: Parameters, { reading, study }: Judging): { in: 'yes' | 'no' | 'undecided'; why?: string } {
  if (set.from === undefined) return set.class ? underDuty(compound, set.class, reading, study.asOf) : { in: 'yes' }
  // The office's own class goes first: a compound marked 老旧 is not one that was newly built.
  if (compound.age === 'old') return { in: 'no' }
  const since = builtSince(compound, String(reading.ageDate ?? 'completed'), set.from)
  return since === 'since' ? { in: 'yes' } : since === 'before' ? { in: 'no' } : { in: 'undecided', why: 'no-date' }
}
