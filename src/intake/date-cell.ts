import { isoDay, partialDate } from '../model/day.js'
import { issue, type Path, type Result } from '../model/issue.js'
import { read, refuseCell, type CellReader } from './cell.js'
import { dateOfSerial } from './excel-number.js'
import { foldMarks } from './vietnamese.js'

/**
 * A date as precise as it is written: day first as in Viet Nam (`17/05/1970`, `17-5-1970`, `17.5.1970`), `5/1970`, `1970`,
 * year first as programs write it (`1970-05-17`, `1970-05`), with a word before it (`Sinh năm 1964`), in words
 * (`ngày 17 tháng 5 năm 1970`), or the day number of Excel (`25705`). No day or month is ever made up.
 *
 * Refused: `two_digit_year` for `17/05/70`; `impossible_day` for days that no calendar has and for everything else.
 */
export const readPartialDate: CellReader = (text, at) => readDate(text, at)

/** A date of which the day is known. */
export const readDay: CellReader = (text, at) => {
  const date = readDate(text, at)
  return date.ok && isoDay(date.value) === undefined ? refuseCell(issue('impossible_day', at, {})) : date
}

const yearFirst = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?)?)?$/
const dayFirst = /^(?:(?:(\d{1,2})[-/.])?(\d{1,2})[-/.])?(\d{4}|\d{2})(?: 00:00(?::00)?)?$/
const inWords = /^(?:(?:ngay )?(\d{1,2}) )?thang (\d{1,2})(?: nam |[-/.])(\d{4}|\d{2})$/
const before = /^(?:(?:sinh|ns|nam sinh|ngay sinh)\b[ :.]*)?(?:(?:nam|vao|ngay(?= \d{1,2} ?[-/.]))[ :.]+)?/
/** Day numbers of five digits: from 1927 to 2173, and no year among them. */
const serial = /^\d{5}$/

function readDate(text: string, at: Path): Result<string> {
  // As programs write it, which is how it is met most.
  if (partialDate(text)) return read(text)
  const bare = foldMarks(text)
    .replace(before, '')
    .replace(/ ?([-/.]) ?/g, '$1')
  const [year, month, day] = partsOf(bare)
  if (year !== undefined && year.length < 4) return refuseCell(issue('two_digit_year', at, {}))
  const date = serial.test(bare)
    ? dateOfSerial(Number(bare))
    : [year, month, day]
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
        .join('-')
  return date !== undefined && partialDate(date) ? read(date) : refuseCell(issue('impossible_day', at, {}))
}

function partsOf(text: string): (string | undefined)[] {
  const first = yearFirst.exec(text)
  if (first) return first.slice(1)
  const [, day, month, year] = dayFirst.exec(text) ?? inWords.exec(text) ?? []
  return [year, month, day]
}
