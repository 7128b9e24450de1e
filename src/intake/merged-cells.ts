import { isBlank } from './vietnamese.js'
import { brokenWorkbook } from './zip.js'

/** A block of cells that a sheet shows as one; rows and columns from 1, the last ones in it. */
export interface MergedCells {
  top: number
  left: number
  bottom: number
  right: number
}

const mergeLimit = 100_000
/** Column `A` is 1. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

/** The merged cells of a sheet, which stand after all its rows. */
export async function readMergedCells(pieces: AsyncIterable<string>): Promise<MergedCells[]> {
  const merged: MergedCells[] = []
  let held = ''
  const reference = /<(?:\w+:)?mergeCell\s[^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"[^<>]*>/g
  for await (const piece of pieces) {
    const text = held + piece
    let end = 0
    for (const found of text.matchAll(reference)) {
      const [whole, left = '', top, right = '', bottom] = found
      merged.push({ top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) })
      if (merged.length > mergeLimit) throw brokenWorkbook()
      end = found.index + whole.length
    }
    held = text.slice(Math.max(end, text.length - 200))
  }
  return merged.sort((a, b) => a.top - b.top)
}

/** Gives every cell of a block the value of the block, row by row: that is what whoever looks at the sheet sees. */
export class MergedFiller {
  #next = 0
  #open: { block: MergedCells; value: string }[] = []

  /** @param merged - sorted by their tops */
  constructor(readonly merged: readonly MergedCells[]) {}

  /** Rows must come in order. @param width - columns that are filled at most */
  fill(row: number, cells: string[], width: number): void {
    for (let block = this.merged[this.#next]; block && block.top <= row; block = this.merged[++this.#next])
      if (block.top === row) this.#open.push({ block, value: cells[block.left - 1] ?? '' })
    if (this.#open.length === 0) return
    this.#open = this.#open.filter(({ block }) => block.bottom >= row)
    // Blocks of one row do not overlap.
    if (this.#open.length > width) throw brokenWorkbook()
    // A row with nothing of its own stays blank: nobody is in it.
    if (cells.every(isBlank)) return
    for (const { block, value } of this.#open) {
      if (value === '') continue
      for (let column = block.left; column <= Math.min(block.right, width); column++) {
        while (cells.length < column) cells.push('')
        cells[column - 1] = value
      }
    }
  }
}
