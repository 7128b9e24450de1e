import { isCustom, leavesOf } from '../model/condition.js'
import type { IndicatorDefinition } from '../model/criteria-set.js'
import { isoDay, isoText } from '../model/day.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { issue, type Issue } from '../model/issue.js'
import { stepOn } from '../rules/parameter.js'
import { ruleOf, type Question, type Rule } from '../rules/rule.js'
import { keyOf } from '../rules/slot.js'
import type { PlaceOf } from './check-set.js'
import type { Draft } from './extend.js'
import { profilesOf, type Profile } from './profile.js'

/** More combinations than this are not tried. */
const mostCombinations = 1_000_000

/**
 * Decides whether every level of an indicator that gives its best level also meets the levels below, on every day on which
 * its numbers change. Decided exactly: comparisons can change only at the numbers they name.
 */
export function checkNesting(set: Draft, indicator: IndicatorDefinition, placeOf: PlaceOf): Issue[] {
  if (indicator.grading !== 'highest') return []
  // What an operator of the caller's answers is not known here.
  const custom = indicator.levels.find(({ when }) => [...leavesOf(when, set.conditions)].some(isCustom))
  if (custom) return [notDecided(indicator, custom.file)]
  for (const on of daysOfChange(set, indicator)) {
    const levels = indicator.levels.map((level) => ({ level, rule: ruleOn(set, indicator, level.points, on) }))
    const found = findCounterexample(
      levels.map(({ rule }) => rule),
      set.digital,
      on,
    )
    if (found === undefined) continue
    const file = levels.at(-1)?.level.file as string
    if (found === 'not decided') return [notDecided(indicator, file)]
    const [upper, lower] = [levels[found.upper], levels[found.upper - 1]].map((one) => one?.level)
    if (upper && lower)
      return [
        {
          ...issue('not_nested', placeOf(indicator.id, upper.points, upper.file), {
            indicator: indicator.id,
            points: upper.points,
            below: lower.points,
            on,
            counterexample: found.evidence,
          }),
          file: upper.file,
        },
      ]
  }
  return []
}

function notDecided({ id }: IndicatorDefinition, file: string): Issue {
  return { ...issue('nesting_not_decided', ['indicators', id], { indicator: id }, 'warning'), file }
}

/** The days on which an answer can change that was another the day before, as far as the numbers of the indicator go. */
function daysOfChange(set: Draft, indicator: IndicatorDefinition): string[] {
  const changes = Object.values(set.parameters).flatMap(({ values }) => values.map(({ from }) => from))
  const days = [set.inForce.from, ...changes]
  // A latest day is compared with a fixed day, so what can be met depends on the year as well.
  const latest = indicator.levels
    .flatMap(({ when }) => [...leavesOf(when, set.conditions)])
    .flatMap(({ params, value }) =>
      params?.measure === 'latest' && typeof value === 'string' ? [Number(value.slice(0, 4))] : [],
    )
  if (latest.length > 0) {
    days.push(...changes.map((day) => isoText((isoDay(day) as number) - 1)))
    for (let year = Math.min(...latest); year <= Math.max(...latest) + 1; year++)
      days.push(`${String(year).padStart(4, '0')}-12-31`)
  }
  const { from, to } = set.inForce
  return [...new Set(days)].filter((day) => day >= from && (to === undefined || day <= to)).sort()
}

function ruleOn(set: Draft, indicator: IndicatorDefinition, points: number, on: string): Rule {
  const level = indicator.levels.find((one) => one.points === points) as IndicatorDefinition['levels'][number]
  return ruleOf(level.when, {
    facts: new Map(set.facts.map((fact) => [fact.id, fact])),
    conditions: set.conditions,
    valueOf: (parameter) => {
      const of = set.parameters[parameter]
      return (of && stepOn(of, on)?.value) ?? NaN
    },
  })
}

/** Rules over the numbers of questions, for asking them often. */
type Numbered = number | { all: Numbered[] } | { any: Numbered[] } | { not: Numbered }

interface Asked {
  fact: Question['slot']['fact']
  questions: { at: number; key: string; question: Question }[]
}

/** @param rules - of the levels, fewest points first */
function findCounterexample(
  rules: readonly Rule[],
  digital: DigitalSkillsFile,
  on: string,
): { upper: number; evidence: Record<string, unknown> } | 'not decided' | undefined {
  const asked = new Map<string, Asked>()
  let questions = 0
  const number = (rule: Rule): Numbered => {
    if ('all' in rule) return { all: rule.all.map(number) }
    if ('any' in rule) return { any: rule.any.map(number) }
    if ('not' in rule) return { not: number(rule.not) }
    const { fact } = rule.slot
    const of = asked.get(fact.id) ?? { fact, questions: [] }
    of.questions.push({ at: questions, key: keyOf(rule.slot), question: rule })
    asked.set(fact.id, of)
    return questions++
  }
  const numbered = rules.map(number)
  // The level of digital skills comes out of other facts, so asking both is not independent.
  const ids = new Set(asked.keys())
  const derived = [...asked.values()].find(({ fact }) => fact.type === 'rank' && fact.derived)?.fact.id
  if (derived !== undefined && digital.routes.some(({ fact }) => ids.has(fact))) return 'not decided'

  const choices: Choice[] = []
  let combinations = 1
  for (const { fact, questions } of asked.values()) {
    const profiles = profilesOf(fact, questions, on)
    if (profiles === undefined) return 'not decided'
    const answers = new Map<string, Answers>()
    for (const profile of profiles) {
      const truth = questions.map(({ key, question }) => holds(question, profile.numbers.get(key) as number))
      answers.set(truth.join(), { truth, profile })
    }
    combinations *= answers.size
    if (combinations > mostCombinations) return 'not decided'
    choices.push({ fact: fact.id, places: questions.map(({ at }) => at), answers: [...answers.values()] })
  }
  const found = tryAll(numbered, choices)
  if (!found) return undefined
  const { [derived ?? '']: level, ...evidence } = found.evidence
  return {
    upper: found.upper,
    evidence: level === undefined ? found.evidence : { ...evidence, ...evidenceOfLevel(digital, Number(level)) },
  }
}

interface Answers {
  truth: readonly boolean[]
  profile: Profile
}
interface Choice {
  fact: string
  places: readonly number[]
  answers: readonly Answers[]
}

function tryAll(
  rules: readonly Numbered[],
  choices: readonly Choice[],
): { upper: number; evidence: Record<string, unknown> } | undefined {
  const truth: boolean[] = []
  const chosen: Profile[] = []
  const isMet = (rule: Numbered): boolean => {
    if (typeof rule === 'number') return truth[rule] as boolean
    if ('not' in rule) return !isMet(rule.not)
    return 'all' in rule ? rule.all.every(isMet) : rule.any.some(isMet)
  }
  const visit = (c: number): number | undefined => {
    const choice = choices[c]
    if (choice === undefined) {
      for (let upper = rules.length - 1; upper > 0; upper--)
        if (isMet(rules[upper] as Numbered) && !isMet(rules[upper - 1] as Numbered)) return upper
      return undefined
    }
    for (const answers of choice.answers) {
      choice.places.forEach((at, i) => (truth[at] = answers.truth[i] as boolean))
      chosen[c] = answers.profile
      const upper = visit(c + 1)
      if (upper !== undefined) return upper
    }
    return undefined
  }
  const upper = visit(0)
  if (upper === undefined) return undefined
  return { upper, evidence: Object.fromEntries(choices.map(({ fact }, c) => [fact, chosen[c]?.value])) }
}

/** Evidence by which a record shows exactly this level. */
function evidenceOfLevel(digital: DigitalSkillsFile, level: number): Record<string, unknown> {
  const evidence: Record<string, unknown> = {}
  for (const route of digital.routes) {
    if (route.kind === 'score') continue
    evidence[route.fact] ??= []
    const step = route.kind === 'certificate-level' ? route.bands.find((band) => band.level === level)?.from : undefined
    if (route.kind === 'certificate-level' && step !== undefined)
      evidence[route.fact] = [{ kind: route.certificate, level: step }]
  }
  return evidence
}

function holds({ operator, bound }: Question, number: number): boolean {
  switch (operator) {
    case 'greaterThanInclusive':
      return number >= bound
    case 'greaterThan':
      return number > bound
    case 'lessThanInclusive':
      return number <= bound
    case 'lessThan':
      return number < bound
    case 'equal':
      return number === bound
  }
}
