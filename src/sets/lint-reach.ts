import { isCustom, leavesOf } from '../model/condition.js'
import type { CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import { everybodyFor, evidenceOf, firstOf, type Answer, type Everybody } from './combinations.js'
import { daysOfChange, rulesOn } from './day-levels.js'
import { gradingOn } from './grading.js'
import type { PlaceOf } from './place.js'
import { isMore, type Profile } from './profile.js'

/** Levels that nobody can meet, and scores that fall when somebody does better. Decided exactly, or not told. */
export function lintReach(set: CriteriaSet, placeOf: PlaceOf): Issue[] {
  return set.indicators.flatMap((indicator) => {
    if (indicator.levels.some(({ when }) => [...leavesOf(when, set.conditions)].some(isCustom))) return []
    const days = daysOfChange(set, indicator)
    return [...findUnreachable(set, indicator, days, placeOf), ...findFall(set, indicator, days)]
  })
}

function findUnreachable(set: CriteriaSet, indicator: IndicatorDefinition, days: readonly string[], placeOf: PlaceOf): Issue[] {
  const { id, levels } = indicator
  return levels.flatMap((level, l) => {
    const on = days.find((day) => {
      const rule = rulesOn(set, indicator, day)[l]
      const everybody = rule && everybodyFor([rule], set.digital, day)
      return everybody && !firstOf(everybody, (chosen) => everybody.rules[0]?.(chosen) || undefined)
    })
    if (on === undefined) return []
    const details = { indicator: id, points: level.points, on }
    return inFile(level.file, [issue('unreachable_level', placeOf(id, level), details, 'warning')])
  })
}

/** Conditions in which every leaf goes its fact's way cannot let a score fall, so only facts of other leaves are tried. */
function findFall(set: CriteriaSet, indicator: IndicatorDefinition, days: readonly string[]): Issue[] {
  const { id, levels } = indicator
  const against = set.warnings.flatMap((one) => (one.code === 'against_fact_way' && one.path[1] === id ? [one] : []))
  const better = new Map(set.facts.map((fact) => [fact.id, fact.better]))
  const suspects = new Set(against.map(({ fact }) => fact).filter((fact) => better.get(fact) !== 'neither'))
  if (suspects.size === 0) return []
  for (const on of days) {
    const everybody = everybodyFor(rulesOn(set, indicator, on), set.digital, on)
    if (everybody === undefined) return []
    const scoreOf = scorer(set, indicator, everybody, on)
    for (const [f, { fact, answers }] of everybody.facts.entries()) {
      if (!suspects.has(fact.id)) continue
      const steps = improvements(answers, fact.better === 'less')
      const found = firstOf(everybody, (chosen) => {
        const points = scoreOf(chosen)
        if (points === 0) return undefined
        for (const { from, to, before, after } of steps) {
          if (from !== chosen[f]) continue
          const then = scoreOf(chosen.with(f, to))
          if (then < points) {
            const profiles = chosen.map((answer) => answer.profiles[0])
            const [counterexample, improved] = [before, after].map((one) =>
              evidenceOf(everybody, profiles.with(f, one), set.digital),
            ) as [Record<string, unknown>, Record<string, unknown>]
            return { points, then, counterexample, improved }
          }
        }
        return undefined
      })
      if (!found) continue
      const told = issue('score_falls', ['indicators', id], { indicator: id, fact: fact.id, on, ...found }, 'warning')
      const file = against.find((one) => one.fact === fact.id)?.file ?? levels.at(-1)?.file
      return file === undefined ? [told] : inFile(file, [told])
    }
  }
  return []
}

function scorer(set: CriteriaSet, indicator: IndicatorDefinition, { rules }: Everybody, on: string) {
  const grade = gradingOn(set, indicator, on)
  return (chosen: readonly Answer[]): number => grade(indicator.levels.map(({ points }, l) => (rules[l]?.(chosen) ? points : 0)))
}

interface Improvement {
  from: Answer
  to: Answer
  before: Profile
  after: Profile
}

/** Every two ways of answering of which one is reached from the other by doing better, with somebody who does. */
function improvements(answers: readonly Answer[], lessIsBetter: boolean): Improvement[] {
  return answers.flatMap((from) =>
    answers.flatMap((to) => {
      if (from === to) return []
      for (const before of from.profiles)
        for (const after of to.profiles)
          if (lessIsBetter ? isMore(after, before) : isMore(before, after)) return [{ from, to, before, after }]
      return []
    }),
  )
}
