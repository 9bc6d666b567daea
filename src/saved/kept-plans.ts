/** The plans of one study as they stay on this computer, and how they meet those of the file that is opened. */
import { readScenarios, writeScenarios } from '../scenario/read-scenarios'
import { duplicate, type Scenario } from '../scenario/scenario'

export type Plans = {
  readonly plans: readonly Scenario[]
  /** Entries of study.json that are no plans, for writing back. */
  readonly unread: readonly unknown[]
  /** The plan that is shown; null: the base. */
  readonly plan: string | null
}

/** settings: hash of the study.json that the plans were begun on. */
export function writeKept({ plans, unread, plan }: Plans, settings: string | null): unknown {
  return { version: 1, plans: writeScenarios(plans, unread), plan, settings }
}

/**
 * The plans to go on with. Opened again from the same study.json, those kept here: they began with the file's. Opened from another
 * one, the file's; what lies here and is not among them is laid beside, named by `nameHere`.
 */
export function plansToShow(written: readonly unknown[], kept: unknown, settings: string | null, nameHere: (name: string) => string): Plans {
  const file = readScenarios(written)
  const fromFile: Plans = { plans: file.scenarios, unread: file.unread, plan: null }
  const here = readKept(kept)
  if (!here) return fromFile
  if (here.settings === settings) return here
  const plans = laidBeside(file.scenarios, here.plans, nameHere)
  return { ...fromFile, plans }
}

/** All of `plans`, and those of `others` that are not among them, named by `nameIt`. A plan without edits is no work. */
export function laidBeside(plans: readonly Scenario[], others: readonly Scenario[], nameIt: (name: string) => string): readonly Scenario[] {
  const news = others.filter((plan) => plan.edits.length > 0 && !plans.some((other) => sameWork(plan, other) || wentFurther(other, plan)))
  return news.reduce<readonly Scenario[]>((all, plan) => [...all, { ...duplicate(all, plan, { name: nameIt(plan.name), note: plan.note, colour: plan.colour }), frozen: plan.frozen }], plans)
}

function readKept(kept: unknown): (Plans & { readonly settings: string | null }) | null {
  if (typeof kept !== 'object' || kept === null || !('plans' in kept) || !Array.isArray(kept.plans)) return null
  const { scenarios, unread } = readScenarios(kept.plans)
  const shown = 'plan' in kept && scenarios.some(({ id }) => id === kept.plan) ? (kept.plan as string) : null
  const settings = 'settings' in kept && typeof kept.settings === 'string' ? kept.settings : null
  return { plans: scenarios, unread, plan: shown, settings }
}

/** The same plan with the same edits and more after them: the shorter one is only an earlier state of it. */
const wentFurther = (longer: Scenario, { id, edits }: Scenario): boolean => longer.id === id && longer.edits.length > edits.length && JSON.stringify(longer.edits.slice(0, edits.length)) === JSON.stringify(edits)

const sameWork = (a: Scenario, b: Scenario): boolean => JSON.stringify([a.edits, a.done]) === JSON.stringify([b.edits, b.done])
