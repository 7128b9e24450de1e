import type { RejectedRow, RowWriter } from '../csv.js'
import type { ByteRowWriter } from '../output/row-writer.js'
import { isCdhtError } from '../index.js'
import { reasonOf, Refusal } from './io.js'
import { OutputFile } from './output-file.js'
import { text } from './text.js'

/** Some kinds of files hold rejected rows as well. */
export interface Writer<T, About> extends RowWriter<T, About>, Partial<ByteLines> {
  reject?(row: RejectedRow): Promise<void>
  readonly rejected?: number | undefined
}

/** Takes rows that are bytes already. */
export type ByteLines = Pick<ByteRowWriter<never>, 'nextRow' | 'isDue' | 'flush'>

/** Rows that go to a file of their own. */
export interface Output<T, About = undefined> extends Writer<T, About> {
  readonly path: string
  /** Absent where the file does not take them. */
  readonly lines: ByteLines | undefined
  /** Does nothing where the file does not hold them. */
  reject(row: RejectedRow): Promise<void>
  keep(): Promise<void>
  discard(): Promise<void>
}

/** A writer on a file of its own, which tells troubles with the file apart from those of a row (`CdhtError`). */
export function openOutput<T, About = undefined>(
  path: string,
  writerOn: (stream: OutputFile['stream']) => Writer<T, About>,
): Output<T, About> {
  const file = new OutputFile(path)
  const writer = writerOn(file.stream)
  const orRefuse = async (step: Promise<void>): Promise<void> => {
    await step.catch((error: unknown) => {
      if (isCdhtError(error)) throw error
      throw new Refusal(text.cannotWrite(path, reasonOf(error)))
    })
  }
  const { nextRow, flush } = writer
  return {
    path,
    lines: nextRow && flush && { nextRow, flush: () => orRefuse(flush()), isDue: () => writer.isDue?.() ?? false },
    get rows() {
      return writer.rows
    },
    get rejected() {
      return writer.rejected
    },
    reject: (row) => orRefuse(writer.reject?.(row) ?? Promise.resolve()),
    write: (row, about) => orRefuse(writer.write(row, about)),
    end: () => orRefuse(writer.end()),
    keep: () => orRefuse(file.keep()),
    discard: () => file.discard(),
  }
}
