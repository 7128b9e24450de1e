import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  joinItems,
  readItems,
  readPeople,
  type ItemCounts,
  type ItemRow,
  type JoinOptions,
  type PersonRow,
} from '../../src/csv.js'
import { evaluate, isCdhtError, type Activity } from '../../src/index.js'

const fact = 'learningActivities' as const

async function* stream<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}

async function joined(people: readonly PersonRow[], items: readonly ItemRow[], options: JoinOptions = {}) {
  const rows: PersonRow[] = []
  const told: [code: string, line: number][] = []
  let counts: ItemCounts | undefined
  const all = joinItems(stream(people), stream(items), {
    ...options,
    onRejected: ({ issues, line }) => void told.push([issues[0].code, line]),
    onEnd: (of) => (counts = of),
  })
  for await (const row of all) rows.push(row)
  return { rows, told: told.sort(([, a], [, b]) => a - b), counts: counts as ItemCounts }
}

/** The same by a map, in the plainest way. */
function joinedByMap(people: readonly PersonRow[], items: readonly ItemRow[]) {
  const textOf = (item: Activity): string => JSON.stringify(Object.entries(item).sort())
  const own = new Map<string, ItemRow[]>()
  for (const item of items) if (item.id !== undefined) own.set(item.id, [...(own.get(item.id) ?? []), item])
  const taken = new Set<ItemRow>()
  const rows = people.map((row) => {
    const list = 'record' in row ? own.get(row.record.id) : undefined
    if (!('record' in row) || !list) return row
    if ((row.record.evidence?.[fact] ?? undefined) !== undefined) return { line: row.line, code: 'list_given_twice' }
    for (const item of list) taken.add(item)
    const given = list.flatMap((item) => ('issues' in item ? [{}] : item.item ? [item.item] : []))
    return { ...row, record: { ...row.record, evidence: { ...row.record.evidence, [fact]: given.map(textOf).sort() } } }
  })
  const rejected = items.filter((item) => 'issues' in item)
  const unmatched = items.filter((item) => !('issues' in item) && !taken.has(item))
  const counts = {
    rows: items.length,
    joined: items.length - rejected.length - unmatched.length,
    rejected: rejected.length,
    unmatched: unmatched.length,
  }
  const told = [
    ...rejected.map(({ line }) => ['missing', line] as [string, number]),
    ...unmatched.map(({ line }) => ['unknown_person', line] as [string, number]),
  ]
  return { rows, told: told.sort(([, a], [, b]) => a - b), counts }
}

/** Rows as the plain join tells them: lists as sets. */
function plainly(rows: readonly PersonRow[]) {
  return rows.map((row) => {
    if (!('record' in row)) return row.issues[0].code === 'list_given_twice' ? { line: row.line, code: 'list_given_twice' } : row
    const list = row.record.evidence?.[fact]
    if (!list) return row
    const texts = list.map((item) => JSON.stringify(Object.entries(item).sort())).sort()
    return { ...row, record: { ...row.record, evidence: { ...row.record.evidence, [fact]: texts } } }
  })
}

const ids = fc.oneof(
  fc.nat(30).map((number) => `P${number}`),
  fc.constantFrom('"', '\\', '["P1",', 'Đặng', 'P1\n', '\ud800', '😀', '\u2028', 'P', 'P1 ', '__proto__'),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const activity: fc.Arbitrary<Activity> = fc.record(
  { kind: fc.constantFrom('course', 'library'), from: fc.constantFrom('2025', '2025-03-12'), hours: fc.nat(9) },
  { requiredKeys: [], noNullPrototype: true },
)
const people: fc.Arbitrary<PersonRow[]> = fc
  .uniqueArray(fc.tuple(ids, fc.nat(9)), { selector: ([id]) => id, maxLength: 40 })
  .map((list) =>
    list.map(([id, chance], at): PersonRow => {
      const line = at + 2
      if (chance === 0) return { line, id, issues: [{ code: 'missing', path: [], severity: 'error' }] }
      const evidence = {
        booksRead: at,
        ...(chance === 1 && { [fact]: [{ kind: 'course' as const }] }),
        ...(chance === 2 && { [fact]: null }),
      }
      return { line, record: { id, group: 'farmer', ...(chance > 3 && { evidence }) } }
    }),
  )
const items: fc.Arbitrary<ItemRow[]> = fc.array(fc.tuple(ids, fc.nat(9), activity), { maxLength: 80 }).map((list) =>
  list.map(([id, chance, item], at): ItemRow => {
    const line = at + 2
    if (chance === 0) return { line, id, fact, issues: [{ code: 'missing', path: [], severity: 'error' }] }
    if (chance === 1) return { line, fact, issues: [{ code: 'missing', path: [], severity: 'error' }] }
    return { line, id, fact, ...(chance > 2 && { item }) }
  }),
)
const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }): number =>
  (a.id ?? '') < (b.id ?? '') ? -1 : (a.id ?? '') > (b.id ?? '') ? 1 : 0
const idOf = (row: PersonRow) => ({ id: 'record' in row ? row.record.id : row.id })
const numRuns = Number(process.env['CDHT_RUNS'] ?? 60)

describe('a join is what a map would give', () => {
  test.each([
    ['in memory', 30_000],
    ['on the disk', 3],
  ])('in any order, %s', async (_, held) => {
    await fc.assert(
      fc.asyncProperty(people, items, async (one, other) => {
        const { rows, told, counts } = await joined(one, other, { held })
        expect({ rows: plainly(rows), told, counts }).toEqual(joinedByMap(one, other))
        expect(counts.rows).toBe(counts.joined + counts.rejected + counts.unmatched)
      }),
      { numRuns },
    )
  })

  test('sorted, without keeping any', async () => {
    await fc.assert(
      fc.asyncProperty(people, items, async (one, other) => {
        const [first, second] = [one.toSorted((a, b) => byId(idOf(a), idOf(b))), other.toSorted(byId)]
        const { rows, told, counts } = await joined(first, second, { order: 'sorted' })
        expect({ rows: plainly(rows), told, counts }).toEqual(joinedByMap(first, second))
        const stored = await joined(first, second, { held: 5 })
        expect(rows).toEqual(stored.rows)
      }),
      { numRuns },
    )
  })
})

test('the order of either file changes nobody’s result, to the last letter', async () => {
  const table = Array.from({ length: 40 }, (_, i) => `P${i % 7},course,digital,202${4 + (i % 3)}-0${1 + (i % 9)}-11,,${i % 5},`)
  const persons = Array.from({ length: 8 }, (_, i) => `P${i},Nông dân`)
  const resultsOf = async (first: string[], second: string[]) => {
    const results = new Map<string, string>()
    const rows = joinItems(
      readPeople(['Mã,Nhóm', ...first].join('\n')),
      readItems(['Mã,Loại,Nội dung,Từ ngày,Đến ngày,Số giờ,Chứng nhận', ...second].join('\n'), { fact }),
    )
    for await (const row of rows)
      if ('record' in row) results.set(row.record.id, JSON.stringify(evaluate(row.record, { on: '2025-12-31' })))
    return results
  }
  const forward = await resultsOf(persons, table)
  expect([...forward.values()].some((text) => text.includes('after_day'))).toBe(true)
  for (const [id, result] of await resultsOf(persons.toReversed(), table.toReversed())) expect(result).toBe(forward.get(id))
  expect(forward.size).toBe(8)
})

describe('sorted', () => {
  const person = (id: string, line: number): PersonRow => ({ line, record: { id, group: 'farmer' } })
  const item = (id: string, line: number): ItemRow => ({ line, id, fact, item: {} })
  const failure = async (first: PersonRow[], second: ItemRow[]) => {
    const error: unknown = await joined(first, second, { order: 'sorted' }).catch((one: unknown) => one)
    return isCdhtError(error) ? error.issues : error
  }
  test('the first row out of order ends it', async () => {
    const expected = (which: string, line: number) => [{ code: 'not_sorted', path: [which], severity: 'error', line }]
    expect(await failure([person('P2', 2), person('P10', 3)], [])).toEqual(expected('people', 3))
    expect(await failure([person('P9', 2)], [item('P2', 2), item('P3', 3), item('P10', 4)])).toEqual(expected('items', 4))
    // Also behind the last person, whose result is out already.
    expect(await failure([person('P1', 2)], [item('P1', 2), item('P3', 3), item('P1', 4)])).toEqual(expected('items', 4))
  })
})

describe('a list too long', () => {
  const long: ItemRow[] = Array.from({ length: 1002 }, (_, i) => ({ line: i + 2, id: 'P1', fact, item: { hours: 1 } }))
  test.each([{ order: 'sorted' }, {}, { held: 10 }] as JoinOptions[])(
    '%j: the person is rejected, no row is lost',
    async (options) => {
      const { rows, counts, told } = await joined([{ line: 2, record: { id: 'P1', group: 'farmer' } }], long, options)
      expect(rows).toMatchObject([{ line: 2, id: 'P1', issues: [{ code: 'too_many', path: [fact] }] }])
      expect(counts).toEqual({ rows: 1002, joined: 0, rejected: 0, unmatched: 1002 })
      expect(told).toHaveLength(1002)
    },
  )
})

describe('what is sorted on the disk', () => {
  test('many runs, many blocks, long groups: all is found, nothing twice', async () => {
    const total = 4_000
    const list = Array.from({ length: total }, (_, i): ItemRow => ({
      line: i + 2,
      // Some people have one, some have hundreds, beyond a block.
      id: i % 3 === 0 ? `P${i % 10}` : `Q${(i * 7919) % total}`,
      fact,
      item: { hours: i % 100 },
    }))
    const persons = [...new Set(list.map((item) => item.id as string))].filter((_, i) => i % 2 === 0)
    const first = persons.map((id, i): PersonRow => ({ line: i + 2, record: { id, group: 'farmer' } }))
    const memory = await joined(first, list)
    // More runs than are open at a time.
    const disk = await joined(first, list, { held: 20 })
    expect(disk).toEqual(memory)
    expect(disk.counts.joined).toBeGreaterThan(500)
    expect(disk.counts.unmatched).toBeGreaterThan(500)
  })

  test('its folder is for its user alone, and goes at the end, also of a join that is given up', async () => {
    const folders: string[] = []
    const temporaryFolder = (): string => {
      folders.push(mkdtempSync(join(tmpdir(), 'cdht-test-')))
      return folders.at(-1) as string
    }
    const list = Array.from({ length: 20 }, (_, i): ItemRow => ({ line: i, id: `P${i}`, fact, item: {} }))
    const persons = list.map(({ line, id }): PersonRow => ({ line, record: { id: id as string, group: 'farmer' } }))
    for await (const row of joinItems(stream(persons), stream(list), { held: 4, temporaryFolder })) {
      expect(row.line).toBe(0)
      const [folder = ''] = folders
      if (process.platform !== 'win32') expect(statSync(folder).mode & 0o077).toBe(0)
      expect(readdirSync(folder)).toHaveLength(1)
      break
    }
    async function* broken(): AsyncGenerator<ItemRow> {
      yield* list
      throw new Error('the disk fails')
    }
    const rest = joinItems(stream(persons), broken(), { held: 4, temporaryFolder })
    await expect(rest.next()).rejects.toThrow('the disk fails')
    expect(folders).toHaveLength(2)
    expect(folders.filter((folder) => existsSync(folder))).toEqual([])
  })
})
