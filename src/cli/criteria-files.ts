import { isCdhtError, loadSet, type CriteriaSet } from '../index.js'
import { Refusal } from './io.js'
import { readJsonFile } from './json-file.js'
import { shippedSets } from './shipped-sets.js'
import { text } from './text.js'
import { withIssues } from './with-issues.js'

/** A criteria file as it was read, not yet checked. */
export interface CriteriaJson {
  path: string
  json: unknown
}

/** @throws {Refusal} when a file cannot be read, is not UTF-8, or is no JSON */
export function readCriteria(paths: readonly string[]): Promise<CriteriaJson[]> {
  return Promise.all(paths.map(async (path) => ({ path, json: await readJsonFile(path) })))
}

const isFile = (value: string): boolean => /\.json$/i.test(value)

/**
 * The sets that options name: shipped ones by id, others by their files. A file may extend a shipped set or any other file
 * named; a file that another one of the same option extends is part of it, not a set of its own.
 *
 * @param options - the values of each option, by its name
 * @throws {Refusal} for an id that is not known, and for files that make no set, with all that is wrong with them
 */
export async function setsNamed<T extends string>(
  command: string,
  options: Readonly<Record<T, readonly string[]>>,
): Promise<Record<T, CriteriaSet[]>> {
  const entries = Object.entries(options) as [T, readonly string[]][]
  for (const [option, values] of entries)
    for (const value of values)
      if (!isFile(value) && !shippedSets.some(({ id }) => id === value))
        throw new Refusal(
          text.setOrFile(
            `--${option}`,
            shippedSets.map(({ id }) => id),
          ),
          command,
        )
  const paths = [...new Set(entries.flatMap(([, values]) => values.filter(isFile)))]
  const pool = await readCriteria(paths)
  const sets = ([option, values]: [T, readonly string[]]): [T, CriteriaSet[]] => {
    const own = pool.filter(({ path }) => values.includes(path))
    const shipped = shippedSets.filter(({ id }) => values.includes(id))
    return [option, [...shipped, ...loadAll(own, [...own, ...pool])]]
  }
  return Object.fromEntries(entries.map(sets)) as Record<T, CriteriaSet[]>
}

/** What a file says of itself, whatever else is wrong with it. */
const headOf = ({ json }: CriteriaJson): { id?: unknown; extends?: unknown } =>
  typeof json === 'object' && json !== null ? json : {}

const isCommon = (file: CriteriaJson): boolean => ['facts', 'digital-skills'].includes(String(headOf(file).id))

/** @param pool - what the files may extend, those to be preferred first */
function loadAll(own: readonly CriteriaJson[], pool: readonly CriteriaJson[]): CriteriaSet[] {
  const extended: unknown[] = own.map((file) => headOf(file).extends).filter((id) => id !== undefined)
  const chains = own.filter((file) => !isCommon(file) && !extended.includes(headOf(file).id)).map((leaf) => chainOf(leaf, pool))
  // Files in a circle are nobody's base; what is wrong with them is told, rather than doing without them.
  const stray = own.find((file) => !isCommon(file) && !chains.some((chain) => chain.includes(file)))
  if (stray) chains.push(chainOf(stray, pool))
  if (chains.length === 0 && own.length > 0) chains.push([...own])
  return chains.map((chain) => load(chain, pool.filter(isCommon)))
}

/** A file and what it extends, as far as the pool has it. */
function chainOf(leaf: CriteriaJson, pool: readonly CriteriaJson[]): CriteriaJson[] {
  const chain = [leaf]
  let base = headOf(leaf).extends
  while (base !== undefined) {
    const file = pool.find((one) => headOf(one).id === base)
    if (file === undefined || chain.includes(file)) break
    chain.push(file)
    base = headOf(file).extends
  }
  return chain
}

function load(chain: readonly CriteriaJson[], common: readonly CriteriaJson[]): CriteriaSet {
  const [leaf] = chain as [CriteriaJson]
  const isWhole = chain.some((file) => headOf(file).extends === undefined)
  try {
    return loadSet([...new Set([...chain, ...(isWhole ? common : [])])].map(({ json }) => json))
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(withIssues(text.unusableSet(leaf.path), error.issues))
  }
}
