import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { samplePath } from '../support/sample.js'
import { sheetCells } from '../support/sheet-cells.js'
import { cdht, folderOfTest } from '../support/cdht.js'

const { file, path: folder } = folderOfTest()
const on = '2025-12-31'
const lines = readFileSync(samplePath, 'utf8').split('\r\n')
/** A file of some people of the sample. */
const peopleFile = (name: string, from: number, to: number): string =>
  file(name, [lines[0], ...lines.slice(from, to)].join('\r\n'))

async function assess(people: string, name: string, ...more: string[]): Promise<string> {
  const out = file(name)
  const { code } = await cdht('assess', people, '--on', on, '--out', out, ...more)
  expect(code).toBe(0)
  return out
}
/** The tables alone: what is said of the files is another part. */
const tablesIn = (stdout: string): string => stdout.slice(0, stdout.indexOf('LƯU Ý: Các mức'))

describe('many files as one', () => {
  test('results of any kind, tallies, and parts of them in any order give the same tables', async () => {
    const whole = await assess(peopleFile('all.csv', 1, 81), 'all-results.csv', '--tally', file('all.json'))
    const one = await assess(peopleFile('1.csv', 1, 50), '1-results.ndjson', '--tally', file('1.json'))
    const two = await assess(peopleFile('2.csv', 50, 81), '2-results.csv', '--headings', 'vi', '--tally', file('2.json'))
    const report = async (...files: string[]) => {
      const { code, stdout } = await cdht('report', ...files, '--plan', 'ninh-binh-126', '--full')
      expect(code).toBe(0)
      return tablesIn(stdout)
    }
    const expected = await report(whole)
    expect(expected).toContain('Tất cả đơn vị')
    for (const files of [[file('all.json')], [one, two], [two, one], [file('1.json'), two], [file('2.json'), file('1.json')]])
      expect(await report(...files)).toBe(expected)
    // What a commune sends names nobody.
    expect(readFileSync(file('all.json'), 'utf8')).not.toMatch(/P0{3}\d/)
  })
  test('the file of the report has every unit and group, totals too, and blanks where counts are hidden', async () => {
    const results = await assess(peopleFile('all.csv', 1, 81), 'results.csv')
    const out = file('report.csv')
    const read = () => parse(readFileSync(out, 'utf8').slice(1), { columns: true }) as Record<string, string>[]
    expect(await cdht('report', results, '--out', out, '--headings', 'id', '--hide', '0')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Báo cáo: ${out}\n`),
    })
    const open = read()
    const sum = (rows: Record<string, string>[]) => rows.reduce((all, { assessed }) => all + Number(assessed), 0)
    expect(sum(open.filter(({ row, group }) => row === 'unit' && group !== 'all'))).toBe(80)
    expect(open.filter(({ row, group }) => row === 'all' && group === 'all')).toMatchObject([{ assessed: '80', unit: '' }])
    expect(open.every(({ hidden }) => hidden === '')).toBe(true)
    await cdht('report', results, '--out', out, '--headings', 'id')
    const hidden = read().filter((row) => row['hidden'] === 'yes')
    expect(hidden.length).toBeGreaterThan(20)
    for (const row of hidden) expect([row['assessed'], row['met'], row['of_adults_percent']]).toEqual(['', '', ''])
    expect(read()).toHaveLength(open.length)
  })
})

test('the report as a workbook has the cells of the CSV file, and as a page the charts, the plan and no script', async () => {
  const results = await assess(peopleFile('all.csv', 1, 81), 'results.csv')
  const [csv, xlsx, html] = ['report.csv', 'report.xlsx', 'report.html'].map((name) => file(name)) as [string, string, string]
  for (const out of [csv, xlsx, html])
    expect((await cdht('report', results, '--plan', 'ninh-binh-126', '--out', out)).code).toBe(0)
  const expected = parse(readFileSync(csv, 'utf8').slice(1)) as string[][]
  const [table, notes] = await sheetCells(readFileSync(xlsx))
  expect(table?.rows.map((row) => expected[0]?.map((_, c) => row[c] ?? ''))).toEqual(expected)
  expect(notes?.rows.flat().join(' ')).toContain('ĐỀ XUẤT')
  const page = readFileSync(html, 'utf8')
  expect(page).toContain('Kế hoạch 126/KH-UBND')
  expect(page.match(/role="img"/g)?.length).toBeGreaterThan(4)
  expect(page).not.toMatch(/<script|P0{3}\d/)
})
test('another ending is refused, and nothing is written', async () => {
  const results = await assess(peopleFile('all.csv', 1, 5), 'results.csv')
  const { code, stderr } = await cdht('report', results, '--out', file('report.pdf'))
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('.csv, .xlsx, .html') })
  expect(readdirSync(folder())).not.toContain('report.pdf')
})

test('the same person counts once within and across files, and conflicts are listed', async () => {
  const one = await assess(peopleFile('1.csv', 1, 21), '1-results.csv')
  const rows = readFileSync(one, 'utf8').split('\r\n')
  const [headings = '', ...people] = rows
  const columns = headings.slice(1).split(',')
  const change = (row: string, column: string, value: string): string =>
    row.split(',').with(columns.indexOf(column), value).join(',')
  const [p1, p2, p3, p4] = people as [string, string, string, string]
  const other = file(
    '2-results.csv',
    [
      headings,
      p1,
      p1,
      change(p2, 'recorded_on', '2025-12-31'),
      change(p3, 'residence', 'A0'),
      p4.replace(p4.split(',')[0] as string, 'P999999'),
      change(p4, 'verdict', 'granted'),
      '',
    ].join('\r\n'),
  )
  const list = file('conflicts.csv')
  const { code, stdout } = await cdht('report', one, other, '--hide', '0', '--conflicts', list)
  expect(code).toBe(1)
  expect(stdout).toContain(
    'Dòng kết quả đã đọc: 26 = 21 người + 2 dòng lặp lại giống hệt + 2 dòng khác của cùng một người + 1 dòng không đọc được.',
  )
  expect(stdout).toContain(`  - ${other}, dòng 7: verdict: mã này không có trong danh sách của mục.`)
  expect(stdout).toContain(`  - tính ${other} dòng 4; không tính ${one} dòng 3`)
  const conflicts = parse(readFileSync(list, 'utf8').slice(1), { columns: true }) as Record<string, string>[]
  expect(conflicts.map((row) => [row['id'], row['by'], row['counted_line'], row['line']]).sort()).toEqual([
    ['P000002', 'recorded-on', '4', '3'],
    ['P000003', 'unit', '5', '4'],
  ])
  // No id, and no value of a row, is said.
  expect(stdout).not.toMatch(/P0{3}\d|granted/)
  expect(stdout).toMatch(/Tất cả đơn vị +\d+ +21 /)
})

test('units have names and sub-totals, and those that the table lacks are told', async () => {
  const results = await assess(peopleFile('all.csv', 1, 200), 'results.csv')
  const units = file('units.csv', 'Mã đơn vị;Tên;Cấp trên\nX01;Xã Một;H1\nX02;Xã Hai;H1\nX03;Xã Ba;\nH1;Huyện cũ;\n')
  const { code, stdout } = await cdht('report', results, '--units', units, '--hide', '0')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^X01 Xã Một +\d/m)
  expect(stdout).toMatch(/^Cộng H1 Huyện cũ +\d/m)
  expect(stdout).toContain('Đơn vị không có trong bảng đơn vị (9): X04, X05, X06, X07, X08, …')
  const circle = file('circle.csv', 'code,parent\nX01,X02\nX02,X01\n')
  expect((await cdht('report', results, '--units', circle)).stderr).toContain('Không dùng được bảng đơn vị')
  expect((await cdht('report', results, '--units', file('none.csv', 'tên\nX\n'))).stderr).toContain('không có cột code')
  expect((await cdht('report', results, '--units', file('twice.csv', 'mã\nX\nX\n'))).code).toBe(2)
})

test('a plan is measured, and a share of too few people is not told', async () => {
  const results = await assess(peopleFile('few.csv', 1, 7), 'results.csv')
  const hidden = await cdht('report', results, '--plan', 'ninh-binh-126', '--year', '2025', '--lang', 'en')
  expect(hidden.stdout).toContain('2025\n\nBriefed on the criteria: CANNOT BE SAID (milestone 2025: 100%; in no record)')
  expect(hidden.stdout).toContain('hidden, too few people')
  const shown = await cdht('report', results, '--plan', 'ninh-binh-126', '--hide', '0', '--lang', 'en')
  expect(shown.stdout).not.toContain('hidden')
  expect(shown.stdout).toMatch(
    /Adults who hold the title "Learning Citizen": (REACHED|NOT REACHED|CANNOT BE SAID) \(milestone 2025: 65%/,
  )
  const own = file('plan.json', readFileSync('criteria/targets/bac-ninh.json'))
  expect((await cdht('report', results, '--plan', own)).code).toBe(0)
})

describe('refused', () => {
  test.each<[string, (results: string, tally: string) => string[], string]>([
    ['no file', () => [], 'Chưa nêu tệp nào'],
    ['a file twice', (results) => [results, results], 'được nêu hai lần'],
    ['a tally twice', (_, tally) => [tally, file('copy.json', readFileSync(tally))], 'giống hệt nhau'],
    ['a file of people', () => [samplePath], 'đây không phải tệp kết quả'],
    ['JSON of something else', () => [file('x.json', '{"a":1}')], 'không phải tệp tổng hợp'],
    ['a file that is not there', () => [file('none.csv')], 'ENOENT'],
    ['nobody', () => [file('empty.json', emptyTally)], 'không có ai'],
    ['half a person to hide', (results) => [results, '--hide', '2.5'], '--hide nhận'],
    ['no year', (results) => [results, '--plan', 'national-677', '--year', 'soon'], '--year nhận'],
    ['no plan', (results) => [results, '--plan', 'x'], '--plan nhận'],
    ['a plan that is none', (results) => [results, '--plan', file('p.json', '{}')], 'Không dùng được kế hoạch'],
    ['another kind of file', (results) => [results, '--out', file('r.doc')], 'phải có đuôi'],
    ['the input as output', (results) => [results, '--out', results], 'phải là các tệp khác nhau'],
    ['another way', (results) => [results, '--by', 'birth'], '--by chỉ nhận'],
  ])('%s', async (_, argv, message) => {
    const results = await assess(peopleFile('all.csv', 1, 6), 'results.csv', '--tally', file('tally.json'))
    const before = readdirSync(folder()).length
    const { code, stdout, stderr } = await cdht('report', ...argv(results, file('tally.json')))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(readdirSync(folder()).length).toBeGreaterThanOrEqual(before)
  })
  const emptyTally = '{"schema":1,"basis":null,"adultAges":[],"days":null,"residence":[],"workplace":[]}'
})

test('a tally does not take the place of another file of the run', async () => {
  const people = peopleFile('all.csv', 1, 6)
  expect((await cdht('assess', people, '--on', on, '--tally', people)).code).toBe(2)
  const out = file('results.csv')
  writeFileSync(out, 'old')
  expect((await cdht('assess', people, '--on', on, '--out', out, '--tally', out)).code).toBe(2)
  expect(readFileSync(out, 'utf8')).toBe('old')
})
