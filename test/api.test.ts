import { describe, expect, expectTypeOf, test } from 'vitest'
import * as core from '../src/core.js'
import * as emit from '../src/emit.js'
import * as main from '../src/index.js'
import * as report from '../src/report.js'
import * as sql from '../src/sql.js'
import {
  evaluate,
  recordSchema,
  sets,
  targets,
  type Activity,
  type Assessment,
  type Assessor,
  type CdhtError,
  type CitizenRecord,
  type Codes,
  type CriteriaSet,
  type Evidence,
  type FactId,
  type FactValue,
  type GroupId,
  type IndicatorId,
  type Issue,
  type IssueCode,
  type Missing,
  type Need,
  type Operator,
  type Path,
  type Range,
  type Result,
  type Text,
  type Verdict,
} from '../src/index.js'
import { indicatorIds } from '../src/model/indicator.js'

declare module '../src/index.js' {
  interface Evidence {
    /** As a user of an overlay would add a fact of the overlay. */
    onlyInThisTest?: number | null | undefined
  }
}

const on = '2025-12-31'
const everywhere = [
  'CdhtError',
  'collectives',
  'compareSets',
  'compile',
  'explain',
  'explainTree',
  'formSchema',
  'improve',
  'isCdhtError',
  'issueText',
  'judgeCollectives',
  'lintSet',
  'loadSet',
  'measureTargets',
  'nextQuestions',
  'parseRecord',
  'parseTally',
  'populationRules',
  'rateOf',
  'rateText',
  'recordSchema',
  'rollUp',
  'safeEvaluate',
  'safeLoadSet',
  'suppress',
  'tally',
  'unitTable',
]

describe('names', () => {
  test('of the main entry and of core', () => {
    expect(Object.keys(core).sort()).toEqual(everywhere)
    expect(Object.keys(main).sort()).toEqual([...everywhere, 'evaluate', 'formsOn', 'sets', 'targets'].sort())
  })
  test('of emit', () => {
    expect(Object.keys(emit)).toEqual(['emitModule'])
    expectTypeOf(emit.emitModule).parameter(0).toEqualTypeOf<CriteriaSet>()
    expectTypeOf(emit.emitModule).returns.toEqualTypeOf<{ code: string; declarations: string }>()
  })
  test('of report', () => {
    expect(Object.keys(report)).toEqual(['renderReport'])
    expectTypeOf(report.renderReport).parameter(0).toEqualTypeOf<main.Tally>()
    expectTypeOf(report.renderReport).parameter(1).toEqualTypeOf<report.ReportOptions>()
    expectTypeOf(report.renderReport).returns.toEqualTypeOf<string>()
  })
  test('of sql', () => {
    expect(Object.keys(sql).sort()).toEqual(['referenceTables', 'sqlDialects', 'sqlTablesSchema', 'tallyFromRows', 'toSql'])
    expectTypeOf(sql.toSql).parameter(0).toEqualTypeOf<CriteriaSet>()
    expectTypeOf(sql.toSql).returns.toBeString()
    expectTypeOf(sql.referenceTables).returns.toEqualTypeOf<{ ddl: string; tables: sql.SqlTables }>()
    expectTypeOf<sql.SqlDialect>().toEqualTypeOf<
      'duckdb' | 'postgres' | 'spark' | 'sqlserver' | 'oracle' | 'mariadb' | 'sqlite'
    >()
  })
  test('of the shipped sets, each in its own entry too', async () => {
    const names = {
      general: 'general',
      farmer: 'farmer',
      worker: 'worker',
      'civil-servant': 'civilServant',
      'public-employee': 'publicEmployee',
      entrepreneur: 'entrepreneur',
      manager: 'manager',
      learner: 'learner',
    }
    expect(Object.keys(sets)).toEqual(Object.keys(names))
    for (const [group, name] of Object.entries(names)) {
      const entry = (await import(`../src/sets/shipped/${group}.ts`)) as Record<string, CriteriaSet>
      expect(Object.keys(entry)).toEqual([name])
      expect(entry[name]).toBe(sets[group as keyof typeof sets])
      expect(entry[name]?.group).toBe(group)
    }
    for (const [id, plan] of Object.entries(targets)) expect(plan.id).toBe(id)
    expect(Object.keys(targets)).toEqual(expect.arrayContaining(['national-677', 'ninh-binh-126']))
  })
})

/** Every object of a result must have exactly these keys; `?` may be absent. */
const keys: Record<string, string[]> = {
  assessment: [
    'schema',
    'id',
    'group',
    'on',
    'set',
    'verdict',
    'basis',
    'score',
    'competences',
    'indicators',
    'missing',
    'unknown',
    'digital',
    'warnings',
  ],
  set: ['id', 'version', 'digest', 'files'],
  score: ['lower', 'upper', 'max', 'threshold', 'basis', 'files'],
  competence: ['id', 'label', 'score'],
  indicator: [
    'id',
    'competence',
    'label',
    'score',
    'floor',
    'verdict',
    'from',
    'basis',
    'source',
    'files',
    'level?',
    'evidenceScore?',
  ],
  missing: ['indicator', 'reason', 'certain', 'gain', 'next'],
  next: ['points', 'needs'],
  digital: ['level', 'code', 'label', 'hasSkills', 'proficient', 'areas', 'because'],
  area: ['code', 'label', 'count', 'level'],
  route: ['route', 'rule', 'level', 'basis', 'evidence'],
  evidence: ['basis', 'source'],
  source: ['document', 'number', 'date', 'article', 'url', 'via?'],
  text: ['vi', 'en'],
  range: ['lower', 'upper'],
  scored: ['lower', 'upper', 'max'],
  need: ['fact', 'label', 'operator', 'required', 'actual', 'gap?'],
  way: ['any'],
}

function expectKeys(of: object | undefined, kind: keyof typeof keys): void {
  const names = keys[kind] as string[]
  const optional = names.filter((name) => name.endsWith('?')).map((name) => name.slice(0, -1))
  const found = Object.keys(of ?? {}).sort()
  expect(
    found.filter((name) => !optional.includes(name)),
    kind,
  ).toEqual(names.filter((name) => !name.endsWith('?')).sort())
}

function expectNeeds(needs: readonly Need[]): void {
  for (const need of needs) {
    expectKeys(need, 'any' in need ? 'way' : 'need')
    if ('any' in need) need.any.forEach(expectNeeds)
    else expectKeys(need.label, 'text')
  }
}

function expectShape(assessment: Assessment): void {
  expectKeys(assessment, 'assessment')
  expectKeys(assessment.set, 'set')
  expectKeys(assessment.score, 'score')
  expect(assessment.competences).toHaveLength(3)
  for (const one of assessment.competences) {
    expectKeys(one, 'competence')
    expectKeys(one.score, 'scored')
  }
  expect(assessment.indicators.map(({ id }) => id)).toEqual(indicatorIds)
  for (const one of assessment.indicators) {
    expectKeys(one, 'indicator')
    expectKeys(one.score, 'scored')
    expectKeys(one.label, 'text')
    if (one.level) expectKeys(one.level, 'text')
    expect('evidenceScore' in one).toBe(one.from === 'declared')
    if (one.evidenceScore) expectKeys(one.evidenceScore, 'range')
    for (const source of one.source) expectKeys(source, 'source')
  }
  for (const one of assessment.missing) {
    expectKeys(one, 'missing')
    expectKeys(one.next, 'next')
    expectNeeds(one.next.needs)
  }
  expectKeys(assessment.digital, 'digital')
  expectKeys(assessment.digital.level, 'range')
  for (const one of assessment.digital.areas) {
    expectKeys(one, 'area')
    expectKeys(one.count, 'range')
    expectKeys(one.level, 'range')
  }
  for (const one of assessment.digital.because) {
    expectKeys(one, 'route')
    expectKeys(one.level, 'range')
    expectKeys(one.evidence, 'evidence')
    for (const source of one.evidence.source) expectKeys(source, 'source')
  }
  for (const warning of assessment.warnings)
    expect(Object.keys(warning)).toEqual(expect.arrayContaining(['code', 'path', 'severity']))
}

describe('the shape of an assessment', () => {
  const people: CitizenRecord[] = [
    { id: 'p', group: 'farmer' },
    { id: 'p', group: 'farmer', scores: { reading: 3, cooperation: 8 }, disadvantagedArea: null },
    {
      id: 'p',
      group: 'manager',
      evidence: {
        readingFrequency: 4,
        digitalActivities: { 'cc-email': true },
        certificates: [{ kind: 'it-basic' }, { kind: 'digital-framework', level: 5, issuedOn: '2026-05' }],
        learningActivities: [{ kind: 'course', from: '2025' }],
      },
    },
  ]
  test.each(people)('%j', (person) => {
    const assessment = evaluate(person, { on })
    expectShape(assessment)
    expect(JSON.parse(JSON.stringify(assessment))).toStrictEqual(assessment)
    expect(assessment).toMatchObject({ schema: 1, id: 'p', group: person.group, on })
  })
  test('without reasons it is the same, with two lists empty', () => {
    for (const person of people) {
      const { missing, unknown, ...rest } = evaluate(person, { on })
      expect(missing.length + unknown.length).toBeGreaterThan(0)
      expect(evaluate(person, { on, reasons: false })).toEqual({ ...rest, missing: [], unknown: [] })
    }
  })
  test('a caller who changes a result changes no other', () => {
    const person = people[0] as CitizenRecord
    const before = structuredClone(evaluate(person, { on }))
    const spoilt = evaluate(person, { on })
    for (const list of [
      spoilt.set.files,
      spoilt.missing,
      spoilt.unknown,
      spoilt.warnings,
      spoilt.indicators,
      spoilt.competences,
      spoilt.digital.areas,
    ])
      (list as unknown[]).length = 0
    expect(evaluate(person, { on })).toEqual(before)
  })
  test('the record is not kept', () => {
    const record = { id: 'p', group: 'farmer', evidence: { digitalActivities: ['cc-email'] as 'cc-email'[] } }
    const assessment = evaluate(record, { on })
    const before = structuredClone(assessment)
    record.evidence.digitalActivities.length = 0
    expect(assessment).toEqual(before)
  })
})

test('recordSchema is a Standard Schema', async () => {
  const { validate, vendor, version } = recordSchema['~standard']
  expect([vendor, version]).toEqual(['zod', 1])
  const record = { id: 'p', group: 'farmer', birth: '1970-05', evidence: { booksRead: 2 } }
  expect(await validate(record)).toEqual({ value: record })
  const refused = await validate({ ...record, birth: '1970-13' })
  expect(refused.issues?.map(({ path }) => path)).toEqual([['birth']])
})

test('the numbers of scoreInto stand where the contract says', () => {
  const record: CitizenRecord = {
    id: 'p',
    group: 'farmer',
    disadvantagedArea: true,
    evidence: { readingFrequency: 2 },
    scores: { cooperation: 7.5 },
  }
  const out = new Float64Array(26)
  main.compile(sets.farmer, { on }).scoreInto(record, out)
  const { indicators, score, digital } = evaluate(record, { on })
  expect([...out]).toEqual([
    ...indicators.map((one) => one.score.lower),
    ...indicators.map((one) => one.score.upper),
    score.lower,
    score.upper,
    70,
    -1,
    digital.level.lower,
    digital.level.upper,
  ])
})

describe('public types', () => {
  test('of a record: what is optional may be null or undefined', () => {
    type Field = Exclude<keyof CitizenRecord, 'id' | 'group'>
    expectTypeOf<{ [F in Field]?: null | undefined }>().toExtend<Pick<CitizenRecord, Field>>()
    expectTypeOf<{ [F in FactId]?: null | undefined }>().toExtend<Evidence>()
    expectTypeOf<{ [I in IndicatorId]?: null | undefined }>().toExtend<NonNullable<CitizenRecord['scores']>>()
    expectTypeOf<{ group: 'farmer' }>().not.toExtend<CitizenRecord>()
    expectTypeOf<{ id: 'p'; group: 'salt-maker' }>().toExtend<CitizenRecord>()
    expectTypeOf<'anything'>().toExtend<GroupId>()
    expectTypeOf<undefined>().toExtend<Activity['hours']>()
    expectTypeOf<readonly ['a', 'b']>().toExtend<Codes<'a' | 'b'>>()
    expectTypeOf<{ a: true; b: null }>().toExtend<Codes<'a' | 'b'>>()
    expectTypeOf<['c']>().not.toExtend<Codes<'a' | 'b'>>()
  })
  test('of evidence: by fact, and users of overlays add their own', () => {
    expectTypeOf<Evidence['booksRead']>().toEqualTypeOf<number | null | undefined>()
    expectTypeOf<Evidence['onlyInThisTest']>().toEqualTypeOf<number | null | undefined>()
    expectTypeOf<'onlyInThisTest'>().toExtend<FactId>()
    expectTypeOf<{ id: 'p'; group: 'x'; evidence: { onlyInThisTest: 3 } }>().toExtend<CitizenRecord>()
    expectTypeOf<'digitalLevel'>().not.toExtend<FactId>()
  })
  test('of an assessment', () => {
    expectTypeOf(evaluate).returns.toEqualTypeOf<Assessment>()
    expectTypeOf(main.safeEvaluate).returns.toEqualTypeOf<Result<Assessment>>()
    expectTypeOf(main.safeEvaluate).parameter(0).toBeUnknown()
    expectTypeOf(main.compile).returns.toEqualTypeOf<Assessor>()
    expectTypeOf(main.parseRecord).returns.toEqualTypeOf<CitizenRecord>()
    expectTypeOf(main.loadSet).returns.toEqualTypeOf<CriteriaSet>()
    expectTypeOf(main.safeLoadSet).returns.toEqualTypeOf<Result<CriteriaSet>>()
    expectTypeOf(main.explain).returns.toBeString()
    expectTypeOf(main.issueText).parameters.toEqualTypeOf<[Issue, 'vi' | 'en']>()
    expectTypeOf<Assessment['verdict']>().toEqualTypeOf<'met' | 'unmet' | 'unknown'>()
    expectTypeOf<Assessment['schema']>().toEqualTypeOf<1>()
    expectTypeOf<Assessment['basis']>().toEqualTypeOf<'proposed' | 'single-source' | 'standard' | 'official'>()
    expectTypeOf<Assessment['indicators'][number]['evidenceScore']>().toEqualTypeOf<Range | undefined>()
    expectTypeOf<Assessment['digital']['code']>().toEqualTypeOf<
      'none' | 'emerging' | 'basic' | 'proficient' | 'advanced' | 'not-assessed'
    >()
    expectTypeOf<Assessment['unknown']>().toEqualTypeOf<(FactId | 'disadvantagedArea')[]>()
    expectTypeOf<Missing['reason']>().toEqualTypeOf<'floor' | 'total'>()
    expectTypeOf<Verdict>().toEqualTypeOf<Assessment['verdict']>()
  })
  test('a need is one fact or several ways', () => {
    expectTypeOf<Extract<Need, { any: unknown }>>().toEqualTypeOf<{ any: Need[][] }>()
    type Fact = Extract<Need, { fact: unknown }>
    expectTypeOf<Fact>().toEqualTypeOf<{
      fact: FactId
      label: Text
      operator: Operator
      required: FactValue
      actual: FactValue | null
      gap?: number
    }>()
    expectTypeOf<Need>().toEqualTypeOf<Fact | { any: Need[][] }>()
  })
  test('a result is a value or at least one issue', () => {
    expectTypeOf<Extract<Result<7>, { ok: true }>>().toEqualTypeOf<{ ok: true; value: 7 }>()
    expectTypeOf<Extract<Result<7>, { ok: false }>['issues']>().toEqualTypeOf<[Issue, ...Issue[]]>()
    expectTypeOf<Issue['code']>().toEqualTypeOf<IssueCode>()
    expectTypeOf<Issue['path']>().toEqualTypeOf<Path>()
    expectTypeOf<Extract<Issue, { code: 'more' }>['count']>().toBeNumber()
    expectTypeOf<CdhtError['code']>().toEqualTypeOf<'record' | 'criteria' | 'options'>()
  })
})
