import { open } from 'node:fs/promises'
import { readPeople, type PersonRow } from '../csv.js'
import { isCdhtError, issueText, type CriteriaSet } from '../index.js'
import { Refusal, type Io, type Say } from './io.js'
import { text } from './text.js'

/** What went wrong with a file, as the system names it; its message would repeat in English what we say in two languages. */
export const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.name : '?')

/**
 * The people of a file. Says on stderr, once, which columns are not read.
 *
 * @param sets - whose facts and groups the file may name
 * @throws {Refusal} when the file cannot be read or used
 */
export async function* readPeopleFile(path: string, io: Io, say: Say, sets: readonly CriteriaSet[]): AsyncGenerator<PersonRow> {
  const file = await open(path).catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
  try {
    const source = readChunks(file.createReadStream({ autoClose: false }), path)
    yield* readPeople(source, {
      sets,
      onHeadings: ({ ignored }) => {
        if (ignored.length > 0) io.stderr.write(`${say(text.ignoredHeadings(ignored))}\n\n`)
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
