import fc from 'fast-check'
import type { IssueCode } from '../../src/model/issue.js'
import type { CitizenRecord } from '../../src/model/record.js'
import type { FactDefinition, FactType } from '../../src/model/vocabulary.js'
import type { PlainSet } from './plain/set.js'

/** A record with one thing broken, and how it must be refused. */
export interface Mangled {
  what: string
  record: unknown
  codes: IssueCode[]
  path: (string | number)[]
}

/** Stands where a person's value would; no issue may repeat it. */
export const secret = 'Bí Mật 079001234567'
export const secretNumber = 790_012_345
/** What must not be found in the issues. */
export const secrets = ['Bí Mật', '079001234567', String(secretNumber)]

export interface Breakage {
  what: string
  codes: IssueCode[]
  path: (string | number)[]
  breakIt: (record: Draft) => unknown
}
type Draft = Record<string, unknown> & { evidence: Record<string, unknown> }

/** Breaks one thing of a well-formed record, in one of `ways`. */
export function mangle(record: CitizenRecord, ways: Breakage[]): fc.Arbitrary<Mangled> {
  return fc.constantFrom(...ways).map(({ what, codes, path, breakIt }) => {
    const draft = structuredClone({ ...record, evidence: record.evidence ?? {} }) as unknown as Draft
    return { what, codes, path, record: breakIt(draft) ?? draft }
  })
}

/** The ways to break a record of a set that are known here. */
export function breakages(set: PlainSet): Breakage[] {
  const of = <T extends FactType>(type: T): FactDefinition & { type: T } =>
    set.facts.find((fact) => fact.type === type && !('derived' in fact && fact.derived)) as FactDefinition & { type: T }
  const evidence = (what: string, id: string, value: unknown, codes: IssueCode[], ...rest: (string | number)[]): Breakage => ({
    what: `${id}: ${what}`,
    codes,
    path: ['evidence', id, ...rest],
    breakIt: (record) => void (record.evidence[id] = value),
  })
  const root = (what: string, key: string, value: unknown, codes: IssueCode[], ...rest: (string | number)[]): Breakage => ({
    what: `${key}: ${what}`,
    codes,
    path: [key, ...rest],
    breakIt: (record) => void (record[key] = value),
  })
  const whole = (what: string, value: unknown): Breakage => ({ what, codes: ['wrong_type'], path: [], breakIt: () => value })

  const [rank, count, number, boolean, codes] = [of('rank').id, of('count').id, of('number').id, of('boolean').id, of('codes')]
  const [activities, certificates] = [of('activities').id, of('certificates').id]
  const stepped = set.skills.routes.find((route) => route.kind === 'certificate-level')!
  const derived = set.facts.find((fact) => 'derived' in fact && fact.derived) as FactDefinition
  const firstCode = (codes.codes[0] as { code: string }).code
  const many = Array.from({ length: 100_000 }, () => ({}))
  const owned = (key: string): object => JSON.parse(`{ "${key}": { "a": "${secret}" } }`) as object

  return [
    whole('a record that is a text', secret),
    whole('a record that is a number', secretNumber),
    whole('a record that is a list', [secret]),
    whole('a record that is true', true),

    root('a number', 'id', secretNumber, ['wrong_type']),
    root('empty', 'id', '', ['empty']),
    { what: 'id: left out', codes: ['missing'], path: ['id'], breakIt: (record) => void delete record['id'] },
    root('unknown', 'group', `${secret}`, ['unknown_group']),
    { what: 'group: left out', codes: ['missing'], path: ['group'], breakIt: (record) => void delete record['group'] },
    root('no such day', 'birth', '079001234567', ['impossible_day']),
    root('a month that no year has', 'birth', '1970-13', ['impossible_day']),
    root('a day that no month has', 'recordedOn', '2025-02-29', ['impossible_day']),
    root('a text', 'disadvantagedArea', secret, ['wrong_type']),
    root('a number', 'registered', 1, ['wrong_type']),
    root('unknown', 'unitLevel', secret, ['unknown_code']),
    root('unknown', 'memberships', ['learning-family', secret], ['unknown_code'], 1),
    root('a text', 'memberships', secret, ['wrong_type']),
    root('a list', 'units', [secret], ['wrong_type']),
    root('a number within', 'units', { residence: secretNumber }, ['wrong_type'], 'residence'),
    { what: 'a key that is none', codes: ['unknown_key'], path: ['?'], breakIt: (record) => void (record[secret] = 1) },

    root('a text', 'evidence', secret, ['wrong_type']),
    root('a list', 'evidence', [secret], ['wrong_type']),
    root('unknown fact', 'evidence', { noSuchFact: secret }, ['unknown_fact'], 'noSuchFact'),
    root('unknown fact with a name', 'evidence', { [secret]: 1 }, ['unknown_fact'], '?'),
    evidence('given', derived.id, 3, ['derived_fact']),
    evidence('a text', count, secret, ['wrong_type']),
    evidence('a number as text', count, '7', ['wrong_type']),
    evidence('a list', count, [7], ['wrong_type']),
    evidence('not a number', count, NaN, ['wrong_type']),
    evidence('endless', count, Infinity, ['wrong_type', 'out_of_range']),
    evidence('too much', count, secretNumber, ['out_of_range']),
    evidence('less than nothing', count, -secretNumber, ['out_of_range']),
    evidence('not whole', count, 7.25, ['not_whole']),
    evidence('a text', rank, secret, ['wrong_type']),
    evidence('not whole', rank, 1.5, ['not_whole']),
    evidence('too high', rank, secretNumber, ['out_of_range']),
    evidence('too much', number, secretNumber, ['out_of_range']),
    evidence('a number as text', number, '7.25', ['wrong_type']),
    evidence('a number', boolean, 1, ['wrong_type']),
    evidence('a word', boolean, 'true', ['wrong_type']),
    evidence('a text', codes.id, secret, ['wrong_type']),
    evidence('unknown', codes.id, [firstCode, secret], ['unknown_code'], 1),
    evidence('a number among them', codes.id, [firstCode, secretNumber], ['wrong_type', 'unknown_code'], 1),
    evidence('unknown by name', codes.id, { [secret]: true }, ['unknown_code'], '?'),
    evidence('neither yes nor no', codes.id, { [firstCode]: secret }, ['wrong_type'], firstCode),
    evidence('inherited names', codes.id, owned('__proto__'), ['unknown_code', 'unknown_key'], '__proto__'),
    evidence(
      'too many',
      codes.id,
      Array.from({ length: 100_000 }, () => firstCode),
      ['too_many'],
    ),

    evidence('an object', activities, { from: secret }, ['wrong_type']),
    evidence('a text as item', activities, [{}, secret], ['wrong_type'], 1),
    evidence('nothing as item', activities, [null], ['wrong_type'], 0),
    evidence('too many', activities, many, ['too_many']),
    evidence('unknown kind', activities, [{ kind: secret }], ['unknown_code'], 0, 'kind'),
    evidence('unknown topic', activities, [{ topic: secret }], ['unknown_code'], 0, 'topic'),
    evidence('unknown part', activities, [{ [secret]: 1 }], ['unknown_key'], 0, '?'),
    evidence('impossible day', activities, [{ from: '2026-02-30' }], ['impossible_day'], 0, 'from'),
    evidence('a day in words', activities, [{ from: '2026-01-01' }, { from: secret }], ['impossible_day'], 1, 'from'),
    evidence('a day as number', activities, [{ to: secretNumber }], ['wrong_type'], 0, 'to'),
    evidence('ends before it begins', activities, [{ from: '2026-05-02', to: '2026-05-01' }], ['to_before_from'], 0, 'to'),
    evidence('ends in an earlier year', activities, [{ from: '2026-05', to: '2025' }], ['to_before_from'], 0, 'to'),
    evidence('hours below nothing', activities, [{ hours: -secretNumber }], ['out_of_range'], 0, 'hours'),
    evidence('more hours than a year has', activities, [{ hours: secretNumber }], ['out_of_range'], 0, 'hours'),
    evidence('hours as text', activities, [{ hours: '7' }], ['wrong_type'], 0, 'hours'),
    evidence('hours that are no number', activities, [{ hours: NaN }], ['wrong_type'], 0, 'hours'),
    evidence('certificate as text', activities, [{ certificate: secret }], ['wrong_type'], 0, 'certificate'),
    evidence('a list as item', certificates, [[secret]], ['wrong_type'], 0),
    evidence('unknown kind', certificates, [{ kind: secret }], ['unknown_code'], 0, 'kind'),
    evidence(
      'no such step',
      certificates,
      [{ kind: stepped.certificate, level: stepped.range[1] + 1 }],
      ['out_of_range'],
      0,
      'level',
    ),
    evidence('half a step', certificates, [{ level: 2.5 }], ['not_whole'], 0, 'level'),
    evidence('impossible day', certificates, [{ issuedOn: '2023-02-29' }], ['impossible_day'], 0, 'issuedOn'),
    evidence('too many', certificates, many, ['too_many']),

    root('a list', 'scores', [secretNumber], ['wrong_type']),
    root('unknown indicator', 'scores', { 'no-such': 5 }, ['unknown_indicator'], 'no-such'),
    root('a quarter', 'scores', { reading: 7.25 }, ['not_half'], 'reading'),
    root('a number as text', 'scores', { reading: '7' }, ['wrong_type'], 'reading'),
    root('too high', 'scores', { reading: secretNumber }, ['out_of_range'], 'reading'),
    root('below nothing', 'scores', { reading: -0.5 }, ['out_of_range'], 'reading'),
    root('not a number', 'scores', { reading: NaN }, ['wrong_type'], 'reading'),
    root('a text', 'attested', secret, ['wrong_type']),
    root('by nobody we know', 'attested', { [count]: secret }, ['unknown_attester'], count),
    root('of an unknown fact', 'attested', { noSuchFact: 'self' }, ['unknown_fact'], 'noSuchFact'),

    ...['__proto__', 'constructor', 'prototype'].flatMap((key): Breakage[] => [
      {
        what: `own ${key}`,
        codes: ['unknown_key'],
        path: [key],
        breakIt: (record) =>
          Object.defineProperty(record, key, { value: { admin: secret }, enumerable: true, writable: true, configurable: true }),
      },
      root(`own ${key}`, 'evidence', owned(key), ['unknown_fact', 'unknown_key'], key),
      root(`own ${key}`, 'scores', owned(key), ['unknown_indicator', 'unknown_key'], key),
      root(`own ${key}`, 'attested', owned(key), ['unknown_fact', 'unknown_key'], key),
      evidence(`own ${key} of an item`, activities, [owned(key)], ['unknown_key'], 0, key),
    ]),
  ]
}
