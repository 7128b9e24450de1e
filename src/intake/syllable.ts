const onsets = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]'
const nuclei = [
  'iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu',
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê',
  '[aăâeêioôơuưy]',
].join('|')
const spelled = new RegExp(`^(?:${onsets})?(?:${nuclei})(?:ch|ng|nh|[cmnpt])?$`, 'u')
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Whether a word is spelled as a Vietnamese syllable can be, with one tone at most; its capitals do not matter. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  if ((parts.match(tones)?.length ?? 0) > 1) return false
  return spelled.test(parts.replace(tones, '').normalize('NFC'))
}

/** How much of a text reads as Vietnamese. Words of ASCII alone say nothing about its code and are left out. */
export function readability(text: string): { words: number; syllables: number } {
  const words = new Set<string>()
  // Parted at ASCII signs and typographic ones only: in a wrong code, letters look like any other sign.
  for (const word of text.split(/[^A-Za-z\u0080-\u1fff\u20ab]+/u)) if (/[^\0-\x7f]/.test(word)) words.add(word)
  let syllables = 0
  for (const word of words) if (isSyllable(word)) syllables++
  return { words: words.size, syllables }
}
