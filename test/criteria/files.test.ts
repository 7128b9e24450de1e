import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { isComplete, sourceSchema } from '../../src/model/basis.js'
import { caseFileSchema } from '../../src/model/case-file.js'
import { collectivesSchema } from '../../src/model/collectives-file.js'
import type { Condition } from '../../src/model/condition.js'
import { criteriaFileSchema, type CriteriaFile } from '../../src/model/criteria-file.js'
import { digitalSkillsFileSchema } from '../../src/model/digital-skills-file.js'
import { formsFileSchema } from '../../src/model/forms-file.js'
import { indicatorIds } from '../../src/model/indicator.js'
import { populationRulesSchema } from '../../src/model/population-rules.js'
import { targetPlanSchema } from '../../src/model/target-plan.js'
import { textSchema } from '../../src/model/text.js'
import { vocabularyFileSchema } from '../../src/model/vocabulary.js'

const folder = fileURLToPath(new URL('../../criteria/', import.meta.url))
const read = (file: string): unknown => JSON.parse(readFileSync(folder + file, 'utf8'))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.json'))
  .sort()

const schemas: [RegExp, z.ZodMiniType][] = [
  [/^facts\.json$/, vocabularyFileSchema],
  [/^(framework|groups\/[a-z-]+)\.json$/, criteriaFileSchema],
  [/^digital-skills\.json$/, digitalSkillsFileSchema],
  [/^forms\.json$/, formsFileSchema],
  [/^targets\/[a-z0-9-]+\.json$/, targetPlanSchema],
  [/^population\.json$/, populationRulesSchema],
  [/^collectives\.json$/, collectivesSchema],
  [/^cases\//, caseFileSchema],
]

type Json = Record<string, unknown>

/** Every object inside `value`, with the keys that lead to it. */
function* objectsIn(value: unknown, path = ''): Generator<[string, Json]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [path, value as Json]
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, `${path}.${key}`)
}

/** What is wrong with the grounds that one object states for itself; empty for an object without `basis`. */
function faultOf({ basis, source, rationale }: Json): string | undefined {
  if (basis === undefined) return undefined
  if (basis === 'proposed') return source === undefined ? undefined : 'a proposal with a source'
  if (rationale !== undefined && source === undefined) return 'a rationale in place of a source'
  const parsed = sourceSchema.safeParse(source)
  if (!parsed.success) return 'no source'
  return basis === 'official' && !isComplete(parsed.data) ? 'official with an incomplete source' : undefined
}

const vocabulary = vocabularyFileSchema.parse(read('facts.json'))
const framework = criteriaFileSchema.parse(read('framework.json'))
const digital = digitalSkillsFileSchema.parse(read('digital-skills.json'))
const groups = files.filter((file) => file.startsWith('groups/')).map((file) => criteriaFileSchema.parse(read(file)))
const parameters = new Map(Object.entries(framework.parameters ?? {}))
const factById = new Map(vocabulary.facts.map((fact) => [fact.id, fact]))
const levelsOf = (set: CriteriaFile) =>
  Object.entries(set.indicators ?? {}).flatMap(([id, { levels = [] }]) => {
    if (!Array.isArray(levels)) throw new Error('the shipped sets list their levels')
    return levels.map((level, at) => ({ name: `${set.id} ${id} ${level.points}`, level, lower: levels.slice(0, at) }))
  })
const levels = [framework, ...groups].flatMap(levelsOf)

function leavesOf(condition: Condition): Extract<Condition, { fact: string }>[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  if ('condition' in condition) throw new Error('the shipped sets use no named condition')
  return [condition]
}
const parametersOf = (condition: Condition): string[] =>
  leavesOf(condition).flatMap(({ value }) => (typeof value === 'object' && !Array.isArray(value) ? [value.fact] : []))
const namedIn = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name as string)

test('the shipped files are the known ones', () => {
  expect(groups.map(({ id }) => id)).toEqual([
    'civil-servant',
    'entrepreneur',
    'farmer',
    'learner',
    'manager',
    'public-employee',
    'worker',
  ])
  expect(files.filter((file) => !schemas.some(([name]) => name.test(file)))).toEqual([])
  expect(vocabulary.facts).toHaveLength(32)
  expect(levels).toHaveLength(61 * 3)
})

describe.each(files)('%s', (file) => {
  const content = read(file)
  test('parses', () => {
    const result = schemas.find(([name]) => name.test(file))?.[1].safeParse(content)
    expect(result?.error?.issues ?? []).toEqual([])
  })
  test('says truly what each statement rests on', () => {
    expect([...objectsIn(content)].flatMap(([path, one]) => (faultOf(one) ? [`${path}: ${faultOf(one)}`] : []))).toEqual([])
  })
  test('has both languages everywhere', () => {
    const texts = [...objectsIn(content)].filter(([, one]) => 'vi' in one || 'en' in one)
    expect(texts.filter(([, one]) => !textSchema.safeParse(one).success).map(([path]) => path)).toEqual([])
  })
})

test.each(files.filter((file) => !file.startsWith('cases/')))('%s is named after its id', (file) => {
  expect(file).toMatch(new RegExp(`(^|/)${(read(file) as { id: string }).id}\\.json$`))
})

test('a false statement of grounds is found', () => {
  const source = { document: 'd', number: '1', date: '2022-07-28', article: null, url: 'https://example.vn' }
  expect(faultOf({ basis: 'official', source: { ...source, via: 'a page' } })).toBeUndefined()
  expect(faultOf({ basis: 'official', source })).toBe('official with an incomplete source')
  expect(faultOf({ basis: 'single-source' })).toBe('no source')
  expect(faultOf({ basis: 'standard', rationale: {} })).toBe('a rationale in place of a source')
  expect(faultOf({ basis: 'proposed', source })).toBe('a proposal with a source')
})

test('every proposed number and every step to a digital level has its reason', () => {
  const values = [...parameters.values()].flatMap(({ values }) => values)
  const mappings = [...digital.routes, ...formsFileSchema.parse(read('forms.json')).decisions.flatMap(({ forms }) => forms)]
  for (const one of [...values, ...mappings]) if (one.basis === 'proposed') expect(one.rationale).toBeDefined()
  expect(mappings.map(({ basis }) => basis)).toEqual(mappings.map(() => 'proposed'))
  expect(values.filter(({ basis }) => basis === 'proposed')).toHaveLength(45)
})

test('no level of an indicator is called more than a proposal', () => {
  expect(new Set(levels.map(({ level }) => level.basis))).toEqual(new Set(['proposed']))
})

describe('labels', () => {
  test('name every parameter of their level, and no other', () => {
    for (const { name, level, lower } of levels) {
      const own = new Set(parametersOf(level.when))
      const below = new Set(lower.flatMap(({ when }) => parametersOf(when)))
      const shown = new Set(namedIn(level.label.vi))
      expect(new Set(namedIn(level.label.en)), name).toEqual(shown)
      expect(
        [...shown].filter((one) => !own.has(one)),
        name,
      ).toEqual([])
      expect(
        [...own].filter((one) => !shown.has(one) && !below.has(one)),
        name,
      ).toEqual([])
    }
  })

  test('write no number out', () => {
    // Names of steps, documents and days; everything else is a parameter's business.
    const allowed = /Ngoại ngữ bậc \d|[Ll]evel \d|bậc 2 và có dùng/g
    for (const { name, level } of levels)
      for (const text of Object.values(level.label))
        expect(text.replaceAll(/\{[^}]*\}/g, '').replaceAll(allowed, ''), name).not.toMatch(/\d/)
    const names =
      /\b(Bậc|Level) \d \([ABC]\d\)|6 bậc|6-level|30 việc|the 30 of|DSI 2\.0|QĐ 757|Decision 757|10\/8\/2016|TT 02\/2025|Circular 02\/2025|1-8/g
    for (const content of [vocabulary, digital, framework.competences, framework.parameters])
      for (const [path, one] of objectsIn(content))
        if (/\.label$/.test(path)) expect(`${one.vi} ${one.en}`.replaceAll(names, ''), path).not.toMatch(/\d/)
  })
})

test('conditions read facts, codes and parameters that exist', () => {
  const codesOf = (id: string, list: 'codes' | 'kinds' | 'topics'): string[] => {
    const fact = factById.get(id) as unknown as Partial<Record<typeof list, { code: string }[]>> | undefined
    return (fact?.[list] ?? []).map(({ code }) => code)
  }
  for (const { name, level } of levels)
    for (const { fact, operator, params, value } of leavesOf(level.when)) {
      expect(factById.has(fact), `${name}: ${fact}`).toBe(true)
      for (const kind of params?.kinds ?? []) expect(codesOf(fact, 'kinds'), name).toContain(kind)
      for (const topic of params?.topics ?? []) expect(codesOf(fact, 'topics'), name).toContain(topic)
      if (operator === 'contains') expect(codesOf(fact, 'codes'), name).toContain(value)
    }
  const used = new Set([
    ...levels.flatMap(({ level }) => parametersOf(level.when)),
    ...Object.values(framework.pass ?? {}).map((one) => one?.fact),
    framework.maximum?.fact,
    framework.digital?.required?.fact,
  ])
  expect([...parameters.keys()].sort()).toEqual([...used].sort())
})

test('the frame is three competences over the ten indicators in their order', () => {
  expect(framework.competences?.map(({ indicators }) => indicators.length)).toEqual([4, 4, 2])
  expect(framework.competences?.flatMap(({ indicators }) => indicators)).toEqual([...indicatorIds])
  expect(Object.keys(framework.indicators ?? {})).toEqual([...indicatorIds])
  for (const set of groups) expect({ base: set.extends, group: set.group }).toEqual({ base: 'framework', group: set.id })
})

test('the digital areas share out the thirty activities, and routes read certificates that exist', () => {
  const of = (id: string) => factById.get(id) as unknown as { codes?: { code: string }[]; kinds?: { code: string }[] }
  const activities = digital.areas.flatMap((area) => area.activities)
  expect(activities).toHaveLength(30)
  expect([...activities].sort()).toEqual(
    of('digitalActivities')
      .codes?.map(({ code }) => code)
      .sort(),
  )
  const kinds = of('certificates').kinds?.map(({ code }) => code)
  for (const route of digital.routes) if ('certificate' in route) expect(kinds).toContain(route.certificate)
})

test('the figures of Ninh Bình are those of plan 126, part II.2', () => {
  const { targets } = targetPlanSchema.parse(read('targets/ninh-binh-126.json'))
  const figures = (year: number) =>
    targets.flatMap((one) => one.milestones.filter((step) => step.year === year).map((step) => step.percent))
  expect(figures(2025)).toEqual([100, 65, 75, 75, 65])
  expect(figures(2030)).toEqual([70, 85, 90, 80])
  const articles = targets.flatMap((one) => one.milestones.map((step) => [step.year, step.source?.article] as const))
  for (const [year, article] of articles) expect(article).toBe(year === 2025 ? 'II.2.a' : 'II.2.b')
})
