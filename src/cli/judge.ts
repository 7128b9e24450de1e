import { attesters, type Attester } from '../model/attester.js'
import {
  compile,
  isCdhtError,
  issueText,
  safeEvaluate,
  sets,
  type Assessment,
  type CitizenRecord,
  type Lang,
  type Result,
} from '../index.js'
import { Refusal, type Io } from './io.js'
import { text } from './text.js'

export const shippedSets = Object.values(sets)

/** Options of every command that assesses. */
export const judgingOptions = {
  on: { type: 'string' },
  set: { type: 'string' },
  accept: { type: 'string' },
} as const

export interface Judge {
  on: string
  assess(record: CitizenRecord): Result<Assessment>
}

/** @throws {Refusal} for a day, a set or an attester that cannot be used */
export function judgeOf(command: string, values: { on?: string; set?: string; accept?: string }, io: Io): Judge {
  if (values.on === undefined) throw new Refusal(text.onMissing(`${Number(io.today().slice(0, 4)) - 1}-12-31`), command)
  const { on } = values
  const set = values.set === undefined ? undefined : shippedSets.find(({ id }) => id === values.set)
  if (values.set !== undefined && !set)
    throw new Refusal(
      text.oneOf(
        '--set',
        shippedSets.map(({ id }) => id),
      ),
      command,
    )
  const accept = values.accept?.split(',').map((who) => who.trim())
  if (accept?.some((who) => !(attesters as readonly string[]).includes(who)))
    throw new Refusal(text.someOf('--accept', attesters), command)
  const options = { on, ...(set && { set }), ...(accept && { accept: accept as Attester[] }) }
  try {
    compile(set ?? sets.general, options)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    const [found] = error.issues
    const sentence = (lang: Lang): string => `--on: ${issueText({ ...found, path: [] }, lang)}`
    throw new Refusal({ vi: sentence('vi'), en: sentence('en') }, command)
  }
  return { on, assess: (record) => safeEvaluate(record, options) }
}
