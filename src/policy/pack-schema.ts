/** The shape of a policy pack. */
import * as z from 'zod'
import { policyOptions } from './options'

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const comparator = z.enum(['least', 'most', 'below', 'above', 'equal'])
const optionValue = z.union([z.string(), z.number(), z.null()])

const threshold = z.looseObject({ at: comparator, value: z.number(), per: z.string(), unit: z.string(), basis: z.string().nullable(), implied: z.boolean() })

const reading = z
  .strictObject({ option: z.enum(policyOptions.map(({ id }) => id)), choices: z.array(optionValue).min(1), default: optionValue, why: z.string() })
  .refine(({ choices, default: own }) => choices.includes(own), { path: ['default'], message: 'default is not among the choices' })

const clause = z.strictObject({
  id: z.string().min(1),
  quote: z.string().min(1),
  alsoQuotes: z.array(z.string()).default([]),
  article: z.string().default(''),
  title: words,
  evaluator: z.string().min(1),
  parameters: z.looseObject({ judgedAt: z.string(), threshold: threshold.nullish() }),
  binding: z.enum(['binding', 'expected', 'aspirational']),
  deadline: z.strictObject({ date: day.nullable(), wording: z.string().nullable(), alternatives: z.array(day.nullable()) }),
  scope: words,
  needs: z.array(z.string()),
  orNeeds: z.array(z.string()).default([]),
  spatial: z.boolean(),
  readings: z.array(reading).default([]),
  note: z.string().default(''),
})

export const packSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.literal(1),
    document: z.strictObject({
      title: z.string().min(1),
      number: z.string().nullable(),
      issuer: z.string().nullable(),
      date: day.nullable(),
      place: z.string(),
      placeCode: z.string().nullable(),
      status: z.enum(['in-force', 'draft', 'expired']),
      statusNote: z.string(),
      horizon: day.nullable(),
    }),
    clauses: z.array(clause).min(1),
  })
  .refine(({ clauses }) => new Set(clauses.map(({ id }) => id)).size === clauses.length, { path: ['clauses'], message: 'two clauses have one id' })
