import type { CriteriaSet } from '../model/criteria-set.js'
import { isInForce } from '../model/in-force.js'
import { inFile, issue, type Issue } from '../model/issue.js'
import { stepOf } from '../rules/parameter.js'
import { gradingOn } from './grading.js'

/**
 * Numbers of the frame that the evidence of nobody reaches on some day (the totals, the floor, the digital-skill level), and a
 * disadvantaged area in which more is asked than elsewhere.
 */
export function lintFrame(set: CriteriaSet): Issue[] {
  const { pass, digital, indicators } = set
  const most = (indicator: CriteriaSet['indicators'][number], on: string): number =>
    gradingOn(set, indicator, on)(indicator.levels.map(({ points }) => points))
  const total = (on: string): number => indicators.reduce((sum, indicator) => sum + most(indicator, on), 0)
  const mostDigital = Math.max(...digital.levels.map(({ level }) => level))
  const found = [pass.threshold, pass.disadvantagedThreshold].flatMap(({ fact }) => overMost(set, fact, total))
  found.push(...overMost(set, digital.required.fact, () => mostDigital))
  for (const indicator of indicators) {
    const [over] = overMost(set, pass.floor.fact, (on) => most(indicator, on))
    const path = ['indicators', indicator.id, 'levels']
    if (over) found.push(...inFile(indicator.files.at(-1) as string, [{ ...over, path }]))
  }
  return [...found, ...findHarder(set)]
}

/** The first day on which a number is over the most that there is to reach. */
function overMost(set: CriteriaSet, parameter: string, most: (on: string) => number): Issue[] {
  for (const on of daysOf(set, parameter, set.maximum.fact)) {
    const value = valueOn(set, parameter, on)
    if (value <= most(on)) continue
    const details = { parameter, value, most: most(on), on }
    return inFile(set.parameters[parameter]?.file as string, [
      issue('out_of_reach', ['parameters', parameter], details, 'warning'),
    ])
  }
  return []
}

function findHarder(set: CriteriaSet): Issue[] {
  const { threshold, disadvantagedThreshold } = set.pass
  const [ordinary, parameter] = [threshold.fact, disadvantagedThreshold.fact]
  for (const on of daysOf(set, ordinary, parameter)) {
    const [value, least] = [valueOn(set, parameter, on), valueOn(set, ordinary, on)]
    if (value <= least) continue
    const files = [...threshold.files, ...disadvantagedThreshold.files]
    const file = set.files.findLast((one) => files.includes(one)) as string
    const details = { parameter, value, ordinary: least, on }
    return inFile(file, [issue('harder_where_disadvantaged', ['parameters', parameter], details, 'warning')])
  }
  return []
}

/** The days in force on which one of the parameters changes, the first day among them. */
function daysOf({ inForce, parameters }: CriteriaSet, ...ids: string[]): string[] {
  const steps = ids.flatMap((id) => parameters[id]?.values ?? []).map((step) => step.from)
  return [...new Set([inForce.from, ...steps])].filter((day) => isInForce(inForce, day)).sort()
}

const valueOn = (set: CriteriaSet, id: string, on: string): number => stepOf(set, id, on).value
