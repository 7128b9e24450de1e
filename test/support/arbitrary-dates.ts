import fc from 'fast-check'

export function whole([min, max]: readonly [number, number]): fc.Arbitrary<number> {
  return fc.integer({ min: Math.min(min, max), max })
}

const millisecondsADay = 86_400_000

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsADay).toISOString().slice(0, 10)
}

/** Years, months and days, most of them at the edges of the window from 1 January to `on`. */
export function partialDatesAround(on: string): fc.Arbitrary<string> {
  const newYear = `${on.slice(0, 4)}-01-01`
  const edges = [on, moved(on, 1), moved(on, -1), newYear, moved(newYear, -1), moved(newYear, -40), moved(on, 31), '2004-02-29']
  const day = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...edges) },
    {
      weight: 5,
      arbitrary: fc.integer({ min: 0, max: 364 }).map((days) => (moved(newYear, days) > on ? newYear : moved(newYear, days))),
    },
    { weight: 1, arbitrary: fc.integer({ min: -500, max: 500 }).map((days) => moved(on, days)) },
  )
  const precision = fc.oneof({ weight: 4, arbitrary: fc.constant(10) }, { weight: 2, arbitrary: fc.constantFrom(4, 7) })
  return fc.tuple(day, precision).map(([text, length]) => text.slice(0, length))
}

/** The ends of years, leap days and days in between. */
export function judgingDays(inForce: { from: string; to?: string | undefined }): fc.Arbitrary<string> {
  const days = ['2022-07-28', '2023-12-31', '2024-01-01', '2024-02-29', '2025-06-15', '2025-12-31', '2026-11-24', '2027-12-31']
  return fc.constantFrom(...days.filter((day) => day >= inForce.from && (inForce.to === undefined || day <= inForce.to)))
}
