import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { readPeopleFile } from '../../src/cli/people-file.js'
import { shippedSets } from '../../src/cli/shipped-sets.js'
import { readPeople, type PersonRow } from '../../src/csv.js'
import { markOf } from '../../src/intake/id-mark.js'
import { IdMarks } from '../../src/intake/id-marks.js'
import { temporaryFolder } from '../../src/intake/temporary-folder.js'
import { folderOfTest } from '../support/cdht.js'

const folder = folderOfTest()
const io: Io = {
  stdin: (async function* () {})(),
  stdout: { write: () => true },
  stderr: { write: () => true },
  today: () => '2026-11-24',
}
const readTwice = (path: string) => readPeopleFile({ path, choices: {}, manyBytes: 0 }, io, ({ vi }) => vi, shippedSets)

async function all(rows: AsyncIterable<PersonRow>): Promise<PersonRow[]> {
  const list: PersonRow[] = []
  for await (const row of rows) list.push(row)
  return list
}

const marksOf = (ids: readonly string[]): Set<number> => {
  const marks = new IdMarks(temporaryFolder)
  for (const id of ids) marks.add(markOf(Buffer.from(id)))
  try {
    return marks.repeated()
  } finally {
    marks.remove()
  }
}

test('marks of the ids that come twice, and hardly any other', () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => `0370${String(at).padStart(8, '0')}`)
  expect(marksOf(ids)).toEqual(new Set())
  const again = ids.filter((_, at) => at % 1000 === 7)
  expect(marksOf([...ids, ...again])).toEqual(new Set(again.map((id) => markOf(Buffer.from(id)))))
})

describe('a long file is read twice, and says the same', () => {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.nat(12).map((number) => `P${number}`) },
    fc.constantFrom(
      'Đ1',
      'D\u03011',
      '"P1"',
      '" P1 "',
      ' P1',
      '=P1',
      '"a""b"',
      '',
      '?',
      '-',
      '37012345678',
      '3,7E+10',
      'P\u200b1',
    ),
  )
  const row = fc
    .tuple(id, fc.constantFrom('farmer', 'nông dân', 'worker', 'nobody'), fc.constantFrom('', '1', '2', '3', 'x'))
    .map((cells) => cells.join(','))

  test('whatever its ids', async () => {
    let repeated = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 30, maxLength: 60 }), async (rows) => {
        const path = folder.file('people.csv', ['id,group,booksRead', ...rows].join('\n'))
        const expected = await all(readPeople([Buffer.from(['id,group,booksRead', ...rows].join('\n'))]))
        expect(await all(readTwice(path))).toEqual(expected)
        for (const one of expected) if ('issues' in one && one.issues[0].code === 'repeated_id') repeated++
      }),
      { numRuns: 15 },
    )
    expect(repeated).toBeGreaterThan(100)
  })

  test('unless somebody changes it meanwhile: then it is refused', async () => {
    const path = folder.file('people.csv', 'id,group\nP1,farmer\nP2,farmer\n')
    const rows = readTwice(path)[Symbol.asyncIterator]()
    await rows.next()
    appendFileSync(path, 'P3,farmer\n')
    await rows.next()
    await expect(rows.next()).rejects.toThrow('was changed while it was read')
  })
})
