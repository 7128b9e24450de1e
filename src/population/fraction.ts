/** So many of so many: whole numbers, so that nothing is rounded before it is compared or shown. */
export interface Fraction {
  numerator: number
  denominator: number
}

/** In percent, for sorting and drawing; compare with {@link reaches}. `null` of nobody. */
export const percentOf = ({ numerator, denominator }: Fraction): number | null =>
  denominator === 0 ? null : (100 * numerator) / denominator

/** Whether a fraction is at least so many percent: exactly, also where percent has decimals. */
export function reaches({ numerator, denominator }: Fraction, percent: number): boolean {
  const [digits, scale] = decimal(percent)
  return BigInt(numerator) * 100n * scale >= digits * BigInt(denominator)
}

/** How many more of the same `denominator` the numerator needs to reach so many percent; 0 once it does. */
export function shortOf({ numerator, denominator }: Fraction, percent: number): number {
  const [digits, scale] = decimal(percent)
  const least = (digits * BigInt(denominator) + 100n * scale - 1n) / (100n * scale)
  return Math.max(0, Number(least) - numerator)
}

/** In hundredths of a percent, rounded down: no share looks as if it reached what it does not. */
export const hundredthsOf = ({ numerator, denominator }: Fraction): number =>
  Number((BigInt(numerator) * 10_000n) / BigInt(denominator))

/** A decimal number as written: 33.3 is 333 of tens. */
function decimal(value: number): [digits: bigint, scale: bigint] {
  const [mantissa, exponent = '0'] = String(value).split('e') as [string, string?]
  const [whole, decimals = ''] = mantissa.split('.') as [string, string?]
  const places = decimals.length - Number(exponent)
  const digits = BigInt(whole + decimals)
  return places >= 0 ? [digits, 10n ** BigInt(places)] : [digits * 10n ** BigInt(-places), 1n]
}
