import { evaluate, nextQuestions, sets, type CitizenRecord, type FactId } from '../src/index.js'
import { inFormOrder, interview } from '../test/support/interview.js'
import { on, readSample, spread } from './sample.js'

/** Interviews everybody of the sample twice, and times every call of the first round. */
const sample = await readSample()
const calls: number[] = []
const first = Object.values(sets).map((set) => timed(() => nextQuestions({ id: '-', group: set.group }, { on, set })))
calls.length = 0

function timed<T>(run: () => T): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function ask(record: CitizenRecord, set: (typeof sample)[number]['set']): FactId[] {
  let questions: FactId[] = []
  calls.push(timed(() => (questions = nextQuestions(record, { on, set }))))
  return questions
}

const best = sample.map(({ person, set }) => interview(person, set, on, (record) => ask(record, set)))
const form = sample.map(({ person, set }) =>
  interview(person, set, on, (record) => inFormOrder(nextQuestions(record, { on, set }), set)),
)
const wrong = sample.filter(({ person, set }, i) => {
  const { verdict } = evaluate(person, { on, set })
  return best[i]?.verdict !== verdict || form[i]?.verdict !== verdict
})
if (wrong.length > 0) {
  console.error(`${wrong.length} of ${sample.length} interviews end in another verdict than the whole record`)
  process.exit(1)
}

const short = (number: number): string => number.toFixed(number < 10 ? 2 : 1)
const line = (name: string, of: readonly number[], unit: string): void => {
  const { mean, median, most95, most } = spread(of)
  console.log(
    `${name.padEnd(44)} mean ${short(mean)}, median ${short(median)}, 95 % ${short(most95)}, most ${short(most)} ${unit}`,
  )
}
console.log(`${sample.length} interviews reach the verdict of the whole record, in both orders`)
line(
  'most decisive first',
  best.map(({ asked }) => asked.length),
  'questions',
)
line(
  'order of the vocabulary, same skipping',
  form.map(({ asked }) => asked.length),
  'questions',
)
line(`a call of nextQuestions (${calls.length.toLocaleString('en')})`, calls, 'ms')
line('the very first call for a set, nothing known', first, 'ms')
