import { issue, type Issue, type Path } from '../model/issue.js'
import type { ParameterRef } from '../model/condition.js'
import { stepOn } from '../rules/parameter.js'
import type { Draft } from './extend.js'

/** Steps in order and without gap, and no parameter below the one it may not fall below, on any day. */
export function checkParameters(set: Draft): Issue[] {
  return Object.entries(set.parameters).flatMap(([id, parameter]) => {
    const path = ['parameters', id]
    const days = parameter.values.map(({ from }) => from)
    const found: Issue[] = []
    if (days.some((from, i) => i > 0 && from <= (days[i - 1] as string)) || (days[0] as string) > set.inForce.from)
      found.push(issue('parameter_gap', [...path, 'values'], { parameter: id, from: set.inForce.from }))
    else if (parameter.notBelow !== undefined) found.push(...checkOrder(set, id, parameter.notBelow, [...path, 'notBelow']))
    return found.map((one) => ({ ...one, file: parameter.file }))
  })
}

function checkOrder(set: Draft, id: string, notBelow: string, path: Path): Issue[] {
  const [upper, lower] = [set.parameters[id], set.parameters[notBelow]]
  if (!upper || !lower) return [issue('unknown_parameter', path, { parameter: notBelow })]
  const days = [set.inForce.from, ...[...upper.values, ...lower.values].map(({ from }) => from)].filter(
    (day) => day >= set.inForce.from,
  )
  for (const on of [...new Set(days)].sort()) {
    const [value, least] = [stepOn(upper, on)?.value, stepOn(lower, on)?.value]
    if (value !== undefined && least !== undefined && value < least)
      return [issue('parameter_order', path, { parameter: id, notBelow, on, value, least, files: [upper.file, lower.file] })]
  }
  return []
}

/** The references by which a set names its pass rule, its scale and the level of digital skills that counts. */
export function checkReferences(set: Draft): Issue[] {
  const references: [ParameterRef, Path][] = [
    [set.maximum, ['maximum']],
    [set.pass.threshold, ['pass', 'threshold']],
    [set.pass.disadvantagedThreshold, ['pass', 'disadvantagedThreshold']],
    [set.pass.floor, ['pass', 'floor']],
    [set.digital.required, ['digital', 'required']],
  ]
  return references.flatMap(([{ fact }, path]) => {
    if (fact === '') return [issue('missing', path, {})]
    return Object.hasOwn(set.parameters, fact) ? [] : [issue('unknown_parameter', [...path, 'fact'], { parameter: fact })]
  })
}
