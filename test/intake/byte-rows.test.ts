import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteRows } from '../../src/intake/byte-rows.js'
import { readCsvRows } from '../../src/intake/csv-rows.js'
import type { TableRow } from '../../src/intake/table-row.js'
import { isCdhtError } from '../../src/index.js'

const isLong = process.env['CDHT_LONG'] !== undefined
const runs = isLong ? 5_000 : 150

/** The rows, or those before the refusal and what is refused. */
type Outcome = { rows: TableRow[]; refused?: unknown }

async function bySlowRoute(text: string): Promise<Outcome> {
  const rows: TableRow[] = []
  try {
    for await (const { line, cells } of readCsvRows(text, { isHeading: (cell) => cell.trim() === 'id' }))
      rows.push({ line, cells })
  } catch (error) {
    if (!isCdhtError(error)) throw error
    return { rows, refused: error.issues }
  }
  return { rows }
}

/** @param cuts - places at which the bytes come in pieces */
function byBytes(bytes: Uint8Array, cuts: readonly number[]): Outcome {
  const source = new ByteRows(',')
  const rows: TableRow[] = []
  const drain = (): void => {
    while (source.next()) rows.push(source.row())
  }
  try {
    let begin = 0
    for (const cut of [...cuts, bytes.length]) {
      source.add(bytes.subarray(begin, cut))
      drain()
      begin = cut
    }
    source.end()
    drain()
  } catch (error) {
    if (!isCdhtError(error)) throw error
    return { rows, refused: error.issues }
  }
  return { rows }
}

const piece = fc.constantFrom(
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  'a',
  ' ',
  'đ',
  'ế',
  '😀',
  '',
  ';',
  '\uFEFF',
  '-',
  '"a"',
  '"đ\n"',
  'x,',
)
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
const cell = fc.oneof(
  fc.constantFrom('', 'a', 'đường', 'P1', '-'),
  fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', '\r', 'ế', ' '), { maxLength: 6 }).map((signs) => {
    const text = signs.join('').replaceAll('"', '""')
    return /[",\r\n]/.test(text) ? `"${text}"` : text
  }),
)
const goodTable = fc
  .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 8 })
  .map((rows) => rows.map(([cells, end]) => cells.join(',') + end).join(''))

test('rows of bytes are those of the text, wherever the bytes are cut', async () => {
  let [refused, read] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, goodTable), fc.array(fc.nat(200)), async (text, cuts) => {
      // The heading makes the delimiter certain, whatever follows.
      const whole = `id,x\n${text}`
      const bytes = Buffer.from(whole)
      const expected = await bySlowRoute(whole)
      const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
      for (const some of [[], places, Array.from(bytes, (_, at) => at)]) {
        const found = byBytes(bytes, some)
        expect(found.refused).toEqual(expected.refused)
        if (!expected.refused) expect(found.rows).toEqual(expected.rows)
      }
      if (expected.refused) refused++
      else read += expected.rows.length
    }),
    { numRuns: runs },
  )
  expect(refused).toBeGreaterThan(runs / 20)
  expect(read).toBeGreaterThan(runs)
})

test('a row has its limit as the other reader has it', async () => {
  const texts = (isLong ? [-1, 0, 1, 2] : [1]).flatMap((more) => {
    const many = 'a'.repeat(999_990 + more)
    return [
      `id,x\nP1,${many}ế123456\n`,
      `id,x\nP1,"${many}""23456ế"\n`,
      `id,x\nP1,ế${many},23456789\n`,
      `id,x\nP1,"${'\r\n'.repeat(999_990 + more)}",3456789\n`,
      `id,x\nP1,"${many}12345678`,
    ]
  })
  for (const text of isLong ? texts : texts.slice(1, 3)) {
    const expected = await bySlowRoute(text)
    const bytes = Buffer.from(text)
    for (const cuts of [[], [700_000, 999_999, 1_000_003]]) {
      const found = byBytes(bytes, cuts)
      expect(found.refused).toEqual(expected.refused)
      if (!expected.refused) expect(found.rows.map(({ line }) => line)).toEqual(expected.rows.map(({ line }) => line))
    }
  }
})

test('bytes that are no letters are refused, also where a letter is cut at the end', () => {
  const refused = [{ code: 'not_utf8', path: [], severity: 'error' }]
  for (const wrong of [[0xff], [0xc3], [0xe1, 0xba], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
    const bytes = Buffer.concat([Buffer.from('id,x\nP1,'), Buffer.from(wrong)])
    expect(byBytes(bytes, []).refused).toEqual(refused)
    expect(
      byBytes(
        bytes,
        Array.from(bytes, (_, at) => at),
      ).refused,
    ).toEqual(refused)
    if (wrong.length > 0)
      expect(byBytes(Buffer.concat([bytes, Buffer.from('\nP2,a\n')]), [bytes.length - 1]).refused).toEqual(refused)
  }
})
