import { isoDay } from '../../model/day.js'
import type { FormsFile } from '../../model/forms-file.js'
import { isInForce } from '../../model/in-force.js'
import { CdhtError, issue } from '../../model/issue.js'
import json from './forms.json' with { type: 'json' }

const { decisions } = json as unknown as FormsFile

/** A form that a group would fill in, and the decision that has it. */
export interface FormInForce {
  decision: Omit<FormsFile['decisions'][number], 'forms' | 'note'>
  form: FormsFile['decisions'][number]['forms'][number]
}

/**
 * The forms of a group on a day, by the decisions of the association that are in force, the oldest first. There may be several:
 * whether the decision of 2023 repeals that of 2022 was not found. Which form is for which group is a proposal.
 *
 * @returns empty where no decision of that day has a form for the group
 * @throws CdhtError `options` when `on` is no day
 *
 * @example
 * formsOn('learner', '2023-01-01') // => []
 * formsOn('learner', '2024-01-01').map(({ decision }) => decision.document.number) // => ['324/QĐ-KHVN']
 */
export function formsOn(group: string, on: string): FormInForce[] {
  if (typeof on !== 'string' || isoDay(on) === undefined) throw new CdhtError('options', [issue('impossible_day', ['on'], {})])
  return decisions.flatMap(({ forms, note: _, ...decision }) => {
    if (!isInForce(decision.inForce, on)) return []
    return forms.filter(({ groups }) => groups.includes(group)).map((form) => ({ decision, form }))
  })
}
