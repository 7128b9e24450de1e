/** Every bound, and a point between each two and beyond the outermost: comparisons can change nowhere else. */
export function pointsAround(bounds: readonly number[], [least, most]: readonly [number, number], whole: boolean): number[] {
  const cuts = [...new Set(bounds)].sort((a, b) => a - b)
  const points = whole
    ? cuts.flatMap((cut) => [Math.ceil(cut) - 1, Math.ceil(cut), Math.floor(cut) + 1])
    : cuts.flatMap((cut, i) => [
        cut,
        i === 0 ? (least + cut) / 2 : ((cuts[i - 1] as number) + cut) / 2,
        most === Infinity ? cut + 1 : (cut + most) / 2,
      ])
  return [...new Set([least, ...points, ...(most === Infinity ? [] : [most])])]
    .filter((x) => x >= least && x <= most)
    .sort((a, b) => a - b)
}
