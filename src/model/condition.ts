import * as z from 'zod/mini'
import { schema } from './schema.js'

/** The operators of json-rules-engine that a criterion may use; which fact takes which is in `sets/check-condition.ts`. */
export const leafOperators = [
  'equal',
  'in',
  'contains',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const
/** Those, and their opposites, in which a need under a `not` is told. */
export type Operator = (typeof leafOperators)[number] | 'notEqual' | 'notIn' | 'doesNotContain'

/** How a list fact becomes a number, and which of its items take part. */
export const leafParamsSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    measure: z.enum(['count', 'hours', 'latest']),
    kinds: z.optional(z.array(z.string()).check(z.minLength(1))),
    topics: z.optional(z.array(z.string()).check(z.minLength(1))),
    certified: z.optional(z.literal(true)),
  }),
)
export type LeafParams = z.infer<typeof leafParamsSchema>

const parameterRefSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({ fact: z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)) }),
)
/** A parameter: a kebab-case fact whose value depends on the day. */
export type ParameterRef = z.infer<typeof parameterRefSchema>
export { parameterRefSchema }

export const leafSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    fact: z.string(),
    params: z.optional(leafParamsSchema),
    operator: z.string(),
    value: z.union([z.number(), z.boolean(), z.string(), z.array(z.union([z.string(), z.number()])), parameterRefSchema]),
  }),
)
export type Leaf = z.infer<typeof leafSchema>

export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition } | { condition: string }

/** Every leaf of a condition of a loaded set, those of named conditions among them. */
export function* leavesOf(condition: Condition, named: Readonly<Record<string, Condition>>): Generator<Leaf> {
  if ('condition' in condition) yield* leavesOf(named[condition.condition] as Condition, named)
  else if ('not' in condition) yield* leavesOf(condition.not, named)
  else if ('all' in condition) for (const part of condition.all) yield* leavesOf(part, named)
  else if ('any' in condition) for (const part of condition.any) yield* leavesOf(part, named)
  else yield condition
}

/** Names of the conditions that a condition of a loaded set uses, directly or through others. */
export function* namesIn(condition: Condition, named: Readonly<Record<string, Condition>>): Generator<string> {
  if ('condition' in condition) {
    yield condition.condition
    yield* namesIn(named[condition.condition] as Condition, named)
  } else if ('not' in condition) yield* namesIn(condition.not, named)
  else if ('all' in condition) for (const part of condition.all) yield* namesIn(part, named)
  else if ('any' in condition) for (const part of condition.any) yield* namesIn(part, named)
}

/** Whether a leaf asks by an operator of the caller's, which `cong-dan-hoc-tap/engine` alone can run. */
export const isCustom = ({ operator }: Leaf): boolean => !(leafOperators as readonly string[]).includes(operator)

/** The parameter that a leaf compares with, if it does. */
export const parameterOf = ({ value }: Leaf): string | undefined =>
  typeof value === 'object' && 'fact' in value ? value.fact : undefined

/** Valid json-rules-engine condition JSON without `path` and `priority`. */
export const conditionSchema: z.ZodMiniType<Condition> = /* @__PURE__ */ schema(() =>
  z.lazy(() =>
    z.union([
      leafSchema,
      z.strictObject({ all: z.array(conditionSchema) }),
      z.strictObject({ any: z.array(conditionSchema) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ condition: z.string() }),
    ]),
  ),
)
