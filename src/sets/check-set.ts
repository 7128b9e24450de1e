import type { IndicatorDefinition } from '../model/criteria-set.js'
import { isDerived } from '../model/derived.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { indicatorIds } from '../model/indicator.js'
import { isError, issue, type Issue, type Path } from '../model/issue.js'
import type { Text } from '../model/text.js'
import { checkCondition } from './check-condition.js'
import { checkLeaves } from './check-leaf.js'
import { checkParameters, checkReferences } from './check-parameters.js'
import { checkNesting } from './check-nesting.js'
import type { Draft } from './extend.js'
import { parametersIn } from './named-parameters.js'
import type { PlaceOf } from './place.js'

/**
 * Everything that must be right before a set may be compiled, and the warnings that its results will carry.
 *
 * @param operators - the caller's own, which conditions may name beside those of the format
 */
export function checkSet(set: Draft, placeOf: PlaceOf, operators: readonly string[] = []): Issue[] {
  const found = [
    ...checkIds(set),
    ...checkReferences(set),
    ...checkParameters(set),
    ...checkDigital(set),
    ...set.competences.flatMap(({ label }, i) => checkText(set, label, ['competences', i, 'label'])),
    ...Object.entries(set.conditions).flatMap(([name, condition]) =>
      checkCondition(set, condition, ['conditions', name], operators, [name]),
    ),
    ...set.indicators.flatMap((indicator) => checkIndicator(set, indicator, placeOf, operators)),
  ]
  // Later questions make sense only of conditions that can be compiled.
  if (found.some(isError)) return found
  for (const indicator of set.indicators) {
    for (const level of indicator.levels)
      found.push(
        ...checkLeaves(set, level.when, [...placeOf(indicator.id, level), 'when']).map((one) => ({
          ...one,
          file: level.file,
        })),
      )
  }
  if (found.some(isError)) return found
  for (const indicator of set.indicators) found.push(...checkNesting(set, indicator, placeOf))
  return found
}

function checkIds(set: Draft): Issue[] {
  const found: Issue[] = []
  const facts = new Set<string>()
  for (const { id } of set.facts) {
    if (facts.has(id)) found.push(issue('duplicate_id', ['facts'], { id }))
    facts.add(id)
  }
  // What a derived fact is worth comes from the digital-skill routes, whatever it is called.
  const [first, ...others] = set.facts.filter(isDerived)
  for (const { id } of others) found.push(issue('second_derived_fact', ['facts'], { fact: id, first: first?.id ?? '' }))
  const graded = set.indicators.map(({ id }) => id as string)
  const placed = set.competences.flatMap(({ indicators }) => indicators)
  for (const id of new Set([...graded, ...placed, ...indicatorIds])) {
    if (!(indicatorIds as readonly string[]).includes(id)) found.push(issue('unknown_indicator', ['indicators', id], {}))
    else if (!graded.includes(id)) found.push(issue('missing', ['indicators', id], {}))
    else if (placed.filter((one) => one === id).length !== 1) found.push(issue('duplicate_id', ['competences'], { id }))
  }
  if (set.group === '') found.push(issue('missing', ['group'], {}))
  if (set.inForce.from === '') found.push(issue('missing', ['inForce'], {}))
  if (set.label.vi === '') found.push(issue('missing', ['label'], {}))
  return found
}

function checkIndicator(set: Draft, indicator: IndicatorDefinition, placeOf: PlaceOf, operators: readonly string[]): Issue[] {
  const { id, grading, cap, levels } = indicator
  const path = ['indicators', id]
  const found: Issue[] = []
  if (indicator.label.vi === '') found.push(issue('missing', [...path, 'label'], {}))
  if (levels.length === 0) found.push(issue('missing', [...path, 'levels'], {}))
  found.push(...checkText(set, indicator.label, [...path, 'label']))
  const most = Math.max(0, ...(set.parameters[set.maximum.fact]?.values ?? []).map(({ value }) => value))
  const least = Math.min(...(set.parameters[set.maximum.fact]?.values ?? []).map(({ value }) => value))
  if (grading === 'sum' && cap !== undefined && cap > least)
    found.push(issue('points_over_maximum', [...path, 'cap'], { points: cap, max: most }))
  for (const level of levels) {
    const at = placeOf(id, level)
    const inLevel: Issue[] = [
      ...checkCondition(set, level.when, [...at, 'when'], operators),
      ...checkText(set, level.label, [...at, 'label']),
    ]
    if (level.points > least || level.points === 0)
      inLevel.push(issue('points_over_maximum', [...at, 'points'], { points: level.points, max: least }))
    if (grading === 'highest' && levels.find(({ points }) => points === level.points) !== level)
      inLevel.push(issue('duplicate_id', at, { id: String(level.points) }))
    found.push(...inLevel.map((one) => ({ ...one, file: level.file })))
  }
  return found
}

function checkText(set: Draft, text: Text, path: Path): Issue[] {
  return (['vi', 'en'] as const).flatMap((lang) =>
    parametersIn(text[lang]).flatMap((parameter) =>
      Object.hasOwn(set.parameters, parameter) ? [] : [issue('unknown_text_parameter', [...path, lang], { parameter })],
    ),
  )
}

function checkDigital(set: Draft): Issue[] {
  const { digital } = set
  const found: Issue[] = []
  const codesOf = (id: string): readonly { code: string }[] | undefined => {
    const fact = set.facts.find((one) => one.id === id)
    return fact && ('codes' in fact ? fact.codes : 'kinds' in fact ? fact.kinds : [])
  }
  digital.routes.forEach((route: DigitalSkillsFile['routes'][number], i) => {
    const path = ['routes', i]
    const codes = codesOf(route.fact)
    if (codes === undefined) found.push(issue('unknown_fact', [...path, 'fact'], {}))
    else if ('certificate' in route && !codes.some(({ code }) => code === route.certificate))
      found.push(issue('unknown_code', [...path, 'certificate'], {}))
    else if (route.kind === 'activities')
      digital.areas.forEach(({ activities }, a) =>
        activities.forEach((activity, j) => {
          if (!codes.some(({ code }) => code === activity)) found.push(issue('unknown_code', ['areas', a, 'activities', j], {}))
        }),
      )
  })
  for (const [i, id] of digital.enable.entries())
    if (!digital.routes.some((route) => route.id === id)) found.push(issue('unknown_id', ['digital', 'enable', i], { id }))
  return found
}
