import { compile, type CompileOptions } from '../assessment/compile.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { IndicatorId } from '../model/indicator.js'
import type { CitizenRecord } from '../model/record.js'
import { stepOf } from '../rules/parameter.js'
import type { RuleContext } from '../rules/rule.js'
import { Answers, type Answer } from './answers.js'
import { atRoot, ruleConditionOf, type RuleCondition, type RuleLeaf, type RuleParams } from './rule-condition.js'

/** A rule of json-rules-engine for one level of one indicator. */
export interface LevelRule {
  /** `reading/5`: the indicator and the points of the level. */
  name: string
  conditions: Exclude<RuleCondition, RuleLeaf>
  event: { type: 'level-met'; params: { indicator: IndicatorId; points: number } }
  /** Indicators in their order, each from its lowest level. */
  priority: number
}

/** A fact as json-rules-engine takes it: a value, or a function of a leaf's `params`. */
export type RuleFact = Answer | ((params: RuleParams) => Answer)

export interface Rules {
  rules: LevelRule[]
  /**
   * Runtime facts of one person, for `engine.run`. Every fact that the rules name is there; one that is not known is `null`.
   *
   * @throws CdhtError `record` when the record is malformed, `options` when the set is for another group
   */
  facts(record: CitizenRecord): Record<string, RuleFact>
}

/**
 * A set as rules for a json-rules-engine of your own, for one day. A rule passes exactly where its level is met for certain:
 * that a level is excluded and that it is not known look the same, and points, totals and the verdict are yours to work out.
 *
 * @throws CdhtError `options` as `compile` does, and when the set needs an operator of the caller's
 */
export function toRules(set: CriteriaSet, options: CompileOptions): Rules {
  const assessor = compile(set, options)
  const answers = new Answers(set, options.on, options.accept)
  const rules = levelRules(set, options.on)
  const asked = [...new Set(rules.flatMap(({ conditions }) => [...factsIn(conditions)]))]
  const withParams = new Set(rules.flatMap(({ conditions }) => [...factsIn(conditions, true)]))
  return {
    rules,
    facts(record) {
      assessor.assess(record, { reasons: false })
      const { evidence, attested } = record
      const kept = { id: record.id, group: record.group, evidence: { ...evidence }, attested: { ...attested } }
      return Object.fromEntries(
        asked.map((fact): [string, RuleFact] => [
          fact,
          withParams.has(fact) ? (params) => answers.answer(kept, fact, params) : answers.answer(kept, fact),
        ]),
      )
    },
  }
}

/** The rules of every level, without custom operators. @param on - an existing day on which the set is in force */
export function levelRules(set: CriteriaSet, on: string): LevelRule[] {
  const context: RuleContext = {
    facts: new Map(set.facts.map((fact) => [fact.id, fact])),
    conditions: set.conditions,
    valueOf: (parameter) => stepOf(set, parameter, on).value,
  }
  const levels = set.indicators.flatMap(({ id, levels }) => levels.map(({ points, when }) => ({ indicator: id, points, when })))
  return levels.map(({ indicator, points, when }, i) => ({
    name: `${indicator}/${points}`,
    conditions: atRoot(ruleConditionOf(when, context)),
    event: { type: 'level-met', params: { indicator, points } },
    priority: levels.length - i,
  }))
}

/** Ids of the facts that a condition asks about. @param params - only those asked with parameters */
export function* factsIn(condition: RuleCondition, params = false): Generator<string> {
  if ('all' in condition) for (const part of condition.all) yield* factsIn(part, params)
  else if ('any' in condition) for (const part of condition.any) yield* factsIn(part, params)
  else if (!params || condition.params) yield condition.fact
}
