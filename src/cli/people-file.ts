import { open } from 'node:fs/promises'
import { encodings, readPeople, type Encoding, type PersonRow, type RowCounts } from '../csv.js'
import { isCdhtError, issueText } from '../index.js'
import type { Lang } from '../model/text.js'
import { Refusal, type Io, type Say } from './io.js'
import { text } from './text.js'

/** What went wrong with a file, as the system names it; its message would repeat in English what we say in two languages. */
export const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : '?')

/** Options of every command that reads a file of people. */
export const fileOptions = { encoding: { type: 'string' } } as const

export interface FileChoices {
  encoding?: Encoding
}

/** @throws {Refusal} for an encoding that is not known */
export function fileChoicesOf(command: string, { encoding }: { encoding?: string }): FileChoices {
  if (encoding === undefined) return {}
  const found = encodings.find((one) => one === encoding.toLowerCase())
  if (!found) throw new Refusal(text.oneOf('--encoding', encodings), command)
  return { encoding: found }
}

/** A file of people and how it is read. */
export interface PeopleFile {
  path: string
  choices: FileChoices
  onEnd?: (counts: RowCounts) => void
}

/**
 * The people of a file. Says on stderr, once, which columns are not read and what else is worth knowing of the file.
 *
 * @throws {Refusal} when the file cannot be read or used
 */
export async function* readPeopleFile({ path, choices, onEnd }: PeopleFile, io: Io, say: Say): AsyncGenerator<PersonRow> {
  const file = await open(path).catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
  try {
    const source = readChunks(file.createReadStream({ autoClose: false }), path)
    yield* readPeople(source, {
      ...choices,
      ...(onEnd && { onEnd }),
      onFile: ({ ignored, notes }) => {
        if (ignored.length > 0) io.stderr.write(`${say(text.ignoredHeadings(ignored))}\n\n`)
        const sentence = (lang: Lang): string => text.fileNote(notes.map((note) => issueText(note, lang)))[lang]
        if (notes.length > 0) io.stderr.write(`${say({ vi: sentence('vi'), en: sentence('en') })}\n\n`)
      },
    })
  } catch (error) {
    if (!isCdhtError(error)) throw error
    const list = (lang: 'vi' | 'en'): string => error.issues.map((issue) => `  - ${issueText(issue, lang)}`).join('\n')
    throw new Refusal({ vi: `${text.unusable(path).vi}\n${list('vi')}`, en: `${text.unusable(path).en}\n${list('en')}` })
  } finally {
    await file.close()
  }
}

/** A folder in place of a file, or a disk that fails, shows only when the first bytes are asked for. */
async function* readChunks(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  }
}
