import { compile, type CompileOptions } from '../assessment/compile.js'
import { dayRulesOf, type DayRules } from '../assessment/day-rules.js'
import type { Assessment, IndicatorResult } from '../model/assessment.js'
import type { Basis } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { Attester } from '../model/attester.js'
import { isDerived } from '../model/derived.js'
import type { IndicatorId } from '../model/indicator.js'
import type { CitizenRecord } from '../model/record.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { factReaderOf, type FactReader } from '../rules/fact-reader.js'
import { stepOf, type ParameterStep } from '../rules/parameter.js'
import { questionsOf, type Rule } from '../rules/rule.js'
import type { Slot } from '../rules/slot.js'
import { parameterOf } from '../sets/named-parameters.js'

/** Bits of one whole number that tell open facts; facts beyond share one, which costs a second look and no exactness. */
const bitCount = 30

export interface Ground {
  basis: Basis
  /** Ids of the criteria files. */
  files: string[]
}

/** All that an emitted module is written from: the rules of a set on one day, with what the set says about nobody in particular. */
export interface Plan {
  set: CriteriaSet
  on: string
  accept: readonly Attester[] | undefined
  rules: DayRules
  /** In the order of the vocabulary, derived facts left out. */
  facts: readonly { fact: FactDefinition; reader: FactReader }[]
  slots: readonly Slot[]
  /** Bit of a fact in the set of facts not exactly known. */
  bitOf: (fact: string) => number
  /** Slot that says whether the person updates the own evidence online; -1: the set has no such fact. */
  selfUpdates: number
  stepOf: (parameter: string) => ParameterStep
  /** The assessment of somebody of whom nothing is known, in an ordinary area. */
  nobody: Assessment
  /** What the frame rests on, by area. */
  frames: Record<'ordinary' | 'disadvantaged' | 'either', Ground>
  /** What declared points rest on. */
  declared: Ground
}

/** @throws CdhtError `options` as `compile` does */
export function planOf(set: CriteriaSet, options: CompileOptions): Plan {
  const assessor = compile(set, options)
  const { on, accept } = options
  const rules = dayRulesOf(set, on)
  const slots = [...rules.slots.slots]
  const selfFact = set.facts.find(({ id }) => id === 'selfUpdatesOnline')
  let selfUpdates = -1
  if (selfFact) {
    selfUpdates = slots.findIndex(({ fact, holds }) => fact.id === selfFact.id && holds === 'value')
    if (selfUpdates < 0) selfUpdates = slots.push({ fact: selfFact, holds: 'value' }) - 1
  }
  const asked = [...new Set(slots.map(({ fact }) => fact.id))]
  const bits = new Map(asked.map((fact, i) => [fact, 1 << Math.min(i, bitCount)]))
  const person = (more: Partial<CitizenRecord>): Assessment => assessor.assess({ id: 'nobody', group: set.group, ...more })
  const groundOf = ({ basis, files }: Ground): Ground => ({ basis, files })
  const frameIn = (disadvantagedArea: boolean | null): Ground => groundOf(person({ disadvantagedArea }).score)
  const first = set.indicators[0]?.id as IndicatorId
  return {
    set,
    on,
    accept,
    rules,
    slots,
    selfUpdates,
    facts: set.facts
      .filter((fact) => !isDerived(fact))
      .map((fact) => ({ fact, reader: factReaderOf(fact, slots, 0, rules.reading.digital) })),
    bitOf: (fact) => bits.get(fact) as number,
    stepOf: (parameter) => stepOf(set, parameter, on),
    nobody: person({}),
    frames: { ordinary: frameIn(false), disadvantaged: frameIn(true), either: frameIn(null) },
    declared: groundOf(person({ scores: { [first]: 0 } }).indicators[0] as IndicatorResult),
  }
}

/** Ids of the parameters that a rule compares with, each once. */
export function parametersOf(rule: Rule): string[] {
  return [...new Set([...questionsOf(rule)].flatMap(({ leaf }) => parameterOf(leaf)))]
}
