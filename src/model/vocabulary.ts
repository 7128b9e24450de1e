import * as z from 'zod/mini'
import { schema } from './schema.js'
import { attesters } from './attester.js'
import { textSchema } from './text.js'

const id = /* @__PURE__ */ schema(() => z.string().check(z.regex(/^[a-z][a-zA-Z0-9]*$/)))
const code = /* @__PURE__ */ schema(() => z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)))
const codes = /* @__PURE__ */ schema(() => z.array(z.strictObject({ code, label: textSchema })).check(z.minLength(1)))

/** No law says what a step costs. Shipped sets leave the reason out. */
const ours = /* @__PURE__ */ schema(() => ({ basis: z.literal('proposed'), rationale: z.optional(textSchema) }))

/**
 * The smallest change that a person can be advised to make of a fact, and what it costs. What is past, or not in the person's
 * hands, says `can: false` and is never advised.
 */
export const stepSchema = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('can', [
    z.strictObject({
      can: z.literal(true),
      /** By how much a number moves; 1 of a list stands for one code, activity or certificate. */
      size: z.number().check(z.positive()),
      /** Points of effort for one step, only ever compared with those of other facts. */
      effort: z.int().check(z.gte(1)),
      /** Hours that one more activity brings; without it activities are advised for their number alone. */
      hours: z.optional(z.number().check(z.positive())),
      /** Kinds of items that can be advised; without it every kind. */
      kinds: z.optional(z.array(code).check(z.minLength(1))),
      ...ours,
    }),
    z.strictObject({ can: z.literal(false), ...ours }),
  ]),
)
export type Step = z.infer<typeof stepSchema>

const common = /* @__PURE__ */ schema(() => ({
  id,
  label: textSchema,
  /** Which way is an improvement. */
  better: z.enum(['more', 'less', 'neither']),
  /** What the question asks about: the assessment year, the last three months, or ever. */
  window: z.enum(['assessment-year', 'last-3-months', 'ever']),
  attestedBy: z.array(z.enum(attesters)).check(z.minLength(1)),
  step: z.optional(stepSchema),
  /** Papers, lists and logs where the evidence is usually found. */
  usualEvidence: z.optional(textSchema),
  note: z.optional(textSchema),
}))
const range = /* @__PURE__ */ schema(() => z.tuple([z.number(), z.number()]))

/** One question about a person: its type, the values it takes, who can attest it. */
export const factSchema = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: z.literal('rank'),
      range,
      ranks: z.array(z.strictObject({ rank: z.int(), label: textSchema })),
      /** Worked out from other facts (the digital-skill level); never given in a record. */
      derived: z.optional(z.literal(true)),
    }),
    z.strictObject({ ...common, type: z.literal('count'), range }),
    z.strictObject({ ...common, type: z.literal('number'), range, unit: z.optional(z.string()) }),
    z.strictObject({ ...common, type: z.literal('boolean') }),
    z.strictObject({ ...common, type: z.literal('code'), codes }),
    z.strictObject({ ...common, type: z.literal('codes'), codes }),
    z.strictObject({ ...common, type: z.literal('activities'), kinds: codes, topics: codes }),
    z.strictObject({ ...common, type: z.literal('certificates'), kinds: codes }),
  ]),
)
export type FactDefinition = z.infer<typeof factSchema>
export type FactType = FactDefinition['type']

/** `criteria/facts.json`. */
export const vocabularyFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.literal('facts'),
    version: z.string(),
    facts: z.array(factSchema).check(z.minLength(1)),
  }),
)
export type VocabularyFile = z.infer<typeof vocabularyFileSchema>
