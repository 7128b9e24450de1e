import { compileProgram, runProgram, type GradedRules, type Program } from '../src/rules/program.js'
import { isQuestion, questionsOf, type Rule } from '../src/rules/rule.js'
import { SlotTable } from '../src/rules/slot.js'
import { farmerRules, type Filled } from './farmer-program.js'

/**
 * Larger sets, made of copies of the farmer set's indicators, each copy with facts of its own. The facts of copy `k` take the
 * values of one more person, so a set of 1,000 criteria does for 200 such people what the set of 10 does for 20,000: the same
 * questions with the same answers, and only the size of the program differs.
 */
export class CopiedProgram {
  readonly program: Program
  readonly #copies: number
  readonly #people: { S: Float64Array; open: number }[]
  readonly #out: Float64Array

  constructor(copies: number, filled: readonly Filled[]) {
    const table = new SlotTable()
    const slotsOfOne = new SlotTable()
    for (const rule of rulesOf(farmerRules)) for (const { slot } of questionsOf(rule)) slotsOfOne.indexOf(slot)
    const bit = new Map([...new Set(slotsOfOne.slots.map(({ fact }) => fact.id))].map((fact, i) => [fact, 1 << i]))
    const rules = Array.from({ length: copies }, (_, copy) => farmerRules.map((one) => copyOf(one, copy))).flat()
    this.program = compileProgram(rules, table, (fact) => bit.get(fact.slice(0, fact.indexOf('#'))) as number)
    this.#copies = copies
    this.#out = new Float64Array(20 * copies)
    const width = table.slots.length / copies
    this.#people = Array.from({ length: filled.length / copies }, (_, person) => {
      const S = new Float64Array(2 * width * copies)
      for (let copy = 0; copy < copies; copy++) S.set((filled[person * copies + copy] as Filled).S, 2 * width * copy)
      // Every fact counts as open where any is, so that all sizes walk alike.
      return { S, open: filled.some(({ open }) => open !== 0) ? -1 : 0 }
    })
  }

  run(): void {
    for (const { S, open } of this.#people) runProgram(this.program, S, open, this.#out)
  }

  /** Sum of all lower and of all upper ends: the same for every size. */
  sums(): [number, number] {
    const sums: [number, number] = [0, 0]
    for (const { S, open } of this.#people) {
      runProgram(this.program, S, open, this.#out)
      for (let i = 0; i < 10 * this.#copies; i++) {
        sums[0] += this.#out[i] as number
        sums[1] += this.#out[10 * this.#copies + i] as number
      }
    }
    return sums
  }
}

const rulesOf = (graded: readonly GradedRules[]): Rule[] => graded.flatMap(({ levels }) => levels.map(({ rule }) => rule))

export function copyOf({ grading, cap, levels }: GradedRules, copy: number): GradedRules {
  const rename = (rule: Rule): Rule => {
    if (isQuestion(rule))
      return { ...rule, slot: { ...rule.slot, fact: { ...rule.slot.fact, id: `${rule.slot.fact.id}#${copy}` } } }
    if ('all' in rule) return { all: rule.all.map(rename) }
    if ('any' in rule) return { any: rule.any.map(rename) }
    return { not: rename(rule.not) }
  }
  return { grading, cap, levels: levels.map(({ points, rule }) => ({ points, rule: rename(rule) })) }
}
