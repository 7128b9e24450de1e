import { emitModule } from '../src/emit.js'
import type { Slot } from '../src/rules/slot.js'
import { farmer } from '../src/sets/shipped/farmer.js'
import { fillerFor, on, type Filled } from './farmer-program.js'

interface Emitted {
  slots: readonly { fact: string; holds: string; code?: string; bit: number; measure?: string }[]
  pointsInto(S: Float64Array, open: number, out: Float64Array): void
}

/** The farmer set as `cdht emit` writes it, run as the module that it is. */
const code = Buffer.from(emitModule(farmer, { on }).code).toString('base64')
const module = (await import(`data:text/javascript;base64,${code}`)) as Emitted

export const emittedOverSlots = module.pointsInto

/** Rearranges filled slots into the order of the emitted module. */
export function emittedFiller(slots: readonly Slot[]): (filled: Filled) => Filled {
  const wanted = module.slots.map(({ fact, holds, code, bit: _, ...params }) => ({ fact, holds, ...(code && { code }), params }))
  const bits = new Map(module.slots.map(({ fact, bit }) => [fact, bit]))
  return fillerFor(slots, wanted, (fact) => bits.get(fact) as number)
}
