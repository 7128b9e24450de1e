import type { FactDefinition } from '../model/vocabulary.js'
import { choiceReader, isNone, read, readBoolean, readNumber, readWhole, type Bounds, type CellReader } from './cell.js'
import { codeListReader } from './code-list-cell.js'
import { codeWords } from './code-words.js'
import { itemListReader } from './item-list-cell.js'
import { itemPartsOf } from './item-parts.js'
import { WordIndex } from './word-index.js'

/** How a cell of a fact's column is read, by the fact's type. Each type's way to say "none" is in its branch. */
export function factCellReader(fact: FactDefinition): CellReader {
  switch (fact.type) {
    case 'boolean':
      return readBoolean
    case 'count': {
      const bounds = boundsOf(fact.range)
      return (text, at) => (isNone(text) ? read(0) : readWhole(text, bounds, at))
    }
    case 'number': {
      const bounds = boundsOf(fact.range)
      const isPercent = fact.unit === 'percent'
      return (text, at) => (isNone(text) ? read(0) : readNumber(isPercent ? text.replace(/%\s*$/, '') : text, bounds, at))
    }
    case 'rank':
      return rankReader(fact)
    case 'code':
      return choiceReader(codeWords(fact.codes), 'unknown_code')
    case 'codes':
      return codeListReader(codeWords(fact.codes))
    case 'activities':
    case 'certificates':
      return itemListReader(itemPartsOf(fact))
  }
}

/** A step by its number or its label; none is the lowest step. */
function rankReader(fact: FactDefinition & { type: 'rank' }): CellReader {
  const words = new WordIndex<number>()
  for (const { rank, label } of fact.ranks) words.add([label.vi, label.en], rank)
  const byWord = choiceReader(words, 'unknown_code')
  const bounds = boundsOf(fact.range)
  return (text, at) => {
    if (/^\s*-?\d/.test(text) && words.find(text) === undefined) return readWhole(text, bounds, at)
    const found = byWord(text, at)
    return !found.ok && isNone(text) ? read(bounds.from) : found
  }
}

const boundsOf = ([from, to]: readonly [number, number]): Bounds => ({ from, to })
