import { CdhtError, issue } from '../model/issue.js'
import type { CitizenRecord } from '../model/record.js'
import type { Verdict } from '../model/verdict.js'
import type { Day } from '../model/day.js'
import { isAdult, lastBirthOfAge } from '../population/adult.js'
import type { Membership, UnitLevel } from '../population/cell.js'
import { isAssessed } from '../population/is-assessed.js'
import { stepOn } from '../rules/parameter.js'
import { populationRules } from '../sets/shipped/population.js'

/** What reports count people by, as a result carries it. Keys are absent where the record does not say. */
export interface ResultPerson {
  units?: { residence?: string; workplace?: string }
  /** Level of the workplace. */
  unitLevel?: UnitLevel
  memberships?: Membership[]
  registered?: boolean
  /** Whether the person is an adult on the day of the assessment, by the shipped rules of counting people. */
  adult: Verdict
  recordedOn?: string
  /** Whether the record gives any evidence or score. */
  assessed: boolean
}

/**
 * Reads what reports count people by out of the records of results, one after another.
 *
 * @returns a function of a record and of the id and the day of its result, which throws CdhtError `options` when the result
 * is that of another record
 */
export function resultPersonReader(): (record: CitizenRecord, of: { id: string; on: string }) => ResultPerson {
  // The day hardly ever changes from one person to the next.
  let day: { on: string; lastBirth: Day | undefined } | undefined
  return (record, { id, on }) => {
    if (record.id !== id) throw new CdhtError('options', [issue('record_differs', ['record'], {})])
    if (day?.on !== on) {
      const age = stepOn(populationRules.adultAge, on)?.value
      day = { on, lastBirth: age === undefined ? undefined : lastBirthOfAge(on, age) }
    }
    const { birth, units, unitLevel, memberships, registered, recordedOn } = record
    const [residence, workplace] = [units?.residence, units?.workplace]
    return {
      ...((residence != null || workplace != null) && {
        units: { ...(residence != null && { residence }), ...(workplace != null && { workplace }) },
      }),
      ...(unitLevel != null && { unitLevel }),
      ...(memberships != null && { memberships: [...new Set(memberships)] }),
      ...(registered != null && { registered }),
      adult: day.lastBirth === undefined ? 'unknown' : isAdult(birth, day.lastBirth),
      ...(recordedOn != null && { recordedOn }),
      assessed: isAssessed(record),
    }
  }
}
