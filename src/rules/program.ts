import { isQuestion, nextUp, questionsOf, yesRange, type Question, type Rule } from './rule.js'
import type { SlotTable } from './slot.js'

/**
 * Conditions as one flat program. A slot `s` holds a range: `S[2s]` its lower end, `S[2s + 1]` its upper end, unknown being
 * -Infinity and Infinity. Every test asks `end of a slot >= bound` and names the next test for yes and for no; a negative
 * next `~p` ends the walk with `p` points.
 *
 * One walk over the lower ends gives the points that are sure, one over the upper ends those not excluded. A `not` swaps
 * both the exits and the end that is read, so the same tests serve both walks: the second reads `end ^ 1`.
 */
export interface Program {
  /** The end that a test reads. */
  end: Uint32Array
  bound: Float64Array
  /** Next after a yes, and after a no. */
  yes: Int32Array
  no: Int32Array
  /** First test of each walk. */
  entry: Int32Array
  /** Walks of indicator `i`: `[first[i], first[i + 1])`. Their points add up, to at most `cap[i]`. */
  first: Int32Array
  cap: Int32Array
  /** Facts that indicator `i` reads, as a bit set in the numbering of `bitOf`. */
  reads: Int32Array
}

export interface GradedRules {
  grading: 'highest' | 'sum'
  /** The most that the indicator can give. */
  cap: number
  levels: { points: number; rule: Rule }[]
}

interface Test {
  bound: number
  end: number
  yes: number
  no: number
}

/**
 * @param bitOf - the bit of a fact in the set of facts that are not exactly known
 */
export function compileProgram(indicators: readonly GradedRules[], slots: SlotTable, bitOf: (fact: string) => number): Program {
  const tests: Test[] = []
  const atLeast = (question: Question, bound: number, yes: number, no: number, odd: number): number =>
    tests.push({ bound, end: 2 * slots.indexOf(question.slot) + odd, yes, no }) - 1

  /** Emits backwards, so that both continuations are known. @param odd - 1 under an odd number of `not`s */
  function emit(rule: Rule, yes: number, no: number, odd: number): number {
    if (isQuestion(rule)) return emitQuestion(rule, yes, no, odd)
    if ('all' in rule) return rule.all.reduceRight((next, part) => emit(part, next, no, odd), yes)
    if ('any' in rule) return rule.any.reduceRight((next, part) => emit(part, yes, next, odd), no)
    return emit(rule.not, no, yes, 1 - odd)
  }

  function emitQuestion(question: Question, yes: number, no: number, odd: number): number {
    const [from, to] = yesRange(question)
    const next = to < Infinity ? atLeast(question, nextUp(to), no, yes, 1 - odd) : yes
    return from > -Infinity ? atLeast(question, from, next, no, odd) : next
  }

  const entry: number[] = []
  const first = [0]
  for (const { grading, levels } of indicators) {
    // The highest level met ends the walk, so levels are asked from the top.
    if (grading === 'highest')
      entry.push(levels.toSorted((a, b) => a.points - b.points).reduce((no, { points, rule }) => emit(rule, ~points, no, 0), ~0))
    else for (const { points, rule } of levels) entry.push(emit(rule, ~points, ~0, 0))
    first.push(entry.length)
  }

  return {
    end: Uint32Array.from(tests, ({ end }) => end),
    bound: Float64Array.from(tests, ({ bound }) => bound),
    yes: Int32Array.from(tests, ({ yes }) => yes),
    no: Int32Array.from(tests, ({ no }) => no),
    entry: Int32Array.from(entry),
    first: Int32Array.from(first),
    cap: Int32Array.from(indicators, ({ cap }) => cap),
    reads: Int32Array.from(indicators, ({ levels }) => {
      let bits = 0
      for (const { rule } of levels) for (const { slot } of questionsOf(rule)) bits |= bitOf(slot.fact.id)
      return bits
    }),
  }
}

/**
 * Writes the points of indicator `i` to `out[i]` (sure) and `out[indicators + i]` (not excluded).
 *
 * @param open - bit set of the facts not exactly known; without them both ends are equal and one walk is enough
 */
export function runProgram(program: Program, S: Float64Array, open: number, out: Float64Array): void {
  const { end, bound, yes, no, entry, first, cap, reads } = program
  const indicators = reads.length
  for (let i = 0; i < indicators; i++) {
    const most = cap[i] as number
    const from = first[i] as number
    const to = first[i + 1] as number
    let lower = 0
    for (let w = from; w < to; w++) {
      let t = entry[w] as number
      while (t >= 0) t = ((S[end[t] as number] as number) >= (bound[t] as number) ? yes[t] : no[t]) as number
      lower += ~t
    }
    if (lower > most) lower = most
    let upper = lower
    if (((reads[i] as number) & open) !== 0 && lower !== most) {
      upper = 0
      for (let w = from; w < to; w++) {
        let t = entry[w] as number
        while (t >= 0) t = ((S[(end[t] as number) ^ 1] as number) >= (bound[t] as number) ? yes[t] : no[t]) as number
        upper += ~t
      }
      if (upper > most) upper = most
    }
    out[i] = lower
    out[indicators + i] = upper
  }
}
