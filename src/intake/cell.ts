import { issue, type Issues, type Path, type Result } from '../model/issue.js'
import { foldMarks, tidy } from './vietnamese.js'
import type { WordIndex } from './word-index.js'

/**
 * Reads a cell that says something. Blank cells and `?` never get here: they say "not known".
 *
 * @param at - where the cell is, for issues
 * @returns the value for the record; `undefined` leaves the field out
 */
export type CellReader = (text: string, at: Path) => Result<unknown>

export const read = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuseCell = (...issues: Issues): { ok: false; issues: Issues } => ({ ok: false, issues })

/** Asked, and the answer is not known. */
export const isNotKnown = (text: string): boolean => text.trim() === '?'
/** What stands in a cell whose formula was never worked out; spreadsheets write it themselves when they cannot. */
export const notCalculated = '#CALC!'
/** An error of a spreadsheet in the place of a value. */
export const isSpreadsheetError = (text: string): boolean =>
  text.startsWith('#') && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|CALC!|SPILL!|GETTING_DATA|#+)$/.test(text.trim())
/** `-` or `không`: there is none, which is an answer and not a gap. */
export function isNone(text: string): boolean {
  const word = text.trim()
  // Folding is dear, and nearly all cells are longer or plainly something else.
  if (word === '-' || word === '–') return true
  return word.length <= longestNone && /^k/i.test(word) && foldMarks(word) === 'khong'
}
/** `không` with its letter and mark apart. */
const longestNone = 'không'.normalize('NFD').length

const yes = new Set(['có', 'co', 'x', 'v', '✓', '✔', 'true', '1', 'yes', 'y', 'roi', 'da co'])
const no = new Set(['không', 'khong', '-', '–', 'false', '0', 'no', 'n', 'chua', 'chua co', 'khong co'])

export const readBoolean: CellReader = (text, at) => {
  const word = yes.has(text) || no.has(text) ? text : foldMarks(text)
  if (yes.has(word)) return read(true)
  return no.has(word) ? read(false) : refuseCell(issue('wrong_type', at, { expected: 'boolean' }))
}

/** `from` and `to` are both allowed. */
export interface Bounds {
  from: number
  to: number
}

const within = (number: number, { from, to }: Bounds, at: Path): Result<number> =>
  number >= from && number <= to ? read(number) : refuseCell(issue('out_of_range', at, { min: from, max: to }))

/** `1.234` or `12,345`: thousands to one who wrote it, decimals to another. */
const isAmbiguous = (digits: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)

/** A whole number without any separator. */
export function readWhole(text: string, bounds: Bounds, at: Path): Result<number> {
  const digits = text.trim()
  if (/^\d+$/.test(digits)) return within(Number(digits), bounds, at)
  if (/^-\d+$/.test(digits)) return refuseCell(issue('out_of_range', at, { min: bounds.from, max: bounds.to }))
  if (isAmbiguous(digits)) return refuseCell(issue('ambiguous_number', at, {}))
  if (/^\d+(?:[.,]\d+)+$/.test(digits)) return refuseCell(issue('not_whole', at, {}))
  return refuseCell(issue('wrong_type', at, { expected: 'number' }))
}

/** A number with at most one decimal sign, `.` or `,`. */
export function readNumber(text: string, bounds: Bounds, at: Path): Result<number> {
  const digits = text.trim()
  if (isAmbiguous(digits)) return refuseCell(issue('ambiguous_number', at, {}))
  if (/^\d+(?:[.,]\d+)?$/.test(digits)) return within(Number(digits.replace(',', '.')), bounds, at)
  if (/^-\d+(?:[.,]\d+)?$/.test(digits)) return refuseCell(issue('out_of_range', at, { min: bounds.from, max: bounds.to }))
  return refuseCell(issue('wrong_type', at, { expected: 'number' }))
}

export const readText: CellReader = (text) => read(tidy(text))

/** An id. A number of twelve digits that a spreadsheet has shortened to `3,71E+10` is not one any more. */
export const readId: CellReader = (text, at) =>
  /^\s*\d(?:[.,]\d+)?e\+?\d+\s*$/i.test(text) ? refuseCell(issue('digits_lost', at, {})) : read(tidy(text))

/** Citizen numbers have twelve digits and begin with a zero, or two, which a spreadsheet drops from what it takes for a number. */
export const lacksZeros = (id: string): boolean => /^\d{10,11}$/.test(id)

/** Text of a field that may also be stated as none. */
export const readOptionalText: CellReader = (text) => read(isNone(text) ? undefined : tidy(text))

/** One of a closed list of words. */
export const choiceReader =
  <T>(words: WordIndex<T>, otherwise: 'unknown_code' | 'unknown_group' | 'unknown_attester'): CellReader =>
  (text, at) => {
    const found = words.find(text)
    return found === undefined ? refuseCell(issue(otherwise, at, {})) : read(found)
  }
