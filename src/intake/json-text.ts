import { CdhtError, issue } from '../model/issue.js'

/** The text of one record, as it stands in a file. */
export interface JsonText {
  /** Line of the file on which it begins, from 1. */
  line: number
  /** `undefined` for a text longer than the limit, which is read past and not kept. */
  text: string | undefined
}

/** Characters of one record. */
export const jsonLimit = 1_000_000

/**
 * The records of a text: the items of one JSON list, or one record a line (NDJSON). Which of them it is shows in the first
 * sign. Blank lines come out as blank texts.
 *
 * @param text - chunks in which every line ends in a line feed
 * @throws {CdhtError} `record`: `empty` for a text without any sign, `unfinished_list` for a list that does not end where
 * the text does
 */
export async function* jsonTexts(text: AsyncIterable<string>): AsyncGenerator<JsonText> {
  let line = 1
  const iterator = text[Symbol.asyncIterator]()
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    const begin = next.value.search(/\S/)
    line += lineFeeds(begin < 0 ? next.value : next.value.slice(0, begin))
    if (begin < 0) continue
    const isList = next.value[begin] === '['
    const rest = join(next.value.slice(isList ? begin + 1 : begin), iterator)
    yield* isList ? itemsOf(rest, line) : linesOf(rest, line)
    return
  }
  throw new CdhtError('record', [issue('empty', [], {})])
}

async function* join(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Keeps the pieces of a text up to the limit, and of a longer one only that it was longer. */
class Held {
  #text: string | undefined = ''

  constructor(readonly limit = jsonLimit) {}

  add(piece: string): void {
    if (this.#text !== undefined) this.#text = this.#text.length + piece.length > this.limit ? undefined : this.#text + piece
  }
  take(): string | undefined {
    const text = this.#text
    this.#text = ''
    return text
  }
}

/** The lines of a text; a blank one comes out as a blank text, one of more signs than `limit` as none. */
export async function* linesOf(chunks: AsyncIterable<string>, firstLine: number, limit?: number): AsyncGenerator<JsonText> {
  const held = new Held(limit)
  let line = firstLine
  for await (const chunk of chunks) {
    let begin = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', begin)) {
      held.add(chunk.slice(begin, end))
      yield { line: line++, text: held.take() }
      begin = end + 1
    }
    held.add(chunk.slice(begin))
  }
  const text = held.take()
  if (text !== '') yield { line, text }
}

/** Signs at which something may change: quotes, brackets, commas, line ends; what is between is copied whole. */
const signs = /["\\[\]{},\n]/g

/** The items of a list, whose opening bracket is already read. */
async function* itemsOf(chunks: AsyncIterable<string>, firstLine: number): AsyncGenerator<JsonText> {
  const held = new Held()
  let line = firstLine
  let begins: number | undefined
  // Of brackets within the item.
  let depth = 0
  let items = 0
  let isQuoted = false
  let isEscaped = false
  let isOver = false
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      if (isEscaped) {
        isEscaped = false
        continue
      }
      signs.lastIndex = at
      const found = signs.exec(chunk)
      const end = found?.index ?? chunk.length
      if (/\S/.test(chunk.slice(at, end))) {
        if (isOver) throw unfinished(line)
        begins ??= line
      }
      at = end
      if (!found) break
      const sign = found[0]
      if (sign === '\n') line++
      else if (isOver) throw unfinished(line)
      else if (sign === '\\') isEscaped = isQuoted
      else if (sign === '"') {
        isQuoted = !isQuoted
        begins ??= line
      } else if (isQuoted) continue
      else if (sign === '[' || sign === '{') {
        depth++
        begins ??= line
      } else if (depth > 0) depth -= sign === ',' ? 0 : 1
      else if (sign !== '}') {
        held.add(chunk.slice(from, end))
        const text = held.take()
        isOver = sign === ']'
        // `[]` holds nothing; a comma without an item is a fault of its own.
        if (!isOver || begins !== undefined || items > 0) yield { line: begins ?? line, text: text?.trim() === '' ? ',' : text }
        items++
        begins = undefined
        from = end + 1
      }
    }
    if (!isOver) held.add(chunk.slice(from))
  }
  if (!isOver) throw unfinished(begins ?? line)
}

const lineFeeds = (text: string): number => text.split('\n').length - 1
const unfinished = (line: number): CdhtError => new CdhtError('record', [issue('unfinished_list', [], { line })])
