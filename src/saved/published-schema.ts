/** Checks a published file before anything of it is shown: whoever can change the file on a server can write anything into it. */
import * as z from 'zod/mini'
import { areaLevels, facilityKinds } from '../model/study'
import { publishedFormat, type Published } from './published'

/** newer: the file was written by a later version, which is said by name. */
export type PublishedRead = { readonly published: Published } | { readonly wrong: 'unreadable' | 'newer'; readonly detail: string }

export function readPublished(value: unknown): PublishedRead {
  const format = z.safeParse(z.object({ format: z.int(), yikequan: short }), value)
  if (!format.success) return { wrong: 'unreadable', detail: said(format.error) }
  if (format.data.format > publishedFormat) return { wrong: 'newer', detail: format.data.yikequan }
  const read = z.safeParse(schema, value)
  if (!read.success) return { wrong: 'unreadable', detail: said(read.error) }
  const stray = strayIndex(read.data)
  return stray === null ? { published: read.data } : { wrong: 'unreadable', detail: stray }
}

const short = z.string().check(z.maxLength(400))
const long = z.string().check(z.maxLength(8000))
const nullable = z.nullable
const index = z.int().check(z.minimum(0))
const number = z.number()
const state = z.enum(['met', 'unmet', 'no-data', 'not-applicable', 'undecided'])
const day = z.string().check(z.regex(/^\d{4}(-\d{2}){0,2}$/))
const place = z.tuple([z.int().check(z.minimum(-18_000_000), z.maximum(18_000_000)), z.int().check(z.minimum(-9_000_000), z.maximum(9_000_000))])
const count = z.union([z.int().check(z.minimum(0)), z.null(), z.literal('hidden')])

const facility = z.object({
  name: short,
  kind: nullable(z.enum(facilityKinds)),
  services: z.array(short).check(z.maxLength(60)),
  hours: nullable(short),
  phone: nullable(z.string().check(z.regex(/^[\d\- ]{3,24}$/))),
  address: nullable(short),
  at: nullable(place),
  unit: nullable(index),
})

const unit = z.object({
  id: short,
  name: short,
  level: z.enum(areaLevels),
  parent: nullable(index),
  at: nullable(place),
  rings: nullable(z.array(z.array(z.int()).check(z.maxLength(200_000)))),
  counts: nullable(z.object({ near: count, within: count, all: count })),
})

const clause = z.object({
  id: short,
  document: index,
  title: z.object({ zh: short, en: short }),
  quote: long,
  state: nullable(state),
  binding: z.enum(['binding', 'expected', 'aspirational']),
  deadline: nullable(day),
  pastDue: nullable(z.boolean()),
  threshold: nullable(z.object({ at: z.enum(['least', 'most', 'below', 'above', 'equal']), value: number })),
  unit: short,
  figures: nullable(z.tuple([nullable(number), nullable(number), nullable(number)])),
  readings: z.array(z.tuple([short, short])),
  units: z.array(z.object({ unit: index, state, figures: nullable(z.tuple([nullable(number), nullable(number)])) })),
  withheld: z.int(),
})

const schema = z.object({
  format: z.literal(publishedFormat),
  yikequan: short,
  title: short,
  source: short,
  asOf: day,
  approval: nullable(short),
  watermark: nullable(z.literal('internal')),
  counts: nullable(
    z.object({
      k: z.int(),
      step: z.int(),
      people: z.literal('elders60'),
      model: z.enum(['circle', 'walk']),
      speed: nullable(number),
      metres: z.tuple([number, number]),
    }),
  ),
  documents: z.array(z.object({ id: short, title: short, number: nullable(short), status: z.enum(['in-force', 'draft', 'expired']) })),
  facilities: z.array(facility).check(z.maxLength(200_000)),
  units: z.array(unit).check(z.maxLength(200_000)),
  clauses: z.array(clause).check(z.maxLength(2000)),
})

/** The path of the first index that points nowhere, or of a unit that comes after one of its own; null: all are sound. */
function strayIndex({ units, facilities, clauses, documents }: Published): string | null {
  const isUnit = (at: number | null): boolean => at === null || at < units.length
  const parent = units.findIndex((each, at) => each.parent !== null && each.parent >= at)
  if (parent >= 0) return `units.${parent}.parent`
  const facility = facilities.findIndex((each) => !isUnit(each.unit))
  if (facility >= 0) return `facilities.${facility}.unit`
  const clause = clauses.findIndex((each) => each.document >= documents.length || each.units.some((one) => !isUnit(one.unit)))
  return clause >= 0 ? `clauses.${clause}` : null
}

const said = (error: z.core.$ZodError): string => {
  const [issue] = error.issues
  return issue ? issue.path.join('.') : ''
}
