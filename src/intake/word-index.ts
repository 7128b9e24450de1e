import { foldCase, foldMarks } from './vietnamese.js'

const ambiguous = Symbol('ambiguous')

/**
 * Values by the words that people write for them. A word is found with its marks first, then without them; a spelling
 * that stands for two different values is found by neither.
 */
export class WordIndex<T> {
  readonly #byWord = new Map<string, T | typeof ambiguous>()
  readonly #withoutMarks = new Map<string, T | typeof ambiguous>()

  add(words: readonly string[], value: T): this {
    for (const word of words) {
      // As it is written is how it is met most, and then nothing needs folding.
      put(this.#byWord, word, value)
      if (foldCase(word) !== word) put(this.#byWord, foldCase(word), value)
      put(this.#withoutMarks, foldMarks(word), value)
    }
    return this
  }

  find(text: string): T | undefined {
    const word = text.trim()
    const found = this.#byWord.get(word) ?? this.#byWord.get(foldCase(word)) ?? this.#withoutMarks.get(foldMarks(word))
    return found === ambiguous ? undefined : found
  }
}

function put<T>(into: Map<string, T | typeof ambiguous>, word: string, value: T): void {
  const present = into.get(word)
  into.set(word, present === undefined || present === value ? value : ambiguous)
}
