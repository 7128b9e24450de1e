import { compile, isCdhtError, type Basis, type CompileOptions, type CriteriaSet } from '../index.js'
import { Refusal } from './io.js'
import { issueSentence } from './text.js'

/**
 * The weakest basis of all that a set judges by on a day.
 *
 * @throws {Refusal} when the set cannot be used on the day
 */
export function setBasis(command: string, set: CriteriaSet, options: CompileOptions): Basis {
  try {
    return compile(set, options).assess({ id: '-', group: set.group }).basis
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(issueSentence(error.issues[0]), command)
  }
}
