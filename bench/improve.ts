import { evaluate, improve, sets, type CitizenRecord } from '../src/index.js'
import { on, readSample, spread } from './sample.js'

/** Milliseconds that `improve` may take on a shipped set. */
const goals = { median: 5, most: 50 }

const sample = await readSample()
const nobody = Object.values(sets).map((set) => ({ person: { id: '-', group: set.group } as CitizenRecord, set }))

function timed({ person, set }: (typeof sample)[number]): number {
  const start = performance.now()
  improve(person, { on, set })
  return performance.now() - start
}

/** Following the plan always ends in met, or nothing is timed. */
function checkPlans(): { met: number; reachable: number; unreachable: number } {
  const seen = { met: 0, reachable: 0, unreachable: 0 }
  for (const { person, set } of sample) {
    const { verdict, steps } = improve(person, { on, set })
    seen[verdict]++
    const evidence = { ...person.evidence, ...Object.fromEntries(steps.map(({ fact, to }) => [fact, to])) }
    const after = evaluate({ ...person, evidence } as CitizenRecord, { on, set }).verdict
    if (verdict === 'unreachable' ? after === 'met' : after !== 'met') {
      console.error(`a plan for ${person.id} does not end where it says`)
      process.exit(1)
    }
  }
  return seen
}

const short = (ms: number): string => ms.toFixed(ms < 10 ? 2 : 1)
const line = (name: string, times: readonly number[], hasGoal = true): void => {
  const { median, most95, most } = spread(times)
  const reached = hasGoal ? (median <= goals.median && most <= goals.most ? 'reached' : 'NOT REACHED') : ''
  console.log(
    `${name.padEnd(48)} median ${short(median)} ms, 95 % ${short(most95)} ms, most ${short(most)} ms  ${reached}`.trimEnd(),
  )
}

console.log(`\nimprove: goal a median of ${goals.median} ms and at most ${goals.most} ms on shipped sets`)
line('the first call for each set, which prepares it', nobody.map(timed), false)
console.log(`${sample.length} people, every plan ends in met: ${JSON.stringify(checkPlans())}`)
/** Of three rounds the fastest of each person: what else the machine does in between is not ours. */
const fastestOf = (people: typeof sample): number[] => {
  const rounds = [1, 2, 3].map(() => people.map(timed))
  return people.map((_, i) => Math.min(...rounds.map((times) => times[i] as number)))
}
const fastest = fastestOf(sample)
line('nothing known', fastestOf(nobody))
line('all people of the sample', fastest)
line(
  'those who are not met yet',
  fastest.filter((_, i) => evaluate((sample[i] as (typeof sample)[number]).person, { on }).verdict !== 'met'),
)
