import { isObject, type CitizenRecord } from '../model/record.js'

/** Whether a value answers anything: codes and facts answered one by one do once one of them is. */
export function isAnswer(value: unknown): boolean {
  if (!isObject(value)) return value !== null && value !== undefined
  for (const key in value) if (isAnswer(value[key])) return true
  return false
}

/** Whether anything was given by which the person could be assessed. */
export const isAssessed = ({ evidence, scores }: Pick<CitizenRecord, 'evidence' | 'scores'>): boolean =>
  isAnswer(evidence) || isAnswer(scores)
