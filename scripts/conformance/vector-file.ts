import * as z from 'zod/mini'
import { bases } from '../../src/model/basis.js'
import { isoDaySchema } from '../../src/model/day.js'
import { schema } from '../../src/model/schema.js'
import { textSchema } from '../../src/model/text.js'
import { verdicts } from '../../src/model/verdict.js'

const range = /* @__PURE__ */ schema(() => z.tuple([z.number(), z.number()]))
const ranges = /* @__PURE__ */ schema(() => z.record(z.string(), range))
const places = /* @__PURE__ */ schema(() =>
  z.array(z.strictObject({ code: z.string(), path: z.array(z.union([z.string(), z.number()])) })),
)

/** What must come out. Only what is named is compared; lists of names and of places are equal in any order. */
const expectationSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** The record must be refused, for exactly these reasons; nothing else is named then. */
    refused: z.optional(places),
    verdict: z.optional(z.enum(verdicts)),
    /** Sum of the indicators, [lower, upper]. */
    total: z.optional(range),
    threshold: z.optional(z.number()),
    /** Weakest basis of everything that the verdict used, and of the pass rule alone. */
    basis: z.optional(z.enum(bases)),
    passBasis: z.optional(z.enum(bases)),
    /** By indicator, [lower, upper]; those that are named. */
    indicators: z.optional(ranges),
    /** What the evidence gives, of exactly those indicators for which a declared score takes its place. */
    evidence: z.optional(ranges),
    /** By indicator, the weakest basis of its score. */
    bases: z.optional(z.record(z.string(), z.enum(bases))),
    competences: z.optional(ranges),
    /** Level 0-4, [lower, upper]. */
    digital: z.optional(range),
    digitalCode: z.optional(z.string()),
    hasSkills: z.optional(z.enum(verdicts)),
    proficient: z.optional(z.enum(verdicts)),
    /** By area of DSI 2.0, distinct activities counted, [lower, upper]. */
    areas: z.optional(ranges),
    /** Exactly those routes that show a level for certain, with their level, [lower, upper]. */
    routes: z.optional(ranges),
    /** Exactly these indicators: the reason, whether it is certain, and the points that the next level adds. */
    missing: z.optional(z.record(z.string(), z.tuple([z.enum(['floor', 'total']), z.boolean(), z.number()]))),
    /** Exactly these facts, or `disadvantagedArea`, in any order. */
    unknown: z.optional(z.array(z.string())),
    /** Exactly these, in any order. */
    warnings: z.optional(places),
  }),
)
export type Expectation = z.infer<typeof expectationSchema>

/** `conformance/vectors/*.json`: records, each with the day and with what every evaluator must make of it. */
export const vectorFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    /** Raised when a runner written for the old form could read a file wrongly. */
    format: z.literal(1),
    about: textSchema,
    /** Files of the set, from the root of the package, the most general first. */
    criteria: z.array(z.string()).check(z.minLength(3)),
    /** Id of the set that the last of them makes. */
    set: z.string(),
    vectors: z.array(
      z.strictObject({
        /** Told once in a file. */
        name: z.string().check(z.minLength(1)),
        on: isoDaySchema,
        /** Only evidence attested by these counts; left out, all evidence does. */
        accept: z.optional(z.array(z.string())),
        record: z.record(z.string(), z.unknown()),
        expect: expectationSchema,
      }),
    ),
  }),
)
export type VectorFile = z.infer<typeof vectorFileSchema>
export type Vector = VectorFile['vectors'][number]
