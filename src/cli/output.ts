import type { RowWriter } from '../csv.js'
import { Refusal } from './io.js'
import { OutputFile } from './output-file.js'
import { reasonOf } from './people-file.js'
import { text } from './text.js'

/** Rows that go to a file of their own. */
export interface Output<T> extends RowWriter<T> {
  readonly path: string
  keep(): Promise<void>
  discard(): Promise<void>
}

/** A writer on a file of its own, which tells troubles with the file apart from others. */
export function openOutput<T>(path: string, writerOn: (stream: OutputFile['stream']) => RowWriter<T>): Output<T> {
  const file = new OutputFile(path)
  const writer = writerOn(file.stream)
  const orRefuse = async (step: Promise<void>): Promise<void> => {
    await step.catch((error: unknown) => {
      throw new Refusal(text.cannotWrite(path, reasonOf(error)))
    })
  }
  return {
    path,
    get rows() {
      return writer.rows
    },
    write: (row) => orRefuse(writer.write(row)),
    end: () => orRefuse(writer.end()),
    keep: () => orRefuse(file.keep()),
    discard: () => file.discard(),
  }
}
