import { listLimit } from '../model/record.js'
import type { FactReader } from './fact-reader.js'
import type { Reading } from './reading.js'

/** A complete list of codes: what is not in it does not hold. A code given twice counts once. */
export function readCodes(reading: Reading, fact: FactReader, codes: readonly unknown[]): boolean {
  if (codes.length > listLimit) return false
  const { S, areaCount } = reading
  const { codeSlots, rated } = fact
  const mark = ++fact.mark
  for (let i = 0; i < codeSlots.length; i++) reading.put(codeSlots[i] as number, 0)
  if (rated) for (let a = 0; a < areaCount.length; a++) areaCount[a] = 0
  let count = 0
  for (let i = 0; i < codes.length; i++) {
    const code = fact.codes.get(codes[i] as string)
    if (code === undefined) return false
    if (code.seen === mark) continue
    code.seen = mark
    count++
    const { slot, area } = code
    if (slot >= 0) S[2 * slot] = S[2 * slot + 1] = 1
    if (area >= 0) areaCount[2 * area] = areaCount[2 * area + 1] = (areaCount[2 * area] as number) + 1
  }
  reading.put(fact.slot, count)
  reading.open &= ~fact.bit
  if (rated) reading.digitalEvidence = true
  return true
}

/** Code by code: what is left out, or `null`, is not known. */
export function readPartialCodes(reading: Reading, fact: FactReader, codes: Record<string, unknown>): boolean {
  const { S, areaCount } = reading
  let yes = 0
  let no = 0
  for (const key in codes) {
    const code = fact.codes.get(key)
    if (code === undefined) return false
    const holds = codes[key]
    if (holds === null || holds === undefined) continue
    if (typeof holds !== 'boolean') return false
    if (holds) yes++
    else no++
    const { slot, area } = code
    reading.put(slot, holds ? 1 : 0)
    if (area < 0) continue
    if (holds) (areaCount[2 * area] as number)++
    else (areaCount[2 * area + 1] as number)--
  }
  if (fact.slot >= 0) {
    S[2 * fact.slot] = yes
    S[2 * fact.slot + 1] = fact.codes.size - no
  }
  if (yes + no === fact.codes.size) {
    reading.open &= ~fact.bit
    if (fact.rated) reading.digitalEvidence = true
  }
  return true
}
