import { isObject } from '../model/record.js'
import { levelInBands } from './digital-rules.js'
import type { FactReader } from './fact-reader.js'
import { readCodes, readPartialCodes } from './read-codes.js'
import { readActivities, readCertificates } from './read-lists.js'
import type { Reading } from './reading.js'

/** Checks the value of a fact and puts it into its slots. */
export function readFact(reading: Reading, fact: FactReader, value: unknown): boolean {
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number':
      if (typeof value !== 'number' || !(value >= fact.min && value <= fact.max)) return false
      if (fact.whole && !Number.isInteger(value)) return false
      reading.put(fact.slot, value)
      reading.open &= ~fact.bit
      if (fact.scoreBands !== undefined) showScore(reading, fact, value)
      return true
    case 'boolean':
      if (typeof value !== 'boolean') return false
      reading.put(fact.slot, value ? 1 : 0)
      reading.open &= ~fact.bit
      return true
    case 'code':
      return typeof value === 'string' && readCodes(reading, fact, [value])
    case 'codes':
      return Array.isArray(value) ? readCodes(reading, fact, value) : isObject(value) && readPartialCodes(reading, fact, value)
    case 'activities':
      return Array.isArray(value) && readActivities(reading, fact, value)
    case 'certificates':
      return Array.isArray(value) && readCertificates(reading, fact, value)
  }
}

function showScore(reading: Reading, fact: FactReader, score: number): void {
  const level = levelInBands(fact.scoreBands as { from: number; level: number }[], score)
  for (const route of fact.routes) reading.putRoute(route, level, level)
  reading.digitalEvidence = true
}
