import type { CompiledAssessor } from '../assessment/assessor.js'
import type { AssessOptions } from '../assessment/compile.js'
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
  /** Stop fetching when the verdict is decided. */
  readonly #verdictOnly: boolean
  readonly #asked = new Map<string, Promise<void>>()
  readonly #fetched = new Map<string, unknown>()
  readonly #helped = new Map<string, number>()
  readonly #failures = new Map<string, 'rejected' | 'timeout'>()
  readonly #started = new Set<string>()
  /** Facts are fetched one after another where each may make the next unnecessary. */
  #before: Promise<void> = Promise.resolve()

  /** @param record - well formed, of the set's group */
  constructor(prepared: Prepared, record: CitizenRecord, verdictOnly: boolean) {
    this.#prepared = prepared
    this.#record = record
    this.#verdictOnly = verdictOnly
  }

  /** Fetches every fact that has a source, all at the same time. */
  async fetchAll(): Promise<void> {
    await Promise.all([...this.#prepared.sources.keys()].map((fact) => this.#fetch(fact)))
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
    let asked = this.#asked.get(fact)
    if (asked === undefined) {
      asked = this.#verdictOnly ? (this.#before = this.#before.then(() => this.#fetchNow(fact))) : this.#fetchNow(fact)
      this.#asked.set(fact, asked)
    }
    return asked
  }

  async #fetchNow(fact: string): Promise<void> {
    const { sources, on, timeout } = this.#prepared
    const isGiven = evidenceOf(this.#record, fact) !== null
    if (!isGiven && sources.has(fact) && (!this.#verdictOnly || this.#canMatter(fact))) {
      this.#started.add(fact)
      const result = await fetchFact(sources.get(fact), { record: this.#record, on }, timeout)
      if ('failed' in result) this.#failures.set(fact, result.failed)
      else if (result.value !== null && result.value !== undefined) this.#fetched.set(fact, result.value)
    }
    this.#askOperators(fact)
  }

  /** Whether the verdict is open and this fact could still change it. */
  #canMatter(fact: string): boolean {
    const { assessor, answers, helpers, strict } = this.#prepared
    if (strict && this.#failures.size > 0) return false
    const known = this.#known()
    if (!answers.isAccepted(known, fact) || assessor.check(known).length > 0) return false
    // Empty once the verdict is decided.
    return assessor.assessRead().unknown.some((open) => {
      const helper = helpers.find(({ id }) => id === open)
      return answers.sourcesOf(helper?.leaf.fact ?? open).includes(fact)
    })
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
