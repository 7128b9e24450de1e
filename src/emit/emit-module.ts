import type { CompileOptions } from '../assessment/compile.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { declarationsOf } from './declarations.js'
import { headText } from './head-text.js'
import { Names } from './names.js'
import { planOf } from './plan.js'
import { pointsText } from './points-text.js'
import { readingText } from './reading-text.js'
import { resultText } from './result-text.js'

export interface EmittedModule {
  /** Text of an ES module, for a file such as `farmer.js`. */
  code: string
  /** TypeScript declarations of it, for `farmer.d.ts` beside it. */
  declarations: string
}

/**
 * Writes a set for one day as an ES module that needs nothing else: no import, no code made from text, the same numbers as
 * `compile` gives. Texts of the set stand in string literals alone, whatever is in them, and the same set, day and options
 * always give the same module.
 *
 * The module has `assess(record)`, `scoreInto(record, out)`, and the rules alone as `pointsInto(S, open, out)`. A record that
 * the library refuses is refused by it too, without saying why. It tells no texts, sources, needs or open questions.
 *
 * @param options - `on`: the day, `YYYY-MM-DD`; `accept`: as for `compile`
 * @throws CdhtError `options` as `compile` does
 *
 * @example
 * emitModule(farmer, { on: '2025-12-31' }).code // 'export const set = …'
 */
export function emitModule(set: CriteriaSet, options: CompileOptions): EmittedModule {
  const plan = planOf(set, options)
  const names = new Names()
  const parts = [headText(plan), readingText(plan, names), pointsText(plan, names), resultText(plan)]
  return { code: `${parts.join('\n\n')}\n`, declarations: declarationsOf(plan) }
}
