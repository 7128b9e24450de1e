import * as z from 'zod/mini'
import { schema } from './schema.js'
import { isoDaySchema, partialDate, partialDateSchema } from './day.js'
import type { Evidence } from './evidence.js'
import { attesters, type Attester } from './attester.js'
import { indicatorIds, type IndicatorId } from './indicator.js'

/** More items than this in one list of a person are refused as `too_many`. */
export const listLimit = 1000
/** No year has more hours. */
export const hoursLimit = 8784
/** Highest step that the form of a record takes for a certificate's own scale; which scale has which steps is data. */
export const certificateStepLimit = 100
/** Highest declared score that the form of a record takes; what one indicator can give at most is data. */
export const scoreLimit = 10

export const unitLevels = ['branch', 'commune', 'district', 'province', 'central'] as const
export const memberships = ['learning-family', 'learning-clan', 'learning-community', 'learning-unit'] as const

/** Codes that hold: complete as a list (the rest is no), or one by one (codes left out are unknown). */
export type Codes<C extends string = string> = readonly C[] | Readonly<Partial<Record<C, boolean | null | undefined>>>

/** A dated learning activity. What is left out is unknown and can only widen the upper end of a result. */
export interface Activity<K extends string = string, T extends string = string> {
  kind?: K | null | undefined
  topic?: T | null | undefined
  /** First day: `2026`, `2026-03` or `2026-03-14`. */
  from?: string | null | undefined
  /** Last day; without it the activity ends when it begins. */
  to?: string | null | undefined
  /** Clock hours, 0 or more; read to the hundredth. */
  hours?: number | null | undefined
  /** Whether it ended with a certificate. */
  certificate?: boolean | null | undefined
}

export interface Certificate<K extends string = string> {
  kind?: K | null | undefined
  /** Step on the certificate's own scale, 1-8 for `digital-framework`. */
  level?: number | null | undefined
  /** Without a day a certificate counts. */
  issuedOn?: string | null | undefined
}

export type FactValue = number | boolean | string | Codes | readonly Activity[] | readonly Certificate[]
export type FactId = keyof Evidence & string
/** Groups are data; overlays may add their own. */
export type GroupId =
  'farmer' | 'worker' | 'civil-servant' | 'public-employee' | 'entrepreneur' | 'manager' | 'learner' | 'general' | (string & {})

/** One person. Every optional field also takes `null` and `undefined`, which both say "not known". */
export interface CitizenRecord {
  /** Opaque to the library; never needs to be a name or a citizen number. */
  id: string
  group: GroupId
  /** `1970`, `1970-05` or `1970-05-17`. */
  birth?: string | null | undefined
  /** Opaque codes of whatever the caller reports by. */
  units?: { residence?: string | null | undefined; workplace?: string | null | undefined } | null | undefined
  /** Level of the workplace. */
  unitLevel?: (typeof unitLevels)[number] | null | undefined
  memberships?: readonly (typeof memberships)[number][] | null | undefined
  /** Absent: an ordinary area. `null`: asked and not known, so both thresholds are tried. */
  disadvantagedArea?: boolean | null | undefined
  registered?: boolean | null | undefined
  /** Day on which the record was written down. */
  recordedOn?: string | null | undefined
  /** Facts by id; a fact left out is unknown, never "no". */
  evidence?: Evidence | null | undefined
  /** Who stands behind a fact; a fact without an entry counts as `self`. */
  attested?: Partial<Record<FactId, Attester | null | undefined>> | null | undefined
  /** Points 0-10 in steps of a half that a form or an officer states; each takes the place of the evidence. */
  scores?: Partial<Record<IndicatorId, number | null | undefined>> | null | undefined
}

export const nullish = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema))

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.maxLength(listLimit))

const activityShape = (kind: z.ZodMiniType<string>, topic: z.ZodMiniType<string>) => ({
  kind: nullish(kind),
  topic: nullish(topic),
  from: nullish(partialDateSchema),
  to: nullish(partialDateSchema),
  hours: nullish(z.number().check(z.gte(0), z.lte(hoursLimit))),
  certificate: nullish(z.boolean()),
})

const endsAfterItBegins = /* @__PURE__ */ schema(() =>
  z.check<{ from?: string | null | undefined; to?: string | null | undefined }>((payload) => {
    const [begins, ends] = [partialDate(payload.value.from ?? ''), partialDate(payload.value.to ?? '')]
    if (begins && ends && ends.last < begins.first)
      payload.issues.push({ code: 'custom', message: 'to_before_from', path: ['to'], input: payload.value })
  }),
)

export const activitiesSchema = (kind: z.ZodMiniType<string>, topic: z.ZodMiniType<string>) =>
  listOf(z.strictObject(activityShape(kind, topic)).check(endsAfterItBegins))

const certificateStepSchema = /* @__PURE__ */ schema(() => nullish(z.int().check(z.gte(1), z.lte(certificateStepLimit))))

/** @param stepsOf - first and last step of a kind whose scale is known */
export const certificatesSchema = (
  kind: z.ZodMiniType<string>,
  stepsOf?: (kind: string) => readonly [number, number] | undefined,
) =>
  listOf(
    z.strictObject({ kind: nullish(kind), level: certificateStepSchema, issuedOn: nullish(partialDateSchema) }).check(
      z.check((payload) => {
        const { kind, level } = payload.value
        const steps = kind ? stepsOf?.(kind) : undefined
        if (steps && level && level > steps[1])
          payload.issues.push({ code: 'too_big', maximum: steps[1], origin: 'number', path: ['level'], input: level })
        if (steps && level && level < steps[0])
          payload.issues.push({ code: 'too_small', minimum: steps[0], origin: 'number', path: ['level'], input: level })
      }),
    ),
  )

/** A complete list of codes, or an answer code by code. */
export const codesSchema = (code: z.ZodMiniType<string>) =>
  z.union([listOf(code), z.partialRecord(code as never, nullish(z.boolean()))], 'codes')

const text = /* @__PURE__ */ schema(() => z.string().check(z.minLength(1)))

/** @param parts - schemas of the three maps, which a criteria set narrows to its own facts and indicators */
export function recordSchemaWith<E extends z.ZodMiniType, A extends z.ZodMiniType, S extends z.ZodMiniType>(parts: {
  evidence: E
  attested: A
  scores: S
}) {
  return z.strictObject({
    id: text,
    group: text,
    birth: nullish(partialDateSchema),
    units: nullish(z.strictObject({ residence: nullish(z.string()), workplace: nullish(z.string()) })),
    unitLevel: nullish(z.enum(unitLevels, 'unknown_code')),
    memberships: nullish(listOf(z.enum(memberships, 'unknown_code'))),
    disadvantagedArea: nullish(z.boolean()),
    registered: nullish(z.boolean()),
    recordedOn: nullish(isoDaySchema),
    evidence: nullish(parts.evidence),
    attested: nullish(parts.attested),
    scores: nullish(parts.scores),
  })
}

export const attesterSchema = /* @__PURE__ */ schema(() => nullish(z.enum(attesters, 'unknown_attester')))
export const scoreSchema = (maximum: number) =>
  nullish(
    z.number().check(
      z.gte(0),
      z.lte(maximum),
      z.refine((points) => Number.isInteger(points * 2), 'not_half'),
    ),
  )

const word = /* @__PURE__ */ schema(() => z.string())
/** An activity or a certificate; which of the two only the fact says. */
const anyItem = /* @__PURE__ */ schema(() =>
  z
    .strictObject({ ...activityShape(word, word), level: certificateStepSchema, issuedOn: nullish(partialDateSchema) })
    .check(endsAfterItBegins),
)
const factValue = /* @__PURE__ */ schema(() =>
  z.union([z.number(), z.boolean(), word, codesSchema(word), listOf(anyItem)], 'evidence'),
)

/**
 * The form of any record, of whatever criteria set: a zod schema, so also a Standard Schema. Whether facts and codes exist,
 * and whether values are in their range, only the set of an assessment knows.
 */
export const recordSchema = /* @__PURE__ */ schema(() =>
  recordSchemaWith({
    evidence: z.record(z.string(), nullish(factValue)),
    attested: z.record(z.string(), attesterSchema),
    scores: z.partialRecord(z.enum(indicatorIds), scoreSchema(scoreLimit)),
  }),
)
