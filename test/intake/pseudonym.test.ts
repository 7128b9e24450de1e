import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  pseudonymise,
  pseudonymiseItems,
  pseudonymisePeople,
  readItems,
  readPeople,
  type ItemRow,
  type PersonRow,
} from '../../src/csv.js'
import { isCdhtError, type Issue } from '../../src/index.js'

const key = Uint8Array.from({ length: 32 }, (_, i) => (i * 37) % 256)
const expected = (id: string): string => createHmac('sha256', key).update(id).digest('hex')

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}
function failureOf(work: () => unknown): Issue {
  try {
    work()
  } catch (error) {
    if (isCdhtError(error)) return error.issues[0]
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a pseudonym', () => {
  test('is what any other program works out', () => {
    // printf 001234567890 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0000… (32 bytes)
    expect(pseudonymise('001234567890', new Uint8Array(32))).toBe(
      '2c3f0a3d85ba6afac7c1027461dafe9b509aac3dc616f21567ca223592fbdc4c',
    )
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), fc.uint8Array({ minLength: 32, maxLength: 100 }), (id, secret) => {
        expect(pseudonymise(id, secret)).toBe(createHmac('sha256', secret).update(id).digest('hex'))
      }),
      { numRuns: 50 },
    )
  })

  test('asks for twelve digits and nothing else: no province, no check digit', () => {
    for (const id of ['000000000000', '999999999999', '001099000001']) expect(pseudonymise(id, key)).toBe(expected(id))
    for (const id of ['', '00123456789', '0012345678901', '00123456789x', ' 001234567890', '٠٠١٢٣٤٥٦٧٨٩٠', 'P1'])
      expect(failureOf(() => pseudonymise(id, key))).toEqual({ code: 'not_cccd', path: ['id'], severity: 'error' })
  })

  test('asks for a key that cannot be tried through', () => {
    expect(failureOf(() => pseudonymise('001234567890', key.subarray(0, 31)))).toEqual({
      code: 'short_key',
      path: ['key'],
      severity: 'error',
      bytes: 31,
      least: 32,
    })
  })
})

const file =
  'Mã,Nhóm\n001234567890,farmer\n1234567890,worker\n12345678901,worker\n123456789,worker\nP1,farmer\n079000000001,thợ\n7,thợ\n'

describe('rows of people', () => {
  test('without a citizen number are rejected, and no row keeps one', async () => {
    const rows = await all(pseudonymisePeople(readPeople(file), { key }))
    expect(rows).toMatchObject([
      { line: 2, record: { id: expected('001234567890'), group: 'farmer' } },
      { line: 3, group: 'worker', issues: [{ code: 'zeros_lost', severity: 'error' }] },
      { line: 4, issues: [{ code: 'zeros_lost' }] },
      { line: 5, issues: [{ code: 'not_cccd' }] },
      { line: 6, issues: [{ code: 'not_cccd' }] },
      { line: 7, id: expected('079000000001'), issues: [{ code: 'unknown_group' }] },
      { line: 8, issues: [{ code: 'unknown_group' }] },
    ])
    expect(rows.filter((row) => 'id' in row)).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/"\d{7,12}"/)
  })

  test('have their zeros back only where that is asked for, and then say so', async () => {
    const rows = await all(pseudonymisePeople(readPeople(file), { key, padZeros: true }))
    // The second is the first once it has its zeros.
    expect(rows.slice(0, 4)).toMatchObject([
      { line: 2, record: { id: expected('001234567890') } },
      { line: 3, issues: [{ code: 'repeated_id', firstLine: 2 }] },
      { line: 4, record: { id: expected('012345678901') }, warnings: [{ code: 'zeros_added', severity: 'warning' }] },
      { line: 5, issues: [{ code: 'not_cccd' }] },
    ])
    expect((rows[2] as { warnings: Issue[] }).warnings).toHaveLength(1)
  })
})

test('items of a list have the pseudonyms of their people', async () => {
  const list = 'id,kind\n001234567890,course\n001234567890,x\n1234567890,course\nP1,course\nP2,x\n,course\n'
  const items = (padZeros: boolean): Promise<ItemRow[]> =>
    all(pseudonymiseItems(readItems(list, { fact: 'learningActivities' }), { key, padZeros }))
  const id = expected('001234567890')
  expect(await items(false)).toMatchObject([
    { line: 2, id, item: { kind: 'course' } },
    { line: 3, id, issues: [{ code: 'unknown_code' }] },
    { line: 4, issues: [{ code: 'zeros_lost' }] },
    { line: 5, issues: [{ code: 'not_cccd' }] },
    { line: 6, issues: [{ code: 'unknown_code' }] },
    { line: 7, issues: [{ code: 'missing' }] },
  ])
  expect((await items(true))[2]).toMatchObject({ line: 4, id, item: { kind: 'course' } })
  for (const row of await items(true)) expect('id' in row ? row.id : id).toBe(id)
})

test('a short key is refused before the first row', async () => {
  const rows: AsyncGenerator<PersonRow> = pseudonymisePeople(readPeople(file), { key: new Uint8Array(4) })
  await expect(rows.next()).rejects.toThrow('short_key')
})
