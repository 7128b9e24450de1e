import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeople, type PersonRow, type TextSource } from '../../src/csv.js'
import { isCdhtError } from '../../src/index.js'
import { arbitraryTable, inPieces } from '../support/arbitrary-table.js'

const runs = process.env['CDHT_LONG'] ? 3_000 : 40

async function readAll(source: TextSource) {
  const told: unknown[] = []
  const rows: PersonRow[] = []
  try {
    const tell = (name: string) => (what: unknown) => void told.push([name, what])
    const options = { onEnd: tell('end'), onHeadings: tell('headings') }
    for await (const row of readPeople(source, options)) rows.push(row)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    // How many rows come before depends on how far the parser is ahead.
    return { told: [], rows: [], refused: error.issues }
  }
  return { told, rows }
}

// Text goes through csv-parse, bytes do not: one must be as good as the other.
test('bytes are read as the same text is, wherever they are cut', async () => {
  const seen = { records: 0, rejections: 0, files: 0 }
  await fc.assert(
    fc.asyncProperty(arbitraryTable, fc.array(fc.nat(5000), { maxLength: 20 }), async (text, cuts) => {
      const expected = await readAll(text)
      const bytes = Buffer.from(text)
      expect(await readAll([bytes])).toEqual(expected)
      expect(await readAll(inPieces(bytes, cuts))).toEqual(expected)
      for (const row of expected.rows) {
        if (row.line < 37) continue
        if ('record' in row) seen.records++
        else seen.rejections++
      }
      if (expected.refused) seen.files++
    }),
    { numRuns: runs },
  )
  expect(seen.records).toBeGreaterThan(runs / 2)
  expect(seen.rejections).toBeGreaterThan(runs / 2)
  expect(seen.files).toBeGreaterThan(0)
})

test('every cut of one file', async () => {
  const [text] = fc.sample(
    arbitraryTable.filter((one) => one.includes('ế') || one.includes('Đ')),
    { numRuns: 1, seed: 7 },
  )
  const bytes = Buffer.from((text as string).slice(-900))
  const whole = Buffer.concat([Buffer.from((text as string).slice(0, -900)), bytes])
  const expected = await readAll([whole])
  for (let cut = whole.length - bytes.length; cut <= whole.length; cut += 30)
    expect(await readAll(inPieces(whole, [cut]))).toEqual(expected)
  expect(await readAll(Array.from(whole, (_, at) => whole.subarray(at, at + 1)))).toEqual(expected)
})

test('records share nothing with each other', async () => {
  const head = `id,group,informationSources,digitalServices,learningActivities\n`
  const row = (id: string) => `${id},farmer,book,"{""vneid"":true}",course|digital\n`
  const { rows } = await readAll([Buffer.from(head + Array.from({ length: 40 }, (_, at) => row(`P${at}`)).join(''))])
  const [one, other] = rows.slice(-2).map((last) => ('record' in last ? last.record.evidence : undefined))
  expect(one).toEqual(other)
  for (const fact of ['informationSources', 'digitalServices', 'learningActivities'] as const)
    expect(one?.[fact]).not.toBe(other?.[fact])
  expect(one?.learningActivities?.[0]).not.toBe(other?.learningActivities?.[0])
})
