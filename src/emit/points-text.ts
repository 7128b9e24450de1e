import type { DayIndicator } from '../assessment/day-indicators.js'
import { expressionOf } from '../rules/comparison.js'
import { questionsOf, type Question, type Rule } from '../rules/rule.js'
import { keyOf, type Slot } from '../rules/slot.js'
import { commentWord, numberComment, numberText } from './literal.js'
import { comparisonText, ifText, type VariableOf } from './condition-text.js'
import { Names } from './names.js'
import { parametersOf, type Plan } from './plan.js'

/** The functions of the indicators, and `pointsInto`, which asks them all. @param names - of the functions of the module */
export function pointsText(plan: Plan, names: Names): string {
  const { indicators } = plan.rules
  const functions = indicators.map((indicator, i) => names.take(['pointsOf', indicator.id], `pointsOf${i}`))
  const asked = indicators.flatMap((indicator, i) => {
    const name = functions[i] as string
    return [
      `  out[${i}] = low = ${name}(S, 0)`,
      `  out[${indicators.length + i}] = (open & ${bitsOf(plan, indicator)}) === 0 || low === ${numberText(indicator.cap)} ? low : ${name}(S, 1)`,
    ]
  })
  return [
    ...indicators.map((indicator, i) => indicatorText(plan, i, functions[i] as string)),
    `/** The points of all indicators over filled slots: sure ones to \`out[0]\` and on, those not excluded after them. */
export function pointsInto(S, open, out) {
  let low = 0
${asked.join('\n')}
}`,
  ].join('\n\n')
}

/** The facts that an indicator asks about. */
function bitsOf({ bitOf }: Plan, { levels }: DayIndicator): number {
  let bits = 0
  for (const { rule } of levels) for (const { slot } of questionsOf(rule)) bits |= bitOf(slot.fact.id)
  return bits
}

function indicatorText(plan: Plan, i: number, name: string): string {
  const { id, grading, cap, levels } = plan.rules.indicators[i] as DayIndicator
  const rests = commentWord(plan.nobody.indicators[i]?.basis ?? '')
  const variables = new Variables(plan)
  const sum = grading === 'sum'
  const ordered = sum ? levels : levels.toSorted((a, b) => b.points - a.points)
  const conditions = ordered.map(({ points, rule }) => {
    const most = Math.min(points, cap)
    const then = sum ? `points += ${points}` : `return ${most}`
    return [
      ...comments(plan, id, points, rule),
      ifText(
        expressionOf(rule, (comparison) => comparisonText(variables.of, comparison)),
        then,
      ),
    ].join('\n')
  })
  return [
    `// ${commentWord(id)}, ${sum ? `levels add up to ${numberText(cap)}` : 'the highest level met'}; all of it together: ${rests}`,
    `function ${name}(S, end) {`,
    ...variables.lines,
    ...(sum ? ['  let points = 0'] : []),
    ...conditions,
    sum ? `  return Math.min(points, ${numberText(cap)})` : '  return 0',
    '}',
  ].join('\n')
}

/** What a level and its numbers rest on, in words that a checked set has. */
function comments({ set, stepOf }: Plan, indicator: string, points: number, rule: Rule): string[] {
  const level = set.indicators.find(({ id }) => id === indicator)?.levels.find((one) => one.points === points)
  return [
    `  // ${points} points: ${commentWord(level?.basis ?? '')}`,
    ...parametersOf(rule).map((parameter) => `  // ${numberComment(parameter, stepOf(parameter))}`),
  ]
}

/** The variables of one function: an end of a slot each, read before anything is asked. */
class Variables {
  readonly lines: string[] = []
  readonly #names = new Names('S', 'end', 'points')
  readonly #known = new Map<string, string>()
  readonly #position: ReadonlyMap<string, number>

  constructor({ slots }: Plan) {
    this.#position = new Map(slots.map((slot, at) => [keyOf(slot), at]))
  }

  readonly of: VariableOf = ({ slot }: Question, other) => {
    const at = this.#position.get(keyOf(slot)) as number
    const key = `${at} ${other}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const words = wordsOf(slot)
    const name = this.#names.take(other === 1 ? ['other', ...words] : words, `${other === 1 ? 'other' : 'slot'}${at}`)
    this.#known.set(key, name)
    this.lines.push(`  const ${name} = S[${other === 1 ? `${2 * at + 1} - end` : `${2 * at} + end`}]`)
    return name
  }
}

/** Ids that a name for a slot is made of. */
export function wordsOf(slot: Slot): string[] {
  const { id } = slot.fact
  switch (slot.holds) {
    case 'value':
      return [id]
    case 'code':
      return [id, slot.code]
    case 'count':
      return [id, 'count']
    case 'items':
      return [id, slot.params.measure, ...(slot.params.kinds ?? []), ...(slot.params.topics ?? [])].slice(0, 3)
  }
}
