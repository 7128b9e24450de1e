import { setTimeout } from 'node:timers/promises'

/** A piece of work to time: it handles `count` people, or criteria, in one go. */
export interface Job {
  name: string
  count: number
  run: () => unknown
  /** Leaves garbage behind, which is cleared away before anything else is timed. */
  allocates?: boolean
}

/** A job is repeated until it takes about so many milliseconds. */
const longEnough = 40
/** Collecting goes on beside the program for some milliseconds after it has been asked for, and would be timed with it. */
const untilCollected = 150

const collect = (globalThis as { gc?: () => void }).gc

/**
 * Times jobs side by side in one process: in every round each job has its turn, and each round begins with another job.
 *
 * @returns nanoseconds for one of `count`, the median over the rounds, by the name of the job
 */
export async function measure(jobs: readonly Job[], rounds: number): Promise<Map<string, number>> {
  if (collect === undefined) throw new Error('start node with --expose-gc')
  const times = new Map(jobs.map(({ name }) => [name, [] as number[]]))
  const repeats = new Map<Job, number>()
  for (let warm = 0; warm < 3; warm++)
    for (const job of jobs) repeats.set(job, Math.ceil(longEnough / Math.max(await time(job, repeats.get(job) ?? 1), 0.1)))
  for (let round = 0; round < rounds; round++)
    for (let j = 0; j < jobs.length; j++) {
      const job = jobs[(j + round * 7) % jobs.length] as Job
      // Collecting has shrunk the space for new objects; it grows again while a job that needs it is at work.
      if (job.allocates) await time(job, 1)
      times.get(job.name)?.push(((await time(job, repeats.get(job) ?? 1)) * 1e6) / job.count)
      if (!job.allocates) continue
      collect()
      await setTimeout(untilCollected)
    }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

/** @returns milliseconds of one run, the mean of `repeats` */
async function time({ run }: Job, repeats: number): Promise<number> {
  const start = performance.now()
  for (let i = 0; i < repeats; i++) {
    const outcome = run()
    if (outcome instanceof Promise) await outcome
  }
  return (performance.now() - start) / repeats
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
