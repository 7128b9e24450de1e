import { frameworkId } from '../assessment/assessor.js'
import { dayCode } from '../model/day.js'
import { isDerived } from '../model/derived.js'
import { codeHelpers } from './code-helpers.js'
import { factsText } from './fact-text.js'
import { formHelpers } from './form-helpers.js'
import { itemHelpers } from './item-helpers.js'
import { dataText, numberText, stringText } from './literal.js'
import type { Names } from './names.js'
import type { Plan } from './plan.js'

/** The part of a module that reads a record into slots. */
export function readingText(plan: Plan, names: Names): string {
  const { set, on, facts, rules, slots } = plan
  const { digital } = rules.reading
  const mostCodes = Math.max(1, ...facts.map(({ reader }) => reader.codes.size))
  const blankRoutes = digital.most.flatMap((most) => [0, most])
  const blankAreas = digital.areas.flatMap(({ size }) => [0, size])
  return [
    `const S = new Float64Array(${2 * slots.length})
const routes = new Int32Array(${blankRoutes.length})
const areas = new Int32Array(${blankAreas.length})
const blankRoutes = ${dataText(blankRoutes)}
const blankAreas = ${dataText(blankAreas)}
/** What is known of digital skills: the level, and whether there is evidence of it at all. */
const digital = { lower: 0, upper: 0, evidence: false }
/** Items that begin after the day. */
const late = []
/** Days in which dated items count; the last one is the day of the assessment. */
const windowFirst = ${dayCode(`${on.slice(0, 4)}-01-01`)}
const windowLast = ${dayCode(on)}
const mostCodes = ${mostCodes}

const positions = (codes) => new Map(codes.map((code, at) => [code, at]))
const positionsIn = (known, codes) => codes.map((code) => known.get(code))

function put(slot, value) {
  S[2 * slot] = S[2 * slot + 1] = value
}`,
    formHelpers,
    codeHelpers,
    itemHelpers,
    factsText(plan, names),
    digitalText(plan),
    `const attestable = new Set(${dataText(
      set.facts.map(({ id }) => id),
      '',
      'const attestable = new Set()'.length,
    )})

function areAttested(attested) {
  for (const id in attested) {
    if (!attestable.has(id)) return false
    if (isGiven(attested[id]) && !attesters.includes(attested[id])) return false
  }
  return true
}

const indicatorIds = indicators.map(({ id }) => id)

/** Whole or half points. */
function areScores(scores) {
  for (const id in scores) {
    if (!indicatorIds.includes(id)) return false
    if (!isGiven(scores[id])) continue
    if (!isNumber(scores[id], 0, ${numberText(plan.nobody.indicators[0]?.score.max ?? 0)}) || !Number.isInteger(2 * scores[id])) return false
  }
  return true
}`,
    evidenceText(plan),
    `/** Reads a record into the slots. @returns false for a record that is malformed or of another group */
function read(record) {
  for (let s = 0; s < S.length; s += 2) {
    S[s] = -Infinity
    S[s + 1] = Infinity
  }
  routes.set(blankRoutes)
  areas.set(blankAreas)
  late.length = 0
  digital.evidence = false
  person.id = person.group = ''
  person.area = person.evidence = person.attested = person.scores = undefined
  if (!isObject(record)) return false
  for (const key in record) if (!readField(key, record[key])) return false
  if (person.id === '' || ${ofOtherGroup(plan)}) return false
  if (person.scores !== undefined && !areScores(person.scores)) return false
  if (person.attested !== undefined && !areAttested(person.attested)) return false
  if (person.evidence !== undefined && !readEvidence(person.evidence)) return false
  levelDigitalSkills()
  return true
}`,
  ].join('\n\n')
}

/** The framework assesses people of every group. */
const ofOtherGroup = ({ set }: Plan): string =>
  set.id === frameworkId ? "person.group === ''" : `person.group !== ${stringText(set.group)}`

function evidenceText({ accept }: Plan): string {
  if (accept === undefined)
    return `function readEvidence(evidence) {
  for (const id in evidence) {
    const readFact = readers.get(id)
    if (readFact === undefined) return false
    if (isGiven(evidence[id]) && !readFact(evidence[id])) return false
  }
  return true
}`
  return `/** Evidence that only these attest counts; other evidence is checked, and then forgotten as if it had not been given. */
const accepted = ${dataText(accept, '', 'const accepted = '.length)}

function readEvidence(evidence) {
  for (const id in evidence) {
    const readFact = readers.get(id)
    if (readFact === undefined) return false
    if (!isGiven(evidence[id])) continue
    const before = { S: S.slice(), routes: routes.slice(), areas: areas.slice(), late: late.length, evidence: digital.evidence }
    if (!readFact(evidence[id])) return false
    if (accepted.includes(person.attested?.[id] ?? 'self')) continue
    S.set(before.S)
    routes.set(before.routes)
    areas.set(before.areas)
    late.length = before.late
    digital.evidence = before.evidence
  }
  return true
}`
}

/** The level of digital skills: the highest that any route shows. */
function digitalText({ set, rules, slots }: Plan): string {
  const { digital } = rules.reading
  const level = slots.findIndex(({ fact }) => isDerived(fact))
  const activity = set.digital.routes.find(({ id }) => id === digital.routes[digital.activities?.route ?? -1]?.id)
  const lines = [
    ...(digital.activities
      ? [
          `  routes[${2 * digital.activities.route}] = levelOfAreas(0)`,
          `  routes[${2 * digital.activities.route + 1}] = levelOfAreas(1)`,
        ]
      : []),
    '  digital.lower = digital.upper = 0',
    '  for (let r = 0; r < routes.length; r += 2) {',
    '    digital.lower = Math.max(digital.lower, routes[r])',
    '    digital.upper = Math.max(digital.upper, routes[r + 1])',
    '  }',
    '  if (digital.lower > 0) digital.evidence = true',
    ...(level < 0 ? [] : [`  S[${2 * level}] = digital.lower`, `  S[${2 * level + 1}] = digital.upper`]),
  ]
  const areaRules = set.digital.areas.map(({ code, basic, aboveBasic }) => ({ code, basic, aboveBasic }))
  const overall = activity?.kind === 'activities' ? activity.overall : []
  return `/** Activities that make an area basic, and above basic. */
const areaRules = ${dataText(areaRules)}

/** The level that areas show. @param end - 0: for sure, 1: at most */
function levelOfAreas(end) {
  let [basic, above] = [0, 0]
  for (let a = 0; a < areaRules.length; a++) {
    if (areas[2 * a + end] >= areaRules[a].basic) basic++
    if (areas[2 * a + end] >= areaRules[a].aboveBasic) above++
  }
${overall.map(({ areasBasic, areasAboveBasic, level }) => `  if (basic >= ${areasBasic} && above >= ${areasAboveBasic}) return ${level}\n`).join('')}  return 0
}

function levelDigitalSkills() {
${lines.join('\n')}
}`
}
