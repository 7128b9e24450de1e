import type * as z from 'zod/mini'
import { issue, refuse, safeKey, type Expected, type Issue, type IssueCode, type Path, type Result } from './issue.js'

type ZodIssue = z.core.$ZodIssue

/** Codes that a schema names itself, in place of a message. */
const named: ReadonlySet<string> = new Set<IssueCode>([
  'impossible_day',
  'to_before_from',
  'not_half',
  'unknown_code',
  'unknown_attester',
  'malformed',
])

const expectedOf: Record<string, Expected> = {
  object: 'object',
  record: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  codes: 'codes',
  evidence: 'evidence',
}

/** The code for a key that a map does not know, by the field that holds the map. */
export type UnknownKeyCode = (
  path: Path,
  key: PropertyKey,
) => 'unknown_key' | 'unknown_fact' | 'unknown_indicator' | 'unknown_code' | 'derived_fact'

/** Parses with a zod schema; what zod finds wrong is told as our issues, without values. */
export function parseWith<T>(
  schema: z.ZodMiniType<T>,
  input: unknown,
  unknownKey: UnknownKeyCode = () => 'unknown_key',
): Result<T> {
  const hidden = findHidden(input, [], unknownKey)
  if (hidden.length > 0) return refuse(hidden)
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const found = parsed.error.issues.flatMap((one) => issuesOf(one, [], input, unknownKey))
  // Of a value of the wrong type zod may still check the length.
  const placeOf = ({ path }: Issue): string => JSON.stringify(path)
  const wrongType = new Set(found.filter(({ code }) => code === 'wrong_type').map(placeOf))
  return refuse(found.filter((one) => one.code === 'wrong_type' || !wrongType.has(placeOf(one))))
}

/** Own keys that no object of ours has; JSON text can smuggle them in, and zod passes over the first. */
const reserved: readonly string[] = ['__proto__', 'constructor', 'prototype']
/** Deeper than this nothing of ours needs to be; beyond it recursion would not be safe. */
const mostDeep = 64

function findHidden(value: unknown, path: Path, unknownKey: UnknownKeyCode): Issue[] {
  if (typeof value !== 'object' || value === null) return []
  if (path.length > mostDeep) return [issue('too_deep', path.slice(0, 1), { limit: mostDeep })]
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value)
  for (const key of keys) {
    if (reserved.includes(key as string)) return [issue(unknownKey(path, key), [...path, key], {})]
    const found = findHidden((value as Record<PropertyKey, unknown>)[key], [...path, safeKey(key)], unknownKey)
    if (found.length > 0) return found
  }
  return []
}

function issuesOf(found: ZodIssue, base: Path, input: unknown, unknownKey: UnknownKeyCode): Issue[] {
  const path = [...base, ...found.path.map(safeKey)]
  if (named.has(found.message)) return [issue(found.message as 'unknown_code', path, {})]
  switch (found.code) {
    case 'unrecognized_keys':
      return found.keys.map((key) => issue(unknownKey(path, key), [...path, safeKey(key)], {}))
    case 'invalid_key':
      return [issue(unknownKey(path.slice(0, -1), path.at(-1) as PropertyKey), path, {})]
    case 'invalid_type':
      if (isAbsent(input, found.path)) return [issue('missing', path, {})]
      if (found.expected === 'int') return [issue('not_whole', path, {})]
      return [issue('wrong_type', path, { expected: expectedOf[found.expected] ?? 'object' })]
    case 'too_small':
    case 'too_big':
      return [issueOfSize(found, path)]
    case 'invalid_union':
      return issuesOfUnion(found, path, input, unknownKey)
    case 'invalid_element':
      return found.issues.flatMap((inner) => issuesOf(inner, path, valueAt(input, found.path), unknownKey))
    default:
      return [isAbsent(input, found.path) ? issue('missing', path, {}) : issue('malformed', path, { expected: found.code })]
  }
}

function issueOfSize(found: Extract<ZodIssue, { code: 'too_small' | 'too_big' }>, path: Path): Issue {
  if (found.origin === 'string') return issue('empty', path, {})
  if (found.origin === 'array')
    return found.code === 'too_big' ? issue('too_many', path, { limit: Number(found.maximum) }) : issue('empty', path, {})
  const bound = found.code === 'too_big' ? { max: Number(found.maximum) } : { min: Number(found.minimum) }
  return issue('out_of_range', path, bound)
}

/** Of the forms that a value might have taken, tells what is wrong with the one that it came closest to. */
function issuesOfUnion(
  found: Extract<ZodIssue, { code: 'invalid_union' }>,
  path: Path,
  input: unknown,
  unknownKey: UnknownKeyCode,
): Issue[] {
  if (isAbsent(input, found.path)) return [issue('missing', path, {})]
  const at = valueAt(input, found.path)
  const tries = found.errors.filter(
    (issues) => issues.length > 0 && !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const depth = (issues: readonly ZodIssue[]): number => Math.max(...issues.map((one) => one.path.length))
  const [closest] = tries.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)
  if (closest === undefined) return [issue('wrong_type', path, { expected: expectedOf[found.message] ?? 'object' })]
  return closest.flatMap((inner) => issuesOf(inner, path, at, unknownKey))
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input)
}

/** A field that is not there; a gap in a list is an item of the wrong type. */
const isAbsent = (input: unknown, path: readonly PropertyKey[]): boolean =>
  typeof path.at(-1) === 'string' && valueAt(input, path) === undefined
