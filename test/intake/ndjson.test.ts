import { describe, expect, test } from 'vitest'
import { isCdhtError } from '../../src/index.js'
import { readPeople, type RowCounts, type TextSource } from '../../src/ndjson.js'
import { toUtf16 } from '../support/old-bytes.js'

async function readAll(source: TextSource) {
  const rows: [number, unknown][] = []
  let counts: RowCounts | undefined
  for await (const row of readPeople(source, { onEnd: (found) => (counts = found) }))
    rows.push([row.line, 'record' in row ? row.record : row.issues.map(({ code, path }) => [code, ...path].join(' '))])
  return { rows, counts }
}
async function refusalOf(source: TextSource) {
  try {
    await readAll(source)
  } catch (error) {
    if (isCdhtError(error)) return error.issues
    throw error
  }
  throw new Error('the file was read')
}

const p1 = { id: 'P1', group: 'farmer', evidence: { booksRead: 2 } }
const p2 = { id: 'Đ2', group: 'worker', units: { residence: 'a "b" \\ [c], {d}' } }
const lines = (...values: unknown[]): string => values.map((value) => JSON.stringify(value)).join('\n')

describe('records come out with their lines', () => {
  test.each([
    ['one a line', lines(p1, p2), [1, 2]],
    ['one a line, blank lines and CRLF', `\r\n${lines(p1)}\r\n\r\n${lines(p2)}\r\n`, [2, 4]],
    ['a list on one line', JSON.stringify([p1, p2]), [1, 1]],
    ['a list, indented', JSON.stringify([p1, p2], undefined, 2), [2, 9]],
    ['a list with a record a line', `[\n${JSON.stringify(p1)},\n${JSON.stringify(p2)}\n]\n\n`, [2, 3]],
    ['a byte order mark', `\uFEFF${lines(p1, p2)}`, [1, 2]],
  ])('%s', async (_, text, expected) => {
    const rows = [
      [expected[0], p1],
      [expected[1], p2],
    ]
    expect((await readAll(text)).rows).toEqual(rows)
    expect((await readAll([...text])).rows).toEqual(rows)
    const bytes = new TextEncoder().encode(text)
    expect((await readAll(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).rows).toEqual(rows)
    expect((await readAll([toUtf16(text, 'le')])).rows).toEqual(rows)
  })

  test('an empty list holds nobody', async () => {
    for (const text of ['[]', '[\n]\n']) expect(await readAll(text)).toEqual({ rows: [], counts: { rows: 0, blank: 0 } })
  })
})

describe('what is wrong with one record is no end of the others', () => {
  const faults: [string, string[]][] = [
    ['{"id":"X","group":', ['broken_json']],
    ['{"id":"X","group":"farmer","registered":"hai"}', ['wrong_type registered']],
    ['{"id":"X","hoTen":"Bí mật"}', ['missing group', 'unknown_key hoTen']],
    ['[1]', ['wrong_type']],
    ['"chữ"', ['wrong_type']],
    ['null', ['wrong_type']],
    [JSON.stringify(p1), ['repeated_id id']],
    [`{"id":"X","group":"${'a'.repeat(1_000_001)}"}`, ['too_long']],
  ]
  test.each(faults)('in a line: %.60s', async (text, codes) => {
    const { rows, counts } = await readAll(`${lines(p1)}\n${text}\n\n${lines(p2)}`)
    expect(rows.map(([line]) => line)).toEqual([1, 2, 4])
    expect((rows[1]?.[1] as string[]).map((code) => code.replaceAll(' ', '.').replace('.', ' ')).sort()).toEqual(codes.sort())
    expect([rows[0]?.[1], rows[2]?.[1]]).toEqual([p1, p2])
    expect(counts).toEqual({ rows: 3, blank: 1 })
  })

  test.each([...faults.slice(1), ['{"id":"X","group":}', ['broken_json']], ['', ['broken_json']], ['}', ['broken_json']]] as [
    string,
    string[],
  ][])('in a list: %.60s', async (text, codes) => {
    const { rows } = await readAll(`[${lines(p1)},\n${text},\n${lines(p2)}]`)
    expect(rows).toHaveLength(3)
    expect((rows[1]?.[1] as string[]).map((code) => code.replaceAll(' ', '.').replace('.', ' ')).sort()).toEqual(codes.sort())
    expect([rows[0]?.[1], rows[2]?.[1]]).toEqual([p1, p2])
  })

  test('no issue repeats a value', async () => {
    for (const [text] of faults.slice(0, 3))
      for await (const row of readPeople(text)) expect(JSON.stringify(row)).not.toMatch(/Bí mật|hai/)
  })
})

describe('a file that cannot be used', () => {
  test.each([
    ['nothing', '', 'empty', undefined],
    ['spaces', ' \n\n', 'empty', undefined],
    ['a list cut short', `[\n${lines(p1)},\n{"id":"P2","gro`, 'unfinished_list', 3],
    ['a list without its end', `[\n${lines(p1)}`, 'unfinished_list', 2],
    ['a text that never ends', '[{"id":"P1', 'unfinished_list', 1],
    ['something after a list', `[]\n{}`, 'unfinished_list', 2],
  ])('%s', async (_, text, code, line) => {
    expect(await refusalOf(text)).toEqual([{ code, path: [], severity: 'error', ...(line && { line }) }])
    expect((await refusalOf([...text]))[0].code).toBe(code)
  })
})

test('a list in which a quote never closes does not fill the memory', async () => {
  let given = 0
  function* endless() {
    yield '[{"id":"'
    for (; given < 200; given++) yield 'a'.repeat(100_000)
  }
  expect((await refusalOf(endless()))[0].code).toBe('unfinished_list')
  expect(given).toBe(200)
})
