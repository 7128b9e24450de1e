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

const digits: readonly Verdict[] = ['unmet', 'met', 'unknown']
const digitOf = { unmet: 0, met: 1, unknown: 2 } as const satisfies Record<Verdict, number>
const letters = 'nyu'

/** Six letters in the order of {@link Profile}: `y` yes, `n` no, `u` unknown. */
export const profilePattern = /^[ynu]{2}[yn][ynu]{3}$/

/** A profile as one number, for counting. */
export function profileCode({ adult, registered, assessed, verdict, hasSkills, proficient }: Profile): number {
  let code = 3 * digitOf[adult] + digitOf[registered]
  code = 3 * code + (assessed ? 1 : 0)
  code = 3 * code + digitOf[verdict]
  code = 3 * code + digitOf[hasSkills]
  return 3 * code + digitOf[proficient]
}

/** The letters of {@link profilePattern}: the digits of the number to the base of three. */
export const profileKey = (code: number): string =>
  code
    .toString(3)
    .padStart(6, '0')
    .replace(/./g, (digit) => letters[Number(digit)] as string)

/** @param key - of {@link profilePattern} */
export function profileOf(key: string): Profile {
  const at = (i: number): Verdict => digits[letters.indexOf(key[i] as string)] as Verdict
  return { adult: at(0), registered: at(1), assessed: key[2] === 'y', verdict: at(3), hasSkills: at(4), proficient: at(5) }
}

/** Nobody is proficient without skills, and who has none is not proficient. */
export function isPossible({ hasSkills, proficient }: Profile): boolean {
  return proficient === 'unmet' || hasSkills === 'met' || (hasSkills === 'unknown' && proficient === 'unknown')
}
