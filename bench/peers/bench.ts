import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { compile } from '../../src/assessment/compile.js'
import { createEngine } from '../../src/engine.js'
import type { CitizenRecord, FactId } from '../../src/model/record.js'
import { runProgram, type GradedRules } from '../../src/rules/program.js'
import { questionsOf } from '../../src/rules/rule.js'
import { keyOf, type Slot } from '../../src/rules/slot.js'
import { farmer } from '../../src/sets/shipped/farmer.js'
import { handScore } from '../farmer-by-hand-record.js'
import { handOverSlots } from '../farmer-by-hand.js'
import { FarmerProgram, farmerRules, handFiller, on } from '../farmer-program.js'
import { copyOf, CopiedProgram } from '../growth.js'
import { measure, type Job } from '../measure.js'
import { drawPeople, nothingMissing } from '../people.js'
import { RulesEngine } from '../rules-engine.js'
import { peersOf, wordingOf, type Facts } from './engines.js'

/** So many people for what is fast, and for what is not. */
const count = 20_000
const few = 200
const rounds = Number(process.env['CDHT_ROUNDS'] ?? 5)

const people = drawPeople(count, nothingMissing)
const parts = new FarmerProgram()
const filled = people.map((person) => parts.read(person))
const forHand = filled.map(handFiller(parts.slots))
const assessor = compile(farmer, { on })
const rulesEngine = new RulesEngine(parts.slots)
const out = new Float64Array(26)
const expected = new Float64Array(26)

const nameOf = new Map(parts.slots.map((slot, s) => [keyOf(slot), `s${s}`]))
const factsOf = ({ S }: { S: Float64Array }): Facts =>
  Object.fromEntries([...nameOf.values()].map((name, s) => [name, S[2 * s] as number]))
const facts = filled.map(factsOf)
const peers = await peersOf(wordingOf(farmerRules, nameOf))

let fetched: Partial<Record<FactId, unknown>> = {}
const engine = createEngine(farmer, {
  on,
  facts: Object.fromEntries(
    farmer.facts.filter((fact) => !('derived' in fact)).map(({ id }) => [id, () => Promise.resolve(fetched[id as FactId])]),
  ) as never,
})
async function throughEngine(person: CitizenRecord): Promise<void> {
  fetched = person.evidence as typeof fetched
  const { indicators } = await engine.assess(person.id)
  indicators.forEach(({ score }, i) => (out[i] = score.lower))
}

/** Every way gives the same ten scores, or nothing is timed. */
async function checkAnswers(): Promise<void> {
  const ways = new Map<string, (i: number) => unknown>([
    ['hand-written', (i) => handScore(people[i] as CitizenRecord, out)],
    ['json-rules-engine', (i) => rulesEngine.score(rulesEngine.factsOf(filled[i]!), out)],
    ['/engine', (i) => throughEngine(people[i] as CitizenRecord)],
    ...[...peers].map(([name, score]) => [name, (i: number) => score(facts[i] as Facts, out)] as const),
  ])
  for (let i = 0; i < few; i++) {
    assessor.scoreInto(people[i] as CitizenRecord, expected)
    for (const [way, run] of ways) {
      out.fill(NaN)
      await run(i)
      for (let k = 0; k < 10; k++) if (out[k] !== expected[k]) throw new Error(`${way} differs from scoreInto`)
    }
  }
}

let kept: unknown
const job = (name: string, people: number, run: () => unknown, allocates = true): Job => ({ name, count: people, run, allocates })
const jobs: Job[] = [
  job('hand-written, facts ready', count, () => forHand.forEach(({ S, open }) => handOverSlots(S, open, out)), false),
  job(
    'ours: flat program, facts ready',
    count,
    () => filled.forEach(({ S, open }) => runProgram(parts.program, S, open, out)),
    false,
  ),
  job('hand-written, from the record, no check', count, () => people.forEach((person) => handScore(person, out)), false),
  job(
    'ours: scoreInto, from the record, checked',
    count,
    () => people.forEach((person) => assessor.scoreInto(person, out)),
    false,
  ),
  job('ours: assess with reasons', count, () => people.forEach((person) => (kept = assessor.assess(person)))),
  job('json-rules-engine 7.3.1', few, async () => {
    for (const one of filled.slice(0, few)) await rulesEngine.score(rulesEngine.factsOf(one), out)
  }),
  job('ours through /engine, every fact a promise', few, async () => {
    for (const person of people.slice(0, few)) await throughEngine(person)
  }),
  ...[...peers].map(([name, score]) =>
    job(name, few, async () => {
      for (const one of facts.slice(0, few)) {
        const done = score(one, out)
        if (done) await done
      }
    }),
  ),
]

/** Rules of 10, 100 and 1,000 criteria for the peers, each copy of the farmer set with facts of its own. */
async function growthJobs(): Promise<Job[]> {
  const all: Job[] = []
  for (const size of [10, 100, 1_000]) {
    const copies = size / 10
    const rules: GradedRules[] = Array.from({ length: copies }, (_, copy) => farmerRules.map((one) => copyOf(one, copy))).flat()
    const names = new Map<string, string>()
    const slots: Slot[] = []
    const source: { name: string; copy: number; slot: number }[] = []
    for (let copy = 0; copy < copies; copy++)
      for (const { levels } of rules.slice(10 * copy, 10 * copy + 10))
        for (const { rule } of levels)
          for (const { slot } of questionsOf(rule)) {
            if (names.has(keyOf(slot))) continue
            const name = `s${names.size}`
            names.set(keyOf(slot), name)
            slots.push(slot)
            const original = keyOf({ ...slot, fact: { ...slot.fact, id: slot.fact.id.split('#')[0] as string } })
            source.push({ name, copy, slot: [...nameOf.keys()].indexOf(original) })
          }
    const crowd = Math.max(2, Math.floor(few / copies))
    const given = Array.from({ length: crowd }, (_, person): Facts =>
      Object.fromEntries(
        source.map(({ name, copy, slot }) => [name, filled[(person * copies + copy) % count]!.S[2 * slot] as number]),
      ),
    )
    const points = new Float64Array(2 * size)
    const large = new RulesEngine(slots, rules)
    const forLarge = given
      .slice(0, Math.max(2, Math.floor(few / 4 / copies)))
      .map((one) => Object.fromEntries([...names].map(([key, name]) => [key, one[name] as number])))
    all.push(
      job(`json-rules-engine 7.3.1: ${size} criteria`, forLarge.length * size, async () => {
        for (const one of forLarge) await large.score(one, points)
      }),
    )
    for (const [name, score] of await peersOf(wordingOf(rules, names)))
      all.push(
        job(`${name}: ${size} criteria`, crowd * size, async () => {
          for (const one of given) {
            const done = score(one, points)
            if (done) await done
          }
        }),
      )
    const program = new CopiedProgram(copies, filled)
    all.push(job(`ours: flat program: ${size} criteria`, 10 * count, () => program.run(), false))
  }
  return all
}

await checkAnswers()
const times = await measure(jobs, rounds)
const growth = await measure(await growthJobs(), Math.min(rounds, 3))
void kept

const flat = times.get('ours: flat program, facts ready') as number
const rulesEngineTime = times.get('json-rules-engine 7.3.1') as number
const whole = (n: number): string => (n >= 100 ? Math.round(n).toLocaleString('en') : n.toPrecision(2))
const lines = [
  `Farmer set, the same people, answers compared first; medians of one process, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}. Only the ratios travel.`,
  '',
  '| way | ns a person | json-rules-engine / it | it / our flat program |',
  '| --- | ---: | ---: | ---: |',
  ...[...times].map(([name, ns]) => `| ${name} | ${whole(ns)} | ${whole(rulesEngineTime / ns)} | ${whole(ns / flat)} |`),
  '',
  'Facts ready: the lists were derived before, for all peers alike. json-rules-engine evaluates all levels, the others stop at the highest level met. zen-engine and `/engine` are asynchronous and awaited one by one.',
  '',
  '| growth: ns a criterion | 10 criteria | 100 | 1,000 |',
  '| --- | ---: | ---: | ---: |',
  ...[...new Set([...growth.keys()].map((name) => name.replace(/: [\d]+ criteria$/, '')))].map(
    (name) =>
      `| ${name} | ${[10, 100, 1_000].map((size) => whole(growth.get(`${name}: ${size} criteria`) as number)).join(' | ')} |`,
  ),
]
writeFileSync('docs/bench-peers.md', `# Peers\n\n${lines.join('\n')}\n`)
console.log(lines.join('\n'))
