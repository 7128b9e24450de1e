import type { Answer, AskedFact } from './next-questions-world.js'

/** Positions of two answers of one fact. */
export type Extremes = readonly (readonly [best: number, worst: number])[]

/** Answers to a fact that nobody has given are the same list for everybody. */
const sorted = new WeakMap<readonly Answer[], Answer[]>()
const extremes = new WeakMap<readonly Answer[], Extremes>()

/** Answers by what they are worth, roughly: exactness never hangs on it. */
export function poorestFirst(answers: readonly Answer[], { fact }: AskedFact): readonly Answer[] {
  let inOrder = sorted.get(answers)
  if (inOrder === undefined) {
    const sign = fact.better === 'less' ? -1 : 1
    // Numbers beyond every bound, and none at all, are as far as they need to be.
    const size = ({ values, level }: Answer): number =>
      values.reduce((sum, value) => sum + sign * Math.max(-1e6, Math.min(1e6, value)), level)
    inOrder = answers
      .map((answer) => ({ answer, size: size(answer) }))
      .sort((a, b) => a.size - b.size)
      .map(({ answer }) => answer)
    sorted.set(answers, inOrder)
  }
  return inOrder
}

/**
 * Pairs of answers that are enough to try. More of a fact that is better with more can only help, so only its best answers can
 * be met where its worst are not.
 */
export function extremesOf(answers: readonly Answer[], one: AskedFact): Extremes {
  let pairs = extremes.get(answers)
  if (pairs === undefined) {
    const inOrder = poorestFirst(answers, one)
    const positions = new Map(answers.map((answer, at) => [answer, at]))
    const sign = one.fact.better === 'less' ? -1 : 1
    const isAbove = (a: Answer, b: Answer): boolean =>
      a.level >= b.level && a.values.every((value, s) => sign * value >= sign * (b.values[s] as number))
    const worst = one.isMonotone ? outermost(inOrder, (a, b) => isAbove(b, a)) : inOrder
    const best = one.isMonotone ? outermost(inOrder.toReversed(), isAbove) : inOrder
    pairs = best.flatMap((a) =>
      worst.filter((b) => b !== a).map((b) => [positions.get(a) as number, positions.get(b) as number] as const),
    )
    extremes.set(answers, pairs)
  }
  return pairs
}

/** Answers beyond which no other lies; in an order in which those that lie beyond come first. */
function outermost(inOrder: readonly Answer[], isBeyond: (a: Answer, b: Answer) => boolean): Answer[] {
  const found: Answer[] = []
  for (const answer of inOrder) if (!found.some((one) => isBeyond(one, answer))) found.push(answer)
  return found
}
