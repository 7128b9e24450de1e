import { describe, expect, test } from 'vitest'
import { sets } from '../../src/index.js'
import {
  judge,
  openQuestions,
  today,
  withAnswer,
  withSkipped,
  type Group,
  type Interview,
  type QuestionId,
} from '../../docs/live/interview.js'
import { questions } from '../../docs/live/questions.js'
import { words } from '../../docs/live/words.js'
import { usualEvidenceOf } from '../../scripts/site/live-page.js'
import { extremeAnswer } from '../support/extreme-answer.js'
import { criteriaJson } from '../support/plain/set.js'

const begun = (group: Group): Interview => ({ group, on: '2025-12-31', area: false, evidence: {}, skipped: [] })
const verdictOf = (interview: Interview): string | undefined => {
  const judged = judge(interview)
  return judged.ok ? judged.value.verdict : undefined
}

function answered(interview: Interview, isBest: boolean): Interview {
  let now = interview
  for (let i = 0; i < 60; i++) {
    const [id] = openQuestions(now).deciding
    if (id === undefined) return now
    now = withAnswer(now, id, extremeAnswer(id, isBest))
  }
  throw new Error('questions without end')
}

/** Of the shipped groups one that has all kinds of questions; `check:long` takes all. */
const groups = process.env['CDHT_LONG'] ? (Object.keys(sets) as Group[]) : (['manager'] as const)

describe.each(groups)('of %s', (group) => {
  test('the questions end with the criteria met, or not met', () => {
    expect(verdictOf(begun(group))).toBe('unknown')
    expect(verdictOf(answered(begun(group), true))).toBe('met')
    expect(verdictOf(answered(begun(group), false))).toBe('unmet')
  })
})

test('what was skipped or answered does not come again, and what was taken back is open', () => {
  const first = openQuestions(begun('farmer')).deciding[0] as QuestionId
  const skipped = withSkipped(begun('farmer'), first)
  expect(openQuestions(skipped).deciding).not.toContain(first)
  const given = withAnswer(skipped, first, extremeAnswer(first, true))
  expect(given.skipped).toEqual([])
  expect(openQuestions(given).deciding).not.toContain(first)
  expect(withSkipped(given, first).evidence).toEqual({})
})

test('the area is asked where it alone is left to decide', () => {
  let now: Interview = { ...begun('farmer'), area: null }
  const totals = (): [number, number] => {
    const judged = judge(now)
    return judged.ok ? [judged.value.score.lower, judged.value.score.upper] : [0, 0]
  }
  // Scores that lie between both thresholds, reached by leaving the last questions at their worst.
  now = answered({ ...now, area: true }, true)
  now = { ...now, area: null }
  const ids = Object.keys(now.evidence) as QuestionId[]
  for (const id of ids) {
    const lower = withAnswer(now, id, extremeAnswer(id, false))
    const judged = judge(lower)
    if (judged.ok && judged.value.score.lower >= 70 && judged.value.verdict !== 'unmet') now = lower
  }
  expect(totals()[0]).toBeGreaterThanOrEqual(70)
  expect(openQuestions(now).deciding).toContain('disadvantagedArea')
  expect(openQuestions(withAnswer(now, 'disadvantagedArea', true)).deciding).not.toContain('disadvantagedArea')
})

test('once settled, what else the criteria read can still be asked', () => {
  const settled = answered(begun('farmer'), false)
  const { deciding, further } = openQuestions(settled)
  expect(deciding).toEqual([])
  expect(further.length).toBeGreaterThan(5)
  expect(further.filter((id) => Object.hasOwn(settled.evidence, id))).toEqual([])
})

test('the same answers are judged by the criteria of another group', () => {
  const judged = judge(answered(begun('farmer'), true), 'learner')
  expect(judged.ok && judged.value.group).toBe('learner')
})

test('every fact that can be asked has a question in two languages, and its usual evidence', () => {
  const asked = sets.general.facts.filter((fact) => !('derived' in fact))
  const evidence = usualEvidenceOf(criteriaJson('facts') as unknown as Parameters<typeof usualEvidenceOf>[0])
  expect(asked.filter(({ id }) => !questions[id as QuestionId]).map(({ id }) => id)).toEqual([])
  expect(asked.filter(({ id }) => !evidence[id]).map(({ id }) => id)).toEqual([])
  for (const { vi, en } of [...Object.values(questions), ...Object.values(words)]) expect(vi && en).toBeTruthy()
})

test('today is the day of the visitor, not that of Greenwich', () => {
  expect(today(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
  expect(today(new Date(2026, 10, 24, 23, 30))).toBe('2026-11-24')
})
