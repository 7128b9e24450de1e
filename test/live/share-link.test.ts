import { describe, expect, test } from 'vitest'
import { fragmentOf, interviewOf } from '../../docs/live/share-link.js'
import type { Interview } from '../../docs/live/interview.js'

const interview: Interview = {
  group: 'farmer',
  on: '2025-12-31',
  area: false,
  evidence: {
    readingFrequency: 3,
    informationSources: ['book', 'radio-tv'],
    supportActions: [],
    requiredLearningDone: false,
    learningActivities: [
      { kind: 'course', topic: 'production', from: '2025-03', hours: 7.5, certificate: true },
      { kind: 'club' },
    ],
    certificates: [{ kind: 'digital-framework', level: 3, issuedOn: '2024-06' }, { kind: 'vocational' }],
    booksRead: 0,
  },
  skipped: ['languageLevel', 'disadvantagedArea'],
}

test.each([
  ['every kind of answer', interview],
  ['no answer', { ...interview, evidence: {}, skipped: [] }],
  ['an area that is not known', { ...interview, area: null }],
  ['no certificate at all', { ...interview, evidence: { certificates: [] } }],
])('%s comes back from a link', (_, one) => {
  expect(interviewOf(fragmentOf(one))).toEqual(one)
})

test('a link is readable and short', () => {
  const fragment = fragmentOf({
    ...interview,
    evidence: { readingFrequency: 3, informationSources: ['book', 'radio-tv'] },
    skipped: [],
  })
  expect(fragment).toBe('v=1&group=farmer&on=2025-12-31&area=n&readingFrequency=3&informationSources=book*radio-tv')
})

describe('nothing is taken of a link with', () => {
  const whole = fragmentOf(interview)
  test.each([
    ['nothing in it', ''],
    ['another version', whole.replace('v=1', 'v=2')],
    ['a group that is none', whole.replace('group=farmer', 'group=constructor')],
    ['a day that is none', whole.replace('2025-12-31', '2025-02-30')],
    ['a day before any criteria', whole.replace('2025-12-31', '1990-01-01')],
    ['an area that is none', whole.replace('area=n', 'area=x')],
    ['a fact that is none', `${whole}&moonsSeen=3`],
    ['a fact that is worked out', `${whole}&digitalLevel=3`],
    ['a number out of range', whole.replace('readingFrequency=3', 'readingFrequency=9')],
    ['a number that is none', whole.replace('readingFrequency=3', 'readingFrequency=three')],
    ['a code that is none', whole.replace('radio-tv', 'telepathy')],
    ['a part too many', whole.replace('_true', '_true_more')],
    ['hours that are none', whole.replace('7.5', 'many')],
    ['a step that its scale has not', whole.replace('digital-framework_3', 'digital-framework_99')],
    ['an answer given twice', `${whole}&booksRead=1`],
    ['a question left open that is none', `${whole.replace(/skipped=[^&]*/, 'skipped=moonsSeen')}`],
    ['no end', whole.slice(0, whole.indexOf('radio') + 3)],
  ])('%s', (_, fragment) => {
    expect(fragment).not.toBe(whole)
    expect(interviewOf(fragment)).toBeUndefined()
  })
})
