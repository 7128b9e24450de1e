import { attesters } from '../model/attester.js'
import { listLimit, memberships, unitLevels } from '../model/record.js'
import { dataText } from './literal.js'

/**
 * The part of every emitted module that reads the form of a record: text of a program, with nothing of a criteria set in it.
 * It takes and refuses what `rules/record-reader.ts` does; the tests hold the two together.
 */
export const formHelpers = `const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isGiven = (value) => value !== null && value !== undefined
const isNumber = (value, least, most) => typeof value === 'number' && value >= least && value <= most
const isList = (value) => Array.isArray(value) && value.length <= ${listLimit}

/** A number of some decimal digits; NaN when they are none. */
function digits(text, from, to) {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    number = digit >= 0 && digit <= 9 ? 10 * number + digit : NaN
  }
  return number
}

function daysIn(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The last date read, its first and last possible day: 20250101 and 20251231 of the text 2025. */
const date = { first: 0, last: 0 }

/** Reads YYYY, YYYY-MM or YYYY-MM-DD; false for any other value and for days that no calendar has. */
function readDate(text) {
  if (typeof text !== 'string' || (text.length !== 4 && text.length !== 7 && text.length !== 10)) return false
  const year = digits(text, 0, 4)
  if (!(year >= 1)) return false
  date.first = 10000 * year + 101
  date.last = 10000 * year + 1231
  if (text.length === 4) return true
  const month = digits(text, 5, 7)
  if (text[4] !== '-' || !(month >= 1 && month <= 12)) return false
  date.first = 10000 * year + 100 * month + 1
  date.last = 10000 * year + 100 * month + daysIn(year, month)
  if (text.length === 7) return true
  const day = digits(text, 8, 10)
  if (text[7] !== '-' || !(day >= 1 && day <= daysIn(year, month))) return false
  date.first = date.last = 10000 * year + 100 * month + day
  return true
}

const attesters = ${dataText(attesters)}
const unitLevels = ${dataText(unitLevels)}
const memberships = ${dataText(memberships)}

const person = { id: '', group: '', area: undefined, evidence: undefined, attested: undefined, scores: undefined }

/** Takes one field of a record; false when it is malformed. */
function readField(key, value) {
  if (key === 'id' || key === 'group') {
    person[key] = value
    return typeof value === 'string' && value !== ''
  }
  if (key === 'disadvantagedArea') person.area = value
  if (!isGiven(value)) return fields.has(key)
  switch (key) {
    case 'evidence':
    case 'attested':
    case 'scores':
      person[key] = value
      return isObject(value)
    case 'disadvantagedArea':
    case 'registered':
      return typeof value === 'boolean'
    case 'birth':
      return readDate(value)
    case 'recordedOn':
      return readDate(value) && value.length === 10
    case 'unitLevel':
      return unitLevels.includes(value)
    case 'memberships':
      return isList(value) && value.every((one) => memberships.includes(one))
    case 'units':
      return isObject(value) && areUnits(value)
    default:
      return false
  }
}

const fields = new Set([
  'evidence',
  'attested',
  'scores',
  'disadvantagedArea',
  'registered',
  'birth',
  'recordedOn',
  'unitLevel',
  'memberships',
  'units',
])

function areUnits(units) {
  for (const key in units) {
    if (key !== 'residence' && key !== 'workplace') return false
    if (isGiven(units[key]) && typeof units[key] !== 'string') return false
  }
  return true
}`
