export interface Row {
  what: string
  /** The time of `job` divided by the time of `against` is held against the goal. */
  job: string
  against: string
  goal: { most: number } | { least: number }
}

/** Two runs on one machine differ by about so much; a "does not rise" within it is met. */
const noise = 0.05

/** Prints ratios against their goals, then the times they are made of. Goals are told, never enforced. */
export function printReport(rows: readonly Row[], times: ReadonlyMap<string, number>): void {
  const timeOf = (job: string): number => {
    const time = times.get(job)
    if (time === undefined) throw new Error(`not measured: ${job}`)
    return time
  }
  printTable(
    ['ratio', 'goal', 'measured', ''],
    rows.map(({ what, job, against, goal }) => {
      const ratio = timeOf(job) / timeOf(against)
      const reached = 'most' in goal ? ratio <= goal.most * (goal.most === 1 ? 1 + noise : 1) : ratio >= goal.least
      return [
        what,
        'most' in goal ? `<= ${short(goal.most)}` : `>= ${short(goal.least)}`,
        short(ratio),
        reached ? 'reached' : 'NOT REACHED',
      ]
    }),
  )
  console.log(
    '\nWhere keys are left out at random, reading by name, as the hand-written function does, is slow in any JavaScript: that',
  )
  console.log('ratio to it says little. The one with null in the place of what is missing does.')
  console.log('\nTimes depend on the machine and are never asserted; a person each, or a criterion where criteria are counted.')
  printTable(
    ['job', 'ns'],
    [...times].map(([job, time]) => [job, time < 1000 ? time.toFixed(1) : Math.round(time).toLocaleString('en')]),
  )
}

const short = (ratio: number): string => (ratio >= 10 ? String(Math.round(ratio)) : ratio.toFixed(2))

function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, c) => Math.max(head.length, ...rows.map((row) => (row[c] as string).length)))
  for (const row of [heads, ...rows])
    console.log(
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] as number) : cell.padStart(widths[c] as number)))
        .join('  ')
        .trimEnd(),
    )
}
