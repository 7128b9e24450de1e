type Fraction = readonly [bigint, bigint]

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
function reduced(numerator: bigint, denominator: bigint): Fraction {
  const by = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return [numerator / by, denominator / by]
}
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d - c * b, b * d)
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * c, b * d)
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced(a * d, b * c)
const zero: Fraction = [0n, 1n]

/**
 * Which unknowns a system of linear equations settles, whatever their right-hand sides: exactly, over the rationals, by reduced
 * row echelon form. An unknown is settled when its row has no other unknown in it.
 *
 * @param equations - the coefficients of each
 */
export function settled(equations: readonly (readonly number[])[], unknowns: number): Set<number> {
  const rows = equations.map((row) => row.map((of): Fraction => [BigInt(of), 1n]))
  let rank = 0
  const pivots: number[] = []
  for (let column = 0; column < unknowns && rank < rows.length; column++) {
    const at = rows.findIndex((row, i) => i >= rank && row[column]?.[0] !== 0n)
    if (at < 0) continue
    ;[rows[rank], rows[at]] = [rows[at] as Fraction[], rows[rank] as Fraction[]]
    const pivot = rows[rank] as Fraction[]
    const by = pivot[column] as Fraction
    for (let j = 0; j < unknowns; j++) if (pivot[j]?.[0] !== 0n) pivot[j] = over(pivot[j] as Fraction, by)
    rows.forEach((row, i) => {
      const factor = row[column] as Fraction
      if (i === rank || factor[0] === 0n) return
      for (let j = 0; j < unknowns; j++)
        if (pivot[j]?.[0] !== 0n) row[j] = minus(row[j] as Fraction, times(factor, pivot[j] ?? zero))
    })
    pivots.push(column)
    rank++
  }
  return new Set(pivots.filter((column, i) => rows[i]?.every((of, j) => j === column || of[0] === 0n)))
}
