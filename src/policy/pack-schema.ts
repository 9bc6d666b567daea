/** The shape of a policy pack. */
import './no-eval'
import * as z from 'zod'
import { policyOptions } from './options'
import { lacking } from './parameter-shapes'
import { parametersSchema } from './parameters'

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const day = z.iso.date()
const optionValue = z.union([z.string(), z.number(), z.null()])

const reading = z
  .strictObject({ option: z.enum(policyOptions.map(({ id }) => id)), choices: z.array(optionValue).min(1), default: optionValue, why: z.string() })
  .superRefine(({ choices, default: own }, context) => {
    if (!choices.includes(own)) context.addIssue({ code: 'custom', path: ['default'], params: { expected: choices.map(String).join(' | ') } })
  })

const clause = z
  .strictObject({
    id: z.string().min(1),
    quote: z.string().min(1),
    alsoQuotes: z.array(z.string()).default([]),
    article: z.string().default(''),
    title: words,
    evaluator: z.string().min(1),
    parameters: parametersSchema,
    binding: z.enum(['binding', 'expected', 'aspirational']),
    deadline: z.strictObject({ date: day.nullable(), wording: z.string().nullable(), alternatives: z.array(day.nullable()) }),
    scope: words,
    needs: z.array(z.string()),
    orNeeds: z.array(z.string()).default([]),
    spatial: z.boolean(),
    readings: z.array(reading).default([]),
    note: z.string().default(''),
  })
  .superRefine(({ evaluator, parameters }, context) => {
    for (const path of lacking(evaluator, parameters)) context.addIssue({ code: 'custom', path: ['parameters', ...path], params: { expected: evaluator } })
  })

export const packSchema = z.strictObject({
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
  clauses: z
    .array(clause)
    .min(1)
    .superRefine((clauses, context) => {
      const seen = new Set<string>()
      clauses.forEach(({ id }, index) => {
        if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], params: { expected: 'id ≠' } })
        seen.add(id)
      })
    }),
})
