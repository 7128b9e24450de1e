import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compile,
  isCdhtError,
  loadSet,
  type Assessment,
  type Assessor,
  type CitizenRecord,
  type CriteriaSet,
} from '../../src/index.js'
import { emitModule } from '../../src/emit.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import { attesters, type Attester } from '../../src/model/attester.js'
import { setOf } from '../engine/batch-set.js'
import { batchesOf } from '../engine/random-conditions.js'
import { everyOperator } from '../support/every-operator.js'
import { judgedIn, pairs, searches } from '../support/judged.js'
import { breakages, mangle } from '../support/mangle.js'
import { criteriaJson, plainSet, plainSetOf } from '../support/plain/set.js'
import { emitted, moduleOf, withoutTexts } from './emitted.js'

const plain = plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator])
const all = [
  ...pairs,
  {
    id: 'every-operator',
    set: loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator]),
    plain,
  },
]

/** Few ways, so that few modules have to be made. */
const accepts = fc.constantFrom<Attester[] | undefined>(undefined, undefined, ['certificate', 'log'], [...attesters].slice(1), [
  'self',
])

interface Options {
  on: string
  accept?: Attester[] | undefined
}

const compiled = new Map<string, Assessor>()
function assessorOf(set: CriteriaSet, options: Options): Assessor {
  const key = JSON.stringify([set.id, options])
  const assessor = compiled.get(key) ?? compile(set, options)
  compiled.set(key, assessor)
  return assessor
}

/** The module and the library say the same of anything, refusals included. */
async function expectSame(set: CriteriaSet, record: unknown, options: Options): Promise<boolean> {
  const module = await emitted(set, options)
  const assessor = assessorOf(set, options)
  const [told, out] = [module.assess(record), new Float64Array(26).fill(NaN)]
  const scored = module.scoreInto(record, out)
  let assessment: Assessment
  try {
    assessment = assessor.assess(record as CitizenRecord)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    expect([told, scored]).toEqual([undefined, false])
    return false
  }
  expect(told).toEqual(withoutTexts(assessment))
  const numbers = new Float64Array(26)
  assessor.scoreInto(record as CitizenRecord, numbers)
  expect([scored, out]).toEqual([true, numbers])
  return true
}

const assertAsync = <T>(search: object, arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<unknown>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (value) => {
      await holds(value)
    }),
    search,
  )

describe.each(all)('$id', ({ set, plain }) => {
  const judged = judgedIn(plain)
  const ways = breakages(plain)

  describe.each(searches)('seed $seed', (search) => {
    test('any record comes out of the emitted module as out of the library', async () => {
      await assertAsync(search, fc.tuple(judged, accepts), async ([{ on, record }, accept]) => {
        expect(await expectSame(set, record, { on, accept })).toBe(true)
      })
    })

    test('the emitted module refuses what the library refuses', async () => {
      const broken = judged.chain((one) => mangle(one.record, ways).map((mangled) => ({ ...one, mangled })))
      await assertAsync(search, fc.tuple(broken, accepts), async ([{ on, mangled }, accept]) => {
        await expectSame(set, mangled.record, { on, accept })
      })
    })
  })

  test('every known way of breaking a record is refused by both, but another group by the framework', async () => {
    const on = '2026-06-30'
    for (const { what, breakIt } of ways) {
      const record = { id: 'p-1', group: plain.group, evidence: {} }
      const broken = breakIt(record) ?? record
      const taken = await expectSame(set, broken, { on })
      if (taken) expect([plain.id, what]).toEqual(['framework', 'group: unknown'])
    }
  })
})

test.each(searches)('whatever the conditions, the emitted module finds what the library finds (seed $seed)', async (search) => {
  const batches = { ...search, numRuns: Math.ceil(search.numRuns / 5) }
  await assertAsync(batches, batchesOf(plain), async (batch) => {
    const set = setOf(batch)
    const [module, assessor] = [await moduleOf(emitModule(set, batch).code), compile(set, batch)]
    for (const record of batch.records) {
      const [out, numbers] = [new Float64Array(26), new Float64Array(26)]
      expect(module.scoreInto(record, out)).toBe(true)
      assessor.scoreInto(record, numbers)
      expect(out).toEqual(numbers)
      expect(module.assess(record)).toEqual(withoutTexts(assessor.assess(record)))
    }
  })
})

test('a record of another group is refused', async () => {
  const { set } = pairs.find(({ id }) => id === 'farmer')!
  const module = await emitted(set, { on: '2025-12-31' })
  expect(module.assess({ id: 'p-1', group: 'worker' })).toBeUndefined()
  expect(module.assess({ id: 'p-1', group: 'farmer' })).toBeDefined()
  expect(plainSet('farmer').group).toBe('farmer')
})

test('every text is a date, or none, as in the library', async () => {
  const set = all.at(-1)!.set
  const ends = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month) =>
    ['1900', '2000', '2023', '2024', '2025'].flatMap((year) =>
      [28, 29, 30, 31, 32].map((day) => `${year}-${String(month).padStart(2, '0')}-${day}`),
    ),
  )
  const odd = [
    '0000',
    '0001',
    '9999',
    '2025-00',
    '2025-13',
    '2025-1',
    '2025-01-00',
    '2025/01',
    '2025-01/01',
    '２０２５',
    ' 2025',
    '2025 ',
    '+202',
    '1e03',
    '20250101',
    '2025-01-1',
    '',
  ]
  const taken = { yes: 0, no: 0 }
  for (const text of [...ends, ...odd, 2025, true, [], {}, ['2025']]) {
    const lists = { learningActivities: [{ from: text, kind: 'course' }], certificates: [{ issuedOn: text, kind: 'it-basic' }] }
    for (const more of [{ birth: text }, { recordedOn: text }, { evidence: lists }]) {
      const record = { id: 'p-1', group: set.group, ...more }
      taken[(await expectSame(set, record, { on: '2025-12-31' })) ? 'yes' : 'no']++
    }
  }
  expect(Math.min(taken.yes, taken.no)).toBeGreaterThan(100)
})

test('an area that names an activity twice counts it as the library does', async () => {
  const { set } = pairs.find(({ id }) => id === 'farmer')!
  const areas = set.digital.areas.map((area) => ({ ...area, activities: [...area.activities, ...area.activities.slice(0, 2)] }))
  const odd = { ...set, id: 'twice', digital: { ...set.digital, areas } }
  const codes = areas.flatMap(({ activities }) => activities)
  const [, ...rest] = set.digital.areas[0]!.activities
  const onlyOne = codes.filter((code) => !rest.includes(code))
  for (const some of [codes.slice(0, 3), onlyOne, codes]) {
    const answers = Object.fromEntries(codes.map((code) => [code, some.includes(code)]))
    for (const digitalActivities of [some, answers, { [codes[0]!]: false }])
      await expectSame(
        odd,
        { id: 'p-1', group: 'farmer', evidence: { digitalActivities, certificates: [] } },
        { on: '2025-12-31' },
      )
  }
})
