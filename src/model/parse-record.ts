import { CdhtError, type Path } from './issue.js'
import { recordSchema, type CitizenRecord } from './record.js'
import { parseWith, type UnknownKeyCode } from './zod-issues.js'

const unknownKey: UnknownKeyCode = (path: Path) =>
  path.length === 1 && path[0] === 'scores' ? 'unknown_indicator' : 'unknown_key'

/**
 * Checks the form of a record of any criteria set. Facts, codes and ranges are checked when it is assessed.
 *
 * @param json - parsed JSON, or any value
 * @throws CdhtError `record` with every fault found
 */
export function parseRecord(json: unknown): CitizenRecord {
  const parsed = parseWith(recordSchema, json, unknownKey)
  if (parsed.ok) return parsed.value as CitizenRecord
  throw new CdhtError('record', parsed.issues)
}
