import { evaluate, type Assessment, type CitizenRecord, type Tally, type Verdict } from '../../src/index.js'

export const on = '2025-12-31'
/** Born so that the age is beyond doubt on {@link on}. */
export const births = { met: '1980', unmet: '2015', unknown: undefined }

export interface Answered {
  verdict: Verdict
  hasSkills?: Verdict
  proficient?: Verdict
}

/** An assessment that came out so; everything else in it is that of a person of whom nothing is known. */
export function judgedAs(record: CitizenRecord, { verdict, hasSkills = 'unmet', proficient = 'unmet' }: Answered): Assessment {
  const assessment = evaluate(record, { on })
  return { ...assessment, verdict, digital: { ...assessment.digital, hasSkills, proficient } }
}

/** Adds `times` people who agree in everything. */
export function addPeople(into: Tally, times: number, record: Omit<CitizenRecord, 'id'>, answered: Answered): void {
  const person = { id: 'p', ...record } as CitizenRecord
  const assessment = judgedAs(person, answered)
  for (let i = 0; i < times; i++) into.add(assessment, person)
}
