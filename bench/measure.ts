/** A piece of work to time: it handles `count` people, or criteria, in one go. */
export interface Job {
  name: string
  count: number
  run: () => unknown
}

const collect = (globalThis as { gc?: () => void }).gc

/**
 * Times jobs side by side in one process: in every round each job runs once, each round begins with another job, and the
 * garbage of one is collected before the next begins.
 *
 * @returns nanoseconds for one of `count`, the median over the rounds, by the name of the job
 */
export async function measure(jobs: readonly Job[], rounds: number): Promise<Map<string, number>> {
  if (collect === undefined) throw new Error('start node with --expose-gc')
  const times = new Map(jobs.map(({ name }) => [name, [] as number[]]))
  for (let warm = 0; warm < 2; warm++) for (const job of jobs) await job.run()
  for (let round = 0; round < rounds; round++)
    for (let j = 0; j < jobs.length; j++) {
      const job = jobs[(j + round * 7) % jobs.length] as Job
      collect()
      const start = performance.now()
      const outcome = job.run()
      if (outcome instanceof Promise) await outcome
      times.get(job.name)?.push(((performance.now() - start) * 1e6) / job.count)
    }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
