import { issue, isCdhtError } from '../model/issue.js'
import { parseRecord } from '../model/parse-record.js'
import { isObject } from '../model/record.js'
import type { Encoding } from './encoding.js'
import { jsonLimit, jsonTexts, type JsonText } from './json-text.js'
import type { PeopleOptions } from './people.js'
import type { PersonRow } from './person-row.js'
import { RepeatedIds } from './repeated-id.js'
import { hasRepeatedKey } from './repeated-key.js'
import { decodeText, type TextSource } from './text-source.js'

export interface ReadPeopleOptions extends Pick<PeopleOptions, 'onEnd'> {
  /** How the bytes are to be read. Default: found out, and refused where it is not certain. */
  encoding?: Encoding
  /** Called once, before the first record, with the encoding of bytes: UTF-8, or UTF-16 where that is certain. */
  onFile?: (found: { encoding: Encoding }) => void
}

/**
 * The people of a JSON list of records, or of a file with one record a line (NDJSON), in order and one at a time: each
 * record comes out exactly once, well formed or as a rejection. What is broken in one is no end of the others. Facts, codes
 * and ranges are checked when a record is assessed.
 *
 * Memory grows with the ids seen; a record of more than a million characters is rejected.
 *
 * @throws {CdhtError} `record`, while iterating: `not_utf8`, `legacy_code`, `other_format`, `empty`, `unfinished_list`
 *
 * @example
 * for await (const row of readPeople(createReadStream('people.ndjson')))
 *   if ('record' in row) console.log(row.line, evaluate(row.record, { on: '2025-12-31' }).verdict)
 */
export async function* readPeople(source: TextSource, options: ReadPeopleOptions = {}): AsyncGenerator<PersonRow> {
  const ids = new RepeatedIds()
  yield* readJson(source, options, (piece) => ids.refuse(readRecord(piece), 'id'))
}

/** What `read` makes of each record or item of a JSON text, blank lines left out. */
export async function* readJson<T>(
  source: TextSource,
  options: ReadPeopleOptions,
  read: (piece: JsonText) => T,
): AsyncGenerator<T> {
  const counts = { rows: 0, blank: 0 }
  const text = decodeText(source, {
    ...(options.encoding && { encoding: options.encoding }),
    onEncoding: (encoding) => options.onFile?.({ encoding }),
  })
  for await (const piece of jsonTexts(text)) {
    if (piece.text?.trim() === '') {
      counts.blank++
      continue
    }
    counts.rows++
    yield read(piece)
  }
  options.onEnd?.(counts)
}

function readRecord({ line, text }: JsonText): PersonRow {
  if (text === undefined) return { line, issues: [issue('too_long', [], { limit: jsonLimit })] }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The reason would repeat a piece of the text.
    return { line, issues: [issue('broken_json', [], {})] }
  }
  if (hasRepeatedKey(text, json)) return { line, issues: [issue('repeated_key', [], {})] }
  try {
    return { line, record: parseRecord(json) }
  } catch (error) {
    if (!isCdhtError(error)) throw error
    const { id, group } = isObject(json) ? json : {}
    return {
      line,
      ...(typeof id === 'string' && { id }),
      ...(typeof group === 'string' && { group }),
      issues: error.issues,
    }
  }
}
