import { describe, expect, expectTypeOf, test } from 'vitest'
import type { ZodMiniType } from 'zod/mini'
import * as core from '../src/core.js'
import { formSchema, isCdhtError, recordSchema, safeEvaluate, sets, type CitizenRecord, type FormSchema } from '../src/index.js'

/** The interface of the specification, as zod declares it. */
type StandardProps = ZodMiniType<CitizenRecord, CitizenRecord>['~standard']

const on = '2025-12-31'
const validate = (record: unknown, lang: 'vi' | 'en' = 'vi') => formSchema({ on, lang })['~standard'].validate(record)
const wrong = {
  id: '',
  group: 'farmer',
  birth: '2025-02-30',
  evidence: { booksRead: 'hai', informationSources: ['book', 'nothing'], readingFrequency: 9 },
  scores: { reading: 11 },
}

describe('a form library', () => {
  test('sees a Standard Schema of version 1, whose types are those of a record', () => {
    expectTypeOf<FormSchema['~standard']>().toExtend<StandardProps>()
    expectTypeOf<NonNullable<FormSchema['~standard']['types']>['output']>().toEqualTypeOf<CitizenRecord>()
    const { version, vendor } = formSchema({ on, lang: 'vi' })['~standard']
    expect([version, vendor]).toEqual([1, 'cong-dan-hoc-tap'])
    expect(recordSchema['~standard'].version).toBe(1)
  })
  test('gets a record that is well formed back as it is', () => {
    const record = { id: 'P1', group: 'farmer', evidence: { booksRead: 2 } }
    expect(validate(record)).toEqual({ value: record })
  })
  test.each(['vi', 'en'] as const)('is told every fault at its field and no value of the person, in %s', (lang) => {
    const { issues = [] } = validate(wrong, lang)
    const checked = safeEvaluate(wrong, { on })
    expect(issues.map(({ path }) => path)).toEqual(checked.ok ? [] : checked.issues.map(({ path }) => path))
    expect(issues.length).toBe(6)
    for (const { message, path } of issues) {
      expect(message).toMatch(/^\p{Lu}.*\.$/u)
      expect(message).not.toContain('hai')
      expect(message).not.toContain(String(path.at(-1)))
    }
  })
  test('learns of a group at the field where it is chosen', () => {
    const schema = core.formSchema({ on, lang: 'vi', set: sets.farmer })['~standard']
    expect(schema.validate({ id: 'P1', group: 'worker' }).issues?.map(({ path }) => path)).toEqual([['group']])
    expect(validate({ id: 'P1', group: 'salt-maker' }).issues?.map(({ path }) => path)).toEqual([['group']])
    expect(validate({ id: 'P1' }).issues?.map(({ path }) => path)).toEqual([['group']])
    expect(validate('P1').issues?.map(({ path }) => path)).toEqual([[]])
  })
  test('is not blamed for options that are wrong', () => {
    const found = (() => {
      try {
        return formSchema({ on: '2025-02-30', lang: 'vi' })['~standard'].validate({ id: 'P1', group: 'farmer' })
      } catch (error) {
        return error
      }
    })()
    expect(isCdhtError(found) && found.code).toBe('options')
  })
})
