import { frameworkId } from '../assessment/assessor.js'
import { chooseSet } from '../assessment/choose-set.js'
import { compile, type Assessor } from '../assessment/compile.js'
import type { Assessment } from '../model/assessment.js'
import { weakest, type Basis } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { CdhtError, issue, type Issue } from '../model/issue.js'
import { isObject } from '../model/record.js'

/** One set for everybody it is for, or several of which the group of each person takes its own. */
export type Sets = CriteriaSet | readonly CriteriaSet[]

/** What a side judged by, and the weakest basis of what it said; `null` where nobody was judged. */
export interface Told {
  sets: Assessment['set'][]
  basis: Basis | null
}

export interface Judge {
  assessor: Assessor
  facts: ReadonlySet<string>
}

/** One side of a comparison: the set of every group on the day. */
export class Side {
  readonly #name: 'before' | 'after'
  readonly #sets: Sets
  readonly #on: string
  readonly #judges = new Map<string, Judge | undefined>()
  readonly #used = new Map<string, Assessment['set']>()
  readonly #bases = new Set<Basis>()

  constructor(name: 'before' | 'after', sets: Sets, on: string) {
    this.#name = name
    this.#sets = sets
    this.#on = on
    // What cannot be used is told before the first person, whoever comes.
    if (!isList(sets)) {
      if (!isObject(sets)) throw this.#unusable(issue('wrong_option', ['set'], {}))
      this.#judges.set(sets.group, this.#judge(sets))
    } else for (const group of ['', ...sets.map((set) => (isObject(set) ? set.group : ''))]) this.judgeFor(group)
  }

  judgeFor(group: string): Judge | undefined {
    if (!this.#judges.has(group)) this.#judges.set(group, this.#find(group))
    return this.#judges.get(group)
  }

  #find(group: string): Judge | undefined {
    const sets = this.#sets
    if (!isList(sets)) return sets.id === frameworkId ? this.#judges.get(sets.group) : undefined
    const chosen = chooseSet(sets, group, this.#on)
    if (chosen === undefined) return undefined
    if ('code' in chosen) throw this.#unusable(chosen)
    return this.#judge(chosen)
  }

  /** Here the option of the sets has the name of the side. */
  #unusable(found: Issue): CdhtError {
    return new CdhtError('options', [found.path[0] === 'set' ? { ...found, path: [this.#name] } : found])
  }

  #judge(set: CriteriaSet): Judge {
    return { assessor: compile(set, { on: this.#on }), facts: new Set(set.facts.map(({ id }) => id)) }
  }

  note({ basis, set }: Assessment): void {
    this.#bases.add(basis)
    this.#used.set(set.digest, set)
  }

  told(): Told {
    const sets = [...this.#used.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { sets, basis: this.#bases.size === 0 ? null : weakest(this.#bases) }
  }
}

const isList = (sets: Sets): sets is readonly CriteriaSet[] => Array.isArray(sets)
