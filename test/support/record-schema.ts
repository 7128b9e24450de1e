import * as z from 'zod/mini'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { Path } from '../../src/model/issue.js'
import {
  activitiesSchema,
  attesterSchema,
  certificatesSchema,
  codesSchema,
  nullish,
  recordSchemaWith,
  scoreSchema,
  type CitizenRecord,
} from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { UnknownKeyCode } from '../../src/model/zod-issues.js'
import { digitalRulesOf, stepsOfKind } from '../../src/rules/digital-rules.js'

/**
 * The schema of the records that a set can assess: its facts with their types, ranges and codes, its indicators.
 *
 * @param maximum - most points that one indicator can give on the day
 */
export function recordSchemaOf(set: CriteriaSet, maximum: number): z.ZodMiniType<CitizenRecord> {
  const digital = digitalRulesOf(set)
  const given = set.facts.filter((fact) => !isDerived(fact))
  return recordSchemaWith({
    evidence: z.strictObject(
      Object.fromEntries(given.map((fact) => [fact.id, nullish(valueSchema(fact, (kind) => stepsOfKind(digital, kind)))])),
    ),
    attested: z.strictObject(Object.fromEntries(set.facts.map(({ id }) => [id, attesterSchema]))),
    scores: z.strictObject(Object.fromEntries(set.indicators.map(({ id }) => [id, scoreSchema(maximum)]))),
  }) as unknown as z.ZodMiniType<CitizenRecord>
}

const isDerived = (fact: FactDefinition): boolean => fact.type === 'rank' && fact.derived === true

function valueSchema(fact: FactDefinition, stepsOf: (kind: string) => readonly [number, number] | undefined): z.ZodMiniType {
  const code = (codes: readonly { code: string }[]) =>
    z.enum(codes.map(({ code }) => code) as [string, ...string[]], 'unknown_code')
  switch (fact.type) {
    case 'rank':
    case 'count':
      return z.int().check(z.gte(fact.range[0]), z.lte(fact.range[1]))
    case 'number':
      return z.number().check(z.gte(fact.range[0]), z.lte(fact.range[1]))
    case 'boolean':
      return z.boolean()
    case 'code':
      return code(fact.codes)
    case 'codes':
      return codesSchema(code(fact.codes))
    case 'activities':
      return activitiesSchema(code(fact.kinds), code(fact.topics))
    case 'certificates':
      return certificatesSchema(code(fact.kinds), stepsOf)
  }
}

/** Says of a key that a record may not have what it was taken for. */
export function unknownKeyOf(set: CriteriaSet): UnknownKeyCode {
  return (path: Path, key) => {
    const [field] = path
    if (path.length === 1 && field === 'scores') return 'unknown_indicator'
    if (path.length === 1 && (field === 'evidence' || field === 'attested'))
      return set.facts.some((fact) => fact.id === key && isDerived(fact)) ? 'derived_fact' : 'unknown_fact'
    return path.length === 2 && field === 'evidence' && set.facts.some((fact) => fact.id === path[1] && fact.type === 'codes')
      ? 'unknown_code'
      : 'unknown_key'
  }
}
