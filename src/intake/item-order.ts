import type { Activity, Certificate } from '../model/record.js'

type Item = Partial<Record<keyof Activity | keyof Certificate, string | number | boolean | null | undefined>>

/** What decides first comes first. */
const keys = ['from', 'issuedOn', 'to', 'kind', 'topic', 'hours', 'certificate', 'level'] as const satisfies (keyof Item)[]

/** An order of items that depends on nothing but what they say; what says nothing comes first. */
export function compareItems(a: Activity | Certificate, b: Activity | Certificate): number {
  for (const key of keys) {
    const [left, right] = [(a as Item)[key] ?? undefined, (b as Item)[key] ?? undefined]
    if (left === right) continue
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}
