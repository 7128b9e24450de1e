import type { FactReader } from './fact-reader.js'
import { booleanFault, codeFault, plainFault, wrongType } from './fault.js'
import type { Reading } from './reading.js'

/** A complete list of codes: what is not in it does not hold. A code given twice counts once. */
export function readCodes(reading: Reading, fact: FactReader, codes: readonly unknown[]): void {
  const { S, areaCount } = reading
  const { codeSlots, rated } = fact
  const mark = ++fact.mark
  for (let i = 0; i < codeSlots.length; i++) reading.put(codeSlots[i] as number, 0)
  if (rated) for (let a = 0; a < areaCount.length; a++) areaCount[a] = 0
  let count = 0
  for (let i = 0; i < codes.length; i++) {
    const code = fact.codes.get(codes[i] as string)
    if (code === undefined) {
      reading.fault(codeFault(codes[i], fact.codes) ?? wrongType('text'), 'evidence', fact.id, i)
      continue
    }
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
}

/** Code by code: what is left out, or `null`, is not known. */
export function readPartialCodes(reading: Reading, fact: FactReader, codes: Record<string, unknown>): void {
  const { S, areaCount } = reading
  let yes = 0
  let no = 0
  for (const key in codes) {
    const code = fact.codes.get(key)
    const holds = codes[key]
    const fault = code === undefined ? plainFault('unknown_code') : booleanFault(holds)
    if (fault !== undefined) reading.fault(fault, 'evidence', fact.id, key)
    else if (typeof holds === 'boolean') {
      const { slot, area } = code as NonNullable<typeof code>
      if (holds) yes++
      else no++
      reading.put(slot, holds ? 1 : 0)
      if (area < 0) continue
      if (holds) (areaCount[2 * area] as number)++
      else (areaCount[2 * area + 1] as number)--
    }
  }
  if (fact.slot >= 0) {
    S[2 * fact.slot] = yes
    S[2 * fact.slot + 1] = fact.codes.size - no
  }
  if (yes + no === fact.codes.size) {
    reading.open &= ~fact.bit
    if (fact.rated) reading.digitalEvidence = true
  }
}
