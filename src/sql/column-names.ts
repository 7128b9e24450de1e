import { Names } from '../emit/names.js'

/** Longest name that is made of ids; with what is put behind it every engine takes it whole. */
const longest = 48

/**
 * Names for columns of our own, none of them twice: `learningActivities` becomes `learning_activities`. Each is used with an ending
 * such as `_lo`, so none is a word of SQL, and none needs quotes.
 */
export class ColumnNames {
  readonly #names = new Names('person', 'group', 'area')

  /**
   * @param words - ids; when somebody put anything else in the place of one, nothing of it gets into the name
   * @param otherwise - the name when the ids give none
   */
  take(words: readonly string[], otherwise: string): string {
    const isShort = words.join('_').length <= longest
    const name = this.#names.take(isShort ? words : [otherwise], otherwise)
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  }
}
