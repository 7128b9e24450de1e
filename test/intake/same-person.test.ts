import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onlyOnce, type Placed, type SamePerson } from '../../src/csv.js'
import { Spill, type Keyed } from '../../src/intake/spill.js'
import { folderOfTest } from '../support/cdht.js'

interface Row {
  id: string
  day: string | null
  unit: string | null
  text: string
}
const keyOf = ({ id, day, unit }: Row) => ({ id, recordedOn: day, unit })
const at = (line: number, value: Row, file = 'a.csv'): Placed<Row> => ({ file, line, value })
const folder = folderOfTest()
const temporaryFolder = (): string => mkdtempSync(join(folder.path(), 'spill-'))

async function once(rows: Placed<Row>[], held?: number) {
  const [conflicts, repeats]: [SamePerson[], string[]] = [[], []]
  const counted: Placed<Row>[] = []
  const options = {
    keyOf,
    held,
    temporaryFolder,
    onConflict: (found: SamePerson) => void conflicts.push(found),
    onRepeat: ({ file, line }: { file: string; line: number }) => void repeats.push(`${file}:${line}`),
  }
  for await (const row of onlyOnce(rows, options)) counted.push(row)
  const byId = <T>(list: T[], id: (of: T) => string): T[] => list.sort((a, b) => (id(a) < id(b) ? -1 : 1))
  return {
    counted: byId(counted, ({ value }) => value.id),
    conflicts: byId(conflicts, ({ id }) => id).map((one) => ({
      ...one,
      others: one.others.map(({ file, line }) => `${file}:${line}`).sort(),
    })),
    repeats: repeats.sort(),
  }
}

describe('the same person', () => {
  const row = (of: Partial<Row>): Row => ({ id: 'P1', day: '2025-03-01', unit: 'X2', text: 'b', ...of })
  test('counts once where all records say the same', async () => {
    const { counted, conflicts, repeats } = await once([at(2, row({})), at(9, row({}), 'b.csv'), at(3, row({ id: 'P2' }))])
    expect(counted.map(({ file, line }) => [file, line])).toEqual([
      ['a.csv', 2],
      ['a.csv', 3],
    ])
    expect(conflicts).toEqual([])
    expect(repeats).toEqual(['b.csv:9'])
  })
  test.each<[SamePerson['by'], Partial<Row>, Partial<Row>[]]>([
    [
      'recorded-on',
      { day: '2025-03-02', unit: 'X9' },
      [
        { day: '2025-03-01', unit: 'X1' },
        { day: null, unit: 'X1' },
      ],
    ],
    ['unit', { unit: 'X1', text: 'z' }, [{ unit: 'X10', text: 'a' }, { unit: 'X2' }, { unit: null }]],
    ['text', { text: 'a' }, [{ text: 'b' }]],
  ])('by %s: the same one counts, wherever it stands', async (by, wins, loses) => {
    const rows = [wins, ...loses].map(row)
    for (const order of [rows, rows.toReversed()]) {
      const { counted, conflicts, repeats } = await once(order.map((one, i) => at(i + 2, one)))
      expect(counted.map(({ value }) => value)).toEqual([rows[0]])
      expect(conflicts).toMatchObject([{ id: 'P1', by, counted: { file: 'a.csv' } }])
      expect(conflicts[0]?.others).toHaveLength(loses.length)
      expect(repeats).toEqual([])
    }
  })
})

const rows = fc.array(
  fc.record({
    id: fc.constantFrom('P1', 'P2', 'P3', 'p\n4', 'Đ\t5', '__proto__', '\ud800'),
    day: fc.constantFrom('2025-01-01', '2025-02-01', null),
    unit: fc.constantFrom('X1', 'X2', null),
    text: fc.constantFrom('a', 'b\u2028c', 'd\ne'),
  }),
  { maxLength: 40 },
)

test('equals a plain search for the best of each id, in any order, on the disk as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(1, 200, undefined), fc.nat(), async (values, held, seed) => {
      const better = (a: Row, b: Row): boolean =>
        (a.day ?? '') !== (b.day ?? '')
          ? (a.day ?? '') > (b.day ?? '')
          : (a.unit ?? '~') !== (b.unit ?? '~')
            ? (a.unit ?? '~') < (b.unit ?? '~')
            : a.text < b.text
      const best = new Map<string, Row>()
      for (const value of values) {
        const held = best.get(value.id)
        if (!held || better(value, held)) best.set(value.id, value)
      }
      const same = (a: Row, b: Row | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
      const { counted, conflicts, repeats } = await once(
        values.map((value, i) => at(i, value)),
        held,
      )
      const expected = [...best.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(counted.map(({ value }) => value)).toEqual(expected)
      // Every row is counted, listed as a repeat, or listed in a conflict: none is lost.
      const losers = conflicts.flatMap(({ others }) => others)
      expect([...counted.map(({ line }) => `a.csv:${line}`), ...repeats, ...losers].sort()).toEqual(
        values.map((_, i) => `a.csv:${i}`).sort(),
      )
      expect(losers.sort()).toEqual(values.flatMap((value, i) => (same(value, best.get(value.id)) ? [] : [`a.csv:${i}`])).sort())
      const turned = values
        .map((value, i) => at(i, value))
        .sort((a, b) => ((a.line * 7 + seed) % 11) - ((b.line * 7 + seed) % 11))
      expect(await once(turned, held)).toEqual({ counted, conflicts, repeats })
      expect(readdirSync(folder.path())).toEqual([])
    }),
    { numRuns: Number(process.env['CDHT_RUNS'] ?? 25) },
  )
})

describe('temporary files', () => {
  test('are gone when the reader stops early', async () => {
    const many = Array.from({ length: 100 }, (_, i) => at(i, { id: `P${i}`, day: null, unit: null, text: '' }))
    for await (const one of onlyOnce(many, { keyOf, held: 10, temporaryFolder })) {
      expect(readdirSync(folder.path()).length).toBeGreaterThan(0)
      expect(one.file).toBe('a.csv')
      break
    }
    expect(readdirSync(folder.path())).toEqual([])
  })
  test('texts of a key stay together, in their order, also where a part is divided again', async () => {
    const spill = new Spill({ held: 300, temporaryFolder })
    for (let i = 0; i < 1000; i++) await spill.add([`key ${i % 50}`, `${i}`])
    const found = new Map<string, Keyed[]>()
    for await (const part of spill.parts()) {
      const inPart = new Map<string, Keyed[]>()
      for await (const keyed of part) inPart.set(keyed[0], [...(inPart.get(keyed[0]) ?? []), keyed])
      for (const [key, list] of inPart) {
        expect(found.has(key)).toBe(false)
        found.set(key, list)
      }
    }
    await spill.remove()
    expect(found.size).toBe(50)
    for (const [key, list] of found)
      expect(list.map(([, text]) => Number(text))).toEqual(Array.from({ length: 20 }, (_, i) => Number(key.slice(4)) + 50 * i))
    expect(readdirSync(folder.path())).toEqual([])
  })
})
