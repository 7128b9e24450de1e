import { isObject } from '../model/record.js'
import { levelInBands } from './digital-rules.js'
import type { FactReader } from './fact-reader.js'
import { booleanFault, codeFault, listFault, numberFault, wrongType, type Fault } from './fault.js'
import { readCodes, readPartialCodes } from './read-codes.js'
import { readItems } from './read-items.js'
import type { Reading } from './reading.js'

/** Checks the value of a fact and puts it into its slots. */
export function readFact(reading: Reading, fact: FactReader, value: unknown): void {
  const fault = faultOf(fact, value)
  if (fault !== undefined) return reading.fault(fault, 'evidence', fact.id)
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      if (fact.scoreBands !== undefined) showScore(reading, fact, value as number)
      return putValue(reading, fact, value as number)
    case 'boolean':
      return putValue(reading, fact, value ? 1 : 0)
    case 'code':
      return readCodes(reading, fact, [value])
    case 'codes':
      return isObject(value) ? readPartialCodes(reading, fact, value) : readCodes(reading, fact, value as readonly unknown[])
    default:
      return readItems(reading, fact, value as readonly unknown[])
  }
}

/** What is wrong with the value as a whole. */
function faultOf(fact: FactReader, value: unknown): Fault {
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      return numberFault(value, fact.min, fact.max, fact.whole)
    case 'boolean':
      return booleanFault(value)
    case 'code':
      return codeFault(value, fact.codes)
    case 'codes':
      return isObject(value) ? undefined : Array.isArray(value) ? listFault(value) : wrongType('codes')
    default:
      return listFault(value)
  }
}

function putValue(reading: Reading, fact: FactReader, value: number): void {
  reading.put(fact.slot, value)
  reading.open &= ~fact.bit
}

function showScore(reading: Reading, fact: FactReader, score: number): void {
  const level = levelInBands(fact.scoreBands as { from: number; level: number }[], score)
  for (const route of fact.routes) reading.putRoute(route, level, level)
  reading.digitalEvidence = true
}
