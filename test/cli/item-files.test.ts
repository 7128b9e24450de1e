import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { evaluate, type CitizenRecord } from '../../src/index.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { workbook } from '../support/workbook.js'

const { path: folder, file } = folderOfTest()
const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { bom: true, columns: true })
const on = '2025-12-31'
const resultsOf = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)

const people: CitizenRecord[] = [
  {
    id: 'P1',
    group: 'farmer',
    evidence: {
      learningActivities: [
        { kind: 'course', topic: 'production', from: '2025-03-12', hours: 16, certificate: true },
        { kind: 'library', from: '2025-05' },
      ],
    },
  },
  { id: 'P2', group: 'worker', evidence: { certificates: [{ kind: 'it-basic', issuedOn: '2019' }] } },
  { id: 'P3', group: 'farmer', evidence: { learningActivities: [] } },
  { id: 'P4', group: 'farmer' },
]
const table = 'Mã,Nhóm\nP1,Nông dân\nP2,worker\nP3,Nông dân\nP4,Nông dân\n'
const activities =
  'Mã,Loại hoạt động,Nội dung,Từ ngày,Số giờ,Có chứng nhận\nP1,course,production,12/3/2025,16,có\nP1,library,,5/2025,,\nP3,-,,,,\n'
const shuffled = activities.split('\n').slice(0, -1)

describe('lists in files of their own', () => {
  test.each([
    ['sorted by id', table, activities],
    ['a list in another order', table, [shuffled[0], shuffled[3], shuffled[2], shuffled[1]].join('\n')],
    ['people in another order', 'Mã,Nhóm\nP3,farmer\nP1,farmer\nP4,farmer\nP2,worker\n', activities],
  ])('the results are those of the records: %s', async (_, first, second) => {
    const out = file('results.ndjson')
    const { code, stdout, stderr } = await cdht(
      ...['assess', file('people.csv', first), '--on', on, '--out', out],
      ...[
        '--activities',
        file('hd.csv', second),
        '--certificates',
        file('cc.ndjson', '{"id":"P2","kind":"it-basic","issuedOn":"2019"}'),
      ],
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const order = first.split('\n').flatMap((line) => /^P\d/.exec(line)?.[0] ?? [])
    expect(resultsOf(out)).toEqual(
      order.map((id) => {
        const person = people.find((one) => one.id === id) as CitizenRecord
        const assessed = person.evidence !== undefined
        return { ...JSON.parse(JSON.stringify(evaluate(person, { on }))), person: { adult: 'unknown', assessed } }
      }),
    )
    expect(stdout).toMatch(/^Danh sách hoạt động học tập \(.*hd.csv\): 3 dòng = 3 đã ghép với người \+ 0 bị loại \+ 0 không/m)
    expect(stdout).toMatch(/^Danh sách chứng chỉ \(.*cc.ndjson\): 1 dòng = 1 đã ghép/m)
    expect(readdirSync(folder()).sort()).toEqual(['cc.ndjson', 'hd.csv', 'people.csv', 'results.ndjson'])
  })

  test('of workbooks as well', async () => {
    const sheet = workbook([
      {
        name: 'A',
        rows: activities
          .trimEnd()
          .split('\n')
          .map((line) => line.split(',')),
      },
    ])
    const { code, stdout } = await cdht('assess', file('p.csv', table), '--on', on, '--activities', file('hd.xlsx', sheet))
    expect(code).toBe(0)
    expect(stdout).toContain('3 dòng = 3 đã ghép')
  })

  test('no row is lost: what is not joined is listed with its line, and counted', async () => {
    const wrong = `${activities}P2,dệt vải,,,,\n,,,,,\nP9,course,,,,\n,course,,,,\n`
    const argv = ['assess', file('people.csv', table), '--on', on, '--activities', file('hd.csv', wrong), '--lang', 'en']
    const { code, stdout } = await cdht(...argv, '--out', file('results.csv'))
    expect(code).toBe(1)
    expect(stdout).toContain('7 rows = 3 joined with their people + 2 rejected + 1 of ids that nobody read has + 1 blank')
    expect(rowsOf(file('results.activities.rejected.csv')).map(({ line, field, code }) => [line, field, code])).toEqual([
      ['5', 'Loại hoạt động', 'unknown_code'],
      ['8', 'Mã', 'missing'],
      ['7', 'id', 'unknown_person'],
    ])
    // A list of an earlier run would be taken for one of this run.
    const again = await cdht(
      'assess',
      file('people.csv'),
      '--on',
      on,
      '--activities',
      file('hd.csv', activities),
      '--out',
      file('results.csv'),
    )
    expect(again.code).toBe(0)
    expect(readdirSync(folder()).sort()).toEqual(['hd.csv', 'people.csv', 'results.csv'])
  })

  test('a list given twice rejects its person', async () => {
    const both = 'id,group,learningActivities\nP1,farmer,course|digital|2025\nP3,farmer,\n'
    const out = file('results.csv')
    const { code } = await cdht(
      'assess',
      file('p.csv', both),
      '--on',
      on,
      '--activities',
      file('hd.csv', activities),
      '--out',
      out,
    )
    expect(code).toBe(1)
    expect(rowsOf(file('results.rejected.csv')).map(({ line, code }) => [line, code])).toEqual([['2', 'list_given_twice']])
    expect(rowsOf(out).map(({ id }) => id)).toEqual(['P3'])
    expect(rowsOf(file('results.activities.rejected.csv')).map(({ line }) => line)).toEqual(['2', '3'])
  })

  test('refused: a file that cannot be used, or that would be written over', async () => {
    const input = file('people.csv', table)
    const unusable = await cdht(
      'assess',
      input,
      '--on',
      on,
      '--activities',
      file('hd.csv', 'id,hours\nP1,2\n'),
      '--out',
      file('r.csv'),
    )
    expect(unusable.code).toBe(2)
    expect(unusable.stderr).toContain('không có cột Loại')
    const missing = await cdht('assess', input, '--on', on, '--certificates', file('none.csv'))
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    const same = await cdht('assess', input, '--on', on, '--activities', input, '--out', file('r.csv'))
    expect(same.stderr).toContain('phải là những tệp khác nhau')
    expect(readdirSync(folder()).sort()).toEqual(['hd.csv', 'people.csv'])
  })

  test('what is said of the files is said once, also when their order makes a run begin again', async () => {
    const odd = 'Mã,Nhóm,Ghi chú\nP2,worker,\nP1,farmer,\n'
    const { stderr } = await cdht('assess', file('p.csv', odd), '--on', on, '--activities', file('hd.csv', activities))
    expect(stderr.match(/Ghi chú/g)).toHaveLength(1)
  })
})

describe('pseudonyms', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i))
  const ids = ['079000000002', '001000000001', '1000000003', 'P4']
  const list = `Mã,Nhóm\n${ids.map((id) => `${id},farmer`).join('\n')}\n`
  const learnt = 'id,kind,from\n001000000001,course,2025\n001000000009,course,2025\n1000000003,course,2025\nP4,x,2025\n'
  const expected = (id: string): string => createHmac('sha256', key).update(id).digest('hex')

  test('stand in every file in the place of citizen numbers', async () => {
    const argv = ['assess', file('p.csv', list), '--on', on, '--activities', file('hd.csv', learnt), '--out', file('r.csv')]
    const secret = file('key.bin', key)
    chmodSync(secret, 0o600)
    const { code, stdout, stderr } = await cdht(...argv, '--pseudonymise-key-file', secret)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(rowsOf(file('r.csv')).map(({ id }) => id)).toEqual(['079000000002', '001000000001'].map(expected))
    expect(rowsOf(file('r.rejected.csv')).map(({ line, code }) => [line, code])).toEqual([
      ['4', 'zeros_lost'],
      ['5', 'not_cccd'],
    ])
    expect(stdout).toContain('4 dòng = 1 đã ghép với người + 2 bị loại + 1 không có người')
    expect(stdout).toContain('vẫn là dữ liệu cá nhân')
    const padded = await cdht(...argv, '--pseudonymise-key-file', secret, '--pad-zeros')
    expect(rowsOf(file('r.csv')).map(({ id }) => id)).toEqual(['079000000002', '001000000001', '001000000003'].map(expected))
    expect(padded.stdout).toContain('4 dòng = 2 đã ghép với người + 1 bị loại + 1 không có người')
    const written = readdirSync(folder()).filter((name) => name.startsWith('r.'))
    expect(written).toHaveLength(3)
    const told = written.map((name) => readFileSync(file(name), 'utf8')).join('') + stdout + padded.stdout + padded.stderr
    for (const id of [...ids.slice(0, 3), '001000000009', key.toString('hex'), key.toString('base64')])
      expect(told.includes(id), 'a number or the key is told').toBe(false)
  })

  test('ask for a good key, and say when others can read it', async () => {
    const argv = ['assess', file('p.csv', list), '--on', on, '--pseudonymise-key-file']
    expect((await cdht(...argv, file('short.bin', key.subarray(1)))).stderr).toContain('chỉ có 31 byte; cần ít nhất 32')
    expect((await cdht(...argv, file('long.csv', 'x'.repeat(4097)))).stderr).toContain('chắc không phải tệp khoá')
    expect((await cdht(...argv, file('none.bin'))).code).toBe(2)
    expect((await cdht('assess', file('p.csv'), '--on', on, '--pad-zeros')).stderr).toContain('--pseudonymise-key-file')
    const open = file('open.bin', key)
    chmodSync(open, 0o644)
    if (process.platform !== 'win32') expect((await cdht(...argv, open)).stderr).toContain('chmod 600')
  })
})
