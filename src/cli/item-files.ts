import { rm } from 'node:fs/promises'
import {
  joinItems,
  readItems,
  writeRejections,
  type ItemCounts,
  type ItemRow,
  type PersonRow,
  type RejectedRow,
  type Wording,
} from '../csv.js'
import type { CriteriaSet } from '../index.js'
import * as ndjson from '../ndjson.js'
import * as xlsx from '../xlsx.js'
import { isListFact } from '../intake/item-parts.js'
import { Refusal, type Io, type Say } from './io.js'
import { temporaryFolder } from './leftovers.js'
import { openOutput, type Output } from './output.js'
import { formatOf, readFileOf, tellFindings } from './people-file.js'
import type { Pseudonyms } from './pseudonyms.js'
import { text } from './text.js'

/** Options of commands that take lists of people's activities and certificates in files of their own. */
export const itemFileOptions = { activities: { type: 'string' }, certificates: { type: 'string' } } as const

type ListType = keyof typeof itemFileOptions
const types: readonly ListType[] = ['activities', 'certificates']

/** The lists of one run, and what becomes of their rows. */
export class ItemFiles {
  readonly #lists: ItemFile[]

  /**
   * @param rejects - where rejected people go; rejected rows of a list go beside them
   * @throws {Refusal} where no fact takes such a list
   */
  constructor(
    given: Partial<Record<ListType, string>>,
    rejects: string | undefined,
    readonly wording: { headings: Wording; sets: readonly CriteriaSet[] },
  ) {
    this.#lists = types.flatMap((type) => {
      const path = given[type]
      if (path === undefined) return []
      const fact = wording.sets.flatMap(({ facts }) => facts).find((one) => isListFact(one) && one.type === type)
      if (!fact) throw new Refusal(text.noFactOfList(type), 'assess')
      const beside = rejects?.replace(/(\.rejected)?\.csv$/i, '')
      return [
        { type, path, fact: fact.id, blank: 0, rejects: beside === undefined ? undefined : `${beside}.${type}.rejected.csv` },
      ]
    })
  }

  /** Every file that is read or may be written. */
  get paths(): string[] {
    return this.#lists.flatMap(({ path, rejects }) => (rejects === undefined ? [path] : [path, rejects]))
  }

  /** Rows that could not be read. */
  get rejected(): number {
    return this.#lists.reduce((sum, { counts }) => sum + (counts?.rejected ?? 0), 0)
  }

  /** People with the items of all lists. */
  join(people: AsyncIterable<PersonRow>, pseudonyms: Pseudonyms, io: Io, say: Say): AsyncIterable<PersonRow> {
    return this.#lists.reduce<AsyncIterable<PersonRow>>((rows, list) => {
      const items = pseudonyms.ofItems(this.#read(list, io, say))
      return joinItems(rows, items, {
        // Pseudonyms have no order to follow.
        order: io.inAnyOrder || pseudonyms.areMade ? 'any' : 'sorted',
        temporaryFolder,
        onEnd: (counts) => (list.counts = counts),
        onRejected: async (row) => {
          if (list.rejects === undefined) return
          list.output ??= openOutput(list.rejects, (stream) => writeRejections(stream, this.wording))
          await list.output.write(row)
        },
      })
    }, people)
  }

  async end(): Promise<void> {
    for (const { output, counts } of this.#lists) {
      await output?.end()
      const { rows = 0, joined = 0, rejected = 0, unmatched = 0 } = counts ?? {}
      const isWritten = output === undefined || output.rows === rejected + unmatched
      if (rows !== joined + rejected + unmatched || !isWritten) throw new Error('rows were lost or counted twice')
    }
  }

  async keep(): Promise<void> {
    for (const { output, rejects } of this.#lists) {
      await output?.keep()
      // A list of an earlier run would be taken for one of this run.
      if (!output && rejects !== undefined) await rm(rejects, { force: true })
    }
  }

  async discard(): Promise<void> {
    for (const { output } of this.#lists) await output?.discard()
  }

  /** What became of the rows, for the summary. */
  format(say: Say): string[] {
    return this.#lists.flatMap(({ type, path, counts, blank, output }) => [
      ...(counts ? [say(text.itemCount(type, path, counts, blank))] : []),
      ...(output ? [say(text.itemRejectsIn(output.path))] : []),
    ])
  }

  #read(list: ItemFile, io: Io, say: Say): AsyncIterable<ItemRow> {
    const { path, fact } = list
    const options = {
      fact,
      sets: this.wording.sets,
      onEnd: ({ blank }: { blank: number }) => void (list.blank = blank),
      onFile: tellFindings(io, say),
    }
    const named = { path, choices: {} }
    return readFileOf(named, io, (source) => {
      switch (formatOf(named)) {
        case 'csv':
          return readItems(source, options)
        case 'xlsx':
          return xlsx.readItems(source, options)
        default:
          return ndjson.readItems(source, options)
      }
    })
  }
}

interface ItemFile {
  type: ListType
  path: string
  fact: string
  rejects: string | undefined
  blank: number
  counts?: ItemCounts
  output?: Output<RejectedRow>
}
