import * as z from 'zod/mini'
import { schema } from './schema.js'
import { groundsShape, sourceSchema } from './basis.js'
import { isoDaySchema } from './day.js'
import { textSchema } from './text.js'

/** What a target is a share of. The names say whom the denominator counts. */
export const targetMeasures = [
  'briefed-on-criteria',
  'holders-among-adults-of-learning-collectives',
  'holders-among-staff-of-learning-units',
  'digital-skills-among-holders',
  'proficient-among-holders-with-digital-skills',
] as const

export const targetPlanSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.string(),
    label: textSchema,
    /** `nation`, or the province as it was named when the plan was made. */
    scope: z.string(),
    document: sourceSchema,
    /** Absent where the day of the plan was not found. */
    inForce: z.optional(z.strictObject({ from: isoDaySchema, to: z.optional(isoDaySchema) })),
    checkedOn: isoDaySchema,
    note: z.optional(textSchema),
    targets: z.array(
      z.strictObject({
        id: z.string(),
        measure: z.enum(targetMeasures),
        label: textSchema,
        /** The denominator in words. */
        denominator: textSchema,
        note: z.optional(textSchema),
        /** Percent to be reached by the end of the year. */
        milestones: z.array(z.strictObject({ year: z.int(), percent: z.number().check(z.gte(0), z.lte(100)), ...groundsShape })),
      }),
    ),
  }),
)
/** The percentages that a plan sets for a year, each with its denominator. */
export type TargetPlan = z.infer<typeof targetPlanSchema>
