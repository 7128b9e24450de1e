import type { Evidence } from '../model/evidence.js'
import type { CitizenRecord } from '../model/record.js'

/** What a function that fetches a fact is told beside the id. */
export interface FactContext {
  record: Readonly<CitizenRecord>
  /** The day of the assessment, `YYYY-MM-DD`. */
  on: string
}

type Fetched<V> = V | null | undefined | PromiseLike<V | null | undefined>

/**
 * Where a fact comes from: a value or a promise, the same for everyone, or a function that is called at most once for each
 * person. `null` and `undefined` say "not known".
 */
export type FactSource<V> = Fetched<V> | ((id: string, context: FactContext) => Fetched<V>)

/** Sources by fact id. */
export type FactSources = { readonly [F in keyof Evidence]?: FactSource<NonNullable<Evidence[F]>> }

export type FetchResult = { value: unknown } | { failed: 'rejected' | 'timeout' }

/**
 * Fetches a fact for one person. What a source throws or rejects with may hold a person's data, so only that it did is told.
 *
 * @param timeout - milliseconds; without it a source may take for ever
 */
export async function fetchFact(source: unknown, context: FactContext, timeout: number | undefined): Promise<FetchResult> {
  const fetched = callSource(source, context)
  if (timeout === undefined) return fetched
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<FetchResult>((resolve) => {
    // eslint-disable-next-line no-restricted-globals -- only where a timeout is asked for; every runtime has it
    timer = setTimeout(() => resolve({ failed: 'timeout' }), timeout)
  })
  try {
    return await Promise.race([fetched, late])
  } finally {
    clearTimeout(timer)
  }
}

async function callSource(source: unknown, context: FactContext): Promise<FetchResult> {
  try {
    const value: unknown = await (typeof source === 'function' ? source(context.record.id, context) : source)
    return { value }
  } catch {
    return { failed: 'rejected' }
  }
}
