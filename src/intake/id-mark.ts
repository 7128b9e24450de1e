import { hashOn, hashSeed } from './byte-hash.js'

/** A number of 52 bits for the bytes of an id: equal ids have equal marks, and different ones hardly ever. */
export function markOf(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let one = hashSeed
  let other = 0
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    one = hashOn(one, byte)
    other = Math.imul(other, 0x2c1b3c6d) + byte + 1
  }
  return mixed(one) * 2 ** 20 + (mixed(other) >>> 12)
}

/** The last bytes alone would not reach all of the bits. */
function mixed(hash: number): number {
  let mixing = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0x297a2d39)
  return (mixing ^ (mixing >>> 16)) >>> 0
}
