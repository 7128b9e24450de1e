import * as z from 'zod/mini'
import { schema } from './schema.js'
import type { AreaLevel, Assessment, DigitalCode, Need } from './assessment.js'
import { bases, sourceSchema } from './basis.js'
import { leafOperators, type Operator } from './condition.js'
import { isoDaySchema, partialDateSchema } from './day.js'
import { indicatorIds } from './indicator.js'
import type { Issue } from './issue.js'
import { memberships, nullish, unitLevels, type FactId, type FactValue, type GroupId } from './record.js'
import { textSchema } from './text.js'
import { verdicts } from './verdict.js'

const id = /* @__PURE__ */ schema(() => z.string().check(z.minLength(1)))
/** Ids of an open list: those of shipped sets and those that overlays add. */
const idOf = <T extends string>() => id as unknown as z.ZodMiniType<T>
const points = /* @__PURE__ */ schema(() => z.number().check(z.gte(0)))
const range = /* @__PURE__ */ schema(() => z.strictObject({ lower: points, upper: points }))
const score = /* @__PURE__ */ schema(() => z.strictObject({ lower: points, upper: points, max: points }))
const level = /* @__PURE__ */ schema(() => z.int().check(z.gte(0), z.lte(4)))
const levels = /* @__PURE__ */ schema(() => z.strictObject({ lower: level, upper: level }))
const basis = /* @__PURE__ */ schema(() => z.enum(bases))
const verdict = /* @__PURE__ */ schema(() => z.enum(verdicts))
const files = /* @__PURE__ */ schema(() => z.array(id).check(z.minLength(1)))
const sources = /* @__PURE__ */ schema(() => z.array(sourceSchema))

/** Which details an issue carries depends on its code, and later versions add codes: all that is fixed is here. */
export const issueSchema = /* @__PURE__ */ schema(
  () =>
    z.looseObject({
      code: z.string().check(z.regex(/^[a-z][a-z0-9_]*$/)),
      path: z.array(z.union([z.string(), z.number()])),
      severity: z.enum(['error', 'warning']),
      file: z.exactOptional(z.string()),
    }) as unknown as z.ZodMiniType<Issue>,
)

/** What needs compare with: a number, an answer, a code, a day, or codes. */
const factValue = /* @__PURE__ */ schema(
  () => z.union([z.number(), z.boolean(), z.string(), z.array(z.union([z.string(), z.number()]))]) as z.ZodMiniType<FactValue>,
)

const operators = [...leafOperators, 'notEqual', 'notIn', 'doesNotContain'] as const satisfies readonly Operator[]

const needSchema: z.ZodMiniType<Need> = /* @__PURE__ */ schema(() =>
  z.lazy(() =>
    z.union([
      z.strictObject({
        fact: idOf<FactId>(),
        label: textSchema,
        operator: z.enum(operators),
        required: factValue,
        actual: z.nullable(factValue),
        gap: z.exactOptional(z.number()),
      }),
      z.strictObject({ any: z.array(z.array(needSchema).check(z.minLength(1))).check(z.minLength(2)) }),
    ]),
  ),
)

const areaLevel = /* @__PURE__ */ schema(() => z.enum(['none', 'basic', 'above-basic'] satisfies AreaLevel[]))

const digitalSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    level: levels,
    code: z.enum(['none', 'emerging', 'basic', 'proficient', 'advanced', 'not-assessed'] satisfies DigitalCode[]),
    label: textSchema,
    hasSkills: verdict,
    proficient: verdict,
    areas: z.array(
      z.strictObject({
        code: id,
        label: textSchema,
        count: range,
        level: z.strictObject({ lower: areaLevel, upper: areaLevel }),
      }),
    ),
    because: z.array(
      z.strictObject({
        route: id,
        rule: textSchema,
        level: levels,
        basis,
        evidence: z.strictObject({ basis, source: sources }),
      }),
    ),
  }),
)

/** What reports count people by; files of results carry it beside the assessment. What is not known is left out. */
const personSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    units: z.exactOptional(z.strictObject({ residence: nullish(z.string()), workplace: nullish(z.string()) })),
    unitLevel: z.exactOptional(z.enum(unitLevels)),
    memberships: z.exactOptional(z.array(z.enum(memberships))),
    registered: z.exactOptional(z.boolean()),
    adult: verdict,
    recordedOn: z.exactOptional(partialDateSchema),
    /** Files of older versions do not say it. */
    assessed: z.exactOptional(z.boolean()),
  }),
)

/** An assessment as JSON, alone or with `person` beside it, as in a line of a file of results. */
export const assessmentSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    schema: z.literal(1),
    id,
    group: idOf<GroupId>(),
    on: isoDaySchema,
    set: z.strictObject({ id, version: id, digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)), files }),
    verdict,
    basis,
    score: z.strictObject({ lower: points, upper: points, max: points, threshold: points, basis, files }),
    competences: z.array(z.strictObject({ id, label: textSchema, score })),
    indicators: z
      .array(
        z.strictObject({
          id: z.enum(indicatorIds),
          competence: id,
          label: textSchema,
          score,
          floor: points,
          verdict,
          from: z.enum(['evidence', 'declared']),
          basis,
          source: sources,
          files,
          level: z.exactOptional(textSchema),
          evidenceScore: z.exactOptional(range),
        }),
      )
      .check(z.length(indicatorIds.length)),
    missing: z.array(
      z.strictObject({
        indicator: z.enum(indicatorIds),
        reason: z.enum(['floor', 'total']),
        certain: z.boolean(),
        gain: points,
        next: z.strictObject({ points, needs: z.array(needSchema) }),
      }),
    ),
    unknown: z.array(idOf<Assessment['unknown'][number]>()),
    digital: digitalSchema,
    warnings: z.array(issueSchema),
    person: z.exactOptional(personSchema),
  }),
)
