import type { Condition } from '../../src/model/condition.js'
import { criteriaJson } from './plain/set.js'

export type Keys = readonly (string | number)[]

/** The files of the farmers' set, each by its id, read afresh. */
export const farmerFiles = (): Record<string, unknown> => ({
  facts: criteriaJson('facts'),
  'digital-skills': criteriaJson('digital-skills'),
  framework: criteriaJson('framework'),
  farmer: criteriaJson('groups/farmer'),
})

export const words = (vi: string) => ({ vi, en: `in English: ${vi.normalize('NFD').replace(/[^ -~]/g, '')}` })

/** A province's overlay on the farmers' set. */
export const province = (parts: object) => ({ id: 'province', extends: 'farmer', version: '1', ...parts })

export const level = (points: number, when: unknown, more: object = {}) => ({
  points,
  basis: 'proposed',
  label: words('Thử'),
  when,
  ...more,
})

/** A province that replaces the level of 5 points of `reading`. */
export const provinceWith = (when: unknown): object => province({ indicators: { reading: { levels: [level(5, when)] } } })

export const atLeast = (fact: string, value: unknown): Condition =>
  ({ fact, operator: 'greaterThanInclusive', value }) as Condition

/** A parameter with one proposed value a day. */
export const parameter = (steps: readonly (readonly [from: string, value: number])[], more: object = {}) => ({
  unit: 'times',
  checkedOn: '2026-11-24',
  values: steps.map(([from, value]) => ({ from, value, basis: 'proposed', rationale: words('Thử.') })),
  ...more,
})

export const occupation = {
  id: 'occupation',
  label: words('Nghề'),
  type: 'code',
  codes: ['rice', 'salt', 'fish'].map((code) => ({ code, label: words(code) })),
  better: 'neither',
  window: 'assessment-year',
  attestedBy: ['self'],
}

/** The places of everything inside a JSON value, itself first. */
export function* placesIn(value: unknown, path: Keys = []): Generator<Keys> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

export function valueAt(value: unknown, path: Keys): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value)
}

/** A copy with `by` at a place; a new last key is added, `undefined` takes the place out. */
export function withPut(value: unknown, path: Keys, by: unknown): unknown {
  if (path.length === 0) return by
  const copy = structuredClone(value)
  const inner = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>
  const last = path[path.length - 1] as string | number
  if (by === undefined && Array.isArray(inner)) inner.splice(Number(last), 1)
  else if (by === undefined) Reflect.deleteProperty(inner, last)
  // As JSON text does it: `__proto__` becomes a key like any other.
  else Object.defineProperty(inner, last, { value: by, enumerable: true, configurable: true, writable: true })
  return copy
}
