import { extremesOf, type Extremes } from './next-questions-extremes.js'
import { WitnessSearch } from './next-questions-witness.js'
import {
  viewOf,
  type Answer,
  type AskedFact,
  type AskedIndicator,
  type AskedRules,
  type Asking,
  type World,
} from './next-questions-world.js'

/** A fact that is not fully known, with all that it may turn out to be. */
export interface OpenFact {
  f: number
  answers: readonly Answer[]
}

export interface Situation {
  asked: AskedRules
  world: World
  open: readonly OpenFact[]
  /** Positions of the indicators without a declared score. */
  indicators: readonly number[]
  /** Totals that the indicators without a declared score must reach; two where the area is not known. */
  thresholds: readonly number[]
  floor: number
}

/** Scores that one indicator can have; of a pair of answers to one fact, the scores that it can have with either. */
type Scores = readonly number[]
type Pairs = readonly (readonly [number, number])[]

/** More ways in which shared facts turn out together than this are not tried. */
const mostContexts = 20_000

/**
 * Decides of each open fact whether its answer can change the verdict, whatever else turns out: whether there are two answers
 * to it, and answers to all other open facts, with which one record is met and the other is not. Exact: indicators are apart
 * from each other once the facts that several of them read are given, so scores are worked out indicator by indicator for
 * every way in which those turn out, and then added up.
 */
export class Relevance {
  readonly #situation: Situation
  readonly #witnesses: WitnessSearch
  readonly #byFact: ReadonlyMap<number, OpenFact>
  /** By indicator its open facts. */
  readonly #reads: ReadonlyMap<number, readonly number[]>
  readonly #shared: readonly number[]
  readonly #scores = new Map<string, Scores>()
  readonly #pairs = new Map<string, Pairs>()
  readonly #sums = new Map<string, readonly number[]>()
  readonly #views = new Map<string, Views>()
  readonly #contextsOf = new Map<string, Context[] | undefined>()
  readonly #behaviours = new Map<string, number>()

  constructor(situation: Situation) {
    this.#situation = situation
    this.#witnesses = new WitnessSearch(situation)
    const { asked, open, indicators } = situation
    this.#byFact = new Map(open.map((one) => [one.f, one]))
    this.#reads = new Map(indicators.map((i) => [i, this.#indicator(i).facts.filter((f) => this.#byFact.has(f))]))
    const readers = (f: number): number => indicators.filter((i) => this.#readsOf(i).includes(f)).length
    this.#shared = asked.facts.map((_, f) => f).filter((f) => readers(f) > 1)
  }

  /** @returns `undefined` where the shared facts can turn out in too many ways */
  isRelevant(f: number): boolean | undefined {
    const { indicators } = this.#situation
    const extremes = this.#extremes(f)
    if (extremes.some(([a, b]) => this.#witnesses.isShown(f, this.#answer(f, a), this.#answer(f, b)))) return true
    const readers = indicators.filter((i) => this.#readsOf(i).includes(f))
    const rest = indicators.filter((i) => !readers.includes(i))
    const contexts = this.#contexts(this.#shared.filter((one) => one !== f))
    if (contexts === undefined) return undefined
    return extremes.some(([a, b]) =>
      contexts.some((context) =>
        this.#canDiffer(
          readers.map((i) => this.#pairsOf(i, f, a, b, context)),
          this.#sumsOf(rest.map((i) => this.#scoresOf(i, context))),
        ),
      ),
    )
  }

  #indicator(i: number): AskedIndicator {
    return this.#situation.asked.indicators[i] as AskedIndicator
  }

  #readsOf(i: number): readonly number[] {
    return this.#reads.get(i) as readonly number[]
  }

  #answers(f: number): readonly Answer[] {
    return this.#byFact.get(f)?.answers as readonly Answer[]
  }

  #answer(f: number, at: number): Answer {
    return this.#answers(f)[at] as Answer
  }

  /** What one indicator tells apart of the answers to a fact. */
  #viewsOf(i: number, f: number): Views {
    const key = `${i},${f}`
    let views = this.#views.get(key)
    if (views === undefined) {
      const asking = this.#indicator(i).asking.get(f) as Asking
      const one = this.#situation.asked.facts[f] as AskedFact
      const numbers = new Map<string, number>()
      const first: number[] = []
      const of = this.#answers(f).map((answer, at) => {
        const view = viewOf(answer, one, asking)
        const number = numbers.get(view) ?? first.push(at) - 1
        numbers.set(view, number)
        return number
      })
      views = { of, first }
      this.#views.set(key, views)
    }
    return views
  }

  #extremes(f: number): Extremes {
    return extremesOf(this.#answers(f), this.#situation.asked.facts[f] as AskedFact)
  }

  /** The ways in which shared facts turn out together; of those in which no indicator can tell a difference, one. */
  #contexts(shared: readonly number[]): Context[] | undefined {
    const key = shared.join()
    if (!this.#contextsOf.has(key)) this.#contextsOf.set(key, this.#makeContexts(shared))
    return this.#contextsOf.get(key)
  }

  #makeContexts(shared: readonly number[]): Context[] | undefined {
    const { indicators } = this.#situation
    let count = 1
    for (const f of shared) count *= this.#answers(f).length
    if (count > mostContexts) return undefined
    const touched = indicators
      .filter((i) => this.#readsOf(i).some((f) => shared.includes(f)))
      .map((i) => this.#shownBy(i, shared))
    const kept = new Map<string, Context>()
    const context = new Map<number, number>()
    const visit = (at: number): void => {
      const f = shared[at]
      if (f === undefined) {
        const key = touched.map((one) => (one.behaviours[one.sum] ??= this.#behaviourOf(one.i, context))).join()
        if (!kept.has(key)) kept.set(key, new Map(context))
        return
      }
      for (let answer = 0; answer < this.#answers(f).length; answer++) {
        context.set(f, answer)
        for (const one of touched) one.sum += one.steps[at]?.[answer] ?? 0
        visit(at + 1)
        for (const one of touched) one.sum -= one.steps[at]?.[answer] ?? 0
      }
    }
    visit(0)
    return [...kept.values()]
  }

  /** Numbers what an indicator sees of shared facts, so that contexts need no text to be told apart by it. */
  #shownBy(i: number, shared: readonly number[]): Shown {
    let size = 1
    const steps = shared.map((f) => {
      if (!this.#readsOf(i).includes(f)) return undefined
      const { of, first } = this.#viewsOf(i, f)
      const step = size
      size *= first.length
      return of.map((view) => view * step)
    })
    return { i, steps, sum: 0, behaviours: [] }
  }

  /** Equal for contexts in which an indicator does the same, whichever of its other facts is asked about. */
  #behaviourOf(i: number, context: Context): number {
    const free = this.#readsOf(i).filter((f) => !context.has(f))
    const ofFree = free.flatMap((f) => this.#extremes(f).map(([a, b]) => this.#pairsOf(i, f, a, b, context).join(';')))
    const behaviour = [this.#scoresOf(i, context).join(), ...ofFree].join('/')
    const number = this.#behaviours.get(behaviour) ?? this.#behaviours.size
    this.#behaviours.set(behaviour, number)
    return number
  }

  /** An indicator, and what it sees of a context. */
  #keyOf(i: number, context: Context): string {
    let key = `${i}`
    for (const f of this.#readsOf(i)) {
      const answer = context.get(f)
      if (answer !== undefined) key += ` ${f}:${this.#viewsOf(i, f).of[answer] as number}`
    }
    return key
  }

  #scoresOf(i: number, context: Context): Scores {
    const key = this.#keyOf(i, context)
    let scores = this.#scores.get(key)
    if (scores === undefined) {
      const found = new Set<number>()
      this.#walk(i, context, undefined, [], ([points]) => void found.add(points as number))
      scores = [...found].sort((a, b) => a - b)
      this.#scores.set(key, scores)
    }
    return scores
  }

  #pairsOf(i: number, f: number, a: number, b: number, context: Context): Pairs {
    const { of } = this.#viewsOf(i, f)
    const key = `${this.#keyOf(i, context)} of ${f}: ${of[a] as number} ${of[b] as number}`
    let pairs = this.#pairs.get(key)
    if (pairs === undefined) {
      const found = new Map<string, [number, number]>()
      const tried = [this.#answer(f, a), this.#answer(f, b)]
      this.#walk(i, context, f, tried, ([x, y]) => void found.set(`${x},${y}`, [x as number, y as number]))
      pairs = [...found.values()].sort((x, y) => x[0] - y[0] || x[1] - y[1])
      this.#pairs.set(key, pairs)
    }
    return pairs
  }

  /**
   * Tries all answers to the facts that an indicator reads beside those of a context, and stops where the rest no longer
   * matters.
   *
   * @param tried - answers to `f` that are tried side by side; none without `f`
   */
  #walk(i: number, context: Context, f: number | undefined, tried: readonly Answer[], found: (scores: number[]) => void): void {
    const { world } = this.#situation
    const reads = this.#readsOf(i)
    const free = reads.filter((one) => one !== f && !context.has(one))
    for (const one of reads) {
      const answer = context.get(one)
      if (answer !== undefined && one !== f) world.answer(one, this.#answer(one, answer))
    }
    const scoresNow = (): number[] | undefined => {
      if (f === undefined) {
        const [lower, upper] = world.pointsOf(i)
        return lower === upper ? [lower] : undefined
      }
      const scores: number[] = []
      for (const answer of tried) {
        world.answer(f, answer)
        const [lower, upper] = world.pointsOf(i)
        if (lower !== upper) return undefined
        scores.push(lower)
      }
      return scores
    }
    const visit = (at: number): void => {
      const scores = scoresNow()
      if (scores !== undefined) return found(scores)
      const next = free[at]
      if (next === undefined) throw new Error('an indicator is open although all its facts are answered')
      for (const answer of this.#viewsOf(i, next).first) {
        world.answer(next, this.#answer(next, answer))
        visit(at + 1)
      }
      world.open(next)
    }
    visit(0)
    for (const one of reads) world.open(one)
  }

  /** Sums of one score each that are not under the floor. */
  #sumsOf(scores: readonly Scores[]): readonly number[] {
    const { floor } = this.#situation
    const key = scores
      .map((some) => some.join())
      .sort()
      .join('|')
    let sums = this.#sums.get(key)
    if (sums === undefined) {
      let found = new Set([0])
      for (const some of scores) {
        const next = new Set<number>()
        for (const score of some) if (score >= floor) for (const sum of found) next.add(sum + score)
        found = next
      }
      sums = [...found]
      this.#sums.set(key, sums)
    }
    return sums
  }

  /** Whether the first of two answers can be met and the second not, given pairs of scores and sums of the rest. */
  #canDiffer(pairs: readonly Pairs[], sums: readonly number[]): boolean {
    if (sums.length === 0) return false
    const { floor, thresholds } = this.#situation
    let states = new Map([['', { a: 0, b: 0, fails: false }]])
    for (const some of pairs) {
      const next: typeof states = new Map()
      for (const { a, b, fails } of states.values())
        for (const [x, y] of some) {
          if (x < floor) continue
          const to = { a: a + x, b: b + y, fails: fails || y < floor }
          next.set(`${to.a},${to.b},${to.fails}`, to)
        }
      states = next
    }
    for (const { a, b, fails } of states.values())
      for (const rest of sums)
        for (const threshold of thresholds) if (rest + a >= threshold && (fails || rest + b < threshold)) return true
    return false
  }
}

/** By position of a shared fact, the position of its answer. */
type Context = ReadonlyMap<number, number>
/** What one indicator sees of the shared facts in turn: views as the digits of one number, and the behaviour by that number. */
interface Shown {
  i: number
  /** By position among the shared facts, what each of its answers adds; `undefined` where it is not read. */
  steps: readonly (readonly number[] | undefined)[]
  sum: number
  behaviours: number[]
}
/** By position of an answer its view, and by view the position of the first answer that has it. */
interface Views {
  of: readonly number[]
  first: readonly number[]
}
