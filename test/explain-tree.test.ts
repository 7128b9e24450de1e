import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evaluate,
  explainTree,
  isCdhtError,
  loadSet,
  sets,
  type Assessment,
  type CitizenRecord,
  type CriteriaSet,
  type ExplanationKind,
  type ExplanationNode,
  type Verdict,
} from '../src/index.js'
import { attesters } from '../src/model/attester.js'
import { bases, weakest } from '../src/model/basis.js'
import type { CriteriaFile } from '../src/model/criteria-file.js'
import { level, province, words } from './support/criteria-files.js'
import { everyOperator } from './support/every-operator.js'
import { check, judgedIn, pairs, searches } from './support/judged.js'
import { answerTo, type Situation } from './support/plain/condition.js'
import { plainDigital } from './support/plain/digital.js'
import { allOf, anyOf } from './support/plain/kleene.js'
import { criteriaJson, plainSetOf } from './support/plain/set.js'

const on = '2025-12-31'
const farmer: CitizenRecord = {
  id: 'P-000417',
  group: 'farmer',
  disadvantagedArea: false,
  evidence: {
    readingFrequency: 3,
    informationSources: { book: true, 'radio-tv': true },
    booksRead: 1,
    learningPlan: 1,
    learningActivities: [{ kind: 'course', topic: 'production', from: '2025-03', hours: 8 }, { kind: 'course' }],
    digitalActivities: ['cc-email'],
    selfUpdatesOnline: false,
  },
}
const everyThing = {
  id: 'every-operator',
  set: loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator]),
  plain: plainSetOf([criteriaJson('framework') as CriteriaFile, everyOperator]),
}

function* nodesOf(node: ExplanationNode): Generator<ExplanationNode> {
  yield node
  for (const child of node.children) yield* nodesOf(child)
}
const listOf = (node: ExplanationNode, ...kinds: ExplanationKind[]): ExplanationNode[] =>
  [...nodesOf(node)].filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
const byId = (tree: ExplanationNode, id: string): ExplanationNode => {
  const found = listOf(tree).filter((node) => node.id === id)
  expect(found, id).toHaveLength(1)
  return found[0] as ExplanationNode
}
const refusalOf = (call: () => unknown): [string, (string | number)[], string][] => {
  try {
    call()
  } catch (error) {
    if (isCdhtError(error)) return error.issues.map(({ code, path }) => [code, [...path], error.code])
    throw error
  }
  return []
}

/** What the levels of one indicator are worth, by their verdicts alone. */
function rangeOf({ grading, cap }: CriteriaSet['indicators'][number], levels: readonly ExplanationNode[]) {
  const points = (of: readonly Verdict[]): number[] =>
    levels.filter(({ verdict }) => of.includes(verdict as Verdict)).map((one) => one.points as number)
  const worth = (of: number[]): number =>
    grading === 'sum'
      ? Math.min(
          cap ?? Infinity,
          of.reduce((sum, one) => sum + one, 0),
        )
      : Math.max(0, ...of)
  return { lower: worth(points(['met'])), upper: worth(points(['met', 'unknown'])) }
}

const accepts = fc.option(fc.subarray([...attesters], { minLength: 1 }), { nil: undefined, freq: 2 })

describe.each([...pairs, everyThing])('$id, any record', ({ set, plain }) => {
  test.each(searches)('agrees with the assessment, part by part (seed $seed)', (search) => {
    check(
      { ...search, numRuns: Math.ceil(search.numRuns / 10) },
      fc.tuple(judgedIn(plain), accepts),
      ([{ on, record }, accept]) => {
        const assessment = evaluate(record, { on, set, accept })
        const tree = explainTree(assessment, set, { record, accept })
        expect(JSON.parse(JSON.stringify(tree))).toStrictEqual(tree)
        const nodes = listOf(tree)
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
        expect(tree).toMatchObject({ kind: 'result', verdict: assessment.verdict, basis: assessment.basis })
        expect(byId(tree, 'pass').verdict).toBe(assessment.verdict)
        assessment.indicators.forEach((result, i) => {
          const indicator = byId(tree, result.id)
          expect(indicator).toMatchObject({ verdict: result.verdict, score: result.score, basis: result.basis })
          const levels = listOf(indicator, 'level')
          const evidence = result.evidenceScore ?? { lower: result.score.lower, upper: result.score.upper }
          expect(rangeOf(set.indicators[i] as CriteriaSet['indicators'][number], levels)).toEqual(evidence)
          if (result.from === 'evidence') expect(weakest(levels.map(({ basis }) => basis ?? 'official'))).toBe(result.basis)
        })
        for (const { kind, verdict, children } of listOf(tree, 'level', 'all', 'any')) {
          if (verdict === undefined) continue
          const parts = children.map((child) => child.verdict as Verdict)
          expect(verdict, kind).toBe(kind === 'any' ? anyOf(parts) : allOf(parts))
        }
        for (const { kind, verdict, children, text } of nodes) {
          if (verdict && (kind === 'all' || kind === 'any')) expect(children.length).toBeGreaterThan(1)
          expect(`${text.vi}${text.en}`).not.toMatch(/\{|\}|undefined|null|NaN|\[object|Infinity/)
        }
      },
    )
  })

  test.each(searches)('every level as the files have it, walked by another program (seed $seed)', (search) => {
    check({ ...search, numRuns: Math.ceil(search.numRuns / 10) }, judgedIn(plain), ({ on, record }) => {
      const tree = explainTree(evaluate(record, { on, set }), set, record)
      const evidence = (record.evidence ?? {}) as Record<string, unknown>
      const situation: Situation = { set: plain, on, evidence, digitalLevel: plainDigital(evidence, plain, on).level }
      for (const { id, levels } of plain.indicators)
        for (const { points, when } of levels)
          expect(byId(tree, `${id}.${points}`).verdict, `${id} ${points}`).toBe(answerTo(when, situation))
    })
  })

  test.each(searches)('without the record it says less, and nothing else (seed $seed)', (search) => {
    check({ ...search, numRuns: Math.ceil(search.numRuns / 10) }, judgedIn(plain), ({ on, record }) => {
      const assessment = evaluate(record, { on, set })
      const full = new Map(listOf(explainTree(assessment, set, record)).map((node) => [node.id, node]))
      for (const node of listOf(explainTree(assessment, set))) {
        const { children, ...own } = node
        expect(full.get(node.id), node.id).toMatchObject(own)
        expect(children.length).toBeLessThanOrEqual(full.get(node.id)?.children.length ?? 0)
        if (node.kind === 'condition') expect(node).not.toHaveProperty('value')
      }
    })
  })
})

describe('one person', () => {
  const assessment = evaluate(farmer, { on })
  const tree = explainTree(assessment, sets.farmer, farmer)

  test('stands as result, pass rule, competences, digital skills, what is unknown', () => {
    const kinds = tree.children.map(({ kind }) => kind).filter((kind) => kind !== 'note')
    expect(kinds).toEqual(['pass-rule', 'competence', 'competence', 'competence', 'digital', 'unknown'])
    expect(listOf(tree, 'indicator').map(({ id }) => id)).toEqual(assessment.indicators.map(({ id }) => id))
    expect(listOf(tree, 'missing')).toHaveLength(assessment.missing.length)
    expect(listOf(tree, 'fact').map(({ fact }) => fact)).toEqual(assessment.unknown)
  })
  test('a condition has its words, value, parameter, days, basis and file', () => {
    expect(byId(tree, 'reading.10.2')).toEqual({
      kind: 'condition',
      id: 'reading.10.2',
      text: { vi: 'Các loại nguồn thông tin thường dùng: từ 2', en: expect.stringMatching(/: at least 2$/) },
      verdict: 'met',
      value: { lower: 2, upper: 10, text: { vi: '2–10', en: '2–10' } },
      fact: 'informationSources',
      need: { operator: 'greaterThanInclusive', required: 2 },
      parameter: {
        id: 'sources-some',
        value: 2,
        unit: 'kinds',
        from: '2022-07-28',
        basis: 'proposed',
        file: 'framework',
      },
      window: { vi: 'từ 01/01/2025 đến 31/12/2025', en: '2025-01-01 to 2025-12-31' },
      basis: 'proposed',
      source: [],
      file: 'farmer',
      children: [],
    })
    expect(byId(tree, 'reading.10.1')).toMatchObject({
      text: { vi: 'Mức độ thường xuyên đọc, nghe, xem tin tức và kiến thức: “Hầu hết các ngày” trở lên' },
      value: { lower: 3, upper: 3, text: { vi: '“Hầu hết các ngày”' } },
      verdict: 'met',
    })
  })
  test('one of several ways: met by none, some of them not known', () => {
    const ways = byId(tree, 'reading.10.3')
    expect(ways).toMatchObject({ kind: 'any', verdict: 'unknown' })
    expect(ways.children.map(({ verdict, value }) => [verdict, value?.text.vi])).toEqual([
      ['unknown', 'chưa có thông tin'],
      ['unmet', '1'],
    ])
  })
  test('the numbers of the frame carry their own basis and source, a level none', () => {
    const threshold = byId(tree, 'pass.threshold')
    expect(threshold).toMatchObject({
      text: { vi: 'Tổng điểm từ 80 trở lên' },
      basis: 'official',
      parameter: { id: 'pass-threshold', value: 80, from: '2023-10-25', file: 'framework' },
      source: [{ number: '324/QĐ-KHVN', date: '2023-10-25' }],
    })
    for (const node of listOf(tree, 'level', 'condition')) expect([node.basis, node.source]).toEqual(['proposed', []])
  })
  test('no node that is proposed carries a source, and none that is more goes without', () => {
    const told = listOf(tree).filter(({ basis, kind }) => basis && !['result', 'indicator', 'pass-rule'].includes(kind))
    expect(new Set(told.map(({ basis }) => basis))).toEqual(new Set(bases))
    for (const { id, basis, source = [] } of told) expect(source.length > 0, id).toBe(basis !== 'proposed')
  })
  test('the parameter is the one of the day', () => {
    const before = evaluate(farmer, { on: '2023-10-24' })
    expect(byId(explainTree(before, sets.farmer), 'pass.floor')).toMatchObject({
      basis: 'single-source',
      parameter: { from: '2022-07-28', basis: 'single-source' },
    })
  })
  test('a level that a province changed names its file', () => {
    const own = loadSet(
      province({
        indicators: {
          reading: {
            levels: [
              level(5, { fact: 'readingFrequency', operator: 'greaterThanInclusive', value: 1 }, { rationale: words('Thử.') }),
            ],
          },
        },
      }),
    )
    const changed = explainTree(evaluate(farmer, { on, set: own }), own, farmer)
    expect(byId(changed, 'reading.5')).toMatchObject({ file: 'province', children: [{ file: 'province', verdict: 'met' }] })
    expect(byId(changed, 'reading.8').file).toBe('farmer')
  })
  test('declared points keep the evidence beside them', () => {
    const record = { ...farmer, scores: { reading: 9 } }
    const declared = byId(explainTree(evaluate(record, { on }), sets.farmer, record), 'reading')
    expect(declared.score).toEqual({ lower: 9, upper: 9, max: 10 })
    expect(declared.children[0]).toMatchObject({ kind: 'declared', score: { lower: 8, upper: 10, max: 10 } })
  })
  test('an area that is not known shows both thresholds, a disadvantaged one its own', () => {
    const thresholds = (area: boolean | null, withRecord: boolean): string[] => {
      const scores = Object.fromEntries(assessment.indicators.map(({ id }) => [id, 7.5]))
      const record = { ...farmer, scores, disadvantagedArea: area }
      const tree = explainTree(evaluate(record, { on }), sets.farmer, withRecord ? record : {})
      return listOf(tree, 'threshold').map(({ text, verdict }) => `${/\d+/.exec(text.en)?.[0]} ${verdict}`)
    }
    for (const withRecord of [true, false]) {
      expect(thresholds(false, withRecord)).toEqual(['80 unmet'])
      expect(thresholds(true, withRecord)).toEqual(['70 met'])
      expect(thresholds(null, withRecord)).toEqual(['80 unmet', '70 met'])
    }
  })
  test('latest days, hours and opposites in words', () => {
    const record: CitizenRecord = {
      id: 'p',
      group: 'general',
      evidence: {
        learningActivities: [{ kind: 'course', topic: 'law', from: '2025-07', to: '2025-07', hours: 7.5, certificate: true }],
        booksRead: 3,
        supportActions: ['teach'],
      },
    }
    const { set } = everyThing
    const tree = explainTree(evaluate(record, { on, set }), set, record)
    const told = (id: string): unknown[] => {
      const { text, value } = byId(tree, id)
      return [text.vi, value?.text.vi, value?.lower, value?.upper]
    }
    expect(told('community-learning.5.1')).toEqual([
      'Các hoạt động học tập có ngày tháng: gần nhất từ ngày 01/06/2025',
      'từ 01/07/2025 đến 31/07/2025',
      '2025-07-01',
      '2025-07-31',
    ])
    expect(told('learning-plan.8.1')[1]).toBe('7,5 giờ')
    expect(told('reading.8.1').slice(0, 2)).toEqual([expect.stringMatching(/: không quá 4$/), '3'])
    expect(told('foreign-language.8.1.1').slice(0, 2)).toEqual([expect.stringMatching(/: không: |^không: /), 'không'])
  })
})

describe('what is refused', () => {
  const assessment = evaluate(farmer, { on })
  test('another set', () => {
    expect(refusalOf(() => explainTree(assessment, sets.worker))).toEqual([
      ['set_differs', ['set', 'id'], 'options'],
      ['set_differs', ['set', 'digest'], 'options'],
    ])
    const changed = loadSet(province({ id: 'farmer-2', version: '2026.1' }))
    expect(refusalOf(() => explainTree({ ...assessment, set: { ...assessment.set, version: '1' } }, changed))).toHaveLength(3)
  })
  test('another record, a changed one, or one assessed with other attesters', () => {
    const differs = [['record_differs', ['record'], 'options']]
    expect(refusalOf(() => explainTree(assessment, sets.farmer, { ...farmer, id: 'P-2' }))).toEqual(differs)
    expect(
      refusalOf(() =>
        explainTree(assessment, sets.farmer, { record: { ...farmer, evidence: { ...farmer.evidence, booksRead: 2 } } }),
      ),
    ).toEqual(differs)
    expect(refusalOf(() => explainTree(assessment, sets.farmer, { record: farmer, accept: ['branch'] }))).toEqual(differs)
  })
  test('a malformed record, with the place and without the value', () => {
    const broken = { ...farmer, evidence: { booksRead: 'Nguyễn' } } as unknown as CitizenRecord
    expect(refusalOf(() => explainTree(assessment, sets.farmer, broken))).toEqual([
      ['wrong_type', ['evidence', 'booksRead'], 'record'],
    ])
  })
  test('what is no assessment, or one whose verdict does not follow from its points', () => {
    const wrong = [['wrong_option', ['assessment'], 'options']]
    for (const other of [null, {}, { schema: 2 }, 'met'])
      expect(refusalOf(() => explainTree(other as unknown as Assessment, sets.farmer))).toEqual(wrong)
    expect(refusalOf(() => explainTree({ ...assessment, verdict: 'met' }, sets.farmer))).toEqual(wrong)
  })
  test('a set with operators of the caller’s own', () => {
    const own = loadSet(
      province({ indicators: { reading: { levels: [level(5, { fact: 'booksRead', operator: 'isPrime', value: 1 })] } } }),
      { operators: ['isPrime'] },
    )
    const { id, version, digest } = own
    expect(refusalOf(() => explainTree({ ...assessment, set: { id, version, digest, files: [] } }, own))).toEqual([
      ['unknown_operator', ['set'], 'options'],
    ])
  })
})
