import { describe, expect, test } from 'vitest'
import { isCdhtError } from '../../src/index.js'
import { dateOfSerial } from '../../src/intake/excel-number.js'
import { kindOfFormat } from '../../src/intake/number-format.js'
import { readPeople, type ByteSource, type FileFindings, type ReadPeopleOptions, type RowCounts } from '../../src/xlsx.js'
import { toTcvn3 } from '../support/old-bytes.js'
import { workbook, type TestCell, type TestSheet } from '../support/workbook.js'
import { zipFile } from '../support/zip-file.js'

async function readAll(source: ByteSource, options: ReadPeopleOptions = {}) {
  const rows: unknown[] = []
  const told: { found?: FileFindings; counts?: RowCounts } = {}
  const onFile = (found: FileFindings): void => void (told.found = found)
  const onEnd = (counts: RowCounts): void => void (told.counts = counts)
  for await (const row of readPeople(source, { ...options, onFile, onEnd }))
    rows.push('record' in row ? row.record : row.issues.map(({ code, path }) => [code, ...path].join(' ')))
  return { rows, ...told }
}
async function refusalOf(source: ByteSource, options: ReadPeopleOptions = {}) {
  try {
    await readAll(source, options)
  } catch (error) {
    if (isCdhtError(error)) return error.issues[0]
    throw error
  }
  throw new Error('the file was read')
}
const sheetOf = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}): TestSheet => ({ name: 'Danh sách', rows, ...more })
const fileOf = (rows: TestSheet['rows'], more: Partial<TestSheet> = {}): Buffer => workbook([sheetOf(rows, more)])
/** What the one cell of a column becomes. */
async function cellOf(heading: string, cell: TestCell, is1904 = false): Promise<unknown> {
  const file = workbook(
    [
      sheetOf([
        ['Mã', 'Nhóm', heading],
        ['P1', 'farmer', cell],
      ]),
    ],
    { is1904 },
  )
  const { rows } = await readAll(file)
  const record = rows[0] as { evidence?: Record<string, unknown> } & Record<string, unknown>
  return Array.isArray(record) ? record : (record[heading] ?? record.evidence?.[heading])
}

describe('cells', () => {
  test.each([
    ['birth', { number: 25705, format: 14 }, '1970-05-17'],
    ['birth', { number: 25705.75, format: 'dd/mm/yyyy hh:mm' }, '1970-05-17'],
    ['birth', { number: 25689, format: 17 }, '1970-05'],
    ['birth', { number: 25689, format: 'mm/yyyy' }, '1970-05'],
    ['birth', { number: 25569, format: 'yyyy' }, '1970'],
    ['birth', { number: 25705, format: '[$-42A]dd\\ mmmm\\ yyyy;@' }, '1970-05-17'],
    ['birth', 1970, '1970'],
    ['birth', '1970-05', '1970-05'],
    ['birth', { type: 'd', xml: '<v>1970-05-17</v>' }, '1970-05-17'],
    ['birth', { number: 60, format: 14 }, ['impossible_day birth']],
    ['birth', { number: 25705, format: 16 }, ['impossible_day birth']],
    ['booksRead', 12, 12],
    ['booksRead', '12', 12],
    ['booksRead', { number: 12, format: '#,##0' }, 12],
    ['booksRead', { type: 'n', xml: '<f>A1*2</f><v>2.9999999999999996</v>' }, 3],
    ['booksRead', { type: 'str', xml: '<f>"1"&amp;"2"</f><v>12</v>' }, 12],
    ['booksRead', { type: 'inlineStr', xml: '<is><r><t>1</t></r><r><t>2</t></r><rPh><t>9</t></rPh></is>' }, 12],
    ['booksRead', { number: 1.5, format: 2 }, ['not_whole booksRead']],
    ['booksRead', { type: 'e', xml: '<v>#N/A</v>' }, ['error_cell booksRead']],
    ['booksRead', { type: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' }, ['error_cell booksRead']],
    ['booksRead', { type: 'n', xml: '<f>A1*2</f>' }, ['error_cell booksRead']],
    ['booksRead', '#REF!', ['error_cell booksRead']],
    ['booksRead', null, undefined],
    ['staffTrainedPercent', { number: 0.855, format: 10 }, 85.5],
    ['staffTrainedPercent', { number: 0.07, format: '0.0%' }, 7],
    ['staffTrainedPercent', 33.125, 33.125],
    ['staffTrainedPercent', '85,5%', 85.5],
    ['registered', { type: 'b', xml: '<v>1</v>' }, true],
    ['registered', { type: 'b', xml: '<v>0</v>' }, false],
    ['registered', 'x', true],
  ] as [string, TestCell, unknown][])('%s %j', async (heading, cell, expected) =>
    expect(await cellOf(heading, cell)).toEqual(expected),
  )

  test('workbooks that count days from 1904', async () =>
    expect(await cellOf('birth', { number: 24243, format: 14 }, true)).toBe('1970-05-17'))

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [25705.999, '1970-05-17'],
    [46022, '2025-12-31'],
    [2958465, '9999-12-31'],
    [0.5, undefined],
    [-1, undefined],
    [2958466, undefined],
  ])('serial %d is %s', (serial, date) => expect(dateOfSerial(serial)).toBe(date))

  test.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['h:mm:ss', 'number'],
    ['"ngày" 0', 'number'],
    ['[Red]0;[Blue]-0', 'number'],
    ['0%', 'percent'],
    ['dd/mm/yyyy', 'day'],
    ['yyyy\\-mm\\-dd', 'day'],
    ['"Ngày" d/m/yy;@', 'day'],
    ['mmm-yy', 'month'],
    ['yyyy', 'year'],
    ['d-mmm', 'day-without-year'],
  ])('format %s is of a %s', (code, kind) => expect(kindOfFormat(code)).toBe(kind))
})

describe('the table in a sheet', () => {
  const p1 = { id: 'P1', group: 'farmer', units: { residence: 'X01' }, evidence: { booksRead: 3 }, scores: { reading: 7 } }
  const p2 = { ...p1, id: 'P2' }

  test('titles over all columns, two rows of headings merged both ways, numbers below, a merged unit', async () => {
    const file = fileOf(
      [
        ['DANH SÁCH XÃ A', null, null, null, null, null],
        [],
        ['STT', 'Mã', 'Nhóm', 'Nơi ở', 'Minh chứng', null, 'Điểm', null],
        [null, null, null, null, 'booksRead', 'Ghi chú', 'reading', 'Khác'],
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, 'P1', 'Nông dân', 'X01', 3, null, 7],
        [],
        [2, 'P2', 'NONG DAN', null, '3', 'x', '7', null, 'bên lề'],
      ],
      { merged: ['A1:H1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:H3', 'D6:D8'] },
    )
    const { rows, found, counts } = await readAll(file)
    expect(rows).toEqual([p1, p2])
    expect(found).toMatchObject({ headingLines: [3, 4, 5], titleRows: 1, ignored: ['STT', 'Minh chứng: Ghi chú', 'Điểm: Khác'] })
    expect(counts).toEqual({ rows: 2, blank: 1 })
  })

  test('lines are rows of the sheet, in pieces of any size', async () => {
    const file = fileOf([['Mã', 'Nhóm'], ...Array.from({ length: 3000 }, (_, i) => [`P${i}`, 'farmer'])])
    const lines: number[] = []
    for await (const row of readPeople(Array.from(file, (_, at) => file.subarray(at, at + 1)))) lines.push(row.line)
    expect(lines).toEqual(Array.from({ length: 3000 }, (_, i) => i + 2))
  })

  test('the first sheet that is not hidden, or the one that is named', async () => {
    const sheets: TestSheet[] = [
      {
        name: 'Ẩn',
        rows: [
          ['Mã', 'Nhóm'],
          ['P0', 'farmer'],
        ],
        state: 'hidden',
      },
      {
        name: 'Xã A & B',
        rows: [
          ['Mã', 'Nhóm'],
          ['P1', 'farmer'],
        ],
      },
      {
        name: 'Xã C',
        rows: [
          ['Mã', 'Nhóm'],
          ['P2', 'farmer'],
        ],
      },
    ]
    const { rows, found } = await readAll(workbook(sheets))
    expect(rows).toEqual([{ id: 'P1', group: 'farmer' }])
    expect(found?.sheet).toEqual({
      name: 'Xã A & B',
      others: [
        { name: 'Ẩn', isHidden: true },
        { name: 'Xã C', isHidden: false },
      ],
    })
    expect(found?.notes).toEqual([{ code: 'other_sheets', path: [], severity: 'warning', sheet: 'Xã A & B', count: 1 }])
    expect((await readAll(workbook(sheets), { sheet: 'Ẩn'.normalize('NFD') })).rows).toEqual([{ id: 'P0', group: 'farmer' }])
    expect(await refusalOf(workbook(sheets), { sheet: 'Xã D' })).toMatchObject({ code: 'unknown_id', path: ['sheet'] })
  })

  test('text of an old font is refused, or converted when asked', async () => {
    const old = (text: string): string => Buffer.from(toTcvn3(text)).toString('latin1')
    const file = fileOf([
      [old('Mã'), old('Nhóm đối tượng')],
      ['P1', old('Nông dân')],
      ['P2', old('Viên chức')],
      ['P3', old('Cán bộ quản lý')],
    ])
    expect(await refusalOf(file)).toMatchObject({ code: 'legacy_code', found: 'tcvn3' })
    const { rows } = await readAll(file, { encoding: 'tcvn3' })
    expect(rows.map((row) => (row as { group: string }).group)).toEqual(['farmer', 'public-employee', 'manager'])
  })

  test('parts with prefixed tags, without row numbers, and no shared texts', async () => {
    const cell = (text: string): string => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const file = workbook([sheetOf([])], {
      change: {
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="a"><x:sheetData><x:row>${cell('Mã')}${cell('Nhóm')}</x:row><x:row>${cell('P_x0031_')}${cell('farmer')}</x:row></x:sheetData></x:worksheet>`,
      },
    })
    expect((await readAll(file)).rows).toEqual([{ id: 'P1', group: 'farmer' }])
  })
})

describe('what is no whole workbook is refused', () => {
  const good = fileOf([['Mã', 'Nhóm'], ...Array.from({ length: 200 }, (_, i) => [`P${i}`, 'farmer'])])
  const sheet = (xml: string): Buffer => workbook([sheetOf([])], { change: { 'xl/worksheets/sheet1.xml': xml } })
  const row = '<row><c t="inlineStr"><is><t>Mã</t></is></c><c t="inlineStr"><is><t>Nhóm</t></is></c></row>'

  test.each([
    ['nothing', Buffer.alloc(0), 'broken_workbook'],
    ['a CSV file', Buffer.from('id,group\nP1,farmer\n'), 'broken_workbook'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'other_format'],
    ['another archive', zipFile([{ name: 'a.txt', content: 'a' }]), 'broken_workbook'],
    ['a sheet that ends early', sheet(`<worksheet><sheetData>${row}<row><c>`), 'broken_workbook'],
    [
      'a document type',
      sheet(`<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData>${row}</sheetData></worksheet>`),
      'broken_workbook',
    ],
    [
      'an entity that is not known',
      sheet(`<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`),
      'broken_workbook',
    ],
    [
      'a text that is not there',
      sheet(`<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>`),
      'broken_workbook',
    ],
    [
      'a number that is none',
      sheet(`<worksheet><sheetData><row><c><v>abc</v></c></row></sheetData></worksheet>`),
      'broken_workbook',
    ],
    ['rows out of order', sheet(`<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>`), 'broken_workbook'],
    [
      'a column far out',
      sheet(`<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`),
      'broken_workbook',
    ],
    ['a text without end', sheet(`<worksheet><sheetData><row><c t="str"><v>${'abcdefg'.repeat(200_000)}`), 'broken_workbook'],
  ])('%s', async (_, file, code) => expect((await refusalOf(file)).code).toBe(code))

  test('cut anywhere', async () => {
    for (let length = 0; length < good.length; length += Math.ceil(good.length / 60))
      expect((await refusalOf(good.subarray(0, length))).code).toBe('broken_workbook')
  })

  test('any byte of the sheet changed: refused, or read as it was', async () => {
    const whole = (await readAll(good)).rows
    const begin = good.indexOf('xl/worksheets/sheet1.xml')
    for (let at = begin + 30; at < begin + 400; at += 7) {
      const file = Buffer.from(good)
      file[at] = (file[at] as number) ^ 0x10
      const found = await readAll(file).then(
        ({ rows }) => rows,
        (error: unknown) => (isCdhtError(error) ? 'refused' : error),
      )
      if (found !== 'refused') expect(found).toEqual(whole)
    }
  })

  test('a sheet that unpacks to hundreds of times its size is refused before it is unpacked', async () => {
    const blanks = ' '.repeat(1024 * 1024)
    const bomb = `<worksheet><sheetData>${row}${Array.from({ length: 64 }, () => blanks).join('')}</sheetData></worksheet>`
    const file = sheet(bomb)
    expect(file.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect(await refusalOf(file)).toMatchObject({ code: 'too_large', megabytes: 512 })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  test('an archive that lies about the size of a part is refused', async () => {
    const parts = (size: number) => [
      {
        name: '_rels/.rels',
        content: '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="w.xml"/></Relationships>',
      },
      { name: 'w.xml', content: `<workbook>${' '.repeat(100_000)}</workbook>`, lie: { size } },
      { name: '_rels/w.xml.rels', content: '<Relationships/>' },
    ]
    expect((await refusalOf(zipFile(parts(50)))).code).toBe('broken_workbook')
    expect((await refusalOf(zipFile(parts(0xfffffff0)))).code).toBe('too_large')
  })

  test('a file of more than 64 MB is refused while it comes in', async () => {
    let given = 0
    function* endless() {
      for (;;) {
        given++
        yield new Uint8Array(1024 * 1024)
      }
    }
    expect(await refusalOf(endless())).toMatchObject({ code: 'too_large', megabytes: 64 })
    expect(given).toBe(65)
  })
})
