/** Reads lists of codes; needs `formHelpers`, `S` and `areas`. */
export const codeHelpers = `/** The last answers of a list of codes, by the position of the code: 1 yes, 0 no, -1 not known. */
const answers = { of: new Int8Array(mostCodes), yes: 0, no: 0, complete: false }

/** A list is complete, what is not in it is no; an object answers code by code. */
function readCodes(value, codes) {
  answers.yes = answers.no = 0
  answers.complete = Array.isArray(value)
  if (!answers.complete) return isObject(value) && readAnswers(value, codes)
  if (!isList(value)) return false
  answers.of.fill(0)
  for (let i = 0; i < value.length; i++) {
    const at = codes.get(value[i])
    if (at === undefined) return false
    if (answers.of[at] === 0) answers.yes++
    answers.of[at] = 1
  }
  answers.no = codes.size - answers.yes
  return true
}

function readAnswers(value, codes) {
  answers.of.fill(-1)
  for (const code in value) {
    const at = codes.get(code)
    if (at === undefined) return false
    if (!isGiven(value[code])) continue
    if (typeof value[code] !== 'boolean') return false
    answers.of[at] = value[code] ? 1 : 0
    if (value[code]) answers.yes++
    else answers.no++
  }
  return true
}

function putAnswer(slot, at) {
  if (answers.of[at] >= 0) put(slot, answers.of[at])
}

/** Activities of one area of digital skills that are done: for sure, and at most. */
function putArea(area, positions) {
  let yes = 0
  let no = 0
  for (const at of positions) {
    if (answers.of[at] === 1) yes++
    else if (answers.of[at] === 0) no++
  }
  areas[2 * area] = yes
  areas[2 * area + 1] = answers.complete ? yes : areas[2 * area + 1] - no
}`
