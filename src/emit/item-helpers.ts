import { certificateStepLimit, hoursLimit } from '../model/record.js'

/** Reads dated items; needs `formHelpers`, `S`, `routes`, `late`, `windowFirst` and `windowLast`. */
export const itemHelpers = `/** The last item of a list that was read. \`counts\`: 2 for sure, 1 perhaps, 0 not, for it lies outside of the days. */
const item = {
  kind: undefined,
  topic: undefined,
  first: -Infinity,
  last: Infinity,
  hours: NaN,
  certified: 1,
  level: NaN,
  counts: 0,
  late: false,
}

function readActivity(value, kinds, topics) {
  if (!isObject(value)) return false
  item.kind = item.topic = undefined
  item.hours = NaN
  item.certified = 1
  let [begins, ends] = [false, false]
  let [fromFirst, fromLast, toFirst, toLast] = [0, 0, 0, 0]
  for (const key in value) {
    const part = value[key]
    if (!isGiven(part)) {
      if (!activityParts.has(key)) return false
      continue
    }
    switch (key) {
      case 'kind':
        if (!kinds.has(part)) return false
        item.kind = part
        break
      case 'topic':
        if (!topics.has(part)) return false
        item.topic = part
        break
      case 'from':
        if (!readDate(part)) return false
        ;[begins, fromFirst, fromLast] = [true, date.first, date.last]
        break
      case 'to':
        if (!readDate(part)) return false
        ;[ends, toFirst, toLast] = [true, date.first, date.last]
        break
      case 'hours':
        if (!isNumber(part, 0, ${hoursLimit})) return false
        // Whole hundredths add up alike in every order.
        item.hours = Math.round(100 * part)
        break
      case 'certificate':
        if (typeof part !== 'boolean') return false
        item.certified = part ? 2 : 0
        break
      default:
        return false
    }
  }
  if (begins && ends && toLast < fromFirst) return false
  item.first = ends ? toFirst : begins ? fromFirst : -Infinity
  item.last = ends ? toLast : begins ? fromLast : Infinity
  item.late = begins && fromFirst > windowLast
  if (item.late || item.last < windowFirst) item.counts = 0
  else item.counts = begins && fromLast <= windowLast && item.first >= windowFirst ? 2 : 1
  return true
}

const activityParts = new Set(['kind', 'topic', 'from', 'to', 'hours', 'certificate'])

/** @param steps - first and last step that a kind's own scale has */
function readCertificate(value, kinds, steps) {
  if (!isObject(value)) return false
  item.kind = undefined
  item.level = NaN
  item.first = -Infinity
  item.last = Infinity
  let dated = false
  for (const key in value) {
    const part = value[key]
    if (!isGiven(part)) {
      if (key !== 'kind' && key !== 'level' && key !== 'issuedOn') return false
      continue
    }
    switch (key) {
      case 'kind':
        if (!kinds.has(part)) return false
        item.kind = part
        break
      case 'level':
        if (!Number.isInteger(part)) return false
        item.level = part
        break
      case 'issuedOn':
        if (!readDate(part)) return false
        dated = true
        item.first = date.first
        item.last = date.last
        break
      default:
        return false
    }
  }
  const [least, most] = steps.get(item.kind) ?? [1, ${certificateStepLimit}]
  if (item.level < least || item.level > most) return false
  item.late = dated && item.first > windowLast
  item.counts = item.late ? 0 : dated && item.last > windowLast ? 1 : 2
  return true
}

/** Whether an item is in a choice of codes: 2 for sure, 1 perhaps, for its code is not known, 0 not. */
const among = (codes, code) => (code === undefined ? 1 : codes.has(code) ? 2 : 0)

function addCount(slot, counts) {
  if (counts === 2) S[2 * slot]++
  if (counts > 0) S[2 * slot + 1]++
}

function addHours(slot, counts) {
  if (counts === 0) return
  if (counts === 2 && item.hours >= 0) S[2 * slot] += item.hours
  S[2 * slot + 1] += item.hours >= 0 ? item.hours : Infinity
}

function addLatest(slot, counts) {
  if (counts === 2) S[2 * slot] = Math.max(S[2 * slot], Math.min(item.first, windowLast))
  if (counts > 0) S[2 * slot + 1] = Math.max(S[2 * slot + 1], Math.min(item.last, windowLast))
}

/** A certificate shows a level on a route, for sure when it is held and its kind is known. */
function show(route, lower, upper) {
  if (item.counts === 2 && item.kind !== undefined) routes[2 * route] = Math.max(routes[2 * route], lower)
  routes[2 * route + 1] = Math.max(routes[2 * route + 1], upper)
}`
