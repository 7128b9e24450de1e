import { describe, expect, test } from 'vitest'
import { evaluate, explain, sets, type Assessment, type CitizenRecord } from '../src/index.js'

const on = '2025-12-31'
const langs = ['vi', 'en'] as const
const ids = sets.farmer.indicators.map(({ id }) => id)
const scores = (...points: number[]): CitizenRecord['scores'] => Object.fromEntries(ids.map((id, i) => [id, points[i] ?? 10]))

const good: NonNullable<CitizenRecord['evidence']> = {
  readingFrequency: 4,
  informationSources: ['book', 'extension-material', 'radio-tv'],
  booksRead: 4,
  learningPlan: 3,
  learningActivities: [1, 2, 3].map((month) => ({ from: `2025-0${month}`, kind: 'course', topic: 'production', hours: 8 })),
  communitySessions: 6,
  peopleSupported: 3,
  supportActions: ['teach', 'take-along', 'encourage'],
  certificates: [{ kind: 'it-advanced' }],
  digitalServices: ['vneid', 'production-app'],
  languageLevel: 2,
  recordKeeping: 3,
  improvements: 2,
  verifiesInformation: 3,
  opinionsGiven: 2,
  initiativeRank: 1,
  goodRelations: 3,
  reconciliations: 0,
  commonActivities: 4,
  cooperationGroups: 1,
  experienceShared: 3,
}
const judge = (record: Omit<CitizenRecord, 'id' | 'group'>): Assessment =>
  evaluate({ id: 'P-000417', group: 'farmer', disadvantagedArea: false, ...record }, { on })

const met = judge({ evidence: good })
const underFloor = judge({ evidence: { ...good, improvements: 0, recordKeeping: 0 } })
const low: NonNullable<CitizenRecord['evidence']> = {
  ...good,
  learningActivities: [{ from: '2025-03', kind: 'course', topic: 'production', hours: 8 }],
  learningPlan: 1,
  communitySessions: 2,
  readingFrequency: 2,
  informationSources: ['book'],
  peopleSupported: 1,
  cooperationGroups: 0,
  opinionsGiven: 0,
  commonActivities: 0,
}
const underTotal = judge({ evidence: low })
const unknown = judge({ evidence: { ...good, improvements: null, recordKeeping: null, goodRelations: null } })
const declared = judge({ scores: scores(4.5) })

const all = { met, underFloor, underTotal, unknown, declared }
const verdicts = {
  vi: { met: 'ĐẠT tiêu chí', unmet: 'CHƯA ĐẠT tiêu chí', unknown: 'CHƯA ĐỦ THÔNG TIN' },
  en: { met: 'are MET', unmet: 'are NOT MET', unknown: 'NOT ENOUGH INFORMATION' },
}
const linesOf = (text: string): string[] => text.split('\n')

test('the people are what they are meant to be', () => {
  expect(Object.values(all).map(({ verdict }) => verdict)).toEqual(['met', 'unmet', 'unmet', 'unknown', 'unmet'])
  expect(underFloor.score.lower).toBeGreaterThanOrEqual(80)
  expect(underTotal.indicators.every(({ score, floor }) => score.upper >= floor)).toBe(true)
  expect(underTotal.score.upper).toBeLessThan(80)
})

describe.each(Object.entries(all))('%s', (_, assessment) => {
  describe.each(langs)('in %s', (lang) => {
    const text = explain(assessment, { lang, facts: sets.farmer.facts })
    const number = (value: number): string => (lang === 'vi' ? String(value).replace('.', ',') : String(value))
    const range = ({ lower, upper }: { lower: number; upper: number }): string =>
      lower === upper ? number(lower) : `${number(lower)}–${number(upper)}`

    test('begins with the verdict, and with no other', () => {
      expect(linesOf(text)[0]).toMatch(lang === 'vi' ? /^(CHƯA )?(ĐẠT|ĐỦ)/ : /(MET|INFORMATION)/)
      const others = Object.entries(verdicts[lang]).filter(([verdict]) => verdict !== assessment.verdict)
      expect(linesOf(text)[0]).toContain(verdicts[lang][assessment.verdict])
      if (lang === 'en' || assessment.verdict !== 'unmet')
        for (const [, words] of others) expect(linesOf(text)[0]?.startsWith(words)).toBe(false)
    })
    test('says the total, the threshold, the floor, the day and the set', () => {
      const { score, set } = assessment
      expect(text).toContain(`${range(score)}/100`)
      expect(linesOf(text)[1]).toMatch(/\b80\b.*\b5\b/)
      expect(text).toContain(lang === 'vi' ? '31/12/2025' : '2025-12-31')
      expect(text).toContain(set.id)
      expect(text).toContain(set.version)
    })
    test('names every indicator with its points', () => {
      assessment.indicators.forEach(({ label, score }, i) => {
        const line = linesOf(text).find((one) => one.trim().startsWith(`${i + 1}. `)) ?? ''
        expect(line).toContain(label[lang])
        expect(line).toContain(`${range(score)}/10`)
      })
    })
    test('marks what is below the floor, not known or declared', () => {
      const marks = {
        vi: ['dưới điểm sàn', 'thiếu thông tin', 'điểm đã khai'],
        en: ['below the floor', 'evidence is missing', 'declared'],
      }[lang]
      assessment.indicators.forEach(({ score, floor, from, level }, i) => {
        const line = linesOf(text).find((one) => one.trim().startsWith(`${i + 1}. `)) ?? ''
        const expected = [score.upper < floor, score.upper >= floor && score.lower < score.upper, from === 'declared']
        expect(marks.map((mark) => line.includes(mark))).toEqual(expected)
        if (level && from === 'evidence') expect(line).toContain(level[lang])
      })
    })
    test('says what is missing, with the numbers', () => {
      for (const { indicator, gain, next } of assessment.missing) {
        const label = assessment.indicators.find(({ id }) => id === indicator)?.label[lang] as string
        const line = linesOf(text).find((one) => one.startsWith('  - ') && one.includes(`${label}: `)) ?? ''
        expect(line).toContain(number(gain))
        expect(line).toContain(number(next.points))
        for (const need of next.needs.flatMap((one) => ('any' in one ? one.any.flat() : [one]))) {
          if ('any' in need) continue
          const told = linesOf(text).filter((one) => one.includes(need.label[lang]))
          expect(told, need.label[lang]).not.toEqual([])
          if (need.gap !== undefined)
            expect(told.some((one) => one.includes(` ${need.required}`) && one.includes(` ${need.actual}`))).toBe(true)
        }
      }
    })
    test('says the digital level and both flags', () => {
      const line = linesOf(text).find((one) => one.startsWith(lang === 'vi' ? 'Kỹ năng số: ' : 'Digital skills: ')) ?? ''
      expect(line).toContain(assessment.digital.label[lang])
      expect(line).toContain(range(assessment.digital.level))
      for (const { rule } of assessment.digital.because) expect(text).toContain(rule[lang])
    })
    test('fills every number into its text', () => {
      expect(text).not.toMatch(/\{|\}|undefined|null|NaN|\[object|Infinity/)
    })
    test('grants nothing, and names nobody', () => {
      const without = text.replace(lang === 'vi' ? /danh hiệu do .* xét, công nhận/ : /whether to award .* decide/, '')
      expect(without).not.toBe(text)
      expect(without).not.toMatch(/granted|award|công nhận (là|danh hiệu)|được công nhận|trao tặng|cấp danh hiệu/i)
      expect(text).not.toContain(assessment.id)
    })
    test('says that its numbers are proposed wherever it shows any that are', () => {
      // What is missing, and what a level asks for, come out of levels that are proposed, whatever the verdict rests on.
      const shown = assessment.missing.length > 0 || assessment.indicators.some(({ from }) => from === 'evidence')
      expect(shown).toBe(true)
      expect(text).toMatch(lang === 'vi' ? /ĐỀ XUẤT/ : /PROPOSED/)
    })
  })
})

describe('one by one', () => {
  test('met lacks nothing and lists nothing unknown', () => {
    const text = explain(met, { lang: 'en' })
    expect(text).not.toMatch(/could|more points|Not known/)
    expect(text).toContain('Basis: levels and numbers used here are PROPOSED')
  })
  test('under the floor although the total is enough: the one indicator, and no other', () => {
    expect(underFloor.missing.map(({ indicator, reason, certain }) => [indicator, reason, certain])).toEqual([
      ['numeracy-and-improvement', 'floor', true],
    ])
    for (const lang of langs) {
      const text = explain(underFloor, { lang })
      expect(text).toContain(lang === 'vi' ? 'thêm 5 điểm (lên 5)' : '5 more points (to 5)')
      expect(text).toContain(lang === 'vi' ? 'từ 1 (hiện có 0)' : 'at least 1 (now 0)')
      // That the floor is missed is certain here.
      expect(text).not.toMatch(/Chưa chắc|Not sure/)
    }
  })
  test('under the total: what could add to it', () => {
    expect(underTotal.missing.every(({ reason }) => reason === 'total')).toBe(true)
    expect(explain(underTotal, { lang: 'vi' })).toContain('Các hoạt động học tập có ngày tháng: từ 2 (hiện có 1)')
    expect(explain(underTotal, { lang: 'en' })).toContain('Dated learning activities: at least 2 (now 1)')
  })
  test('unknown: the facts that could still change the answer, by label, and without the set by id', () => {
    expect(unknown.unknown).toEqual(['recordKeeping', 'improvements', 'goodRelations'])
    const text = explain(unknown, { lang: 'vi', facts: sets.farmer.facts })
    for (const id of unknown.unknown)
      expect(text).toContain(`  - ${sets.farmer.facts.find((fact) => fact.id === id)?.label.vi}\n`)
    for (const id of unknown.unknown) expect(explain(unknown, { lang: 'vi' })).toContain(`  - ${id}\n`)
  })
  test('an area that is not known is asked in words', () => {
    const open = judge({ disadvantagedArea: null, scores: scores(7, 7, 7, 7, 7, 7.5, 7.5, 7.5, 7.5, 7.5) })
    expect(open).toMatchObject({ verdict: 'unknown', unknown: ['disadvantagedArea'] })
    expect(explain(open, { lang: 'vi' })).toContain('Có thuộc vùng đặc biệt khó khăn hay không')
    expect(explain(open, { lang: 'en' })).not.toContain('disadvantagedArea')
  })
  test('declared: half points as each language writes them, and a difference to the evidence as a note', () => {
    expect(explain(declared, { lang: 'vi' })).toContain('94,5/100')
    expect(explain(declared, { lang: 'en' })).toContain('94.5/100')
    const differs = judge({ scores: { reading: 8 }, evidence: good })
    expect(differs.warnings.map(({ code }) => code)).toEqual(['declared_differs'])
    expect(explain(differs, { lang: 'vi' })).toMatch(/Lưu ý:\n {2}- scores\.reading: .*8.*10/)
  })
})
