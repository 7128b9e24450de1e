import type { Writable } from 'node:stream'
import type { Assessment } from '../model/assessment.js'
import { rowWriter, type RowWriter } from './row-writer.js'

/**
 * Writes results whole, as JSON, one line a person: UTF-8 without byte order mark, line feeds.
 *
 * @example
 * const results = writeAssessments(createWriteStream('results.ndjson'))
 * for await (const row of readPeople(createReadStream('people.ndjson')))
 *   if ('record' in row) await results.write(evaluate(row.record, { on: '2025-12-31' }))
 * await results.end()
 */
export function writeAssessments(target: Writable): RowWriter<Assessment> {
  return rowWriter(target, '', (assessment) => `${JSON.stringify(assessment)}\n`)
}
