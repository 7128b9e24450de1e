import { isDerived } from '../model/derived.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { holds, type Question, type Rule } from '../rules/rule.js'
import { keyOf } from '../rules/slot.js'
import { profilesOf, type Profile } from './profile.js'

/** More combinations than this are not tried. */
const mostCombinations = 1_000_000

/** Everybody, as far as some rules go: every way in which the facts that they ask about can be answered, exactly. */
export interface Everybody {
  facts: readonly Answers[]
  /** The rules, asked of one combination: `chosen[f]` is the answer of `facts[f]`. */
  rules: readonly ((chosen: readonly Answer[]) => boolean)[]
}

interface Answers {
  fact: Question['slot']['fact']
  answers: readonly Answer[]
}

/** People who answer all questions about one fact alike. */
export interface Answer {
  truth: readonly boolean[]
  /** Some of them; the first stands for all. */
  profiles: readonly [Profile, ...Profile[]]
}

/** @returns `undefined` where there are too many ways, or answers that depend on each other */
export function everybodyFor(rules: readonly Rule[], digital: DigitalSkillsFile, on: string): Everybody | undefined {
  const asked = new Map<string, { fact: Question['slot']['fact']; questions: { key: string; question: Question }[] }>()
  const place = new Map<Question, [fact: string, at: number]>()
  const collect = (rule: Rule): void => {
    if ('all' in rule) rule.all.forEach(collect)
    else if ('any' in rule) rule.any.forEach(collect)
    else if ('not' in rule) collect(rule.not)
    else {
      const { fact } = rule.slot
      const of = asked.get(fact.id) ?? { fact, questions: [] }
      place.set(rule, [fact.id, of.questions.push({ key: keyOf(rule.slot), question: rule }) - 1])
      asked.set(fact.id, of)
    }
  }
  rules.forEach(collect)
  // The level of digital skills comes out of other facts, so asking both is not independent.
  if (derivedIn([...asked.values()]) !== undefined && digital.routes.some(({ fact }) => asked.has(fact))) return undefined

  const facts: Answers[] = []
  let combinations = 1
  for (const { fact, questions } of asked.values()) {
    const profiles = profilesOf(fact, questions, on)
    if (profiles === undefined) return undefined
    const answers = new Map<string, { truth: readonly boolean[]; profiles: [Profile, ...Profile[]] }>()
    for (const profile of profiles) {
      const truth = questions.map(({ key, question }) => holds(question, profile.numbers.get(key) as number))
      const alike = answers.get(truth.join())
      if (alike) alike.profiles.push(profile)
      else answers.set(truth.join(), { truth, profiles: [profile] })
    }
    combinations *= answers.size
    if (combinations > mostCombinations) return undefined
    facts.push({ fact, answers: [...answers.values()] })
  }
  const position = new Map(facts.map(({ fact }, f) => [fact.id, f]))
  const asks = (rule: Rule): ((chosen: readonly Answer[]) => boolean) => {
    if ('not' in rule) {
      const part = asks(rule.not)
      return (chosen) => !part(chosen)
    }
    if ('all' in rule) {
      const parts = rule.all.map(asks)
      return (chosen) => parts.every((part) => part(chosen))
    }
    if ('any' in rule) {
      const parts = rule.any.map(asks)
      return (chosen) => parts.some((part) => part(chosen))
    }
    const [fact, at] = place.get(rule) as [string, number]
    const f = position.get(fact) as number
    return (chosen) => (chosen[f] as Answer).truth[at] as boolean
  }
  return { facts, rules: rules.map(asks) }
}

/** What `find` makes of the first combination of which it makes anything. */
export function firstOf<T>({ facts }: Everybody, find: (chosen: readonly Answer[]) => T | undefined): T | undefined {
  const chosen: Answer[] = []
  const visit = (f: number): T | undefined => {
    const of = facts[f]
    if (of === undefined) return find(chosen)
    for (const answer of of.answers) {
      chosen[f] = answer
      const found = visit(f + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  return visit(0)
}

/** Synthetic evidence of somebody with these profiles, one for each fact. */
export function evidenceOf(
  { facts }: Everybody,
  profiles: readonly Profile[],
  digital: DigitalSkillsFile,
): Record<string, unknown> {
  const given = Object.fromEntries(facts.map(({ fact }, f) => [fact.id, profiles[f]?.value]))
  const derived = derivedIn(facts)
  if (derived === undefined) return given
  const { [derived]: level, ...evidence } = given
  return { ...evidence, ...evidenceOfLevel(digital, Number(level)) }
}

function derivedIn(facts: readonly { fact: Question['slot']['fact'] }[]): string | undefined {
  return facts.find(({ fact }) => isDerived(fact))?.fact.id
}

/** Evidence by which a record shows exactly this level. */
function evidenceOfLevel(digital: DigitalSkillsFile, level: number): Record<string, unknown> {
  const evidence: Record<string, unknown> = {}
  for (const route of digital.routes) {
    if (route.kind === 'score') continue
    evidence[route.fact] ??= []
    const step = route.kind === 'certificate-level' ? route.bands.find((band) => band.level === level)?.from : undefined
    if (route.kind === 'certificate-level' && step !== undefined)
      evidence[route.fact] = [{ kind: route.certificate, level: step }]
  }
  return evidence
}
