import * as z from 'zod/mini'
import { schema } from './schema.js'
import { groundsShape } from './basis.js'
import { textSchema } from './text.js'

const kebab = /* @__PURE__ */ schema(() => z.string().check(z.regex(/^[a-z][a-z0-9]*([-.][a-z0-9]+)*$/)))
const level = /* @__PURE__ */ schema(() => z.int().check(z.gte(0), z.lte(4)))
/** `from` inclusive, up to the next band. */
const bands = /* @__PURE__ */ schema(() => z.array(z.strictObject({ from: z.number(), level })).check(z.minLength(1)))

const common = /* @__PURE__ */ schema(() => ({
  id: kebab,
  /** The rule in words. */
  rule: textSchema,
  /** What the evidence itself is: an official paper, another body's standard. */
  evidence: z.strictObject({ ...groundsShape, note: z.optional(textSchema) }),
  /** `true`: used only by sets that enable it. */
  optional: z.optional(z.literal(true)),
  /** What the step from the evidence to a level of this scale rests on. */
  ...groundsShape,
}))

/** One way to show a level. The level of a person is the highest that any way shows. */
export const digitalRouteSchema = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('activities'),
      fact: z.string(),
      /** Best first; an overall result holds when at least so many areas are basic (or above) and so many above basic. */
      overall: z.array(z.strictObject({ code: kebab, label: textSchema, areasBasic: z.int(), areasAboveBasic: z.int(), level })),
    }),
    z.strictObject({ ...common, kind: z.literal('certificate'), fact: z.string(), certificate: z.string(), level }),
    z.strictObject({
      ...common,
      kind: z.literal('certificate-level'),
      fact: z.string(),
      certificate: z.string(),
      range: z.tuple([z.int(), z.int()]),
      bands,
    }),
    z.strictObject({ ...common, kind: z.literal('score'), fact: z.string(), bands }),
  ]),
)
export type DigitalRouteDefinition = z.infer<typeof digitalRouteSchema>

/** `criteria/digital-skills.json`. */
export const digitalSkillsFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.literal('digital-skills'),
    version: z.string(),
    note: z.optional(textSchema),
    /** In order, level 0 first. */
    levels: z.array(
      z.strictObject({
        level,
        code: z.enum(['none', 'emerging', 'basic', 'proficient', 'advanced']),
        label: textSchema,
        /** Which step of other scales means about the same; by meaning, no source maps them. */
        alignment: z.optional(z.record(z.string(), z.string())),
      }),
    ),
    notAssessed: z.strictObject({ label: textSchema }),
    /** Distinct activities needed for `basic` and for `above basic` in one area. */
    areas: z.array(
      z.strictObject({
        code: z.string(),
        label: textSchema,
        basic: z.int(),
        aboveBasic: z.int(),
        activities: z.array(z.string()),
        ...groundsShape,
      }),
    ),
    routes: z.array(digitalRouteSchema),
  }),
)
export type DigitalSkillsFile = z.infer<typeof digitalSkillsFileSchema>
