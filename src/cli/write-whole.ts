import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { reasonOf, Refusal } from './io.js'
import { OutputFile } from './output-file.js'
import { text } from './text.js'

/** A text, or what writes to the stream and ends it. */
export type Content = string | ((stream: Writable) => Promise<void>)

/**
 * All of the files or, as far as the disk allows, none.
 *
 * @throws {Refusal} when one cannot be written
 */
export async function writeWhole(contents: readonly (readonly [path: string, content: Content])[]): Promise<void> {
  const files = contents.map(([path]) => new OutputFile(resolve(path)))
  try {
    await Promise.all(
      files.map(async ({ stream }, i) => {
        const content = contents[i]?.[1] ?? ''
        if (typeof content !== 'string') return content(stream)
        stream.end(content)
        await finished(stream)
      }),
    )
    for (const file of files) await file.keep()
  } catch (error) {
    for (const file of files) await file.discard()
    throw new Refusal(text.cannotWrite(contents[0]?.[0] ?? '', reasonOf(error)))
  }
}
