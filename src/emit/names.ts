/** Words that no variable may be called. */
const reserved =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
  'finally for function if implements import in instanceof interface let new null package private protected public return ' +
  'static super switch this throw true try typeof var void while with yield undefined NaN Infinity'

const plain = /^[A-Za-z0-9]{1,40}(-[A-Za-z0-9]{1,40}){0,9}$/

/** Gives out names for functions and variables, none of them twice. */
export class Names {
  readonly #taken: Set<string>

  /** @param taken - names that are in use already */
  constructor(...taken: readonly string[]) {
    this.#taken = new Set([...reserved.split(' '), ...taken])
  }

  /**
   * @param words - ids that the name is made of, the first maybe a word of ours; when somebody put anything else in the place of
   *   an id, nothing of it gets into the name
   * @param otherwise - the name when the ids give none
   */
  take(words: readonly string[], otherwise: string): string {
    const isPlain = words.every((word, i) => (i === 0 ? /^[a-z]/ : plain).test(word) && plain.test(word))
    const parts = isPlain ? words.flatMap((word) => word.split('-')) : [otherwise]
    const wanted = parts.map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join('')
    let name = wanted
    for (let next = 2; this.#taken.has(name); next++) name = `${wanted}${next}`
    this.#taken.add(name)
    return name
  }
}
