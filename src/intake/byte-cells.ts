import { partialDate } from '../model/day.js'
import { listLimit } from '../model/record.js'
import type { ByteRows } from './byte-rows.js'
import { hashOn, hashSeed } from './byte-hash.js'
import { CellMemo } from './cell-memo.js'
import type { Column } from './heading.js'
import { readCell } from './person-row.js'

/** Of a cell that says something wrong: its row is to be read again by `readPersonRow`, which tells what. */
export const refused = Symbol('refused')

/**
 * Reads one column's cell of the row at hand: its value for the record, `undefined` for none, or `refused`. Lists may be the
 * same object in every answer, to be copied by whoever keeps them.
 */
export type ByteCellReader = (rows: ByteRows, cell: number) => unknown

const semicolon = 0x3b
const bar = 0x7c
const bracket = 0x5b
/** Begin letters among which are the signs without a shape, which count for nothing wherever they stand in a cell. */
const mayBeUnseen = Uint8Array.from({ length: 256 }, (_, byte) => (byte === 0xc2 || byte === 0xe2 || byte === 0xef ? 1 : 0))

/**
 * Answers for every cell exactly what `readCell` answers for its text.
 *
 * @param looselyMade - items may also have keys of which nothing is known, and end before they begin: for whoever checks them
 */
export function byteCellReader(column: Column, looselyMade = false): ByteCellReader {
  const readText = (text: string): unknown => {
    const result = readCell(text, column)
    return result.ok ? result.value : refused
  }
  const memo = new CellMemo(readText)
  const readPlain = byBytes(column, readText, memo, looselyMade)
  return (rows, cell) => {
    if (!rows.isPlain(cell)) return readText(rows.text(cell))
    const from = rows.from[cell] as number
    const to = rows.to[cell] as number
    return from === to && column.path[0] !== 'id' && column.path[0] !== 'group' ? undefined : readPlain(rows.bytes, from, to)
  }
}

type PlainReader = (bytes: Buffer, from: number, to: number) => unknown

function byBytes(
  column: Column,
  readText: (text: string) => unknown,
  memo: CellMemo<unknown>,
  looselyMade: boolean,
): PlainReader {
  if (column.path[0] === 'id')
    return (bytes, from, to) =>
      isPlainId(bytes, from, to) ? bytes.toString('latin1', from, to) : readText(bytes.toString('utf8', from, to))
  if (column.list === 'codes') return codesReader(column, readText, memo)
  if (column.list === 'items') return itemsReader(column, readText, memo, looselyMade)
  return (bytes, from, to) => memo.get(bytes, from, to)
}

/** Letters of ASCII, digits, `-`, `_` and `.`, a letter first: an id that reading leaves as it is. */
const idSigns = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z]/.test(String.fromCharCode(byte)) ? 2 : /[0-9._-]/.test(String.fromCharCode(byte)) ? 1 : 0,
)
const digits = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x30 && byte <= 0x39 ? 1 : 0))

export function isPlainId(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from] as number
  // A number that is all digits is one as well; with an `e` in it, it may have been shortened by a spreadsheet.
  const signs = digits[first] === 1 ? digits : idSigns
  if (signs === idSigns && idSigns[first] !== 2) return false
  for (let at = from; at < to; at++) if (signs[bytes[at] as number] === 0) return false
  return to > from
}

/** `book; radio-tv`: code by code; every other way to write the list, and whatever is wrong in it, as text. */
function codesReader(column: Column, readText: (text: string) => unknown, memo: CellMemo<unknown>): PlainReader {
  const codes = new CellMemo<unknown>((text) => {
    // With the sign behind it, it is read as one of several.
    const one = text.includes('|') ? undefined : column.read(`${text};`, [])
    return one?.ok && Array.isArray(one.value) && one.value.length < 2 ? (one.value as unknown[])[0] : refused
  })
  const list: unknown[] = []
  return (bytes, from, to) => {
    list.length = 0
    let begin = from
    let hash = hashSeed
    for (let at = from; at <= to; at++) {
      const byte = bytes[at] as number
      if (at < to && byte !== semicolon) {
        if (mayBeUnseen[byte] === 1) return readText(bytes.toString('utf8', from, to))
        hash = hashOn(hash, byte)
        continue
      }
      if (at === to && begin === from) return memo.get(bytes, from, to)
      if (at > begin) {
        const code = codes.getHashed(bytes, begin, at, hash)
        if (code === refused) return readText(bytes.toString('utf8', from, to))
        if (code !== undefined) list.push(code)
      }
      begin = at + 1
      hash = hashSeed
    }
    return list.length > listLimit ? readText(bytes.toString('utf8', from, to)) : list
  }
}

/** Stands for a part without a letter; an item that is all such is none. */
const blank = Symbol('blank')
/** Stands for a part that says nothing, `?`. */
const notKnown = Symbol('not known')

/** There are more days than most columns have cells. */
const mostParts = 8192

/** `course|digital|2025-03-12;…`: part by part; everything else as text. */
function itemsReader(
  column: Column,
  readText: (text: string) => unknown,
  memo: CellMemo<unknown>,
  looselyMade: boolean,
): PlainReader {
  const parts: CellMemo<unknown>[] = []
  // Objects of one shape are quicker made, and quicker read.
  let shape: Record<string, unknown> = {}
  const partMemo = (position: number): CellMemo<unknown> =>
    (parts[position] ??= new CellMemo<unknown>((text) => {
      if (text.trim() === '') return blank
      const one = column.read('|'.repeat(position) + text, [])
      if (!one.ok || !Array.isArray(one.value) || one.value.length !== 1) return refused
      const part = Object.entries(one.value[0] as object)[0]
      if (part && looselyMade) shape = { ...shape, [part[0]]: undefined }
      return part ?? notKnown
    }, mostParts))
  let mostBars = 0
  while (column.read('|'.repeat(mostBars + 1), []).ok) mostBars++
  return (bytes, from, to) => {
    const items: Record<string, unknown>[] = []
    let item: Record<string, unknown> = { ...shape }
    let position = 0
    let isBlank = true
    let begin = from
    let hash = hashSeed
    for (let at = from; at <= to; at++) {
      const byte = at < to ? (bytes[at] as number) : semicolon
      if (byte !== semicolon && byte !== bar) {
        if (byte === bracket || mayBeUnseen[byte] === 1) return readText(bytes.toString('utf8', from, to))
        hash = hashOn(hash, byte)
        continue
      }
      // One word alone may speak of the whole list.
      if (at === to && begin === from) return memo.get(bytes, from, to)
      if (at > begin) {
        const part = partMemo(position).getHashed(bytes, begin, at, hash)
        if (part === refused) return readText(bytes.toString('utf8', from, to))
        if (part !== blank) isBlank = false
        if (Array.isArray(part)) item[part[0] as string] = part[1]
      }
      begin = at + 1
      hash = hashSeed
      if (byte === bar) {
        position++
        isBlank = false
        continue
      }
      if (!isBlank) {
        if (position > mostBars || (!looselyMade && endsBefore(item))) return readText(bytes.toString('utf8', from, to))
        items.push(item)
        item = { ...shape }
      }
      position = 0
      isBlank = true
    }
    return items.length > listLimit ? readText(bytes.toString('utf8', from, to)) : items
  }
}

function endsBefore({ from, to }: Record<string, unknown>): boolean {
  if (typeof from !== 'string' || typeof to !== 'string') return false
  const [begins, ends] = [partialDate(from), partialDate(to)]
  return begins !== undefined && ends !== undefined && ends.last < begins.first
}
