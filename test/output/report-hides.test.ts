import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, sets, tally, targets, type Assessment, type CitizenRecord, type Verdict } from '../../src/index.js'
import { indicatorIds } from '../../src/model/indicator.js'
import { renderReport } from '../../src/report.js'
import { births, on } from '../support/counted.js'
import { shownIn } from '../support/html-tags.js'
import { canDiffer, minus, sumOf, valueOf, workedOut, type Form, type Knowledge } from '../support/infer.js'

const hide = 5
const plan = targets['ninh-binh-126']
const numRuns = Math.ceil(Number(process.env['CDHT_RUNS'] ?? 30) / 10)
const verdicts = ['met', 'unmet', 'unknown'] as const satisfies Verdict[]
const units = ['X1', 'X2', 'X3']
const works = ['W1', 'W2']
const groups = ['farmer', 'worker', 'learner'] as const
const levels: readonly [number, number][] = [
  [0, 4],
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 4],
  [4, 4],
]
const points = [55, 65, 75, 80, 85, 95]
const groupNames = groups.map((group) => sets[group].label.en)
const facts = ['learningActivities', 'digitalActivities']

/** All that the page tells of one person, who does not exist. */
interface Person {
  unit: string
  work: string
  group: (typeof groups)[number]
  lower: number
  upper: number
  level: number
  selfUpdates: Verdict
  registered: Verdict
  adult: Verdict
  isAssessed: boolean
  isInFamily: boolean
  /** Of each indicator. */
  lacks: number
  needs: number
}

const verdictOf = ({ lower, upper }: Person): Verdict => (lower >= 80 ? 'met' : upper < 80 ? 'unmet' : 'unknown')
const rangeOf = ({ level }: Person) => {
  const [lower, upper] = levels[level] as [number, number]
  return { lower, upper }
}
const hasSkills = (person: Person): Verdict => {
  const { lower, upper } = rangeOf(person)
  return lower >= 2 ? 'met' : upper < 2 ? 'unmet' : 'unknown'
}
const proficient = (person: Person): Verdict => {
  const skills = hasSkills(person)
  return skills === 'met' ? (rangeOf(person).lower >= 3 ? 'met' : person.selfUpdates) : skills
}
/** Of somebody who does not meet the criteria; of who does nothing is missing. */
const lack = ({ lacks }: Person, i: number) => (i === 0 ? 'total' : (['floor', 'total', 'neither'] as const)[(lacks >> i) % 3])
const needsFact = ({ needs }: Person, i: number): boolean => i === 0 || needs % 5 === 0

function assessed(person: Person): [Assessment, CitizenRecord] {
  const { group, unit, work, adult, registered, isAssessed, isInFamily, lower, upper } = person
  const answer = { met: true, unmet: false, unknown: null }
  const record: CitizenRecord = {
    id: 'p',
    group,
    ...(births[adult] !== undefined && { birth: births[adult] }),
    units: { residence: unit, workplace: work },
    memberships: isInFamily ? ['learning-family'] : ['learning-unit'],
    registered: answer[registered],
    evidence: isAssessed ? { readingFrequency: 1 } : {},
  }
  const assessment = empty.get(group) as Assessment
  const indicators = assessment.indicators.map((one) => ({
    ...one,
    score: { ...one.score, lower: lower / 10, upper: upper / 10 },
  }))
  const verdict = verdictOf(person)
  const missing = indicatorIds.flatMap((indicator, i) =>
    verdict === 'met' || lack(person, i) === 'neither'
      ? []
      : [{ indicator, reason: lack(person, i), needs: facts.filter((_, k) => needsFact(person, k)) }],
  )
  return [
    {
      ...assessment,
      verdict,
      score: { ...assessment.score, lower, upper },
      indicators,
      missing: missing.map(({ indicator, reason, needs }) => ({
        indicator,
        reason: reason as 'floor' | 'total',
        certain: true,
        gain: 1,
        next: {
          points: 1,
          needs: needs.map((fact) => ({ fact, label: { vi: '', en: '' }, operator: 'equal', required: 1, actual: null })),
        },
      })) as Assessment['missing'],
      digital: { ...assessment.digital, level: rangeOf(person), hasSkills: hasSkills(person), proficient: proficient(person) },
    },
    record,
  ]
}
const empty = new Map(groups.map((group) => [group, evaluate({ id: 'p', group }, { on })]))

const chance = (seed: number) => {
  let state = seed >>> 0
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

/** Few people of some units and groups, more of others, most of them alike. */
function somePeople(next: (limit: number) => number): Person[] {
  const of = <T>(...list: readonly T[]): T => list[next(list.length)] as T
  const mostly = <T>(usual: T, ...rest: readonly T[]): T => (next(4) > 0 ? usual : of(usual, ...rest))
  const usual = [next(points.length), next(levels.length)] as const
  return units.slice(0, 1 + next(3)).flatMap((unit) =>
    groups.slice(0, 1 + next(3)).flatMap((group) =>
      Array.from({ length: next(3) === 0 ? next(7) : 8 + next(25) }, (): Person => {
        const lower = points[mostly(usual[0], ...points.keys())] as number
        return {
          ...{ unit, group, lower, work: of(...works) },
          upper: mostly(lower, 95),
          level: mostly(usual[1], ...levels.keys()),
          selfUpdates: mostly<Verdict>('met', 'unmet', 'unknown'),
          registered: mostly<Verdict>('met', 'unmet', 'unknown'),
          adult: mostly<Verdict>('met', 'unmet', 'unknown'),
          isAssessed: next(9) > 0,
          isInFamily: next(4) > 0,
          lacks: mostly(5, next(1 << 12)),
          needs: next(20),
        }
      }),
    ),
  )
}

/** A figure of the page: what it counts, and what stands there. */
type Figure = readonly [what: Form, text: string]

/** Everything of the page, and what somebody knows who can read it: which counts there are, and which of them add up to others. */
function readPage(page: string, people: readonly Person[]): { figures: Figure[]; counts: Map<string, number>; sums: Form[] } {
  const counts = new Map<string, number>()
  const all = new Map<string, Set<string>>()
  /** A kind of counts, each person in one of them. */
  const divide = (kind: string, names: readonly string[], of: (person: Person) => string | undefined): Form => {
    const full = names.map((name) => `${kind} ${name}`)
    for (const name of full) counts.set(name, 0)
    for (const person of people) {
      const name = of(person)
      if (name !== undefined) counts.set(`${kind} ${name}`, (counts.get(`${kind} ${name}`) as number) + 1)
    }
    all.set(kind, new Set(full))
    return sumOf(full)
  }
  const some = (kind: string, wanted: (parts: string[]) => boolean): Form =>
    sumOf([...(all.get(kind) as Set<string>)].filter((name) => wanted(name.split(' ').slice(1))))
  const pairs = (a: readonly string[], b: readonly string[]): string[] => a.flatMap((x) => b.map((y) => `${x} ${y}`))
  const sums: Form[] = []
  const equal = (a: Form, b: Form): void => void sums.push(minus(a, b))

  const everybody = divide('home', pairs(pairs(units, groups), verdicts), (one) => `${one.unit} ${one.group} ${verdictOf(one)}`)
  const home = (unit?: string, group?: string, verdict?: string): Form =>
    some('home', ([u, g, v]) => (unit ?? u) === u && (group ?? g) === g && (verdict ?? v) === v)
  divide('work', pairs(works, verdicts), (one) => `${one.work} ${verdictOf(one)}`)
  const work = (unit?: string, verdict?: string): Form => some('work', ([w, v]) => (unit ?? w) === w && (verdict ?? v) === v)
  for (const verdict of verdicts) equal(work(undefined, verdict), home(undefined, undefined, verdict))
  const kinds = levels.map((_, i) => String(i))
  divide('level', pairs(groups, kinds), (one) => `${one.group} ${one.level}`)
  const level = (group?: string, kind?: string): Form => some('level', ([g, k]) => (group ?? g) === g && (kind ?? k) === k)
  for (const group of groups) equal(level(group), home(undefined, group))
  const answers = { registered: (one: Person) => one.registered, adult: (one: Person) => one.adult, hasSkills, proficient }
  for (const [name, of] of Object.entries(answers)) equal(divide(name, verdicts, of), everybody)
  equal(
    some('hasSkills', ([v]) => v === 'met'),
    some('level', ([, k]) => Number(k) >= 3),
  )
  equal(
    divide('assessed', ['yes', 'no'], (one) => (one.isAssessed ? 'yes' : 'no')),
    everybody,
  )
  const bins = Array.from({ length: 20 }, (_, i) => String(i))
  for (const end of ['lower', 'upper'] as const)
    equal(
      divide(end, bins, (one) => String(one[end] / 5)),
      everybody,
    )
  const without = (one: Person): boolean => verdictOf(one) !== 'met'
  const told = some('home', ([, , v]) => v !== 'met')
  indicatorIds.forEach((id, i) =>
    equal(
      divide(id, ['floor', 'total', 'neither'], (one) => (without(one) ? lack(one, i) : undefined)),
      told,
    ),
  )
  facts.forEach((fact, i) =>
    equal(
      divide(fact, ['yes', 'no'], (one) => (without(one) ? (needsFact(one, i) ? 'yes' : 'no') : undefined)),
      told,
    ),
  )
  const isHolder = (one: Person): boolean => verdictOf(one) === 'met'
  equal(
    divide('holders', verdicts, (one) => (isHolder(one) ? hasSkills(one) : undefined)),
    home(undefined, undefined, 'met'),
  )
  equal(
    divide('skilled', verdicts, (one) => (isHolder(one) && hasSkills(one) === 'met' ? proficient(one) : undefined)),
    some('holders', ([v]) => v === 'met'),
  )
  divide('adults', verdicts, (one) => (one.adult === 'met' && one.isInFamily ? verdictOf(one) : undefined))
  const isStaff = (one: Person): boolean => one.group !== 'learner' && !one.isInFamily
  divide('staff', verdicts, (one) => (isStaff(one) ? verdictOf(one) : undefined))

  const tables = [...page.matchAll(/<table\b.*?<\/table>/gs)].map(([table]) => ({
    caption: shownIn(/<caption>.*?<\/caption>/s.exec(table)?.[0] ?? '').trim(),
    rows: [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<(th|td)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) => shownIn(cell).trim()),
    ),
  }))
  const rowsOf = (caption: string): string[][] => tables.find((one) => one.caption === caption)?.rows.slice(1) ?? []
  const figures: Figure[] = []
  const lines = (
    caption: string,
    names: readonly string[],
    of: (name: string | undefined, column: number) => Form | undefined,
  ): void => {
    const rows = rowsOf(caption)
    for (const [name = '', ...cells] of rows)
      cells.forEach((cell, i) => {
        const what = of(name === 'Total' ? undefined : names.find((one) => one === name), i)
        if (what) figures.push([what, cell])
      })
    // A share tells its parts.
    if (rows[0]?.length === 7)
      for (const [, ...cells] of rows) expect(new Set(cells.map((cell) => cell === 'hidden')).size).toBe(1)
  }
  const groupOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : groups[groupNames.indexOf(name)]
  const ofVerdict = (of: (verdict?: string) => Form, i: number): Form | undefined =>
    i === 0 ? of() : i < 4 ? of(verdicts[i - 1]) : undefined
  lines('By group', groupNames, (name, i) => ofVerdict((v) => home(undefined, groupOf(name), v), i))
  lines('By residence', units, (name, i) => ofVerdict((v) => home(name, undefined, v), i))
  lines('By place of work or study', works, (name, i) => ofVerdict((v) => work(name, v), i))
  lines('Digital-skill level by group', groupNames, (name, i) =>
    i === 0 ? home(undefined, groupOf(name)) : level(groupOf(name), kinds[i - 1]),
  )
  for (const [name = '', ...cells] of rowsOf('Digital skills'))
    cells.forEach((cell, i) =>
      figures.push([sumOf([`${name === 'Have digital skills' ? 'hasSkills' : 'proficient'} ${verdicts[i]}`]), cell]),
    )
  const inTable = groups.filter((group) => people.some((one) => one.group === group))
  for (const [unit = '', ...cells] of rowsOf('Units and groups: people who meet / people'))
    cells.forEach((cell, i) => {
      const [met = '0', people = '0'] = cell === '–' ? [] : cell === 'hidden' ? [cell, cell] : cell.split(' / ')
      const inOrder = [...Object.keys(sets)].filter((id) => (inTable as string[]).includes(id))
      figures.push([home(unit, inOrder[i], 'met'), met], [home(unit, inOrder[i]), people])
    })
  rowsOf('People by total').forEach(([, ...cells], bin) =>
    cells.forEach((cell, i) => figures.push([sumOf([`${i === 0 ? 'lower' : 'upper'} ${bin}`]), cell])),
  )
  for (const [name = '', ...cells] of rowsOf('People who lack points, by indicator'))
    cells.forEach((cell, i) =>
      figures.push([sumOf([`${indicatorIds[Number.parseInt(name) - 1]} ${['floor', 'total'][i]}`]), cell]),
    )
  for (const [name = '', cell = ''] of rowsOf('Evidence that most often has to be added or raised'))
    figures.push([
      sumOf([`${facts.find((fact) => sets.farmer.facts.find(({ id }) => id === fact)?.label.en === name)} yes`]),
      cell,
    ])
  plan.targets.forEach(({ measure }, i) => {
    const kind = {
      'briefed-on-criteria': '',
      'holders-among-adults-of-learning-collectives': 'adults',
      'holders-among-staff-of-learning-units': 'staff',
      'digital-skills-among-holders': 'holders',
      'proficient-among-holders-with-digital-skills': 'skilled',
    }[measure]
    const cell = rowsOf('Results against the targets to be reached by the end of 2025')[i]?.[2] ?? ''
    if (kind === '') return
    // The denominator of a line that is hidden may stand elsewhere.
    const [, met = 'hidden', of] = /\(([\d,]+) \/ ([\d,]+)\)/.exec(cell) ?? []
    figures.push([sumOf([`${kind} met`]), met])
    if (of !== undefined) figures.push([some(kind, () => true), of])
  })
  const text = shownIn(page)
  const alone = (what: Form, pattern: RegExp): void => void figures.push([what, pattern.exec(text)?.[1] ?? 'not there'])
  alone(sumOf(['assessed yes']), /With evidence or a score: ([\d,]+|hidden)/)
  for (const [name, label] of Object.entries({ registered: 'Registered', adult: 'Adults', hasSkills: 'Have digital skills' })) {
    alone(sumOf([`${name} met`]), new RegExp(`${label}: ([\\d,]+|hidden)`))
    figures.push([
      sumOf([`${name} unknown`]),
      new RegExp(`${label}: (?:[\\d,]+|hidden) \\(not known: ([^)]+)\\)`).exec(text)?.[1] ?? '0',
    ])
  }
  const of = /Of (\d+) people who do not meet/.exec(text)?.[1]
  if (of !== undefined) figures.push([told, of])
  return { figures, counts, sums }
}

function reportOn(people: readonly Person[]): string {
  const count = tally()
  for (const person of people) count.add(...assessed(person))
  return renderReport(count, { lang: 'en', plan, hide })
}

/** Counts that say something of a few people: not what is not known of them. */
const saysMuch = (name: string): boolean => !/ unknown$/.test(name)

test(
  'no small count is on the page, and none can be worked out of all that is on it',
  () => {
    let [hidden, shown] = [0, 0]
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const people = somePeople(chance(seed))
        if (people.length === 0) return
        const page = reportOn(people)
        const { figures, counts, sums } = readPage(page, people)
        const told: Form[] = [...sums]
        const wanted: Form[] = []
        for (const [what, text] of figures) {
          const value = valueOf(what, counts)
          if (text === 'hidden') {
            if (value > 0) wanted.push(what)
            continue
          }
          expect([[...what.keys()].join(), text]).toEqual([[...what.keys()].join(), value.toLocaleString('en')])
          told.push(what)
          const isMuch = [...what.keys()].some(saysMuch)
          if (isMuch) expect([[...what.keys()].join(), value === 0 || value >= hide]).toEqual([[...what.keys()].join(), true])
        }
        hidden += wanted.length
        shown += figures.length - wanted.length
        const small = [...counts].filter(([name, value]) => value > 0 && value < hide && saysMuch(name))
        const asked = [...wanted, ...small.map(([name]) => sumOf([name]))]
        const knowledge: Knowledge = { counts, told }
        expect(workedOut(knowledge, asked).map((i) => [...(asked[i] as Form).keys()].join())).toEqual([])
        const next = chance(seed + 1)
        expect(asked.filter((form) => !canDiffer(knowledge, form, next)).map((form) => [...form.keys()].join())).toEqual([])
      }),
      { numRuns, examples: [[987_654], [5]] },
    )
    expect(hidden).toBeGreaterThan(20)
    expect(shown).toBeGreaterThan(100)
  },
  60_000 + 3000 * numRuns,
)
