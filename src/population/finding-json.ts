import * as z from 'zod/mini'
import { indicatorIds } from '../model/indicator.js'
import { schema } from '../model/schema.js'

const whole = /* @__PURE__ */ schema(() => z.int().check(z.gte(0)))
const people = /* @__PURE__ */ schema(() => z.int().check(z.gte(1)))
const byIndicator = /* @__PURE__ */ schema(() => z.array(whole).check(z.length(indicatorIds.length)))

/** Of the people of one unit of residence and group: what reports tell beside rates and points. */
export const findingSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    unit: z.nullable(z.string()),
    group: z.string().check(z.minLength(1)),
    people,
    /** People by the total that they needed, in points. */
    thresholds: z.record(z.string().check(z.regex(/^\d+(\.\d+)?$/)), people),
    /** Facts given in the records, those of them that the person alone attests, and indicator scores that are declared. */
    evidence: z.strictObject({ given: whole, self: whole, declared: whole }),
    missing: z.strictObject({
      /** People who do not meet the criteria, or not yet for certain, and of whom it was told what is missing. */
      people: whole,
      /** Of them, by indicator: below its floor, and with room to add to a total that is too low. */
      floor: byIndicator,
      total: byIndicator,
      /** Of them, by fact: for the next level of an indicator they need more of it, or to have it known. */
      facts: z.record(z.string().check(z.minLength(1)), people),
    }),
  }),
)
export type FindingData = z.infer<typeof findingSchema>

/** A criteria set that people were judged by, and how many. */
export const usedSetSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({ id: z.string(), version: z.string(), digest: z.string().check(z.minLength(1)), people }),
)
export type UsedSet = z.infer<typeof usedSetSchema>

/** One finding as a text, the same for the same people whom it counts. */
export const findingText = ({ unit, group }: Pick<FindingData, 'unit' | 'group'>): string => JSON.stringify([unit, group])

/** The parts of a finding that contradict its other parts. */
export function contradictionsIn({ people: all, thresholds, evidence, missing }: FindingData): (keyof FindingData)[] {
  const { people: told, floor, total, facts } = missing
  const ofThresholds = Object.values(thresholds).reduce((sum, one) => sum + one, 0)
  const found: (keyof FindingData)[] = []
  if (ofThresholds !== all) found.push('thresholds')
  if (evidence.self > evidence.given || evidence.declared > all * indicatorIds.length) found.push('evidence')
  const ofMissing = [...floor.map((one, i) => one + (total[i] as number)), ...Object.values(facts)]
  if (told > all || ofMissing.some((one) => one > told)) found.push('missing')
  return found
}
