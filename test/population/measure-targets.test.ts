import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  measureTargets,
  rateText,
  tally,
  targets,
  type CitizenRecord,
  type Tally,
  type TargetPlan,
  type TargetResult,
  type Verdict,
} from '../../src/index.js'
import { memberships } from '../../src/model/record.js'
import { addPeople, births, type Answered } from '../support/counted.js'

const plan = targets['ninh-binh-126']
const line = (of: Tally, id: string, year = 2025, by: TargetPlan = plan): TargetResult =>
  measureTargets(of, by, { year }).find(({ target }) => target === id) as TargetResult
const family: Omit<CitizenRecord, 'id'> = { group: 'farmer', birth: births.met, memberships: ['learning-family'] }

describe('the figures of KH 126/KH-UBND, II.2, are those of its own text', () => {
  const text = readFileSync(new URL('ke-hoach-126-ii-2.txt', import.meta.url), 'utf8')
  const until = (year: number): string => text.split(`Phấn đấu đến năm ${year}`)[1]?.split('Phấn đấu đến năm')[0] ?? ''
  /** The percentage that stands right before the words, in the part of the year. */
  const figures = (year: number, words: RegExp): number[] =>
    [...until(year).matchAll(new RegExp(`(\\d+)% (?=${words.source})`, 'g'))].map(([, figure]) => Number(figure))
  const words: Record<string, RegExp> = {
    briefed: /cán bộ, hội viên Hội Khuyến học tỉnh/,
    adults: /người lớn trong gia đình học tập, dòng họ học tập, cộng đồng học tập \(thôn, bản, tổ dân phố và tương đương\)/,
    staff:
      /cán bộ, công chức, viên chức, người lao động trong đơn vị học tập cấp xã, cấp huyện, cấp tỉnh và ở cơ quan trung ương/,
    digital: /những người đạt danh hiệu “Công dân học tập” đều phải có những kỹ năng số/,
    proficient: /thành thạo kỹ năng số để tự cập nhật thông tin/,
  }
  const lines = plan.targets.flatMap(({ id, milestones }) => milestones.map(({ year, percent }) => ({ id, year, percent })))

  test.each(lines)('$id, $year: $percent %', ({ id, year, percent }) => {
    expect(figures(year, words[id] as RegExp)).toEqual([percent])
  })
  test('and no percentage of the text is left out', () => {
    for (const year of [2025, 2030])
      expect([...until(year).matchAll(/(\d+)%/g)].map(([, figure]) => Number(figure))).toEqual(
        lines.filter((one) => one.year === year).map(({ percent }) => percent),
      )
    expect(lines).toHaveLength(9)
  })
  test('each is the percentage that a result is judged by', () => {
    for (const { id, year, percent } of lines)
      expect(line(tally(), id, year).milestone).toMatchObject({ year, percent, basis: 'official' })
  })
})

describe('each line at its figure, and one person below', () => {
  const staff: Omit<CitizenRecord, 'id'> = { group: 'civil-servant', unitLevel: 'commune', memberships: ['learning-unit'] }
  const met: Answered = { verdict: 'met' }
  const skilled: Answered = { verdict: 'met', hasSkills: 'met' }
  const proficient: Answered = { ...skilled, proficient: 'met' }
  test.each([
    ['adults', 2025, 65, family, met, { verdict: 'unmet' }],
    ['adults', 2030, 70, family, met, { verdict: 'unmet' }],
    ['staff', 2025, 75, staff, met, { verdict: 'unmet' }],
    ['staff', 2030, 85, staff, met, { verdict: 'unmet' }],
    ['digital', 2025, 75, family, skilled, met],
    ['digital', 2030, 90, family, skilled, met],
    ['proficient', 2025, 65, family, proficient, skilled],
    ['proficient', 2030, 80, family, proficient, skilled],
  ] as const)('%s %i: %i of 100', (id, year, percent, record, counts, doesNot) => {
    for (const [more, status, needed] of [
      [0, 'reached', 0],
      [-1, 'not-reached', 1],
    ] as const) {
      const count = tally()
      addPeople(count, percent + more, record, counts)
      addPeople(count, 100 - percent - more, record, doesNot)
      // Others, who belong to no denominator of this line.
      addPeople(count, 7, { group: 'farmer', birth: births.unmet, memberships: [] }, { verdict: 'unmet' })
      expect(line(count, id, year)).toMatchObject({
        status,
        needed: { lower: needed, upper: needed },
        rate: { numerator: percent + more, denominator: 100, value: percent + more },
      })
    }
  })
  test('what no record says cannot be said', () => {
    const count = tally()
    addPeople(count, 1, family, met)
    expect(line(count, 'briefed')).toMatchObject({
      status: 'cannot-be-said',
      reason: 'not-in-records',
      rate: null,
      needed: null,
      milestone: { year: 2025, percent: 100 },
      basis: { milestone: 'official', count: null },
    })
  })
  test('every line of QĐ 677 is measured, by its own figures', () => {
    const count = tally()
    addPeople(count, 60, family, { verdict: 'met', hasSkills: 'met' })
    addPeople(count, 40, family, { verdict: 'unmet' })
    const national = targets['national-677']
    const results = measureTargets(count, national, { year: 2026 })
    expect(results.map(({ target, milestone, next }) => [target, milestone?.percent, next?.percent])).toEqual([
      ['briefed', 100, undefined],
      ['adults', 40, 60],
      ['staff', 60, 80],
      ['digital', 70, 90],
      ['proficient', 60, 80],
    ])
    expect(results.map(({ status }) => status)).toEqual(['cannot-be-said', 'reached', 'cannot-be-said', 'reached', 'not-reached'])
    expect(results[2]?.reason).toBe('nobody-counted')
  })
})

describe('milestones', () => {
  const count = tally()
  addPeople(count, 66, family, { verdict: 'met' })
  addPeople(count, 34, family, { verdict: 'unmet' })
  test('the latest not after the year is judged, and the next shown with its distance', () => {
    expect(line(count, 'adults', 2026)).toMatchObject({
      status: 'reached',
      milestone: { year: 2025, percent: 65 },
      next: { year: 2030, percent: 70, distance: { lower: 4, upper: 4 }, needed: { lower: 4, upper: 4 } },
    })
    expect(line(count, 'adults', 2029).milestone?.year).toBe(2025)
    expect(line(count, 'adults', 2030)).toMatchObject({ status: 'not-reached', milestone: { percent: 70 }, next: null })
  })
  test('before the first nothing is judged', () => {
    expect(line(count, 'adults', 2024)).toMatchObject({
      status: 'cannot-be-said',
      reason: 'before-first-milestone',
      milestone: null,
      needed: null,
      next: { year: 2025, distance: { lower: 0, upper: 0 } },
    })
  })
  test('a year that is none is refused', () => {
    for (const year of [2025.5, NaN, '2025' as never])
      expect(() => measureTargets(count, plan, { year })).toThrow('options: wrong_option at year')
  })
  test('what the percentage and what the count rest on are told apart', () => {
    expect(line(count, 'adults').basis).toEqual({ milestone: 'official', count: 'proposed' })
    expect(line(count, 'adults', 2025, targets['bac-ninh']).basis.milestone).toBe('single-source')
  })
})

describe('adults of learning families, clans and communities', () => {
  const count = tally()
  addPeople(count, 4, { ...family, memberships: ['learning-family', 'learning-clan', 'learning-community'] }, { verdict: 'met' })
  addPeople(count, 3, { ...family, memberships: ['learning-clan'] }, { verdict: 'unmet' })
  addPeople(count, 2, { ...family, memberships: ['learning-unit'] }, { verdict: 'met' })
  addPeople(count, 5, { ...family, birth: births.unmet }, { verdict: 'met' })
  const { rate, parts } = line(count, 'adults')
  test('who is of several is counted once', () => {
    expect(rate).toMatchObject({ numerator: 4, denominator: 7, unknown: 0, perhaps: 0 })
  })
  test('and in each of them', () => {
    expect(parts.map(({ id, rate: of, status }) => [id, of.numerator, of.denominator, status])).toEqual([
      ['learning-family', 4, 4, 'reached'],
      ['learning-clan', 4, 7, 'not-reached'],
      ['learning-community', 4, 4, 'reached'],
    ])
  })
  test('no birth and no memberships widen the denominator', () => {
    addPeople(count, 2, { ...family, birth: births.unknown }, { verdict: 'unmet' })
    addPeople(count, 1, { ...family, memberships: undefined }, { verdict: 'met' })
    addPeople(count, 1, family, { verdict: 'unknown' })
    const wider = line(count, 'adults')
    expect(wider.rate).toMatchObject({ numerator: 4, denominator: 8, unknown: 1, perhaps: 3, value: 50 })
    expect(wider.rate?.ends).toEqual({
      lower: { numerator: 4, denominator: 10 },
      upper: { numerator: 6, denominator: 9 },
    })
    expect(wider).toMatchObject({ status: 'cannot-be-said', reason: 'too-much-unknown', needed: { lower: 0, upper: 3 } })
  })
})

describe('staff of learning units', () => {
  const count = tally()
  const unit: Omit<CitizenRecord, 'id'> = { group: 'public-employee', memberships: ['learning-unit'] }
  addPeople(count, 3, { ...unit, unitLevel: 'commune' }, { verdict: 'met' })
  addPeople(count, 1, { ...unit, unitLevel: 'province' }, { verdict: 'unmet' })
  addPeople(count, 1, { ...unit, birth: births.unmet }, { verdict: 'met' })
  addPeople(count, 10, { ...unit, group: 'learner', unitLevel: 'commune' }, { verdict: 'unmet' })
  const { rate, parts, readings, status, basis } = line(count, 'staff')
  test('together and by level, whoever gave none apart', () => {
    expect(rate).toMatchObject({ numerator: 4, denominator: 5 })
    expect(parts.map(({ id, rate: { numerator, denominator } }) => [id, numerator, denominator])).toEqual([
      ['branch', 0, 0],
      ['commune', 3, 3],
      ['district', 0, 0],
      ['province', 0, 1],
      ['central', 0, 0],
      ['not-given', 1, 1],
    ])
    expect(status).toBe('reached')
  })
  test('who studies there is no staff; the count with them stands beside', () => {
    expect(readings).toMatchObject([{ id: 'with-learners', rate: { numerator: 4, denominator: 15 }, status: 'not-reached' }])
    expect(basis.count).toBe('proposed')
  })
})

describe('“trong đó”', () => {
  const count = tally()
  addPeople(count, 13, family, { verdict: 'met', hasSkills: 'met', proficient: 'met' })
  addPeople(count, 7, family, { verdict: 'met', hasSkills: 'met' })
  addPeople(count, 5, family, { verdict: 'met' })
  const { rate, status, readings } = line(count, 'proficient')
  test('is read as: of those with skills, and the other reading stands beside it', () => {
    expect(rate).toMatchObject({ numerator: 13, denominator: 20, value: 65 })
    expect(status).toBe('reached')
    expect(readings).toMatchObject([
      {
        id: 'among-all-holders',
        rate: { numerator: 13, denominator: 25, value: 52 },
        status: 'not-reached',
        needed: { lower: 4 },
      },
    ])
  })
})

test('every rate names its numerator and its denominator in both languages', () => {
  const count = tally()
  addPeople(count, 1, family, { verdict: 'met' })
  for (const of of Object.values(targets))
    for (const { rate, parts, readings } of measureTargets(count, of, { year: 2030 }))
      for (const one of [rate, ...parts.map((part) => part.rate), ...readings.map((reading) => reading.rate)]) {
        if (one === null) continue
        for (const lang of ['vi', 'en'] as const) {
          expect(rateText(one, lang)).toContain(one.definition.numerator[lang])
          expect(rateText(one, lang)).toContain(one.definition.denominator[lang])
        }
      }
})

/** The same people with everything known: every way in which it may turn out. */
interface Known {
  adult: boolean
  member: boolean
  verdict: boolean
  skills: boolean
  proficient: boolean
}
interface Partly {
  birth: Verdict
  member: Verdict
  answered: Required<Answered>
}

describe('intervals are exact over every way in which people may turn out', () => {
  const may = (verdict: Verdict): boolean[] => (verdict === 'unknown' ? [true, false] : [verdict === 'met'])
  const waysOf = ({ birth, member, answered }: Partly): Known[] =>
    may(birth).flatMap((adult) =>
      may(member).flatMap((isMember) =>
        may(answered.verdict).flatMap((verdict) =>
          may(answered.hasSkills).flatMap((skills) =>
            may(answered.proficient)
              .filter((proficient) => skills || !proficient)
              .map((proficient) => ({ adult, member: isMember, verdict, skills, proficient })),
          ),
        ),
      ),
    )
  const shares: Record<string, (people: Known[]) => [number, number]> = {
    adults: (people) => [
      people.filter((one) => one.adult && one.member && one.verdict).length,
      people.filter((one) => one.adult && one.member).length,
    ],
    digital: (people) => [people.filter((one) => one.verdict && one.skills).length, people.filter((one) => one.verdict).length],
    proficient: (people) => [
      people.filter((one) => one.verdict && one.proficient).length,
      people.filter((one) => one.verdict && one.skills).length,
    ],
  }
  const someone = (n: number): Partly => {
    const verdicts: Verdict[] = ['met', 'unmet', 'unknown']
    const flags = [
      ['met', 'met'],
      ['met', 'unmet'],
      ['met', 'unknown'],
      ['unmet', 'unmet'],
      ['unknown', 'unknown'],
      ['unknown', 'unmet'],
    ] as const
    const [hasSkills, proficient] = flags[Math.floor(n / 27) % 6] as (typeof flags)[number]
    return {
      birth: verdicts[n % 3] as Verdict,
      member: verdicts[Math.floor(n / 3) % 3] as Verdict,
      answered: { verdict: verdicts[Math.floor(n / 9) % 3] as Verdict, hasSkills, proficient },
    }
  }
  test('of three people drawn at random, 150 times', () => {
    let state = 11
    const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8
    for (let run = 0; run < 150; run++) {
      const people = [next(), next(), next()].map((n) => someone(n % 162))
      const count = tally()
      for (const { birth, member, answered } of people) {
        const of = { met: [memberships[0]], unmet: [], unknown: undefined }[member]
        addPeople(count, 1, { group: 'farmer', birth: births[birth], memberships: of }, answered)
      }
      const [a, b, c] = people.map(waysOf) as [Known[], Known[], Known[]]
      const all = a.flatMap((x) => b.flatMap((y) => c.map((z) => [x, y, z])))
      for (const [id, share] of Object.entries(shares)) {
        const percents = all.map(share).flatMap(([n, d]) => (d === 0 ? [] : [(100 * n) / d]))
        const expected = percents.length === 0 ? null : { lower: Math.min(...percents), upper: Math.max(...percents) }
        expect(line(count, id).rate?.interval, JSON.stringify({ id, people })).toEqual(expected)
      }
    }
  })
})
