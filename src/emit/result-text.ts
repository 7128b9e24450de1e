import { bases } from '../model/basis.js'
import { dataText, numberComment, numberText, stringText } from './literal.js'
import type { Plan } from './plan.js'

/** The part of a module that adds up and tells: `scoreInto` and `assess`. */
export function resultText(plan: Plan): string {
  const { set, nobody, rules, selfUpdates, frames, declared } = plan
  const { threshold, disadvantagedThreshold, floor } = rules.pass
  const count = set.indicators.length
  const setOf = { id: set.id, version: set.version, digest: set.digest, files: set.files }
  const max = nobody.indicators[0]?.score.max ?? 0
  const proficient = set.digital.levels.find(({ code }) => code === 'proficient')?.level ?? Infinity
  const required = plan.stepOf(set.digital.required.fact).value
  const competences = nobody.competences.map(({ id, score }) => ({ id, max: score.max }))
  return `// ${numberComment(set.pass.threshold.fact, plan.stepOf(set.pass.threshold.fact))}
const threshold = ${numberText(threshold)}
// ${numberComment(set.pass.disadvantagedThreshold.fact, plan.stepOf(set.pass.disadvantagedThreshold.fact))}
const disadvantagedThreshold = ${numberText(disadvantagedThreshold)}
// ${numberComment(set.pass.floor.fact, plan.stepOf(set.pass.floor.fact))}
const floor = ${numberText(floor)}
// ${numberComment(set.maximum.fact, plan.stepOf(set.maximum.fact))}
const maximum = ${numberText(max)}
// ${numberComment(set.digital.required.fact, plan.stepOf(set.digital.required.fact))}
const requiredLevel = ${numberText(required)}

/** Answers are 1 met, 0 unmet and -1 unknown. */
const answerOf = (lower, upper, bound) => (lower >= bound ? 1 : upper < bound ? 0 : -1)
const verdictOf = (answer) => (answer === 1 ? 'met' : answer === 0 ? 'unmet' : 'unknown')

/** The verdict of totals and of the least indicator. An area that was asked and is not known is judged both ways. */
function judge(area, lower, upper, leastLower, leastUpper) {
  const needed = area === true ? disadvantagedThreshold : threshold
  const easier = area === null ? Math.min(threshold, disadvantagedThreshold) : needed
  const harder = area === null ? Math.max(threshold, disadvantagedThreshold) : needed
  if (leastUpper < floor || upper < easier) return 0
  return lower >= harder && leastLower >= floor ? 1 : -1
}

/** Which facts are not exactly known, as the sum of their bits. */
export function openIn(S) {
  let open = 0
  for (let s = 0; s < slots.length; s++) if (S[2 * s] !== S[2 * s + 1]) open |= slots[s].bit
  return open
}

/** Declared points take the place of the evidence. */
function declare(out) {
  for (let i = 0; i < ${count}; i++) {
    const points = person.scores?.[indicatorIds[i]]
    if (typeof points === 'number') out[i] = out[${count} + i] = points
  }
}

/** Totals and the verdict, from the points of the indicators. */
function addUp(out) {
  let [lower, upper, leastLower, leastUpper] = [0, 0, Infinity, Infinity]
  for (let i = 0; i < ${count}; i++) {
    lower += out[i]
    upper += out[${count} + i]
    leastLower = Math.min(leastLower, out[i])
    leastUpper = Math.min(leastUpper, out[${count} + i])
  }
  out[${2 * count}] = lower
  out[${2 * count + 1}] = upper
  out[${2 * count + 2}] = person.area === true ? disadvantagedThreshold : threshold
  out[${2 * count + 3}] = judge(person.area, lower, upper, leastLower, leastUpper)
  out[${2 * count + 4}] = digital.lower
  out[${2 * count + 5}] = digital.upper
  // What the verdict would be in a disadvantaged area.
  return judge(true, lower, upper, leastLower, leastUpper)
}

/**
 * The numbers alone: 0-${count - 1} the sure points of the indicators, ${count}-${2 * count - 1} those not excluded, ${2 * count} and ${2 * count + 1} the total, ${2 * count + 2} the threshold,
 * ${2 * count + 3} the verdict (1 met, 0 unmet, -1 unknown), ${2 * count + 4} and ${2 * count + 5} the level of digital skills.
 *
 * @returns false, and \`out\` is worth nothing, for a record that is malformed or of another group
 */
export function scoreInto(record, out) {
  if (!read(record)) return false
  pointsInto(S, openIn(S), out)
  if (person.scores !== undefined) declare(out)
  addUp(out)
  return true
}

const bases = ${dataText(bases)}
const weakest = (some) => bases.find((basis) => some.includes(basis))

/** What the pass rule rests on, by area, and what declared points rest on. */
const frames = ${dataText(frames, '', 'const frames = '.length)}
const declared = ${dataText(declared, '', 'const declared = '.length)}
const competences = ${dataText(competences, '', 'const competences = '.length)}
const setWarnings = () => ${dataText(set.warnings, '', 'const setWarnings = () => '.length)}
const digitalCodes = ${dataText(
    set.digital.levels.map(({ code }) => code),
    '',
    'const digitalCodes = '.length,
  )}
const evidencePoints = new Float64Array(${2 * count})
const numbers = new Float64Array(${2 * count + 6})

/**
 * Assesses one person: what the library's assessment says, without its texts and sources and without what is missing.
 *
 * @returns undefined for a record that is malformed or of another group; the library says what is wrong with it
 */
export function assess(record) {
  if (!read(record)) return undefined
  pointsInto(S, openIn(S), evidencePoints)
  numbers.set(evidencePoints)
  if (person.scores !== undefined) declare(numbers)
  const elsewhere = addUp(numbers)
  const warnings = setWarnings()
  late.sort((a, b) => a.fact - b.fact || a.path[2] - b.path[2])
  for (const { path } of late) warnings.push({ code: 'after_day', path, severity: 'warning' })
  const results = indicators.map((indicator, i) => resultOf(indicator, i, warnings))
  const { area, id, group } = person
  const [lower, upper, needed, answer] = numbers.subarray(${2 * count})
  if (area === undefined && elsewhere !== answer)
    warnings.push({ code: 'area_not_given', path: ['disadvantagedArea'], severity: 'warning', threshold: disadvantagedThreshold })
  const frame = area === null ? frames.either : area === true ? frames.disadvantaged : frames.ordinary
  return {
    schema: 1,
    id,
    group,
    on: ${stringText(plan.on)},
    set: ${dataText(setOf, '    ', '    set: ,'.length)},
    verdict: verdictOf(answer),
    basis: weakest([frame.basis, ...results.map(({ basis }) => basis)]),
    score: { lower, upper, max: ${numberText(nobody.score.max)}, threshold: needed, basis: frame.basis, files: [...frame.files] },
    competences: competences.map(({ id, max }) => competenceOf(id, max, results)),
    indicators: results,
    digital: digitalOf(),
    warnings,
  }
}

function resultOf({ id, competence, basis, files }, i, warnings) {
  const [lower, upper] = [numbers[i], numbers[${count} + i]]
  const score = { lower, upper, max: maximum }
  const verdict = verdictOf(answerOf(lower, upper, floor))
  const result = { id, competence, score, floor, verdict, from: 'evidence', basis, files: [...files] }
  if (typeof person.scores?.[id] !== 'number') return result
  const evidenceScore = { lower: evidencePoints[i], upper: evidencePoints[${count} + i] }
  if (lower < evidenceScore.lower || lower > evidenceScore.upper)
    warnings.push({ code: 'declared_differs', path: ['scores', id], severity: 'warning', declared: lower, ...evidenceScore })
  return { ...result, from: 'declared', basis: declared.basis, files: [...declared.files], evidenceScore }
}

function competenceOf(id, max, results) {
  const score = { lower: 0, upper: 0, max }
  for (const result of results)
    if (result.competence === id) {
      score.lower += result.score.lower
      score.upper += result.score.upper
    }
  return { id, score }
}

function digitalOf() {
  const { lower, upper, evidence } = digital
  const hasSkills = answerOf(lower, upper, requiredLevel)
  const alone = answerOf(lower, upper, ${numberText(proficient)})
  const updates = ${selfUpdates < 0 ? '0' : `answerOf(S[${2 * selfUpdates}], S[${2 * selfUpdates + 1}], 1)`}
  const further = alone === 1 || updates === 1 ? 1 : Math.min(alone, updates)
  const proficient = hasSkills === 0 || further === 0 ? 0 : Math.min(hasSkills, further)
  return {
    level: { lower, upper },
    code: evidence ? digitalCodes[lower] : 'not-assessed',
    hasSkills: verdictOf(hasSkills),
    proficient: verdictOf(proficient),
  }
}`
}
