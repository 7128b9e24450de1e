import type { Text } from '../model/text.js'
import { WordIndex } from './word-index.js'

/** The codes of a fact by id and by label in either language. */
export function codeWords(codes: readonly { code: string; label: Text }[]): WordIndex<string> {
  const words = new WordIndex<string>()
  for (const { code, label } of codes) words.add([code, label.vi, label.en], code)
  return words
}
