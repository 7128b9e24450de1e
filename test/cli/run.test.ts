import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/index.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { workbook } from '../support/workbook.js'

const { path: folder, file } = folderOfTest()
const rowsOf = (path: string): Record<string, string>[] => parse(readFileSync(path), { bom: true, columns: true })

const indicators = [
  'reading',
  'learning-plan',
  'community-learning',
  'encouraging-others',
  'information-technology',
  'foreign-language',
  'numeracy-and-improvement',
  'critical-thinking',
  'good-relations',
  'cooperation',
]
const scored = (id: string, group: string, points: number): string =>
  `${id},${group},không,${indicators.map(() => points).join(',')}`
const heading = `Mã,Nhóm,Vùng khó khăn,${indicators.map((id) => `score:${id}`).join(',')}`
const people = [
  heading,
  scored('A1', 'farmer', 9),
  scored('A2', 'farmer', 7),
  scored('A3', 'manager', 10),
  'A4,worker,,,,,,,,,,,',
].join('\n')
const withMistakes = `${people}\n${scored('A1', 'farmer', 9)}\n${scored('A5', 'farmer', 11)}\n${scored('A6', 'thợ rèn', 9)}\n`

describe('assess', () => {
  test('everybody assessed: exit 0, results in order, no list of rejected rows', async () => {
    const out = file('results.csv')
    const { code, stdout, stderr } = await cdht('assess', file('people.csv', people), '--on', '2025-12-31', '--out', out)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(rowsOf(out).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['A1', 'met'],
      ['A2', 'unmet'],
      ['A3', 'met'],
      ['A4', 'unknown'],
    ])
    expect(readdirSync(folder()).sort()).toEqual(['people.csv', 'results.csv'])
    expect(stdout).toContain('31/12/2025')
    expect(stdout).toMatch(/^Nông dân, lao động nông thôn +2 +1 +1 +0 +0 +50,0%$/m)
    expect(stdout).toMatch(/^Tổng số +4 +2 +1 +1 +0 +50,0%$/m)
    expect(stdout).toContain('Số dòng đã đọc: 4 = 4 đã đánh giá + 0 bị loại.')
  })

  test('some rows rejected: exit 1, and rows in are assessed plus rejected', async () => {
    const out = file('kết quả.csv')
    const { code, stdout } = await cdht('assess', file('people.csv', withMistakes), '--on', '2025-12-31', '--out', out)
    expect(code).toBe(1)
    expect(rowsOf(out)).toHaveLength(4)
    const rejected = rowsOf(file('kết quả.rejected.csv'))
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      ['6', 'repeated_id'],
      ...indicators.map(() => ['7', 'out_of_range']),
      ['8', 'unknown_group'],
    ])
    expect(readFileSync(file('kết quả.rejected.csv'), 'utf8')).not.toMatch(/thợ rèn|A5/)
    expect(stdout).toContain('Số dòng đã đọc: 7 = 4 đã đánh giá + 3 bị loại.')
    expect(stdout).toMatch(/^\(không đọc được nhóm\) +1 +0 +0 +0 +1$/m)
    expect(stdout).toMatch(/^Tổng số +7 +2 +1 +1 +3 +50,0%$/m)
  })

  test('a list of rejected rows of an earlier run does not stay', async () => {
    const out = file('results.csv')
    file('results.rejected.csv', 'old')
    await cdht('assess', file('people.csv', people), '--on', '2025-12-31', '--out', out)
    expect(readdirSync(folder()).sort()).toEqual(['people.csv', 'results.csv'])
  })

  test('without --out: the summary alone', async () => {
    const { code, stdout } = await cdht('assess', file('people.csv', withMistakes), '--on', '2025-12-31')
    expect(code).toBe(1)
    expect(stdout).toContain('--rejects')
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })

  test('--rejects names the file of rejected rows', async () => {
    await cdht('assess', file('people.csv', withMistakes), '--on', '2025-12-31', '--rejects', file('bad.csv'))
    expect(rowsOf(file('bad.csv')).length).toBeGreaterThan(2)
  })

  test('the summary says that the levels are proposed and not official', async () => {
    const all = `id,group,readingFrequency\nP1,farmer,2\n`
    const vi = await cdht('assess', file('people.csv', all), '--on', '2025-12-31')
    expect(vi.stdout).toContain('ĐỀ XUẤT')
    expect(vi.stdout).toContain('KHÔNG phải quy định chính thức')
    const en = await cdht('assess', file('people.csv', all), '--on', '2025-12-31', '--lang', 'en')
    expect(en.stdout).toContain('NOT official')
    expect(en.stdout).not.toMatch(/[àáạảãăâđêôơư]/i)
  })

  test('--headings vi writes for readers', async () => {
    const out = file('results.csv')
    await cdht('assess', file('people.csv', people), '--on', '2025-12-31', '--out', out, '--headings', 'vi')
    expect(rowsOf(out)[0]).toMatchObject({ Mã: 'A1', 'Kết quả theo tiêu chí': 'Đạt' })
  })

  test('--set judges everybody by one set; another group than its own is rejected', async () => {
    const path = file('people.csv', people)
    const out = file('results.csv')
    expect((await cdht('assess', path, '--on', '2025-12-31', '--out', out, '--set', 'framework')).code).toBe(0)
    expect(rowsOf(out).map(({ set }) => set)).toEqual(['framework', 'framework', 'framework', 'framework'])
    expect((await cdht('assess', path, '--on', '2025-12-31', '--out', out, '--set', 'farmer')).code).toBe(1)
    expect(rowsOf(out).map(({ id }) => id)).toEqual(['A1', 'A2'])
    expect(rowsOf(file('results.rejected.csv')).map(({ line, code }) => [line, code])).toEqual([
      ['4', 'group_differs'],
      ['5', 'group_differs'],
    ])
  })

  test('--accept counts only what these attest', async () => {
    const path = file('people.csv', 'id,group,readingFrequency,attested:readingFrequency\nP1,farmer,2,\nP2,farmer,2,branch\n')
    const out = file('results.csv')
    await cdht('assess', path, '--on', '2025-12-31', '--out', out, '--accept', 'branch,log')
    expect(rowsOf(out).map(({ reading_lower }) => reading_lower)).toEqual(['0', '5'])
  })

  test.each([
    [
      'people.json',
      `[{"id":"P1","group":"farmer"},\n{"id":"P2"},\n{"id":"P3","group":"farmer","evidence":{"booksRead":"x"}}]`,
      [],
    ],
    ['people.ndjson', `{"id":"P1","group":"farmer"}\n{"id":\n{"id":"P3","group":"pirate"}\n`, []],
    ['people.txt', `{"id":"P1","group":"farmer"}\n{"id":\n{"id":"P3","group":"pirate"}\n`, ['--format', 'ndjson']],
  ])('records of JSON: %s', async (name, content, more) => {
    const out = file('results.csv')
    const { code, stdout } = await cdht('assess', file(name, content), '--on', '2025-12-31', '--out', out, ...more)
    expect(code).toBe(1)
    expect(stdout).toContain('Số dòng đã đọc: 3 = 1 đã đánh giá + 2 bị loại.')
    expect(rowsOf(file('results.rejected.csv')).map(({ line }) => line)).toEqual(['2', '3'])
  })

  test('a workbook: the sheet asked for, and what is wrong told by its rows', async () => {
    const sheets = [
      { name: 'Hướng dẫn', rows: [['Cách ghi']] },
      {
        name: 'Xã A',
        rows: [['Mã', 'Nhóm', 'Năm sinh'], ['P1', 'Nông dân', 1970], [], ['P2', { type: 'e', xml: '<v>#N/A</v>' }, 1980]],
      },
    ]
    const out = file('results.csv')
    const path = file('people.XLSX', workbook(sheets))
    const first = await cdht('assess', path, '--on', '2025-12-31')
    expect(first).toMatchObject({ code: 2, stdout: '' })
    expect(first.stderr).toContain('chỉ đọc trang tính “Hướng dẫn”, không đọc 1 trang khác')
    const { code, stdout } = await cdht('assess', path, '--on', '2025-12-31', '--out', out, '--sheet', 'Xã A')
    expect(code).toBe(1)
    expect(stdout).toContain('Số dòng đã đọc: 3 = 1 đã đánh giá + 1 bị loại + 1 trống.')
    expect(rowsOf(file('results.rejected.csv')).map(({ line, field, code }) => [line, field, code])).toEqual([
      ['4', 'Nhóm', 'error_cell'],
    ])
  })

  test('ids that may lack their first zeros are counted, never shown', async () => {
    const ids = Array.from({ length: 7 }, (_, i) => `3707000000${i},farmer`)
    const { code, stdout } = await cdht('assess', file('people.csv', `id,group\n${ids.join('\n')}\n`), '--on', '2025-12-31')
    expect(code).toBe(0)
    expect(stdout).toContain('Lưu ý, 7 dòng (2, 3, 4, 5, 6, …): mã có 10 hoặc 11 chữ số')
    expect(stdout).not.toContain('37070')
  })

  test('blank rows are counted', async () => {
    const { stdout } = await cdht('assess', file('people.csv', 'id,group\nP1,farmer\n\n,\nP1,farmer\n'), '--on', '2025-12-31')
    expect(stdout).toContain('Số dòng đã đọc: 4 = 1 đã đánh giá + 1 bị loại + 2 trống.')
  })

  test('--encoding tcvn3 reads text of an old font, and says what may be lost', async () => {
    const path = file('people.csv', Buffer.from('M·,Nhãm\nP1,N\xabng d\xa9n\n', 'latin1'))
    expect((await cdht('assess', path, '--on', '2025-12-31')).code).toBe(2)
    const { code, stderr } = await cdht('assess', path, '--on', '2025-12-31', '--encoding', 'TCVN3')
    expect(code).toBe(0)
    expect(stderr).toContain('TCVN3 không có mã riêng')
  })

  test('columns that are not read are named once on stderr', async () => {
    const { stderr, code } = await cdht(
      'assess',
      file('people.csv', 'id,group,Ghi chú\nP1,farmer,x\nP2,farmer,y\n'),
      '--on',
      '2025-12-31',
    )
    expect(code).toBe(0)
    expect(stderr.match(/Ghi chú/g)).toHaveLength(1)
  })
})

describe('wrong usage and unusable files: exit 2 and nothing written', () => {
  const good = ['--on', '2025-12-31', '--out']
  test.each([
    ['not UTF-8', Uint8Array.of(0x69, 0x64, 0xff), 'UTF-8'],
    ['empty', '', 'unusable'],
    ['without a group', 'id,x\nP1,1\n', 'unusable'],
    [
      'broken after many good rows',
      `id,group\n${Array.from({ length: 3000 }, (_, i) => `P${i},farmer`).join('\n')}\nP"x,"farmer"s\n`,
      '3002',
    ],
  ])('%s', async (_, content, said) => {
    const { code, stdout, stderr } = await cdht('assess', file('people.csv', content), ...good, file('results.csv'))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said === 'unusable' ? 'Không dùng được tệp' : said)
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })

  test('a results file of an earlier run stays when the input is unusable', async () => {
    const out = file('results.csv', 'earlier')
    expect((await cdht('assess', file('people.csv', ''), ...good, out)).code).toBe(2)
    expect(readFileSync(out, 'utf8')).toBe('earlier')
    expect(readdirSync(folder()).sort()).toEqual(['people.csv', 'results.csv'])
  })

  test('no such file, or a folder', async () => {
    expect(await cdht('assess', file('none.csv'), ...good, file('results.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('ENOENT'),
    })
    mkdirSync(file('folder.csv'))
    expect(await cdht('assess', file('folder.csv'), ...good, file('results.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('EISDIR'),
    })
    expect(readdirSync(folder())).toEqual(['folder.csv'])
  })

  test('results that cannot be written', async () => {
    const { code, stderr } = await cdht('assess', file('people.csv', people), ...good, join(folder(), 'nowhere', 'results.csv'))
    expect(code).toBe(2)
    expect(stderr).toContain('Không ghi được tệp')
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })

  test('the input is never overwritten', async () => {
    const path = file('people.csv', people)
    expect((await cdht('assess', path, ...good, join(folder(), '.', 'people.csv'))).code).toBe(2)
    expect((await cdht('assess', path, '--on', '2025-12-31', '--rejects', path)).code).toBe(2)
    expect(readFileSync(path, 'utf8')).toBe(people)
  })

  test.each([
    [['assess', 'people.csv'], '--on 2025-12-31'],
    [['assess', '--on', '2025-12-31'], 'Chưa nêu tệp'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--format', 'doc'], 'ndjson'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--encoding', 'viscii'], 'windows-1258'],
    [['assess', 'a.csv', 'b.csv', '--on', '2025-12-31'], 'một tệp'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--colour'], '--colour'],
    [['assess', 'a.csv', '--on'], '--on'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--set', 'pirate'], 'framework'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--accept', 'pirate'], 'branch'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--headings', 'fr'], '--headings'],
    [['assess', 'a.csv', '--on', '2025-12-31', '--lang', 'fr'], '--lang'],
    [['explain', 'a.csv', '--on', '2025-12-31'], '--id'],
    [['sets', 'a.csv'], 'không đọc tệp'],
    [['grant'], 'assess'],
    [[], 'cdht assess'],
  ])('%j', async (argv, said) => {
    const { code, stdout, stderr } = await cdht(...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
  })

  test.each(['2025-02-30', '31/12/2025', '1990-12-31'])('a day that cannot be used: %s', async (on) => {
    const { code, stdout } = await cdht('assess', file('people.csv', people), '--on', on, '--out', file('results.csv'))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(readdirSync(folder())).toEqual(['people.csv'])
  })
})

describe('inspect', () => {
  const table = [
    'HỘI KHUYẾN HỌC XÃ A;;;;;;',
    'STT;Mã;Họ và tên;Nhóm;Ngày sinh;Minh chứng;Điểm',
    ';;;;;booksRead;reading',
    '1;37070000001;Nguyễn Thị Bí Mật;Nông dân;17/05/1970;3;7,5',
    '2;P2;Trần Văn Kín;thợ rèn;17/05/70;1.234;',
    ';;;;;;',
    '3;P3;Lê Giấu;Viên chức;Sinh năm 1964;2;8',
  ].join('\r\n')
  const values = /Bí Mật|Kín|Giấu|37070|1970|1964|1\.234|thợ rèn/

  test('what is made out of a table, and nobody’s values', async () => {
    const path = file('people.csv', table)
    const { code, stdout, stderr } = await cdht('inspect', path)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    for (const said of [
      'kiểu CSV',
      'Bảng mã: UTF-8',
      'dấu chấm phẩy',
      'Tiêu đề ở dòng 2, 3; phía trên có 1 dòng khác',
      'Cột đọc được (5)',
      '\n  - Họ và tên\n',
      'dòng 4: 9 | 99999999999 | Xxxxxx Xxx Xx Xxx | Xxxx xxx | 99/99/9999 | 9 | 9,9',
      'Số dòng: 4 = 2 đọc được + 1 bị loại + 1 trống.',
      'mã có 10 hoặc 11 chữ số',
    ])
      expect(stdout).toContain(said)
    expect(stdout).toMatch(/^ {2}6 {2}booksRead +Số sách.* evidence\.booksRead$/m)
    expect(stdout.replace('ví dụ 17/05/1970', '')).not.toMatch(values)
    const en = await cdht('inspect', path, '--lang', 'en')
    expect(en.stdout).toContain('Rows: 4 = 2 readable + 1 rejected + 1 blank.')
    expect(en.stdout.replace('such as 17/05/1970', '')).not.toMatch(values)
  })

  test('a file without headings: shapes alone, and why it cannot be used', async () => {
    const { code, stdout, stderr } = await cdht('inspect', file('people.csv', 'Nguyễn Thị Bí Mật,037070000001\n'))
    expect(code).toBe(2)
    expect(stdout).toContain('dòng 1: Xxxxxx Xxx Xx Xxx | 999999999999')
    expect(stderr).toContain('không có cột Mã')
    expect(stdout + stderr).not.toMatch(values)
  })

  test('a workbook and records of JSON', async () => {
    const rows = [
      ['Mã', 'Nhóm'],
      ['P1', 'Nông dân'],
    ]
    const sheets = [
      { name: 'Xã A', rows },
      { name: 'Cũ', rows, state: 'hidden' as const },
    ]
    const { code, stdout } = await cdht('inspect', file('people.xlsx', workbook(sheets)))
    expect(code).toBe(0)
    expect(stdout).toContain('Trang tính: “Xã A”; không đọc “Cũ” (ẩn)')
    expect(await cdht('inspect', file('people.ndjson', '{"id":"P1","group":"farmer"}\n'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Số dòng: 1 = 1 đọc được + 0 bị loại + 0 trống.'),
    })
  })
})

test('--aliases takes headings of one’s own', async () => {
  const path = file('people.csv', 'Số HS,Diện,Sách\nP1,farmer,3\n')
  const assess = (aliases: string) =>
    cdht('assess', path, '--on', '2025-12-31', '--out', file('results.csv'), '--aliases', file('aliases.json', aliases))
  const { code, stderr } = await assess('{"id":"Số HS","group":["Diện"],"booksRead":["Sách"]}')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect((await assess('["Số HS"]')).stderr).toContain('phải là JSON')
  expect((await assess('{"id":1}')).stderr).toContain('phải là JSON')
  expect((await assess('{"id":"Số HS","hoTen":"Diện"}')).stderr).toContain(
    'Tuỳ chọn không dùng được:\n  - aliases: không có “hoTen”; kiểm tra chính tả.',
  )
  expect((await cdht('assess', path, '--on', '2025-12-31', '--aliases', file('none.json'))).stderr).toContain('ENOENT')
})

describe('explain', () => {
  const content = 'id,group,readingFrequency,booksRead\nP1,farmer,2,\nP2,farmer,2,nhiều\nP3,farmer,9,\n'
  test('one person, in Vietnamese and in English', async () => {
    const path = file('people.csv', content)
    const vi = await cdht('explain', path, '--id', 'P1', '--on', '2025-12-31')
    expect(vi.code).toBe(0)
    expect(vi.stdout).toContain('ĐỀ XUẤT')
    expect(vi.stdout).toContain('\n  - Kế hoạch học tập trong năm\n')
    const en = await cdht('explain', path, '--id', 'P1', '--on', '2025-12-31', '--lang', 'en')
    expect(en.code).toBe(0)
    expect(en.stdout).toContain('PROPOSED')
    expect(en.stdout).toContain('\n  - Learning plan for the year\n')
    expect(en.stdout).not.toMatch(/[ạảãăđơư]/i)
  })

  test('a person whose row has mistakes: exit 1 and the mistakes', async () => {
    const { code, stdout } = await cdht('explain', file('people.csv', content), '--id', 'P2', '--on', '2025-12-31')
    expect(code).toBe(1)
    expect(stdout).toContain('Dòng 3')
    expect(stdout).not.toContain('nhiều')
  })

  test('nobody of this id: exit 2', async () => {
    expect(await cdht('explain', file('people.csv', content), '--id', 'P9', '--on', '2025-12-31')).toMatchObject({
      code: 2,
      stdout: '',
    })
  })
})

describe('help, version, sets', () => {
  test.each([
    ['--help'],
    ['help'],
    ['inspect', '--help'],
    ['assess', '--help'],
    ['explain', '-h'],
    ['replay', '--help'],
    ['sets', '--help'],
    ['template', '--help'],
    ['report', '--help'],
    ['simulate', '--help'],
  ])('%s %s', async (...argv) => {
    const given = argv.filter((word): word is string => typeof word === 'string')
    const vi = await cdht(...given)
    expect(vi).toMatchObject({ code: 0, stderr: '' })
    expect(vi.stdout).toContain('Cách dùng')
    const en = await cdht(...given, '--lang', 'en')
    expect(en.stdout).toContain('Usage')
    for (const { stdout } of [vi, en]) for (const line of stdout.split('\n')) expect([...line].length).toBeLessThanOrEqual(100)
  })

  test('--version', async () => {
    expect((await cdht('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })

  test('sets', async () => {
    const { code, stdout } = await cdht('sets')
    expect(code).toBe(0)
    for (const id of ['framework', 'farmer', 'worker', 'civil-servant', 'public-employee', 'entrepreneur', 'manager', 'learner'])
      expect(stdout).toMatch(new RegExp(`^${id} .*Đề xuất`, 'm'))
  })
})

test('results by name: .ndjson holds them whole, one line a person, and the rejected rows stand beside', async () => {
  const path = file('people.csv', 'id,group,readingFrequency\nP1,farmer,3\nP2,nobody,1\nP3,worker,0\n')
  const { code, stdout } = await cdht('assess', path, '--on', '2025-12-31', '--out', file('results.ndjson'))
  expect(code).toBe(1)
  expect(stdout).toContain('results.rejected.csv')
  const lines = readFileSync(file('results.ndjson'), 'utf8').trimEnd().split('\n')
  const people = [
    { id: 'P1', group: 'farmer', evidence: { readingFrequency: 3 } },
    { id: 'P3', group: 'worker', evidence: { readingFrequency: 0 } },
  ]
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(
    people.map((person) => ({ ...evaluate(person, { on: '2025-12-31' }), person: { adult: 'unknown', assessed: true } })),
  )
  expect(rowsOf(file('results.rejected.csv')).map(({ line }) => line)).toEqual(['3'])
})
