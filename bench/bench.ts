import { safeParse } from 'zod/mini'
import { compile } from '../src/assessment/compile.js'
import { runProgram } from '../src/rules/program.js'
import type { CitizenRecord } from '../src/model/record.js'
import { farmer } from '../src/sets/shipped/farmer.js'
import { recordSchemaOf } from '../test/support/record-schema.js'
import { handScore } from './farmer-by-hand-record.js'
import { handOverSlots } from './farmer-by-hand.js'
import { emittedFiller, emittedOverSlots } from './farmer-emitted.js'
import { FarmerProgram, handFiller, maximum, on, type Filled } from './farmer-program.js'
import { CopiedProgram } from './growth.js'
import { measure, type Job } from './measure.js'
import { drawPeople, nothingMissing } from './people.js'
import { printReport, type Row } from './report.js'
import { RulesEngine } from './rules-engine.js'

const count = 20_000
/** The slow ones run on so many of them. */
const few = 400
const zodCount = 2_000
const rounds = Number(process.env['CDHT_ROUNDS'] ?? 9)

const assessor = compile(farmer, { on })
const parts = new FarmerProgram()
const engine = new RulesEngine(parts.slots)
const schema = recordSchemaOf(farmer, maximum)
const toHand = handFiller(parts.slots)
const toEmitted = emittedFiller(parts.slots)
const out = new Float64Array(26)

interface Crowd {
  name: string
  people: CitizenRecord[]
  filled: Filled[]
  forHand: Filled[]
  forEmitted: Filled[]
}

function crowdOf(name: string, people: CitizenRecord[]): Crowd {
  const filled = people.map((person) => parts.read(person))
  return { name, people, filled, forHand: filled.map(toHand), forEmitted: filled.map(toEmitted) }
}

const crowds = {
  full: crowdOf('0 %', drawPeople(count, nothingMissing)),
  nulls: crowdOf('20 %, null', drawPeople(count, { facts: 0.2, hours: 0.3, as: 'null' })),
  gaps: crowdOf('20 %, no key', drawPeople(count, { facts: 0.2, hours: 0.3, as: 'no key' })),
}

/** Every way gives the same answers for every person, or nothing is timed. */
async function checkAnswers({ name, people, filled, forHand, forEmitted }: Crowd): Promise<void> {
  const expected = new Float64Array(26)
  const ways = new Map<string, (i: number) => unknown>([
    ['hand-written, from the record', (i) => handScore(people[i] as CitizenRecord, out)],
    ['hand-written, over slots', (i) => overSlots(handOverSlots, forHand[i] as Filled)],
    ['emitted module, over slots', (i) => overSlots(emittedOverSlots, forEmitted[i] as Filled)],
    ['flat program, over slots', (i) => overSlots((S, open) => runProgram(parts.program, S, open, out), filled[i] as Filled)],
    [
      'json-rules-engine, run and fold',
      (i) => engine.scoreRanges(engine.factsOf(filled[i] as Filled), engine.upperFactsOf(filled[i] as Filled), out),
    ],
    ...(name === '0 %'
      ? [['json-rules-engine, one run', (i: number) => engine.score(engine.factsOf(filled[i] as Filled), out)] as const]
      : []),
    ['assess', (i) => tell(people[i] as CitizenRecord)],
  ])
  const differ = new Map<string, number>()
  for (let i = 0; i < people.length; i++) {
    assessor.scoreInto(people[i] as CitizenRecord, expected)
    for (const [way, run] of ways) {
      out.set(expected)
      out.fill(NaN, 0, way.includes('record') ? 26 : 20)
      await run(i)
      if (expected.some((number, k) => number !== out[k])) differ.set(way, (differ.get(way) ?? 0) + 1)
    }
    if (!safeParse(schema, people[i]).success) differ.set('zod', (differ.get('zod') ?? 0) + 1)
  }
  for (const [way, wrong] of differ)
    console.error(`${name}: ${way} differs from scoreInto for ${wrong} of ${people.length} people`)
  if (differ.size > 0) process.exit(1)
}

const overSlots = (score: (S: Float64Array, open: number, out: Float64Array) => void, { S, open }: Filled): void =>
  score(S, open, out)

function tell(person: CitizenRecord): void {
  const { indicators, score, verdict, digital } = assessor.assess(person)
  indicators.forEach(({ score: { lower, upper } }, i) => {
    out[i] = lower
    out[10 + i] = upper
  })
  out.set(
    [
      score.lower,
      score.upper,
      score.threshold,
      { met: 1, unmet: 0, unknown: -1 }[verdict],
      digital.level.lower,
      digital.level.upper,
    ],
    20,
  )
}

/** The same work at every size, so that only the size differs. */
function checkGrowth(programs: readonly CopiedProgram[]): void {
  const sums = programs.map((program) => program.sums().join())
  if (new Set(sums).size > 1) {
    console.error(`growth: the sizes give different sums of points: ${sums.join(' | ')}`)
    process.exit(1)
  }
}

/** Kept, so that no result can be left uncomputed. */
let kept: unknown

function jobsOf({ name, people, filled, forHand, forEmitted }: Crowd): Job[] {
  const facts = filled.slice(0, few).map((one) => ({ lower: engine.factsOf(one), upper: engine.upperFactsOf(one) }))
  const forZod = people.slice(0, zodCount)
  const job = (of: string, count: number, run: () => unknown, allocates = false): Job => ({
    name: `${name}: ${of}`,
    count,
    run,
    allocates,
  })
  return [
    job('hand over slots', count, () => {
      for (const { S, open } of forHand) handOverSlots(S, open, out)
    }),
    job('emitted over slots', count, () => {
      for (const { S, open } of forEmitted) emittedOverSlots(S, open, out)
    }),
    job('program over slots', count, () => {
      for (const { S, open } of filled) runProgram(parts.program, S, open, out)
    }),
    job('hand from the record', count, () => {
      for (const person of people) handScore(person, out)
    }),
    job('scoreInto', count, () => {
      for (const person of people) assessor.scoreInto(person, out)
    }),
    job('check and fill', count, () => {
      for (const person of people) parts.reader.read(person)
    }),
    job('assess', count, () => assessAll(people), true),
    job('zod', zodCount, () => parseAll(forZod), true),
    job('json-rules-engine', few, () => (name === '0 %' ? runAll(facts) : runAndFoldAll(facts)), true),
  ]
}

type Facts = { lower: Record<string, number>; upper: ReadonlyMap<string, number> }

function assessAll(people: readonly CitizenRecord[]): void {
  for (const person of people) kept = assessor.assess(person)
}

function parseAll(people: readonly CitizenRecord[]): void {
  for (const person of people) kept = safeParse(schema, person)
}

async function runAll(facts: readonly Facts[]): Promise<void> {
  for (const { lower } of facts) await engine.score(lower, out)
}

async function runAndFoldAll(facts: readonly Facts[]): Promise<unknown> {
  for (const { lower, upper } of facts) await engine.scoreRanges(lower, upper, out)
  return kept
}

const sizes = [10, 100, 1_000]
const growth = [crowds.full, crowds.nulls].map(({ name, filled }) => ({
  name,
  programs: sizes.map((size) => new CopiedProgram(size / 10, filled)),
}))

for (const crowd of Object.values(crowds)) await checkAnswers(crowd)
for (const { programs } of growth) checkGrowth(programs)
console.log(`${count.toLocaleString('en')} people at 0 % and 20 % missing: all ways give the same answers`)

const times = await measure(
  [
    ...Object.values(crowds).flatMap(jobsOf),
    ...growth.flatMap(({ name, programs }) =>
      programs.map((program, s) => ({ name: `${name}: ${sizes[s]} criteria`, count: 10 * count, run: () => program.run() })),
    ),
  ],
  rounds,
)

const rows: Row[] = Object.values(crowds).flatMap(({ name }) => {
  const row = (what: string, job: string, against: string, goal: Row['goal']): Row => ({
    what: `${name}: ${what}`,
    job: `${name}: ${job}`,
    against: `${name}: ${against}`,
    goal,
  })
  return [
    row('flat program / hand-written, slots filled', 'program over slots', 'hand over slots', { most: name === '0 %' ? 3 : 2.5 }),
    row('emitted module / hand-written, slots filled', 'emitted over slots', 'hand over slots', { most: 1.3 }),
    row('json-rules-engine / flat program, facts ready', 'json-rules-engine', 'program over slots', { least: 400 }),
    row('scoreInto / hand-written without a check', 'scoreInto', 'hand from the record', { most: 2.2 }),
    row('json-rules-engine, facts ready / scoreInto', 'json-rules-engine', 'scoreInto', { least: 100 }),
    row('assess with reasons / scoreInto', 'assess', 'scoreInto', { most: 3 }),
    row('check and fill / zod safeParse', 'check and fill', 'zod', { most: 1 / 3 }),
  ]
})
for (const { name } of growth)
  for (const size of sizes.slice(1))
    rows.push({
      what: `${name}: a criterion of ${size.toLocaleString('en')} / of 10`,
      job: `${name}: ${size} criteria`,
      against: `${name}: 10 criteria`,
      goal: { most: 1 },
    })
printReport(rows, times)
