import { open, type FileHandle } from 'node:fs/promises'
import { reasonOf, Refusal } from './io.js'
import { text } from './text.js'

/** Bytes that are read at a time. */
const chunkBytes = 1 << 16

/** @throws {Refusal} for a file that cannot be opened */
export async function openInput(path: string): Promise<FileHandle> {
  return open(path).catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
}

/**
 * The bytes of a file, piece by piece. A file that is written, cut or replaced in place meanwhile is refused at its end: people
 * may have been missed, and nobody could see which.
 *
 * @param advance - told of every piece, in bytes
 * @throws {Refusal} for a file that cannot be read: a folder in the place of one, or a disk that fails, shows only here
 */
export async function* readChunks(file: FileHandle, path: string, advance?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    const before = await file.stat()
    for await (const chunk of file.createReadStream({
      autoClose: false,
      highWaterMark: chunkBytes,
    }) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      advance?.(chunk.length)
      yield chunk
    }
    const after = await file.stat()
    // What is no file on a disk, such as a pipe, has no size to compare.
    if (before.isFile() && (after.size !== bytes || after.mtimeMs !== before.mtimeMs)) throw new Refusal(text.changed(path))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  }
}

/** {@link readChunks} of a file that nobody else reads: it is opened at the first piece, and closed. */
export async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await openInput(path)
  try {
    yield* readChunks(file, path)
  } finally {
    await file.close()
  }
}
