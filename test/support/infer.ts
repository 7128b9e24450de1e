import { settled } from './solve.js'

/** A sum of counts, by their names. */
export type Form = ReadonlyMap<string, number>

/** What is known of counts that are not known: forms whose values are told, whatever they are, and no count is negative. */
export interface Knowledge {
  counts: ReadonlyMap<string, number>
  told: readonly Form[]
}

export const sumOf = (names: Iterable<string>): Form => new Map([...names].map((name) => [name, 1]))
export const minus = (a: Form, b: Form): Form => {
  const form = new Map(a)
  for (const [name, of] of b) form.set(name, (form.get(name) ?? 0) - of)
  return form
}
export const valueOf = (form: Form, counts: ReadonlyMap<string, number>): number =>
  [...form].reduce((sum, [name, of]) => sum + of * (counts.get(name) ?? NaN), 0)

/** The forms of a list that linear algebra works out of what is told, as their places in it. */
export function workedOut({ counts, told }: Knowledge, forms: readonly Form[]): number[] {
  // What is told of one count alone is known, and leaves the equations.
  const known = knownAlone(told)
  const names = [...counts.keys()].filter((name) => !known.has(name))
  const at = new Map(names.map((name, i) => [name, i]))
  const size = names.length + forms.length
  const equation = (form: Form, own?: number): number[] => {
    const row = Array.from({ length: size }, () => 0)
    for (const [name, of] of form) {
      const i = at.get(name)
      if (i !== undefined) row[i] = of
    }
    if (own !== undefined) row[names.length + own] = -1
    return row
  }
  const equations = [...told.map((form) => equation(form)), ...forms.map((form, i) => equation(form, i))]
  const found = settled(
    equations.filter((row) => row.some((of) => of !== 0)),
    size,
  )
  return forms.flatMap((_, i) => (found.has(names.length + i) ? [i] : []))
}

const knownAlone = (told: readonly Form[]): Set<string> =>
  new Set(told.flatMap((form) => (form.size === 1 ? [...form.keys()] : [])))

const kindOf = (name: string): string => name.slice(0, name.indexOf(' '))

/**
 * Whether other counts, none of them negative, give all that is told and another value of a form: looked for by changing a count by
 * one and mending what that breaks, the sum with the fewest counts first, at random, so often.
 * Of counts whose names begin with the same word each person has one.
 */
export function canDiffer({ counts, told }: Knowledge, form: Form, next: (limit: number) => number, times = 4000): boolean {
  const known = knownAlone(told)
  const open = told
    .map((one) => [...one].filter(([name, of]) => of !== 0 && !known.has(name)))
    .filter((one) => one.length > 0)
    .sort((a, b) => a.length - b.length)
  const inSums = new Map<string, number[]>()
  open.forEach((one, i) => {
    for (const [name] of one) inSums.set(name, [...(inSums.get(name) ?? []), i])
  })
  const starts = [...form.keys()].filter((name) => !known.has(name))
  if (starts.length === 0) return false
  for (let time = 0; time < times; time++) {
    const change = new Map<string, number>()
    const moved = new Set<string>()
    const off = open.map(() => 0)
    const move = (name: string, by: number): boolean => {
      const sum = (change.get(name) ?? 0) + by
      if ((counts.get(name) ?? 0) + sum < 0 || Math.abs(sum) > 2) return false
      change.set(name, sum)
      moved.add(kindOf(name))
      for (const i of inSums.get(name) ?? []) {
        const of = open[i]?.find(([one]) => one === name)?.[1] ?? 0
        off[i] = (off[i] as number) + of * by
      }
      return true
    }
    if (!move(starts[next(starts.length)] as string, next(2) === 0 ? 1 : -1)) continue
    for (let step = 0; step < 40; step++) {
      const broken = off.findIndex((by) => by !== 0)
      if (broken < 0) break
      // Counts of a kind that is as it was, where the sum has such.
      const all = open[broken] as [string, number][]
      const fresh = all.filter(([one]) => !moved.has(kindOf(one)))
      const choices = fresh.length > 0 ? fresh : all
      const [name, of] = choices[next(choices.length)] as [string, number]
      move(name, -Math.sign(off[broken] as number) * Math.sign(of))
    }
    if (off.every((by) => by === 0) && [...form].reduce((sum, [name, of]) => sum + of * (change.get(name) ?? 0), 0) !== 0)
      return true
  }
  return false
}
