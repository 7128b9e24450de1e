import * as z from 'zod/mini'
import { schema } from './schema.js'
import { groundsShape } from './basis.js'
import { conditionSchema, parameterRefSchema } from './condition.js'
import { isoDaySchema } from './day.js'
import { textSchema } from './text.js'
import { factSchema } from './vocabulary.js'

const kebab = /* @__PURE__ */ schema(() => z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)))
const inForceSchema = /* @__PURE__ */ schema(() => z.strictObject({ from: isoDaySchema, to: z.optional(isoDaySchema) }))
/** First and last day, both inclusive; no `to`: until replaced. */
export type InForce = z.infer<typeof inForceSchema>
export { inForceSchema }

/** A number of the rules with its history: each step applies from its own day until the next step's. */
export const parameterSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    label: z.optional(textSchema),
    unit: z.string().check(z.minLength(1)),
    /** Another parameter that this one may not fall below on any day; keeps levels nested whatever a province chooses. */
    notBelow: z.optional(z.string()),
    /** The day on which a person last compared the values with their sources. */
    checkedOn: isoDaySchema,
    values: z.array(z.strictObject({ from: isoDaySchema, value: z.number(), ...groundsShape })).check(z.minLength(1)),
  }),
)
export type Parameter = z.infer<typeof parameterSchema>

const points = /* @__PURE__ */ schema(() => z.int().check(z.gte(0)))
export const levelSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Names a level in place of its points; needed only where a sum has several items of the same points. */
    id: z.optional(kebab),
    points,
    label: textSchema,
    when: conditionSchema,
    ...groundsShape,
  }),
)
export type Level = z.infer<typeof levelSchema>

/** Levels by name, which is their points or their `id` (then with `points`); `null` takes a level of the base out. */
const namedLevelsSchema = /* @__PURE__ */ schema(() =>
  z.record(
    z.string().check(z.regex(/^(0|[1-9][0-9]*|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/)),
    z.nullable(z.strictObject({ points: z.optional(points), label: textSchema, when: conditionSchema, ...groundsShape })),
  ),
)
const levelsSchema = /* @__PURE__ */ schema(() => z.union([z.array(levelSchema), namedLevelsSchema]))
/** The levels of an indicator as a file writes them. */
export type FileLevels = z.infer<typeof levelsSchema>

const indicatorSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    label: z.optional(textSchema),
    /** `highest`: the best level met gives its points. `sum`: the points of all levels met add up, to at most `cap`. */
    grading: z.optional(z.enum(['highest', 'sum'])),
    cap: z.optional(z.int().check(z.gte(1))),
    /** A level replaces the base's level of the same name: of the same points, or of the same `id`. */
    levels: z.optional(levelsSchema),
    inspiredBy: z.optional(z.array(z.string())),
    note: z.optional(textSchema),
  }),
)

const passSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Total needed in an ordinary area, out of the sum of all indicators. */
    threshold: parameterRefSchema,
    /** Total needed in a disadvantaged area. */
    disadvantagedThreshold: parameterRefSchema,
    /** Least points of every single indicator. */
    floor: parameterRefSchema,
  }),
)

const competenceSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    id: kebab,
    label: textSchema,
    indicators: z.array(kebab).check(z.minLength(1)),
    note: z.optional(textSchema),
    ...groundsShape,
  }),
)

/** A criteria set: the framework (without `extends`), a group of it, or a province's overlay on either. */
export const criteriaFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: kebab,
    extends: z.optional(kebab),
    group: z.optional(kebab),
    version: z.string().check(z.minLength(1)),
    inForce: z.optional(inForceSchema),
    label: z.optional(textSchema),
    note: z.optional(textSchema),
    competences: z.optional(z.array(competenceSchema).check(z.minLength(1))),
    /** Points that one indicator can give at most. */
    maximum: z.optional(parameterRefSchema),
    pass: z.optional(z.partial(passSchema)),
    digital: z.optional(
      z.strictObject({
        /** Level from which a person counts as having digital skills. */
        required: z.optional(parameterRefSchema),
        /** Routes of `digital-skills.json` that are off unless a set turns them on. */
        enable: z.optional(z.array(kebab)),
      }),
    ),
    facts: z.optional(z.array(factSchema)),
    parameters: z.optional(z.record(z.string(), parameterSchema)),
    conditions: z.optional(z.record(z.string(), conditionSchema)),
    indicators: z.optional(z.record(z.string(), indicatorSchema)),
  }),
)
export type CriteriaFile = z.infer<typeof criteriaFileSchema>
