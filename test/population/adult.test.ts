import { differenceInYears } from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoText } from '../../src/model/day.js'
import { isAdult, lastBirthOfAge } from '../../src/population/adult.js'

test.each([
  ['2007-12-31', '2025-12-31', 'met'], // the birthday itself
  ['2008-01-01', '2025-12-31', 'unmet'],
  ['2007', '2025-12-31', 'met'],
  ['2007', '2025-12-30', 'unknown'],
  ['2007', '2025-01-01', 'unknown'],
  ['2008', '2025-12-31', 'unmet'],
  ['2007-06', '2025-06-29', 'unknown'],
  ['2007-06', '2025-06-30', 'met'],
  ['2007-06', '2025-05-31', 'unmet'],
  ['2008-02-29', '2026-02-28', 'unmet'],
  ['2008-02-29', '2026-03-01', 'met'],
  ['2006-02-28', '2024-02-29', 'met'],
  ['2006-03-01', '2024-02-29', 'unmet'],
  ['2030', '2025-12-31', 'unmet'],
  [null, '2025-12-31', 'unknown'],
  [undefined, '2025-12-31', 'unknown'],
])('born %s, on %s: %s', (birth, on, expected) => {
  expect(isAdult(birth, lastBirthOfAge(on, 18))).toBe(expected)
})

test('whole days agree with date-fns', () => {
  const days = fc.integer({ min: -30_000, max: 25_000 })
  // Noon, since some midnights are left out by some zones.
  const noon = (iso: string): Date => new Date(`${iso}T12:00:00`)
  fc.assert(
    fc.property(days, days, fc.integer({ min: 14, max: 60 }), (born, on, age) => {
      const [birth, day] = [isoText(born), isoText(on)]
      const expected = differenceInYears(noon(day), noon(birth)) >= age ? 'met' : 'unmet'
      expect(isAdult(birth, lastBirthOfAge(day, age))).toBe(expected)
    }),
    { seed: 1, numRuns: 2000 },
  )
})
