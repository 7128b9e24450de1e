import { Engine, type RuleProperties } from 'json-rules-engine'
import { CompiledAssessor } from '../assessment/assessor.js'
import { checkCompilable, customOperators, type AssessOptions, type CompileOptions } from '../assessment/compile.js'
import { dayRulesOf } from '../assessment/day-rules.js'
import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { CdhtError, issue, safeKey, type Issue, type Issues } from '../model/issue.js'
import { isObject, type CitizenRecord } from '../model/record.js'
import { leafOperators } from '../model/condition.js'
import { stepOf } from '../rules/parameter.js'
import { Answers } from './answers.js'
import { helpersOf, withHelpers, type CustomOperator } from './custom-operators.js'
import type { FactSources } from './fetch-fact.js'
import { Person, type Prepared } from './person.js'
import type { RawEngine } from './raw-engine.js'
import { factsIn, levelRules } from './to-rules.js'

export interface EngineOptions extends CompileOptions {
  /** Where facts come from that a record does not give itself. */
  facts?: FactSources | undefined
  /** Operators that the set names beyond those of the format; see `operators` of `loadSet`. */
  operators?: Readonly<Record<string, CustomOperator>> | undefined
  /** Milliseconds after which a fact that has not come counts as failed; without it a source may take for ever. */
  timeout?: number | undefined
  /** A fact that could not be fetched is an error; without it, it is unknown, with a warning. */
  strict?: boolean | undefined
}

export interface EngineAssessOptions extends AssessOptions {
  /**
   * `all` fetches every fact at once and resolves to what `evaluate` gives. `verdict` fetches one fact after another, in the
   * order of `nextQuestions`, only what can still change the verdict, and stops once that is decided; points are then ranges
   * that a complete assessment may narrow, and warnings `not_fetched` name what was left out.
   */
  need?: 'all' | 'verdict' | undefined
}

export interface CriteriaEngine {
  /**
   * Assesses one person, fetching what the record does not give.
   *
   * @param idOrRecord - an id stands for a record of the set's group that says nothing else; evidence of a record comes
   *   before a source, where it is not `null`
   * @throws (rejects with) CdhtError `record` when the record or a fetched value is malformed, or, under `strict`, when a fact
   *   could not be fetched; `options` when the set is for another group
   */
  assess(idOrRecord: string | CitizenRecord, options?: EngineAssessOptions): Promise<Assessment>
  readonly raw: RawEngine
}

/** The fact that holds the record's id; no vocabulary can have a fact of this name. */
const idFact = 'record.id'

/**
 * Makes a set ready for a day, for people whose facts lie elsewhere: in an HR database, behind a service. Any number of people
 * may be assessed at the same time.
 *
 * @throws CdhtError `options` as `compile` does; for a fact, derived or unknown, that no record gives; for an operator that is
 *   missing or may not be replaced; for a `timeout` that is no positive number
 *
 * @example
 * const engine = createEngine(farmer, { on: '2025-12-31', facts: { booksRead: (id) => library.countOf(id) } })
 * const { verdict } = await engine.assess('NB-001')
 */
export function createEngine(set: CriteriaSet, options: EngineOptions): CriteriaEngine {
  const found = [...checkCompilable(set, options), ...checkOptions(set, options)]
  if (found.length > 0) throw new CdhtError('options', found as unknown as Issues)
  const { on, accept, timeout } = options
  const helpers = helpersOf(set, (parameter) => stepOf(set, parameter, on).value)
  const complete = withHelpers(set, helpers)
  const sources = new Map(Object.entries(options.facts ?? {}).filter(([, source]) => source !== undefined && source !== null))
  // A promise may fail before anybody is assessed, and must not end the process then.
  for (const source of sources.values()) Promise.resolve(source).catch(() => undefined)
  const prepared: Prepared = {
    set,
    on,
    accept,
    assessor: new CompiledAssessor(complete, on, accept),
    answers: new Answers(set, on, accept),
    rules: dayRulesOf(complete, on),
    helpers,
    operators: options.operators ?? {},
    sources,
    timeout,
    strict: options.strict ?? false,
  }
  const rules = levelRules(complete, on)
  const engine = engineOf(
    rules.map(({ event, ...rule }) => ({ ...rule, event: { ...event, params: { ...event.params, id: { fact: idFact } } } })),
  )
  const asked = [...new Set(rules.flatMap(({ conditions }) => [...factsIn(conditions)]))]
  return {
    raw: engine as unknown as RawEngine,
    async assess(idOrRecord, { need = 'all', reasons } = {}) {
      if (need !== 'all' && need !== 'verdict') throw new CdhtError('options', [issue('wrong_option', ['need'], {})])
      const record: CitizenRecord = typeof idOrRecord === 'string' ? { id: idOrRecord, group: set.group } : idOrRecord
      prepared.assessor.assess(record, { reasons: false })
      refuseHelpers(record, prepared)
      const person = new Person(prepared, record)
      if (need === 'verdict') await person.fetchForVerdict()
      const facts = asked.map((fact) => [fact, (params: object) => person.answer(fact, params)])
      await Promise.all([
        need === 'all' ? person.fetchAll() : undefined,
        engine.run(Object.fromEntries([...facts, [idFact, record.id]])),
      ])
      return person.conclude({ reasons })
    },
  }
}

function engineOf(rules: RuleProperties[]): Engine {
  const engine = new Engine(rules, { replaceFactsInEventParams: true, pathResolver: refusePath })
  // A run that ends would silence every other one that is under way.
  Object.defineProperty(engine, 'status', { get: () => 'RUNNING', set: () => undefined })
  return engine
}

/** No condition that loads has a `path`; the default resolver would run code that it finds in one. */
function refusePath(): never {
  throw new RangeError('a path in a condition is not supported')
}

/** Helpers of custom operators are filled in here, never given. */
function refuseHelpers({ evidence, attested }: CitizenRecord, { helpers }: Prepared): void {
  for (const [field, given] of Object.entries({ evidence, attested }))
    for (const { id } of helpers)
      if (isObject(given) && Object.hasOwn(given, id))
        throw new CdhtError('record', [issue('unknown_fact', [field, safeKey(id)], {})])
}

function checkOptions(set: CriteriaSet, { facts, operators = {}, timeout }: EngineOptions): Issue[] {
  const found: Issue[] = []
  for (const id of Object.keys(facts ?? {})) {
    const fact = set.facts.find((one) => one.id === id)
    if (!fact || isDerived(fact)) found.push(issue(fact ? 'derived_fact' : 'unknown_fact', ['facts', safeKey(id)], {}))
  }
  for (const [name, operator] of Object.entries(operators))
    if (typeof operator !== 'function' || (leafOperators as readonly string[]).includes(name))
      found.push(issue('wrong_option', ['operators', safeKey(name)], {}))
  for (const operator of customOperators(set))
    if (!Object.hasOwn(operators, operator)) found.push(issue('unknown_operator', ['operators'], { operator }))
  if (timeout !== undefined && !(Number.isFinite(timeout) && timeout > 0)) found.push(issue('wrong_option', ['timeout'], {}))
  return found
}
