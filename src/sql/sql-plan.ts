import { planOf, type Plan } from '../emit/plan.js'
import { wordsOf } from '../emit/points-text.js'
import type { CompileOptions } from '../assessment/compile.js'
import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import { keyOf, type Slot } from '../rules/slot.js'
import { ColumnNames } from './column-names.js'
import type { Dialect } from './dialect.js'
import type { FactSource, SqlTables } from './tables.js'

/** The columns of both ends of a slot; one and the same where a value is known or not known at all. */
export interface Ends {
  lo: string
  hi: string
}

export interface SqlPlan extends Plan {
  dialect: Dialect
  tables: SqlTables
  /** By position in `slots`. */
  ends: readonly Ends[]
  endsOf: (slot: Slot) => Ends
  /** Beginnings of the names of columns, by position in `facts` and in `set.indicators`. */
  factNames: readonly string[]
  indicatorNames: readonly string[]
  sourceOf: (fact: string) => FactSource | undefined
  /** The column that says whether a code of a fact holds. @param at - position of the fact */
  codeColumn: (at: number, code: string) => string
  /** Whose evidence of a fact is taken: everybody's, nobody's, or that of the attesters that a column must name. */
  accepted: (fact: string) => 'all' | 'none' | readonly Attester[]
}

/** @throws CdhtError `options` as `compile` does */
export function sqlPlanOf(set: CriteriaSet, options: CompileOptions, dialect: Dialect, tables: SqlTables): SqlPlan {
  const plan = planOf(set, options)
  const names = new ColumnNames()
  const factNames = plan.facts.map(({ fact }, i) => names.take([fact.id], `fact${i}`))
  const indicatorNames = set.indicators.map(({ id }, i) => names.take(['points', id], `points${i}`))
  const ends = plan.slots.map((slot, at): Ends => {
    const { fact } = slot
    if (isDerived(fact)) return digitalEnds
    if (slot.holds === 'value') return exact(`${factNames[plan.facts.findIndex((one) => one.fact.id === fact.id)] ?? ''}_v`)
    const name = names.take(wordsOf(slot), `slot${at}`)
    return slot.holds === 'code' ? exact(`${name}_v`) : { lo: `${name}_lo`, hi: `${name}_hi` }
  })
  const position = new Map(plan.slots.map((slot, at) => [keyOf(slot), at]))
  const { accept } = plan
  return {
    ...plan,
    dialect,
    tables,
    ends,
    endsOf: (slot) => ends[position.get(keyOf(slot)) as number] as Ends,
    factNames,
    indicatorNames,
    sourceOf: (fact) => (tables.facts && Object.hasOwn(tables.facts, fact) ? tables.facts[fact] : undefined),
    codeColumn: (at, code) => {
      const { reader } = plan.facts[at] as Plan['facts'][number]
      const slot = reader.codes.get(code)?.slot ?? -1
      return slot >= 0 ? (ends[slot] as Ends).lo : `${factNames[at] as string}_code${[...reader.codes.keys()].indexOf(code)}_v`
    },
    accepted: (fact) => {
      if (accept === undefined) return 'all'
      const by = tables.attested && Object.hasOwn(tables.attested, fact) ? tables.attested[fact] : undefined
      if (by === undefined) return accept.includes('self') ? 'all' : 'none'
      if (typeof by === 'object' && 'value' in by) return accept.includes(by.value as Attester) ? 'all' : 'none'
      return accept
    },
  }
}

export const digitalEnds: Ends = { lo: 'digital_lo', hi: 'digital_hi' }

const exact = (name: string): Ends => ({ lo: name, hi: name })
