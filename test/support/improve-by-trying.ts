import { compile } from '../../src/index.js'
import type { CitizenRecord } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { Instance } from './improve-instances.js'

/** Every value that a fact can be changed to for an effort, the value it has for none. */
interface Move {
  cost: number
  value: unknown
}

/** Item sorts that are tried: one kind for each way in which kinds are asked for, every topic. */
const triedKinds = ['course', 'seminar', 'field-day']

function* movesOf(fact: FactDefinition, given: unknown, effort: number, most: number, on: string): Generator<Move> {
  const steps = Math.floor(most / effort)
  yield { cost: 0, value: given }
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number': {
      const size = fact.step?.can === true ? fact.step.size : 1
      const [least, top] = fact.range
      const from = (given as number | undefined) ?? (fact.better === 'less' ? top : least)
      for (let n = 1; n <= steps; n++) {
        const value = fact.better === 'less' ? Math.max(least, from - n * size) : Math.min(top, from + n * size)
        yield { cost: n * effort, value }
        if (value === (fact.better === 'less' ? least : top)) return
      }
      return
    }
    case 'boolean':
      if (given !== true && steps > 0) yield { cost: effort, value: true }
      return
    case 'codes': {
      const holds = (code: string): boolean =>
        Array.isArray(given) ? given.includes(code) : (given as Record<string, unknown> | undefined)?.[code] === true
      const free = fact.codes.map(({ code }) => code).filter((code) => !holds(code))
      const held = fact.codes.map(({ code }) => code).filter(holds)
      for (const more of combinations(free, Math.min(steps, free.length), false))
        yield { cost: more.length * effort, value: [...held, ...more] }
      return
    }
    case 'activities': {
      const hours = fact.step?.can === true ? fact.step.hours : undefined
      const sorts = triedKinds.flatMap((kind) =>
        fact.topics.map(({ code: topic }) => ({ kind, topic, from: on, hours, certificate: true })),
      )
      for (const more of combinations(sorts, steps, true))
        yield { cost: more.length * effort, value: [...((given as unknown[] | undefined) ?? []), ...more] }
      return
    }
    case 'certificates': {
      const kinds = fact.step?.can === true ? (fact.step.kinds ?? []) : []
      const sorts = kinds.map((kind) => ({ kind, issuedOn: on }))
      for (const more of combinations(sorts, steps, true))
        yield { cost: more.length * effort, value: [...((given as unknown[] | undefined) ?? []), ...more] }
    }
  }
}

/** Choices of 1 to `most` of them, in the order of their size. */
function* combinations<T>(of: readonly T[], most: number, repeat: boolean): Generator<T[]> {
  for (let size = 1; size <= most; size++) yield* choices(of, size, 0, repeat)
}

function* choices<T>(of: readonly T[], size: number, from: number, repeat: boolean): Generator<T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let i = from; i < of.length; i++)
    for (const rest of choices(of, size - 1, repeat ? i : i + 1, repeat)) yield [of[i] as T, ...rest]
}

/**
 * Tries everything that costs at most `most`.
 *
 * @returns how many records were tried and the first that is met; `undefined` when there would be more than `limit` to try
 */
export function tryAll(
  { set, record, effort, open }: Instance,
  on: string,
  most: number,
  limit: number,
): { tried: number; met: CitizenRecord | undefined } | undefined {
  const evidence = (record.evidence ?? {}) as Record<string, unknown>
  const moves: Move[][] = []
  for (const fact of open) {
    const all: Move[] = []
    for (const move of movesOf(fact, evidence[fact.id], effort[fact.id as never] as unknown as number, most, on)) {
      if (all.push(move) > limit) return undefined
    }
    moves.push(all)
  }
  // Ways by cost, one fact after the other, to know the number before anything is tried.
  let ways = new Float64Array(most + 1)
  ways[0] = 1
  for (const all of moves) {
    const next = new Float64Array(most + 1)
    for (const { cost } of all) for (let c = 0; c + cost <= most; c++) next[c + cost]! += ways[c]!
    ways = next
    if (ways.reduce((sum, one) => sum + one, 0) > limit) return undefined
  }

  const assessor = compile(set, { on })
  const out = new Float64Array(26)
  const values: Record<string, unknown> = { ...evidence }
  let tried = 0
  const visit = (f: number, left: number): CitizenRecord | undefined => {
    const fact = open[f]
    if (fact === undefined) {
      tried++
      const changed = { ...record, evidence: values } as CitizenRecord
      assessor.scoreInto(changed, out)
      return out[23] === 1 ? structuredClone(changed) : undefined
    }
    for (const { cost, value } of moves[f] as Move[]) {
      if (cost > left) continue
      values[fact.id] = value
      const met = visit(f + 1, left - cost)
      if (met) return met
    }
    return undefined
  }
  return { met: visit(0, most), tried }
}

/** The record with every open fact as good as it can be made. */
export function bestOf({ record, open }: Instance, on: string): CitizenRecord {
  const evidence: Record<string, unknown> = { ...record.evidence }
  for (const fact of open) {
    const given = (evidence[fact.id] as unknown[] | undefined) ?? []
    switch (fact.type) {
      case 'rank':
      case 'count':
      case 'number':
        evidence[fact.id] = fact.better === 'less' ? fact.range[0] : fact.range[1]
        break
      case 'boolean':
        evidence[fact.id] = true
        break
      case 'codes':
        evidence[fact.id] = fact.codes.map(({ code }) => code)
        break
      case 'activities':
        evidence[fact.id] = [
          ...given,
          ...triedKinds.flatMap((kind) =>
            fact.topics.flatMap(({ code: topic }) =>
              Array.from({ length: 5 }, () => ({ kind, topic, from: on, hours: 100, certificate: true })),
            ),
          ),
        ]
        break
      case 'certificates': {
        const kinds = fact.step?.can === true ? (fact.step.kinds ?? []) : []
        evidence[fact.id] = [...given, ...kinds.flatMap((kind) => Array.from({ length: 5 }, () => ({ kind, issuedOn: on })))]
      }
    }
  }
  return { ...record, evidence } as CitizenRecord
}
