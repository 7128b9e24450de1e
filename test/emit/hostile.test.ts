import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { compile, loadSet, type CitizenRecord } from '../../src/index.js'
import { emitModule } from '../../src/emit.js'
import { everyOperator } from '../support/every-operator.js'
import { criteriaJson } from '../support/plain/set.js'
import { mark, poison } from '../support/poison.js'
import { moduleOf, withoutTexts } from './emitted.js'

const loaded = loadSet([...['framework', 'facts', 'digital-skills'].map(criteriaJson), everyOperator])

const poisoned = poison(loaded)
const on = '2025-12-31'

/** Texts of all string literals of a program, and the program with these taken out. */
function parted(code: string): { literals: string[]; rest: string } {
  const source = ts.createSourceFile('emitted.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([])
  const literals: string[] = []
  let rest = ''
  let end = 0
  const visit = (node: ts.Node): void => {
    expect(ts.isTemplateLiteral(node) || ts.isRegularExpressionLiteral(node), node.getText()).toBe(false)
    if (ts.isStringLiteral(node)) {
      literals.push(node.text)
      rest += code.slice(end, node.getStart())
      end = node.end
    } else ts.forEachChild(node, visit)
  }
  visit(source)
  return { literals, rest: rest + code.slice(end) }
}

describe('a set full of texts that want to become code', () => {
  const { code, declarations } = emitModule(poisoned.set, { on, accept: ['self', 'log'] })

  test('has them as its labels, ids, codes and names', () => {
    expect(JSON.stringify(poisoned.set).split(mark).length).toBeGreaterThan(1000)
    expect(poisoned.set.facts[0]?.id).toBe('__proto__')
  })

  test.each([
    ['module', code],
    ['declarations', declarations],
  ])('the %s has them in string literals alone', (_, text) => {
    const { literals, rest } = parted(text)
    expect(rest).not.toContain(mark)
    // Nothing that the eye cannot see, or that a page would take for its own, stands in the text at all.
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ufeff\p{Cs}]|<\/|<!--/u)
    expect(literals.some((one) => one.includes(mark))).toBe(true)
  })

  test('the literals say them unchanged', () => {
    const literals = new Set(parted(code).literals)
    for (const { id, ...fact } of poisoned.set.facts.slice(0, 20)) {
      expect(literals).toContain(id)
      for (const one of 'codes' in fact ? fact.codes : []) expect(literals).toContain(one.code)
    }
    for (const { label, levels } of poisoned.set.indicators)
      for (const text of [label.vi, label.en, ...levels.flatMap((level) => [level.label.vi, level.label.en])])
        expect(literals).toContain(text)
    expect(parted(declarations).literals).toEqual(expect.arrayContaining(poisoned.set.indicators.map(({ id }) => id)))
  })

  test('a parser that is told of no literal would find them: the search itself works', () => {
    expect(parted(`const a = 1 // ${mark}`).rest).toContain(mark)
    expect(parted(`const a = '${mark}'`).rest).not.toContain(mark)
    expect(code).toContain(mark)
  })

  test('it judges as the library does', async () => {
    const module = await moduleOf(emitModule(poisoned.set, { on }).code)
    const { rename } = poisoned
    const assessor = compile(poisoned.set, { on })
    const evidence = JSON.parse(
      JSON.stringify({
        [`x${rename('readingFrequency')}`]: 3,
        [rename('booksRead')]: 4,
        [rename('supportActions')]: [rename('teach'), rename('fund')],
        [rename('occupation')]: rename('salt'),
        [rename('digitalActivities')]: { [rename('cc-email')]: true, [rename('idl-news')]: false },
        [rename('learningActivities')]: [
          { kind: rename('course'), topic: rename('law'), from: '2025-03', hours: 21, certificate: true },
          { kind: rename('club'), from: '2024-12-20', to: '2025-06-01' },
        ],
        [rename('certificates')]: [{ kind: rename('digital-framework'), level: 3, issuedOn: '2025' }],
      }).replace('x__proto__', '__proto__'),
    ) as Record<string, unknown>
    expect(Object.keys(evidence)).toContain('__proto__')
    const record = { id: 'p-1', group: poisoned.set.group, evidence, scores: { [rename('reading')]: 7.5 } }
    const told = module.assess(record)
    expect(told).toEqual(withoutTexts(assessor.assess(record as unknown as CitizenRecord)))
    expect(Object.keys((told?.['warnings'] as object[])[0]!)).toContain('__proto__')
    expect(told).toMatchObject({ group: poisoned.set.group, set: { id: poisoned.set.id } })
    expect(module.set).toMatchObject({ label: poisoned.set.label })
    expect(module.assess({ ...record, evidence: { nothing: 1 } })).toBeUndefined()
  })
})
