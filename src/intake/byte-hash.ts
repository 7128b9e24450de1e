export const hashSeed = 0x811c9dc5
/** The hash (FNV-1a) of some bytes with one more behind them. */
export const hashOn = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193)
