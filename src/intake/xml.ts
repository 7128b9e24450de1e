import { SaxesParser } from 'saxes'
import { isCdhtError } from '../model/issue.js'
import { brokenWorkbook } from './zip.js'

export interface XmlHandlers {
  /** `name` without its prefix; `attribute` gives a value by name, also without prefix. */
  open?: (name: string, attribute: (name: string) => string | undefined) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Characters between two tags, or of one tag, that are kept at a time: a cell holds at most 32,767. */
const runLimit = 1_000_000

/**
 * Reads XML piece by piece; yields after each piece, so that the caller can hand on what the handlers have gathered.
 *
 * Comments, CDATA, document types and instructions are refused: workbooks have none, and they could hold or name anything.
 *
 * @throws {CdhtError} `record`, `broken_workbook`
 */
export async function* readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const { open, text, close } = handlers
  if (open)
    parser.on('opentag', ({ name, attributes }) => {
      open(local(name), (wanted) => {
        for (const [key, value] of Object.entries(attributes)) if (local(key) === wanted) return value
        return undefined
      })
    })
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', ({ name }) => close(local(name)))
  let last = ''
  let run = 0
  let isFirst = true
  for await (const piece of pieces) {
    const seen = last + piece
    if (seen.includes('<!') || seen.indexOf('<?', isFirst && seen.startsWith('<?') ? 1 : 0) >= 0) throw brokenWorkbook()
    isFirst &&= seen === ''
    last = piece.slice(-1) || last
    const tag = piece.lastIndexOf('<')
    run = tag < 0 ? run + piece.length : piece.length - tag
    if (run > runLimit) throw brokenWorkbook()
    parse(() => parser.write(piece))
    yield
  }
  parse(() => parser.close())
  yield
}

/** For parts that are read as a whole. */
export async function walkXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(pieces, handlers)) void _
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function parse(step: () => unknown): void {
  try {
    step()
  } catch (error) {
    if (isCdhtError(error)) throw error
    // The reason of the parser may repeat a piece of the text.
    throw brokenWorkbook()
  }
}
