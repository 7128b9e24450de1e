import type { Verdict } from '../model/verdict.js'

/** What counting asks of one person. `adult`, `registered` and the flags are three-valued, as everything is. */
export interface Profile {
  adult: Verdict
  registered: Verdict
  /** Some evidence or a score was given. */
  assessed: boolean
  verdict: Verdict
  hasSkills: Verdict
  proficient: Verdict
}

const letterOf = { met: 'y', unmet: 'n', unknown: 'u' } as const
const verdictOf: Readonly<Record<string, Verdict>> = { y: 'met', n: 'unmet', u: 'unknown' }

/** Six letters in the order of {@link Profile}: `y` yes, `n` no, `u` unknown. */
export const profilePattern = /^[ynu]{2}[yn][ynu]{3}$/

export function profileKey({ adult, registered, assessed, verdict, hasSkills, proficient }: Profile): string {
  return (
    letterOf[adult] +
    letterOf[registered] +
    (assessed ? 'y' : 'n') +
    letterOf[verdict] +
    letterOf[hasSkills] +
    letterOf[proficient]
  )
}

/** @param key - of {@link profilePattern} */
export function profileOf(key: string): Profile {
  const at = (i: number): Verdict => verdictOf[key[i] as string] as Verdict
  return { adult: at(0), registered: at(1), assessed: key[2] === 'y', verdict: at(3), hasSkills: at(4), proficient: at(5) }
}

/** Nobody is proficient without skills, and who has none is not proficient. */
export function isPossible({ hasSkills, proficient }: Profile): boolean {
  return proficient === 'unmet' || hasSkills === 'met' || (hasSkills === 'unknown' && proficient === 'unknown')
}
