import { readability } from './syllable.js'
import { fromTcvn3 } from './tcvn3.js'
import { fromVni } from './vni.js'

/** Codes of old Vietnamese fonts, which programs without the font show as other letters. */
export type LegacyCode = 'tcvn3' | 'vni'

/** A handful of words may be spelled well in a wrong code by chance. */
const fewestWords = 5
const clear = 0.9
const poor = 0.6

/**
 * The one way to read a text in which nearly all words with marks are spelled as Vietnamese ones.
 *
 * @param readings - the same text read by each code that comes into question
 * @returns `undefined` where no code, or more than one, makes sense of it, or too few words show it
 */
export function onlyReading<T extends string>(readings: Record<T, string>): T | undefined {
  const shares = Object.entries<string>(readings).map(([code, text]) => {
    const { words, syllables } = readability(text)
    return { code: code as T, words, share: words === 0 ? 0 : syllables / words }
  })
  const [best, ...others] = shares.sort((a, b) => b.share - a.share)
  if (!best || best.words < fewestWords || best.share < clear) return undefined
  return others.every(({ share }) => share <= poor) ? best.code : undefined
}

/** The old font whose code a text is written in, where that is certain. `asIs` is how it reads without any conversion. */
export function legacyCodeOf(text: string): LegacyCode | undefined {
  const code = onlyReading({ asIs: text, tcvn3: fromTcvn3(text), vni: fromVni(text) })
  return code === 'asIs' ? undefined : code
}
