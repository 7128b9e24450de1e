import vm from 'node:vm'
import { describe, expect, test } from 'vitest'
import {
  CdhtError,
  compile,
  evaluate,
  isCdhtError,
  parseRecord,
  safeEvaluate,
  sets,
  type CitizenRecord,
  type EvaluateOptions,
  type Result,
} from '../src/index.js'
import { safeEvaluate as safeEvaluateAlone } from '../src/core.js'

const on = '2025-12-31'
/** Stands where a person's value would; nothing that is said of a fault may repeat it. */
const secret = 'Bí Mật 079001234567'
const person = (more: object = {}): object => ({ id: secret, group: 'farmer', ...more })
const evidence = (of: object): object => person({ evidence: of })
const activity = (of: unknown): object => evidence({ learningActivities: [{ kind: 'course' }, of] })
const parsed = (text: string): unknown => JSON.parse(text)
const hidden = (key: string): string => `"${key}": { "admin": "${secret}" }`

type Bad = [what: string, record: unknown, code: string, path: string]

/** Faults of form, which every set refuses, and without a set `parseRecord`. */
const form: Bad[] = [
  ['null', null, 'wrong_type', ''],
  ['undefined', undefined, 'wrong_type', ''],
  ['a text', secret, 'wrong_type', ''],
  ['a list', [person()], 'wrong_type', ''],
  ['a number', 79, 'wrong_type', ''],
  ['a function', () => person(), 'wrong_type', ''],
  ['no id', { group: 'farmer' }, 'missing', 'id'],
  ['id null', { id: null, group: 'farmer' }, 'wrong_type', 'id'],
  ['id as number', { id: 79, group: 'farmer' }, 'wrong_type', 'id'],
  ['id empty', { id: '', group: 'farmer' }, 'empty', 'id'],
  ['no group', { id: secret }, 'missing', 'group'],
  ['group null', { id: secret, group: null }, 'wrong_type', 'group'],
  ['group as number', { id: secret, group: 79 }, 'wrong_type', 'group'],
  ['unknown indicator', person({ scores: { singing: 5 } }), 'unknown_indicator', 'scores.singing'],
  ['score as text', person({ scores: { reading: '7' } }), 'wrong_type', 'scores.reading'],
  [
    'score that makes no number of itself',
    person({ scores: parsed('{ "reading": { "toString": 1, "valueOf": 1 } }') as object }),
    'wrong_type',
    'scores.reading',
  ],
  ['score NaN', person({ scores: { reading: NaN } }), 'wrong_type', 'scores.reading'],
  ['score a quarter', person({ scores: { reading: 7.25 } }), 'not_half', 'scores.reading'],
  ['score 11', person({ scores: { reading: 11 } }), 'out_of_range', 'scores.reading'],
  ['score -1', person({ scores: { reading: -1 } }), 'out_of_range', 'scores.reading'],
  ['score just above', person({ scores: { cooperation: 10.5 } }), 'out_of_range', 'scores.cooperation'],
  ['birth in 30 February', person({ birth: '1970-02-30' }), 'impossible_day', 'birth'],
  ['birth in month 13', person({ birth: '2025-13' }), 'impossible_day', 'birth'],
  ['birth as people write it', person({ birth: '31/12/2025' }), 'impossible_day', 'birth'],
  ['birth as number', person({ birth: 1970 }), 'wrong_type', 'birth'],
  ['birth with a time', person({ birth: '1970-05-17T00:00:00Z' }), 'impossible_day', 'birth'],
  ['recordedOn of a bare year', person({ recordedOn: '2025' }), 'impossible_day', 'recordedOn'],
  ['area as text', person({ disadvantagedArea: 'không' }), 'wrong_type', 'disadvantagedArea'],
  ['units as text', person({ units: secret }), 'wrong_type', 'units'],
  ['unit as number', person({ units: { residence: 7 } }), 'wrong_type', 'units.residence'],
  ['unknown unit', person({ units: { village: 'x' } }), 'unknown_key', 'units.village'],
  ['unknown unit level', person({ unitLevel: 'hamlet' }), 'unknown_code', 'unitLevel'],
  ['unknown membership', person({ memberships: ['learning-family', secret] }), 'unknown_code', 'memberships.1'],
  ['unknown attester', person({ attested: { booksRead: 'neighbour' } }), 'unknown_attester', 'attested.booksRead'],
  ['evidence as list', person({ evidence: [] }), 'wrong_type', 'evidence'],
  ['scores as list', person({ scores: [5] }), 'wrong_type', 'scores'],
  ['unknown field', person({ name: secret }), 'unknown_key', 'name'],
  ['a person as field', person({ [secret]: 1 }), 'unknown_key', '?'],
  ['impossible day', activity({ from: '2026-02-30' }), 'impossible_day', 'evidence.learningActivities.1.from'],
  ['impossible month', activity({ to: '2025-13' }), 'impossible_day', 'evidence.learningActivities.1.to'],
  ['day as people write it', activity({ from: '31/12/2025' }), 'impossible_day', 'evidence.learningActivities.1.from'],
  [
    'ends before it begins',
    activity({ from: '2025-05-02', to: '2025-05-01' }),
    'to_before_from',
    'evidence.learningActivities.1.to',
  ],
  [
    'ends in an earlier month',
    activity({ from: '2025-05-01', to: '2025-04' }),
    'to_before_from',
    'evidence.learningActivities.1.to',
  ],
  [
    'a hundred thousand activities',
    evidence({ learningActivities: Array(100_000).fill({}) }),
    'too_many',
    'evidence.learningActivities',
  ],
  ['a hundred thousand certificates', evidence({ certificates: Array(100_000).fill({}) }), 'too_many', 'evidence.certificates'],
  [
    'a hundred thousand codes',
    evidence({ digitalActivities: Array(100_000).fill('cc-email') }),
    'too_many',
    'evidence.digitalActivities',
  ],
  ['a hundred thousand memberships', person({ memberships: Array(100_000).fill('learning-unit') }), 'too_many', 'memberships'],
  [
    'code with a word',
    evidence({ digitalActivities: { 'cc-email': secret } }),
    'wrong_type',
    'evidence.digitalActivities.cc-email',
  ],
  ...['__proto__', 'constructor', 'prototype'].flatMap((key): Bad[] => [
    [`own ${key}`, parsed(`{ "id": "p", "group": "farmer", ${hidden(key)} }`), 'unknown_key', key],
    [
      `own ${key} in units`,
      parsed(`{ "id": "p", "group": "farmer", "units": { ${hidden(key)} } }`),
      'unknown_key',
      `units.${key}`,
    ],
    [
      `own ${key} in an activity`,
      parsed(`{ "id": "p", "group": "farmer", "evidence": { "learningActivities": [{ ${hidden(key)} }] } }`),
      'unknown_key',
      `evidence.learningActivities.0.${key}`,
    ],
  ]),
]

/** Faults that only the vocabulary of a set tells. */
const content: Bad[] = [
  ['unknown group', person({ group: secret }), 'unknown_group', 'group'],
  ['a group of every object', person({ group: 'toString' }), 'unknown_group', 'group'],
  ['unknown fact', evidence({ booksReed: 3 }), 'unknown_fact', 'evidence.booksReed'],
  ['unknown fact attested', person({ attested: { booksReed: 'self' } }), 'unknown_fact', 'attested.booksReed'],
  ['the digital level by hand', evidence({ digitalLevel: 3 }), 'derived_fact', 'evidence.digitalLevel'],
  ['the digital level by hand, as null', evidence({ digitalLevel: null }), 'derived_fact', 'evidence.digitalLevel'],
  ['count as text', evidence({ booksRead: '7' }), 'wrong_type', 'evidence.booksRead'],
  ['count NaN', evidence({ booksRead: NaN }), 'wrong_type', 'evidence.booksRead'],
  ['count endless', evidence({ booksRead: Infinity }), 'wrong_type', 'evidence.booksRead'],
  ['half a count', evidence({ booksRead: 7.5 }), 'not_whole', 'evidence.booksRead'],
  ['count below', evidence({ booksRead: -1 }), 'out_of_range', 'evidence.booksRead'],
  ['count above', evidence({ booksRead: 201 }), 'out_of_range', 'evidence.booksRead'],
  ['count as object', evidence({ booksRead: { valueOf: () => 3 } }), 'wrong_type', 'evidence.booksRead'],
  ['rank above', evidence({ learningPlan: 4 }), 'out_of_range', 'evidence.learningPlan'],
  ['yes as text', evidence({ requiredLearningDone: 'true' }), 'wrong_type', 'evidence.requiredLearningDone'],
  ['yes as number', evidence({ requiredLearningDone: 1 }), 'wrong_type', 'evidence.requiredLearningDone'],
  ['unknown code', evidence({ digitalActivities: ['cc-email', 'cc-fax'] }), 'unknown_code', 'evidence.digitalActivities.1'],
  [
    'unknown code answered',
    evidence({ digitalActivities: { 'cc-fax': true } }),
    'unknown_code',
    'evidence.digitalActivities.cc-fax',
  ],
  ['codes as text', evidence({ digitalActivities: 'cc-email' }), 'wrong_type', 'evidence.digitalActivities'],
  ['unknown kind', activity({ kind: secret }), 'unknown_code', 'evidence.learningActivities.1.kind'],
  ['unknown topic', activity({ topic: 'astrology' }), 'unknown_code', 'evidence.learningActivities.1.topic'],
  ['hours as text', activity({ hours: '7' }), 'wrong_type', 'evidence.learningActivities.1.hours'],
  ['hours below nothing', activity({ hours: -1 }), 'out_of_range', 'evidence.learningActivities.1.hours'],
  ['no activity at all', activity(null), 'wrong_type', 'evidence.learningActivities.1'],
  ['a gap in a list of activities', evidence({ learningActivities: Array(1) }), 'wrong_type', 'evidence.learningActivities.0'],
  ['a gap in a list of codes', evidence({ digitalActivities: Array(1) }), 'wrong_type', 'evidence.digitalActivities.0'],
  [
    'step beyond the scale',
    evidence({ certificates: [{ kind: 'digital-framework', level: 9 }] }),
    'out_of_range',
    'evidence.certificates.0.level',
  ],
  [
    'step below the scale',
    evidence({ certificates: [{ kind: 'digital-framework', level: 0 }] }),
    'out_of_range',
    'evidence.certificates.0.level',
  ],
  ['unknown certificate', evidence({ certificates: [{ kind: 'driving' }] }), 'unknown_code', 'evidence.certificates.0.kind'],
  ...['__proto__', 'constructor', 'prototype'].flatMap((key): Bad[] => [
    [
      `own ${key} in evidence`,
      parsed(`{ "id": "p", "group": "farmer", "evidence": { ${hidden(key)} } }`),
      'unknown_fact',
      `evidence.${key}`,
    ],
    [
      `own ${key} in scores`,
      parsed(`{ "id": "p", "group": "farmer", "scores": { "${key}": 5 } }`),
      'unknown_indicator',
      `scores.${key}`,
    ],
    [
      `own ${key} in attested`,
      parsed(`{ "id": "p", "group": "farmer", "attested": { "${key}": "self" } }`),
      'unknown_fact',
      `attested.${key}`,
    ],
    [
      `own ${key} among codes`,
      parsed(`{ "id": "p", "group": "farmer", "evidence": { "digitalActivities": { "${key}": true } } }`),
      'unknown_code',
      `evidence.digitalActivities.${key}`,
    ],
  ]),
]

const told = (result: Result<unknown>): string[] =>
  result.ok ? ['ok'] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return 'nothing'
}

function expectRefusal(error: unknown, code: string, issues: string[]): void {
  expect(error).toBeInstanceOf(CdhtError)
  expect(isCdhtError(error)).toBe(true)
  const refusal = error as CdhtError
  expect(refusal.code).toBe(code)
  expect(told({ ok: false, issues: refusal.issues })).toEqual(issues)
  expect(`${refusal.message} ${refusal.stack} ${JSON.stringify(refusal.issues)}`).not.toContain('079001234567')
}

describe('a record is refused by code and path, with none of its values', () => {
  test.each([...form, ...content])('%s', (_, record, code, path) => {
    const result = safeEvaluate(record, { on })
    expect(told(result)).toEqual([`${code} ${path}`])
    expect(JSON.stringify(result)).not.toMatch(/Bí Mật|079001234567|cc-fax":|astrology|neighbour|hamlet/)
    expectRefusal(
      thrownBy(() => evaluate(record as CitizenRecord, { on })),
      'record',
      [`${code} ${path}`],
    )
  })
  test('parseRecord refuses the faults of form, and leaves to a set what only a set knows', () => {
    for (const [what, record, code, path] of form) {
      const error = thrownBy(() => parseRecord(record))
      expect(error, what).toBeInstanceOf(CdhtError)
      expectRefusal(error, 'record', [`${code} ${path}`])
    }
    expect(parseRecord(evidence({ noSuchFact: 7 }))).toEqual(evidence({ noSuchFact: 7 }))
  })
  test('what a compiled set is given is checked as well', () => {
    const assessor = compile(sets.farmer, { on })
    const bad = evidence({ booksRead: secret }) as CitizenRecord
    const out = new Float64Array(26)
    for (const act of [() => assessor.assess(bad), () => assessor.scoreInto(bad, out)])
      expectRefusal(thrownBy(act), 'record', ['wrong_type evidence.booksRead'])
    // A refusal leaves nothing behind for the next person.
    const good: CitizenRecord = { id: 'p', group: 'farmer', evidence: { readingFrequency: 3 } }
    expect(assessor.assess(good)).toEqual(compile(sets.farmer, { on }).assess(good))
  })
})

test('lists up to the limit of a thousand are taken', () => {
  const activities = Array.from({ length: 1000 }, () => ({ from: '2025-01-01', kind: 'course' }))
  expect(safeEvaluate(evidence({ learningActivities: activities }), { on }).ok).toBe(true)
  expect(told(safeEvaluate(evidence({ learningActivities: [...activities, {}] }), { on }))).toEqual([
    'too_many evidence.learningActivities',
  ])
})

test('every fault is told, up to a hundred and how many more', () => {
  const faulty = (n: number): object => evidence(Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, 1])))
  expect(told(safeEvaluate(faulty(100), { on }))).toHaveLength(100)
  const result = safeEvaluate(faulty(250), { on })
  expect(told(result)).toHaveLength(101)
  expect(result.ok ? [] : result.issues.at(-1)).toEqual({ code: 'more', path: [], severity: 'error', count: 150 })
  const both = safeEvaluate(person({ birth: 'x', scores: { reading: 11 }, evidence: { booksRead: -1 } }), { on })
  expect(told(both).sort()).toEqual(['impossible_day birth', 'out_of_range evidence.booksRead', 'out_of_range scores.reading'])
  const refusal = thrownBy(() => evaluate(faulty(250) as CitizenRecord, { on })) as CdhtError
  expect(refusal.message).toContain('and 247 more')
})

describe('options', () => {
  const refused = (options: unknown, issues: string[], record: object = person()): void => {
    expect(told(safeEvaluate(record, options as EvaluateOptions)), JSON.stringify(options)).toEqual(issues)
    expectRefusal(
      thrownBy(() => evaluate(record as CitizenRecord, options as EvaluateOptions)),
      'options',
      issues,
    )
  }
  test('a day that is none', () => {
    for (const day of [
      '2025-02-30',
      '2025-02-29',
      20251231,
      '2025',
      '2025-12',
      null,
      '31/12/2025',
      '',
      new Date(),
      ['2025-12-31'],
      '2025-12-31T00:00',
    ])
      refused({ on: day }, ['impossible_day on'])
    for (const options of [{}, undefined, null, '2025-12-31'])
      expect(told(safeEvaluate(person(), options as unknown as EvaluateOptions))[0]).toMatch(/^(missing|impossible_day) on$/)
  })
  test('a day before the set is in force, and the days around it', () => {
    refused({ on: '2022-07-27' }, ['not_in_force on'])
    expect(told(safeEvaluate(person(), { on: '2022-07-28' }))).toEqual(['ok'])
    const ended = { ...sets.farmer, inForce: { from: '2024-02-29', to: '2025-06-30' } }
    refused({ on: '2024-02-28', set: ended }, ['not_in_force on'])
    refused({ on: '2025-07-01', set: ended }, ['not_in_force on'])
    for (const day of ['2024-02-29', '2025-06-30']) expect(told(safeEvaluate(person(), { on: day, set: ended }))).toEqual(['ok'])
  })
  test('accept', () => {
    for (const accept of ['self', ['Self'], ['self', 'neighbour'], [null], null, {}, new Set(['self'])])
      refused({ on, accept }, ['unknown_attester accept'])
    // To believe nobody is a choice: all evidence is then unknown.
    const nobody = safeEvaluate(evidence({ readingFrequency: 4 }), { on, accept: [] })
    expect(nobody.ok && nobody.value.indicators[0]?.score).toEqual({ lower: 0, upper: 10, max: 10 })
  })
  test('the set of another group, the framework excepted', () => {
    refused({ on, set: sets.worker }, ['group_differs set'])
    refused({ on, set: sets.farmer }, ['group_differs set'], person({ group: 'general' }))
    for (const group of ['worker', 'general', 'fisher'])
      expect(told(safeEvaluate(person({ group }), { on, set: sets.general }))).toEqual(['ok'])
    const error = thrownBy(() => compile(sets.worker, { on }).assess(person() as CitizenRecord))
    expectRefusal(error, 'options', ['group_differs set'])
  })
  test('what is no set', () => {
    for (const set of [null, {}, 'farmer', 7, [], { id: 'framework' }]) refused({ on, set }, ['wrong_option set'])
    const alone = safeEvaluateAlone(person(), { on } as unknown as Parameters<typeof safeEvaluateAlone>[1])
    expect(told(alone)[0]).toMatch(/ set$/)
  })
  test('of compile', () => {
    expectRefusal(
      thrownBy(() => compile(sets.farmer, { on: '2025-02-30' })),
      'options',
      ['impossible_day on'],
    )
    expectRefusal(
      thrownBy(() => compile(sets.farmer, { on: '2022-07-27' })),
      'options',
      ['not_in_force on'],
    )
    expectRefusal(
      thrownBy(() => compile(sets.farmer, undefined as unknown as EvaluateOptions)),
      'options',
      ['missing on'],
    )
  })
  test.each(['on', 'set', 'accept'])('a field of the record named %s is a fault of the record', (key) => {
    expectRefusal(
      thrownBy(() => evaluate(person({ [key]: 'x' }) as CitizenRecord, { on })),
      'record',
      [`unknown_key ${key}`],
    )
  })
})

describe('objects that JSON cannot make', () => {
  test('circles', () => {
    const circle = person() as Record<string, unknown>
    circle['evidence'] = circle
    expect(told(safeEvaluate(circle, { on })).sort()).toEqual([
      'unknown_fact evidence.evidence',
      'unknown_fact evidence.group',
      'unknown_fact evidence.id',
    ])
    expectRefusal(
      thrownBy(() => parseRecord(circle)),
      'record',
      ['too_deep evidence'],
    )
    const list: unknown[] = []
    list.push(list)
    expect(told(safeEvaluate(evidence({ learningActivities: list }), { on }))).toEqual([
      'wrong_type evidence.learningActivities.0',
    ])
  })
  test('objects without a prototype are records; what is only inherited, or of a class, is not', () => {
    expect(told(safeEvaluate(Object.assign(Object.create(null), person()), { on }))).toEqual(['ok'])
    expect(told(safeEvaluate(Object.create(person()), { on }))[0]).toMatch(/^missing /)
    expect(told(safeEvaluate(new Map([['id', 'p']]), { on }))[0]).toMatch(/^missing /)
  })
  test('a getter is code of the caller, and so is what it throws', () => {
    const own = new Error('of the caller')
    const record = {
      ...person(),
      get evidence(): never {
        throw own
      },
    }
    expect(thrownBy(() => safeEvaluate(record, { on }))).toBe(own)
    expect(safeEvaluate(person(), { on }).ok).toBe(true)
  })
  test('a record that is frozen to its leaves is taken and left alone', () => {
    const record = Object.freeze(person({ evidence: Object.freeze({ digitalActivities: Object.freeze(['cc-email']) }) }))
    expect(safeEvaluate(record, { on }).ok).toBe(true)
  })
})

describe('isCdhtError', () => {
  test('knows an error of another copy, or of another realm', () => {
    class Other extends Error {
      override readonly name = 'CdhtError'
      readonly code = 'record'
      readonly issues = [{ code: 'missing', path: [], severity: 'error' }]
    }
    expect(isCdhtError(new Other())).toBe(true)
    const foreign: unknown = vm.runInNewContext(
      `Object.assign(new Error('record: missing'), { name: 'CdhtError', code: 'record', issues: [{ code: 'missing', path: [], severity: 'error' }] })`,
    )
    expect(isCdhtError(foreign)).toBe(true)
  })
  test('knows no other error', () => {
    for (const error of [
      new Error('CdhtError'),
      new TypeError(),
      null,
      undefined,
      'CdhtError',
      { name: 'CdhtError' },
      Object.assign(new Error(), { issues: [] }),
    ])
      expect(isCdhtError(error)).toBe(false)
  })
})
