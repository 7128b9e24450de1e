import type { Assessment } from '../model/assessment.js'
import type { Attester } from '../model/attester.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { ExplanationNode } from '../model/explanation.js'
import { CdhtError, issue, refuse, type Issue } from '../model/issue.js'
import { issueText } from '../model/issue-text.js'
import { isObject, type CitizenRecord } from '../model/record.js'
import type { Lang, Text } from '../model/text.js'
import type { Range } from '../model/verdict.js'
import type { Reading } from '../rules/reading.js'
import { safeCompile } from './compile.js'
import { dayRulesOf, type DayRules } from './day-rules.js'
import { dayText, labelOf, showsProposed, totalText } from './explain.js'
import { digitalNode } from './explain-digital.js'
import { competenceNodes } from './explain-indicator.js'
import { passNode, possibleAreas } from './explain-pass.js'
import { basisLines, grantingLine, inBoth, proposedBeside, unknownHeading, verdictLines } from './explain-words.js'
import { issuesOfAssessment, replay } from './replay.js'

export interface ExplainTreeOptions {
  /** The record that was assessed: adds to each condition what the record shows, and whether that meets it. */
  record?: CitizenRecord | undefined
  /** With a record: as the assessment was made with. */
  accept?: readonly Attester[] | undefined
}

/**
 * An assessment as a tree: the result, its pass rule, the competences down to the single conditions with their numbers of that
 * day, what is missing, and the digital-skill level. Every text stands ready in both languages.
 *
 * An assessment does not hold what a record said, so that without the record conditions have no value, and a verdict only where it
 * follows from the points.
 *
 * @param set - the very set that the assessment names; sets with operators of the caller's own are refused
 * @param options - the record, alone or as `{ record, accept }`; it must give exactly this assessment
 * @throws CdhtError `options` when the set or the record is another one, `record` when the record is malformed
 *
 * @example
 * const assessment = evaluate(record, { on: '2025-12-31' })
 * const tree = explainTree(assessment, sets.farmer, record)
 * tree.children.find(({ kind }) => kind === 'competence')?.children[0]?.text.en // the first indicator
 */
export function explainTree(
  assessment: Assessment,
  set: CriteriaSet,
  options: ExplainTreeOptions | CitizenRecord = {},
): ExplanationNode {
  const { record, accept } = 'id' in options ? { record: options, accept: undefined } : options
  if (!isObject(set) || !Array.isArray(set.indicators)) throw refusal(issue('wrong_option', ['set'], {}))
  const wrong = issuesOfAssessment(assessment, set)
  if (wrong.length > 0) throw new CdhtError('options', refuse(wrong).issues)
  const { on } = assessment
  const compiled = safeCompile(set, { on, ...(accept && { accept }) })
  if (!compiled.ok) throw new CdhtError('options', compiled.issues)
  const rules = dayRulesOf(set, on, accept)
  if (record === undefined) {
    const [area, ...others] = possibleAreas(assessment, rules.pass)
    if (area === undefined) throw refusal(issue('wrong_option', ['assessment'], {}))
    return resultNode(assessment, rules, others.length > 0 ? false : area, undefined)
  }
  const replayed = replay(assessment, record, { set, accept })
  if (!replayed.ok) throw new CdhtError(replayed.code, replayed.issues)
  if (replayed.differences.length > 0) throw refusal(issue('record_differs', ['record'], {}))
  if (rules.reader.read(record).length > 0) throw new Error('a record that was just assessed is not read')
  return resultNode(assessment, rules, record.disadvantagedArea, rules.reading)
}

const refusal = (of: Issue): CdhtError => new CdhtError('options', [of])

/** @param reading - what was read of the record, if there is one */
function resultNode(
  assessment: Assessment,
  rules: DayRules,
  area: boolean | null | undefined,
  reading: Reading | undefined,
): ExplanationNode {
  const { set, on } = rules
  const { verdict, score, basis, unknown, warnings } = assessment
  const { routes } = rules.reading.digital
  const levels =
    reading &&
    routes.map((_, r): Range => ({
      lower: reading.routeLevel[2 * r] as number,
      upper: reading.routeLevel[2 * r + 1] as number,
    }))
  const notes: [id: string, text: Text][] = [
    ['total', totalText(assessment)],
    ['day', dayText(assessment)],
    ['basis', basisLines[basis]],
    ...(basis !== 'proposed' && showsProposed(assessment) ? [['proposed', proposedBeside] as [string, Text]] : []),
    ['granting', grantingLine],
  ]
  return {
    kind: 'result',
    id: 'result',
    text: verdictLines[verdict],
    verdict,
    score: { lower: score.lower, upper: score.upper, max: score.max },
    basis,
    children: [
      ...notes.map(([id, text]): ExplanationNode => ({ kind: 'note', id: `result.${id}`, text, children: [] })),
      passNode(assessment, set, area),
      ...competenceNodes(assessment, rules, { set, on, S: reading?.S, routes: routes.map((route) => route.basis) }),
      digitalNode(assessment, set, routes, levels),
      ...(unknown.length > 0 ? [unknownNode(assessment, set)] : []),
      ...warnings.map((warning, i): ExplanationNode => ({
        kind: 'warning',
        id: `warning.${i + 1}`,
        text: inBoth((lang) => warningText(warning, set, lang)),
        children: [],
      })),
    ],
  }
}

/** A warning about a place in a record, told by the labels of the set and counted from 1. */
function warningText(warning: Issue, set: CriteriaSet, lang: Lang): string {
  const [part, id, item] = warning.path
  const place =
    part === 'evidence' || part === 'disadvantagedArea'
      ? labelOf(String(id ?? part), set.facts)
      : part === 'scores'
        ? set.indicators.find((indicator) => indicator.id === id)?.label
        : undefined
  if (!place) return issueText(warning, lang)
  const which = typeof item === 'number' ? `, ${lang === 'vi' ? 'mục' : 'item'} ${item + 1}` : ''
  return `${place[lang]}${which}: ${issueText({ ...warning, path: [] }, lang)}`
}

function unknownNode({ unknown }: Assessment, set: CriteriaSet): ExplanationNode {
  return {
    kind: 'unknown',
    id: 'unknown',
    text: unknownHeading,
    children: unknown.map((fact) => ({
      kind: 'fact',
      id: `unknown.${fact}`,
      text: labelOf(fact, set.facts),
      fact,
      children: [],
    })),
  }
}
