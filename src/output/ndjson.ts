import type { Writable } from 'node:stream'
import type { Assessment } from '../model/assessment.js'
import type { CitizenRecord } from '../model/record.js'
import { resultPersonReader } from './result-person.js'
import { rowWriter, type RowWriter } from './row-writer.js'

/**
 * Writes results whole, as JSON, one line a person: UTF-8 without byte order mark, line feeds. Given the record, a line also
 * says, under `person`, what reports count people by: units, level, memberships, whether registered and adult, the day.
 *
 * @example
 * const results = writeAssessments(createWriteStream('results.ndjson'))
 * for await (const row of readPeople(createReadStream('people.ndjson')))
 *   if ('record' in row) await results.write(evaluate(row.record, { on: '2025-12-31' }), row.record)
 * await results.end()
 */
export function writeAssessments(target: Writable): RowWriter<Assessment, CitizenRecord> {
  const personOf = resultPersonReader()
  return rowWriter(target, '', (assessment: Assessment, record?: CitizenRecord) => {
    const person = record && { person: personOf(record, assessment) }
    return `${JSON.stringify({ ...assessment, ...person })}\n`
  })
}
