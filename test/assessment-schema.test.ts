import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type * as z from 'zod/mini'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, type Assessment } from '../src/index.js'
import type { Answer } from '../src/cli/answer.js'
import type { assessmentSchema } from '../src/model/assessment-schema.js'
import { cdhtReading } from './support/cdht.js'
import { placesIn, valueAt, withPut, type Keys } from './support/criteria-files.js'
import { check, judgedIn, pairs, searches } from './support/judged.js'
import { samplePeople } from './support/sample.js'

/** Every name of a type spelled out, whatever it was put together from. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type OfSchema = Omit<z.infer<typeof assessmentSchema>, 'person'>
// These do not compile where the type and its schema part ways.
const agree: Same<Plain<Assessment>, Plain<OfSchema>> = true
const tellsApart: Same<Plain<Assessment>, Plain<Omit<OfSchema, 'unknown'>>> = false
const isAnswered: Same<Plain<Assessment>, Plain<Extract<Answer, { ok: true }>['assessment']>> = true

const schemaNamed = (name: string): object => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object
const ajv = new Ajv2020({ allErrors: false, allowUnionTypes: true })
const isAssessment: ValidateFunction = ajv.compile(schemaNamed('assessment'))
const isAnswer: ValidateFunction = ajv.compile(schemaNamed('answer'))
const faultsOf = (validate: ValidateFunction, value: unknown): unknown =>
  validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors

const on = '2025-12-31'

test('the type and its schema agree', () => expect([agree, tellsApart, isAnswered]).toEqual([true, false, true]))

describe('assessments are valid', () => {
  test('of the whole sample', async () => {
    const verdicts = new Set<string>()
    for (const person of await samplePeople()) {
      const assessment = evaluate(person, { on })
      verdicts.add(assessment.verdict)
      expect(faultsOf(isAssessment, assessment)).toEqual([])
    }
    expect([...verdicts].sort()).toEqual(['met', 'unknown', 'unmet'])
  })
  test.each(pairs)('of any record: $id', ({ set, plain }) => {
    check({ seed: 1, numRuns: Math.ceil((searches[0]?.numRuns ?? 0) / 10) }, judgedIn(plain), ({ record, on: day }) => {
      expect(faultsOf(isAssessment, evaluate(record, { on: day, set }))).toEqual([])
    })
  })
  test('with what files of results carry beside them', () => {
    const assessment = evaluate({ id: 'P1', group: 'farmer' }, { on })
    const person = { units: { residence: 'X01' }, memberships: [], adult: 'unknown' }
    expect(faultsOf(isAssessment, { ...assessment, person })).toEqual([])
    expect(isAssessment({ ...assessment, person: { ...person, hoTen: 'Nguyễn Văn Mẫu' } })).toBe(false)
    expect(isAssessment({ ...assessment, person: {} })).toBe(false)
  })
})

describe('what is none is refused', () => {
  /** Somebody of whom every kind of part is in the assessment. */
  let told: Assessment
  beforeAll(() => {
    const record = {
      id: 'P1',
      group: 'worker',
      evidence: {
        readingFrequency: 1,
        informationSources: { book: true },
        digitalActivities: [],
        certificates: [{ kind: 'it-basic' }],
      },
      scores: { cooperation: 7.5 },
    }
    told = JSON.parse(JSON.stringify(evaluate(record as never, { on }))) as Assessment
    expect(told.missing.length).toBeGreaterThan(3)
    expect(told.digital.because.length).toBeGreaterThan(0)
    expect(told.indicators.some(({ level }) => level)).toBe(true)
    expect(told.indicators.some(({ evidenceScore }) => evidenceScore)).toBe(true)
  })
  /** Issues may say more than the schema knows, and needs compare with values of many kinds. */
  const isOpen = (path: Keys): boolean => path.includes('warnings') || ['required', 'actual'].includes(String(path.at(-1)))
  const optional = ['level', 'evidenceScore', 'gap', 'via']
  const places = (): Keys[] => [...placesIn(told)].filter((path) => path.length > 0 && !isOpen(path))

  test('anything of another type in any place', () => {
    const survived = places().filter((path) =>
      isAssessment(withPut(told, path, typeof valueAt(told, path) === 'object' ? 7 : [])),
    )
    expect(survived).toEqual([])
    expect(places().length).toBeGreaterThan(500)
  })
  test('any part left out', () => {
    const named = places().filter((path) => typeof path.at(-1) === 'string' && !optional.includes(path.at(-1) as string))
    expect(named.filter((path) => isAssessment(withPut(told, path, undefined)))).toEqual([])
    expect(named.length).toBeGreaterThan(400)
  })
  test('any part that nobody knows', () => {
    const objects = places().filter((path) => {
      const value = valueAt(told, path)
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    })
    const more = (path: Keys): object => ({ ...(valueAt(told, path) as object), hoTen: 'x' })
    expect(
      [[] as Keys, ...objects].filter((path) => isAssessment(path.length > 0 ? withPut(told, path, more(path)) : more(path))),
    ).toEqual([])
  })
  test.each<[string, Keys, unknown]>([
    ['a verdict that is none', ['verdict'], 'granted'],
    ['a basis that is none', ['basis'], 'law'],
    ['a day that is none', ['on'], '31/12/2025'],
    ['points below none', ['score', 'lower'], -1],
    ['a digital level above all', ['digital', 'level', 'upper'], 5],
    ['an indicator that is none', ['indicators', 0, 'id'], 'writing'],
    ['nine indicators', ['indicators'], []],
    ['a warning without a code', ['warnings'], [{ path: [], severity: 'warning' }]],
    ['another edition', ['schema'], 2],
    ['a digest that is none', ['set', 'digest'], 'abc'],
  ])('%s', (_, path, value) => expect(isAssessment(withPut(told, path, value))).toBe(false))
})

test('every line that answers a line is a valid answer', async () => {
  const lines = [
    '{"id":"P1","group":"farmer"}',
    '{"id":"P2","group":"nobody"}',
    '{"id":"P3","id":"P4"}',
    '"P1"',
    'không phải JSON',
    '{"group":"farmer","evidence":{"booksRead":"ba","learningActivities":[{"kind":"x"}]}}',
  ]
  const { stdout } = await cdhtReading([lines.join('\n'), '\n', Buffer.from([0xff, 0x0a])], 'assess', '-', '--on', on)
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
  expect(answers.map((answer) => answer.ok)).toEqual([true, false, false, false, false, false, false])
  for (const answer of answers) expect(faultsOf(isAnswer, answer)).toEqual([])
  const [good, bad] = answers as [object, object]
  for (const wrong of [
    { ...good, ok: false },
    { ...bad, ok: true },
    { ...bad, issues: [] },
    { ...bad, line: 0 },
    { ...good, record: {} },
  ])
    expect(isAnswer(wrong)).toBe(false)
})
