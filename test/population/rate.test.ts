import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCdhtError, rateOf, rateText, type RateCounts } from '../../src/index.js'
import { hundredthsOf, percentOf, reaches, shortOf } from '../../src/population/fraction.js'
import { targetPlanSchema, type TargetPlan } from '../../src/model/target-plan.js'
import { measureTargets } from '../../src/index.js'
import { readTally } from '../../src/population/tally-json.js'
import { tallyOf } from '../../src/population/tally.js'

const label = (text: string) => ({ vi: text, en: text })
const definition = { numerator: label('n'), denominator: label('d') }

describe('figures that Quảng Trị published for the five years to 2020', () => {
  // https://tinhuyquangtri.vn/quang-tri-day-manh-phong-trao-hoc-tap-suot-doi-trong-gia-dinh-dong-ho-cong-dong-
  test.each([
    ['gia đình', 122_151, 167_687, '72,84%'],
    ['gia đình đã đăng ký', 122_151, 139_605, '87,49%'],
    ['dòng họ', 1_419, 2_080, '68,22%'],
    ['cộng đồng', 939, 1_103, '85,13%'],
    ['đơn vị', 712, 819, '86,93%'],
  ])('%s: %i of %i are %s', (what, recognised, all, published) => {
    const rate = rateOf(
      { met: recognised, unmet: all - recognised },
      { numerator: label('được công nhận'), denominator: label(what) },
    )
    expect(rateText(rate, 'vi').split(' ')[0]).toBe(published)
    expect(rate).toMatchObject({ numerator: recognised, denominator: all, unknown: 0, perhaps: 0 })
    expect(rate.interval).toEqual({ lower: rate.value, upper: rate.value })
  })
  test('712 of 819 is nearer to 86.94: what was published is rounded down, as here', () => {
    expect(((100 * 712) / 819).toFixed(2)).toBe('86.94')
  })
})

describe('in words', () => {
  const rate = rateOf(
    { met: 1_234, unmet: 700, unknown: 66, perhaps: { unknown: 10 } },
    { numerator: label('x'), denominator: label('y') },
  )
  test('Vietnamese', () => {
    expect(rateText(rate, 'vi')).toBe(
      '61,70% = 1.234 / 2.000 (tử số: x; mẫu số: y); chưa rõ: 66; chưa rõ có thuộc mẫu số hay không: 10; có thể từ 61,39% đến 65,17%',
    )
  })
  test('English', () => {
    expect(rateText(rate, 'en')).toBe(
      '61.70% = 1,234 / 2,000 (numerator: x; denominator: y); not known: 66; not known whether in the denominator: 10; may be 61.39% to 65.17%',
    )
  })
  test('of nobody there is no percentage', () => {
    expect(rateText(rateOf({ met: 0, unmet: 0 }, definition), 'en')).toBe('– = 0 / 0 (numerator: n; denominator: d)')
  })
  test('no share looks as if it reached what it does not', () => {
    expect(rateText(rateOf({ met: 649_999, unmet: 350_001 }, definition), 'vi')).toMatch(/^64,99% /)
    expect(rateText(rateOf({ met: 1, unmet: 9_999 }, definition), 'vi')).toMatch(/^0,01% /)
    expect(rateText(rateOf({ met: 7, unmet: 0 }, definition), 'vi')).toMatch(/^100,00% /)
  })
})

test('counts that are none are refused, without their values', () => {
  for (const [counts, path] of [
    [{ met: -1, unmet: 0 }, ['met']],
    [{ met: 1, unmet: 0.5 }, ['unmet']],
    [{ met: 1, unmet: 0, perhaps: { met: NaN } }, ['perhaps.met']],
  ] as [RateCounts, string[]][]) {
    let thrown: unknown
    try {
      rateOf(counts, definition)
    } catch (error) {
      thrown = error
    }
    expect(isCdhtError(thrown) && [thrown.code, thrown.issues.map(({ path }) => path)]).toEqual(['options', [path]])
  }
})

/** What each person may turn out to be: outside the denominator, in it and not counted, in it and counted. */
const outcomes = [['in'], ['not'], ['in', 'not'], ['out', 'in'], ['out', 'not'], ['out', 'in', 'not']] as const
const counts = fc.tuple(...outcomes.map(() => fc.integer({ min: 0, max: 2 })))
const ofSix = ([met, unmet, unknown, maybeMet, maybeUnmet, maybeUnknown]: readonly number[]) =>
  ({ met, unmet, unknown, perhaps: { met: maybeMet, unmet: maybeUnmet, unknown: maybeUnknown } }) as RateCounts

function completionsOf(people: readonly number[]): { numerator: number; denominator: number }[] {
  let all = [{ numerator: 0, denominator: 0 }]
  outcomes.forEach((may, i) => {
    for (let k = 0; k < (people[i] as number); k++)
      all = all.flatMap(({ numerator, denominator }) =>
        may.map((one) => ({ numerator: numerator + Number(one === 'in'), denominator: denominator + Number(one !== 'out') })),
      )
  })
  return all
}

describe('against every way in which the unknown may turn out', () => {
  test('the interval is exact', () => {
    fc.assert(
      fc.property(counts, (people) => {
        const shares = completionsOf(people)
          .map(percentOf)
          .filter((share) => share !== null)
        const { interval, value, denominator } = rateOf(ofSix(people), definition)
        if (shares.length === 0) expect(interval).toBeNull()
        else expect(interval).toEqual({ lower: Math.min(...shares), upper: Math.max(...shares) })
        if (interval && denominator > 0) {
          expect(value).toBeGreaterThanOrEqual(interval.lower)
          expect(value).toBeLessThanOrEqual(interval.upper)
        }
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  const percents = fc.oneof(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  )
  test('so are the answer and the people still needed', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(counts, percents, (people, percent) => {
        const [maybe, sure] = [people.slice(3), people.slice(0, 3)]
        const all = completionsOf([...sure, ...maybe])
        const needs = all.map(({ numerator, denominator }) => {
          for (let more = 0; ; more++) if (10 * 100 * (numerator + more) >= Math.round(10 * percent) * denominator) return more
        })
        const [result] = measureTargets(tallyWith(people), planOf(percent), { year: 2025 })
        const someone = all.some(({ denominator }) => denominator > 0)
        expect(result?.needed).toEqual(someone ? { lower: Math.min(...needs), upper: Math.max(...needs) } : null)
        const nobody = all.some(({ denominator }) => denominator === 0)
        const status = nobody
          ? 'cannot-be-said'
          : needs.every((n) => n === 0)
            ? 'reached'
            : needs.every((n) => n > 0)
              ? 'not-reached'
              : 'cannot-be-said'
        expect(result?.status).toBe(status)
        seen.add(status)
      }),
      { seed: 1, numRuns: 300 },
    )
    expect(seen.size).toBe(3)
  })
})

/** A plan of one line, about adults of learning collectives. */
function planOf(percent: number): TargetPlan {
  return targetPlanSchema.parse({
    id: 'plan',
    label: label('plan'),
    scope: 'nowhere',
    document: { document: 'none', number: null, date: null, article: null, url: null },
    checkedOn: '2026-11-24',
    targets: [
      {
        id: 'adults',
        measure: 'holders-among-adults-of-learning-collectives',
        label: label('line'),
        denominator: label('adults'),
        milestones: [{ year: 2025, percent, basis: 'proposed', rationale: label('for this test') }],
      },
    ],
  })
}

/** People of a learning family: three kinds of adults, then the same three of unknown age. */
function tallyWith(people: readonly number[]) {
  const profiles = Object.fromEntries(
    ['yuyynn', 'yuynnn', 'yuyunn', 'uuyynn', 'uuynnn', 'uuyunn'].map((key, i) => [key, people[i] as number]).filter(([, n]) => n),
  ) as Record<string, number>
  const all = people.reduce((sum, one) => sum + one, 0)
  const none = Array.from({ length: 10 }, () => 0)
  const same = all > 0 ? { '0': all } : {}
  const cell = {
    unit: null,
    group: 'farmer',
    unitLevel: null,
    memberships: ['learning-family'],
    profiles,
    digital: all > 0 ? { '0-0': all } : {},
    halves: { lower: none, upper: none },
    totals: { lower: same, upper: same },
  }
  const cells = all > 0 ? [cell] : []
  return tallyOf(readTally({ schema: 1, basis: 'proposed', adultAges: [], days: null, residence: cells, workplace: cells }))
}

describe('exact comparison', () => {
  test.each([
    [{ numerator: 1, denominator: 3 }, 33.3, true],
    [{ numerator: 333, denominator: 1000 }, 33.3, true],
    [{ numerator: 332, denominator: 1000 }, 33.3, false],
    [{ numerator: 29, denominator: 100 }, 29, true],
    [{ numerator: 57, denominator: 100 }, 57, true],
    [{ numerator: 1, denominator: 1_000_000_000 }, 1e-7, true],
    [{ numerator: 1, denominator: 1_000_000_001 }, 1e-7, false],
  ])('%j reaches %d %%: %s', (of, percent, expected) => {
    expect(reaches(of, percent)).toBe(expected)
    expect(shortOf(of, percent) === 0).toBe(expected)
  })
  test('what floating numbers get wrong', () => {
    // 100 people and 55 %: 0.55 * 100 is 55.00000000000001, whose ceiling is 56.
    expect(Math.ceil(0.55 * 100)).toBe(56)
    expect(shortOf({ numerator: 0, denominator: 100 }, 55)).toBe(55)
  })
  test('rounding down is exact for large counts', () => {
    expect(hundredthsOf({ numerator: 2 ** 52, denominator: 2 ** 53 })).toBe(5_000)
    expect(hundredthsOf({ numerator: 2 ** 52 - 1, denominator: 2 ** 53 })).toBe(4_999)
  })
})
