import type { CompiledAssessor } from '../assessment/assessor.js'
import type { AssessOptions } from '../assessment/compile.js'
import type { DayRules } from '../assessment/day-rules.js'
import { decisiveFacts } from '../assessment/next-questions.js'
import type { Assessment } from '../model/assessment.js'
import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue, type Issue, type Issues } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import { evidenceOf, type Answer, type Answers } from './answers.js'
import { askOperator, withoutHelpers, type CustomOperator, type Helper } from './custom-operators.js'
import { fetchFact } from './fetch-fact.js'
import type { RuleParams } from './rule-condition.js'

/** What all assessments of one engine share; nothing in it changes. */
export interface Prepared {
  /** As the caller gave it. */
  set: CriteriaSet
  on: string
  accept: readonly Attester[] | undefined
  /** Of the set with helpers. */
  assessor: CompiledAssessor
  answers: Answers
  /** Of the set with helpers. */
  rules: DayRules
  helpers: readonly Helper[]
  operators: Readonly<Record<string, CustomOperator>>
  sources: ReadonlyMap<string, unknown>
  timeout: number | undefined
  strict: boolean
}

/** One assessment under way: what is known of one person so far. Every fact is asked for at most once. */
export class Person {
  readonly #prepared: Prepared
  readonly #record: CitizenRecord
  readonly #asked = new Map<string, Promise<void>>()
  readonly #fetched = new Map<string, unknown>()
  readonly #helped = new Map<string, number>()
  readonly #failures = new Map<string, 'rejected' | 'timeout'>()
  readonly #started = new Set<string>()

  /** @param record - well formed, of the set's group */
  constructor(prepared: Prepared, record: CitizenRecord) {
    this.#prepared = prepared
    this.#record = record
  }

  /** Fetches every fact that has a source, all at the same time. */
  async fetchAll(): Promise<void> {
    await Promise.all([...this.#prepared.sources.keys()].map((fact) => this.#fetch(fact)))
  }

  /**
   * Fetches one fact after another, each time the one that decides most, as long as one can still change the verdict. From then
   * on nothing is fetched.
   */
  async fetchForVerdict(): Promise<void> {
    for (const { id } of this.#prepared.set.facts) this.#askOperators(id)
    for (let fact = this.#mostDecisive(); fact !== undefined; fact = this.#mostDecisive()) await this.#fetch(fact)
    for (const { id } of this.#prepared.set.facts) this.#asked.set(id, Promise.resolve())
  }

  /** Answers what a rule asks, after fetching what the answer needs. */
  async answer(fact: string, params?: RuleParams): Promise<Answer> {
    const { answers, helpers, assessor } = this.#prepared
    const helper = helpers.find(({ id }) => id === fact)
    for (const source of answers.sourcesOf(helper?.leaf.fact ?? fact)) await this.#fetch(source)
    if (helper) return this.#helped.get(helper.id) ?? null
    const known = this.#known()
    // What cannot be read is told at the end; until then it answers nothing.
    return assessor.check(known).length > 0 ? null : answers.answer(known, fact, params)
  }

  /**
   * The assessment by what is known.
   *
   * @throws CdhtError `record` when a fetched value is none that the fact takes, or, under `strict`, when one could not be
   *   fetched
   */
  conclude(options: AssessOptions): Assessment {
    const { assessor, set, sources, strict } = this.#prepared
    const failures = set.facts.flatMap(({ id }): Issue[] => {
      const reason = this.#failures.get(id)
      return reason ? [issue('fetch_failed', ['evidence', id], { fact: id, reason }, strict ? 'error' : 'warning')] : []
    })
    if (strict && failures.length > 0) throw new CdhtError('record', failures as unknown as Issues)
    const record = this.#known()
    const assessment = withoutHelpers(assessor.assess(record, options), record, this.#prepared)
    const skipped = set.facts.flatMap(({ id }): Issue[] =>
      sources.has(id) && !this.#started.has(id) && evidenceOf(this.#record, id) === null
        ? [issue('not_fetched', ['evidence', id], { fact: id }, 'warning')]
        : [],
    )
    return { ...assessment, warnings: [...assessment.warnings, ...failures, ...skipped] }
  }

  #fetch(fact: string): Promise<void> {
    const asked = this.#asked.get(fact) ?? this.#fetchNow(fact)
    this.#asked.set(fact, asked)
    return asked
  }

  async #fetchNow(fact: string): Promise<void> {
    const { sources, on, timeout } = this.#prepared
    if (this.#canFetch(fact)) {
      this.#started.add(fact)
      const result = await fetchFact(sources.get(fact), { record: this.#record, on }, timeout)
      if ('failed' in result) this.#failures.set(fact, result.failed)
      else if (result.value !== null && result.value !== undefined) this.#fetched.set(fact, result.value)
    }
    this.#askOperators(fact)
  }

  #canFetch(fact: string): boolean {
    return this.#prepared.sources.has(fact) && evidenceOf(this.#record, fact) === null
  }

  /** The fact to fetch next; `undefined` once the verdict is decided, or no fact that can be fetched changes it. */
  #mostDecisive(): string | undefined {
    const { assessor, answers, helpers, rules, strict } = this.#prepared
    if (strict && this.#failures.size > 0) return undefined
    const known = this.#known()
    if (assessor.check(known).length > 0) return undefined
    // Empty once the verdict is decided.
    const { unknown } = assessor.assessRead()
    if (unknown.length === 0) return undefined
    const counted = Object.entries(known.evidence ?? {}).filter(([fact]) => answers.isAccepted(known, fact))
    return decisiveFacts({ ...known, evidence: Object.fromEntries(counted) }, rules, unknown)
      .flatMap((fact) => answers.sourcesOf(helpers.find(({ id }) => id === fact)?.leaf.fact ?? fact))
      .find((fact) => !this.#started.has(fact) && this.#canFetch(fact) && answers.isAccepted(known, fact))
  }

  #askOperators(fact: string): void {
    const { helpers, operators, answers, assessor } = this.#prepared
    const about = helpers.filter(({ id, leaf }) => !this.#helped.has(id) && answers.sourcesOf(leaf.fact).includes(fact))
    // An operator is never handed a value that the fact does not take.
    if (about.length === 0 || assessor.check(this.#known()).length > 0) return
    for (const helper of about) {
      const answer = askOperator(helper, operators[helper.leaf.operator] as CustomOperator, this.#known(), answers)
      if (answer !== undefined) this.#helped.set(helper.id, answer)
    }
  }

  /** The record with what has been fetched; what it gives itself comes first, the rest in the order of the vocabulary. */
  #known(): CitizenRecord {
    const { set, helpers, accept } = this.#prepared
    const fetched = set.facts.flatMap(({ id }) => (this.#fetched.has(id) ? [[id, this.#fetched.get(id)]] : []))
    const evidence = { ...this.#record.evidence, ...Object.fromEntries([...fetched, ...this.#helped]) }
    const known = { ...this.#record, evidence } as CitizenRecord
    if (accept === undefined || helpers.length === 0) return known
    // A helper holds an answer only where what it is about is accepted.
    const attested = { ...known.attested, ...Object.fromEntries(helpers.map(({ id }) => [id, accept[0]])) }
    return { ...known, attested } as CitizenRecord
  }
}
