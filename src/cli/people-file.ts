import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { encodings, type Encoding, type FileFindings, type HeadingAliases, type PersonRow, type RowCounts } from '../csv.js'
import { isCdhtError, type CriteriaSet } from '../index.js'
import * as ndjson from '../ndjson.js'
import * as xlsx from '../xlsx.js'
import { mayRepeatIn, readPeopleBeside } from '../intake/csv.js'
import type { QuickRowsOf } from '../intake/quick-rows.js'
import { parseJson } from '../intake/code-list-cell.js'
import { chunksOf, openInput, readChunks } from './chunks.js'
import { reasonOf, Refusal, type Io, type Say } from './io.js'
import { temporaryFolder } from './leftovers.js'
import { text } from './text.js'
import { withIssues } from './with-issues.js'

/** Options of every command that reads a file of people. */
export const fileOptions = {
  format: { type: 'string' },
  encoding: { type: 'string' },
  sheet: { type: 'string' },
  aliases: { type: 'string' },
} as const

const formats = ['csv', 'xlsx', 'json', 'ndjson'] as const
export type Format = (typeof formats)[number]

export interface FileChoices {
  encoding?: Encoding
  /** Otherwise the name of the file tells. */
  format?: Format
  /** Of a workbook. */
  sheet?: string
  /** A JSON file of more headings, by what they stand for. */
  aliases?: string
}

/** @throws {Refusal} for an encoding or a format that is not known */
export function fileChoicesOf(command: string, given: Partial<Record<keyof typeof fileOptions, string>>): FileChoices {
  const choose = <T extends string>(option: string, word: string | undefined, words: readonly T[]): T | undefined => {
    const found = words.find((one) => one === word?.toLowerCase())
    if (word !== undefined && found === undefined) throw new Refusal(text.oneOf(option, words), command)
    return found
  }
  const encoding = choose('--encoding', given.encoding, encodings)
  const format = choose('--format', given.format, formats)
  return {
    ...(encoding && { encoding }),
    ...(format && { format }),
    ...(given.sheet !== undefined && { sheet: given.sheet }),
    ...(given.aliases !== undefined && { aliases: given.aliases }),
  }
}

const endings: Record<string, Format> = {
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}
export const formatOf = ({ path, choices }: Pick<PeopleFile, 'path' | 'choices'>): Format =>
  choices.format ?? endings[extname(path).toLowerCase()] ?? 'csv'

/** A file of people and how it is read. */
export interface PeopleFile {
  path: string
  choices: FileChoices
  onEnd?: (counts: RowCounts) => void
  /** In the place of saying on stderr which columns are not read and what else is worth knowing. */
  onFile?: (found: Partial<FileFindings>) => void
  /** Takes rows of a CSV file that then do not come out. */
  quickRowsOf?: QuickRowsOf | undefined
  /** Bytes from which a CSV file is read a first time for the ids that come twice. */
  manyBytes?: number
}

/**
 * The people of a file. Says on stderr, once, which columns are not read and what else is worth knowing of the file.
 *
 * @param sets - whose facts and groups the file may name
 * @throws {Refusal} when the file cannot be read or used
 */
export async function* readPeopleFile(
  people: PeopleFile,
  io: Io,
  say: Say,
  sets: readonly CriteriaSet[],
): AsyncGenerator<PersonRow> {
  const aliases = people.choices.aliases === undefined ? undefined : await readAliases(people.choices.aliases)
  const mayRepeat = await mayRepeatOf(people, sets, aliases)
  const onFile = people.onFile ?? tellFindings(io, say)
  yield* readFileOf(people, io, (source) => readRows(source, people, sets, aliases, onFile, mayRepeat?.ids))
  if (mayRepeat && stateOf(await stat(people.path).catch(() => undefined)) !== mayRepeat.state)
    throw new Refusal(text.changed(people.path))
}

/** A longer file has more ids than are to be held in memory. */
const manyBytes = 1 << 27

/** Which ids of a long file may come twice; `undefined` where they are all remembered. `state`: of the file, before. */
async function mayRepeatOf(
  people: PeopleFile,
  sets: readonly CriteriaSet[],
  aliases: HeadingAliases | undefined,
): Promise<{ ids: ReadonlySet<number>; state: string } | undefined> {
  const { path, choices, manyBytes: many = manyBytes } = people
  if (formatOf(people) !== 'csv') return undefined
  // Whoever reads it says what is wrong with it.
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size < many) return undefined
  const { encoding } = choices
  const options = { sets, ...(encoding && { encoding }), ...(aliases && { aliases }) }
  const state = stateOf(found)
  const ids = await mayRepeatIn(chunksOf(path), options, temporaryFolder)
  return ids && { ids, state }
}

/** What tells whether a file is still the same. */
const stateOf = (file: Stats | undefined): string => [file?.ino, file?.size, file?.mtimeMs].join(' ')

/**
 * What `rowsOf` makes of a file.
 *
 * @throws {Refusal} when the file cannot be read or used
 */
export async function* readFileOf<T>(
  named: Pick<PeopleFile, 'path' | 'choices'>,
  io: Io,
  rowsOf: (source: AsyncIterable<Uint8Array>) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const { path } = named
  const file = await openInput(path)
  // A workbook is read whole before its first row.
  const countsRows = formatOf(named) === 'xlsx'
  const watch = io.progress?.watch(countsRows ? undefined : (await file.stat()).size)
  try {
    const source = readChunks(file, path, countsRows ? undefined : watch?.advance)
    const rows = rowsOf(source)
    if (watch && countsRows) yield* counted(rows, watch.advance)
    else yield* rows
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(withIssues(error.code === 'options' ? text.unusableOptions : text.unusable(path), error.issues))
  } finally {
    watch?.end()
    await file.close()
  }
}

async function* counted<T>(rows: AsyncIterable<T>, advance: (rows: number) => void): AsyncGenerator<T> {
  for await (const row of rows) {
    advance(1)
    yield row
  }
}

/** Nothing is said a second time when a command begins again. */
export const tellFindings =
  (io: Io, say: Say) =>
  ({ ignored = [], notes = [] }: Partial<FileFindings>): void => {
    if (io.inAnyOrder) return
    if (ignored.length > 0) io.stderr.write(`${say(text.ignoredHeadings(ignored))}\n\n`)
    if (notes.length > 0) io.stderr.write(`${say(text.fileNotes(notes))}\n\n`)
  }

/** @throws {Refusal} for a file that cannot be read, or is not a list of headings by what they stand for */
async function readAliases(path: string): Promise<HeadingAliases> {
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
  const json = parseJson(content.replace(/^\uFEFF/, ''))
  const isHeading = (value: unknown): boolean => typeof value === 'string'
  if (json === undefined || Array.isArray(json) || !Object.values(json).flat().every(isHeading))
    throw new Refusal(text.wrongAliases(path))
  return json as HeadingAliases
}

function readRows(
  source: AsyncIterable<Uint8Array>,
  people: PeopleFile,
  sets: readonly CriteriaSet[],
  aliases: HeadingAliases | undefined,
  onFile: (found: Partial<FileFindings>) => void,
  mayRepeat: ReadonlySet<number> | undefined,
): AsyncIterable<PersonRow> {
  const { encoding, sheet } = people.choices
  const common = { sets, ...(people.onEnd && { onEnd: people.onEnd }), ...(aliases && { aliases }), onFile }
  switch (formatOf(people)) {
    case 'csv':
      return readPeopleBeside(
        source,
        { ...common, ...(encoding && { encoding }) },
        { quickRowsOf: people.quickRowsOf, mayRepeat },
      )
    case 'xlsx':
      // The bytes of a workbook have one encoding; only an old font can lie in its texts.
      return xlsx.readPeople(source, {
        ...common,
        ...(encoding === 'tcvn3' && { encoding }),
        ...(sheet !== undefined && { sheet }),
      })
    default:
      return ndjson.readPeople(source, { ...common, ...(encoding && { encoding }) })
  }
}
