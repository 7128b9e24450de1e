import * as z from 'zod/mini'
import { schema } from './schema.js'
import { isoDaySchema } from './day.js'
import { textSchema } from './text.js'
import { verdicts } from './verdict.js'

const range = /* @__PURE__ */ schema(() => z.tuple([z.number(), z.number()]))

/** `criteria/cases/*.json`: people at the boundary and what must come out. Only what `expect` names is compared. */
export const caseFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    set: z.string(),
    note: z.optional(textSchema),
    cases: z.array(
      z.strictObject({
        name: z.string().check(z.minLength(1)),
        label: z.optional(textSchema),
        on: isoDaySchema,
        record: z.record(z.string(), z.unknown()),
        expect: z.strictObject({
          verdict: z.optional(z.enum(verdicts)),
          /** Sum of the indicators, [lower, upper]. */
          total: z.optional(range),
          threshold: z.optional(z.number()),
          /** By indicator, [lower, upper]. */
          indicators: z.optional(z.record(z.string(), range)),
          /** Level 0-4, [lower, upper]. */
          digital: z.optional(range),
          hasSkills: z.optional(z.enum(verdicts)),
          proficient: z.optional(z.enum(verdicts)),
          /** Indicators listed in `missing` for the reason `floor`. */
          underFloor: z.optional(z.array(z.string())),
          /** Exactly these facts, in any order. */
          unknown: z.optional(z.array(z.string())),
          /** Exactly these warning codes, in any order. */
          warnings: z.optional(z.array(z.string())),
        }),
      }),
    ),
  }),
)
export type CaseFile = z.infer<typeof caseFileSchema>
