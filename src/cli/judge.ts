import { attesters, type Attester } from '../model/attester.js'
import { safeEvaluate, sets, type Assessment, type CitizenRecord, type CriteriaSet, type Result } from '../index.js'
import { prepare } from '../assessment/evaluate.js'
import { setsNamed } from './criteria-files.js'
import { Refusal, type Io } from './io.js'
import { shippedSets } from './shipped-sets.js'
import { issueSentence, text } from './text.js'

/** Options of every command that assesses. */
export const judgingOptions = {
  on: { type: 'string' },
  set: { type: 'string', multiple: true },
  accept: { type: 'string' },
} as const

export interface Judge {
  on: string
  /** The shipped sets and those that were named beside them: whose facts and groups a file of people may name. */
  sets: readonly CriteriaSet[]
  /** Only evidence that these attest counts; absent: all. */
  accept: readonly Attester[] | undefined
  assess(record: CitizenRecord): Result<Assessment>
  /** The set that judges people of a group, where one does. */
  setOf(group: string): CriteriaSet | undefined
}

/** @throws {Refusal} for a day, a set or an attester that cannot be used */
export async function judgeOf(command: string, values: { on?: string; set?: string[]; accept?: string }, io: Io): Promise<Judge> {
  const on = dayOf(command, values.on, io)
  const { set: named } = await setsNamed(command, { set: values.set ?? [] })
  const accept = acceptOf(command, values.accept)
  const [first, ...more] = named
  const set = more.length > 0 ? named : first
  const options = { on, ...(set && { set }), ...(accept && { accept }) }
  // What cannot be used is told before the first row.
  for (const { group } of named.length > 0 ? named : [sets.general]) {
    const tried = safeEvaluate({ id: '-', group }, options)
    if (!tried.ok) throw new Refusal(issueSentence(tried.issues[0]), command)
  }
  const choose = (group: string): CriteriaSet | undefined => shippedSets.find((one) => one.group === group)
  return {
    on,
    sets: [...named, ...shippedSets],
    accept,
    assess: (record) => safeEvaluate(record, options),
    setOf(group) {
      const prepared = prepare({ id: '-', group }, options, choose)
      return prepared.ok ? prepared.set : undefined
    },
  }
}

/** @throws {Refusal} for an attester that there is not */
export function acceptOf(command: string, value: string | undefined): Attester[] | undefined {
  const accept = value?.split(',').map((who) => who.trim())
  if (accept?.some((who) => !(attesters as readonly string[]).includes(who)))
    throw new Refusal(text.someOf('--accept', attesters), command)
  return accept as Attester[] | undefined
}

/** @throws {Refusal} when no day is given */
export function dayOf(command: string, on: string | undefined, io: Io): string {
  if (on === undefined) throw new Refusal(text.onMissing(`${Number(io.today().slice(0, 4)) - 1}-12-31`), command)
  return on
}
