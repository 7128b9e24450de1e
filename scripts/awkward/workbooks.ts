import { constants, crc32, deflateRawSync } from 'node:zlib'
import { toTcvn3 } from '../../test/support/old-bytes.js'
import { workbook, type TestCell, type TestSheet } from '../../test/support/workbook.js'
import { uselessFile, type AwkwardFile } from './awkward-file.js'

type Row = readonly TestCell[]
interface SheetParts extends Partial<TestSheet> {
  above?: readonly Row[]
  below: readonly Row[]
}

const sheetOf = ({ above = [['Mã', 'Nhóm', 'Nơi ở']], below, ...more }: SheetParts): TestSheet => ({
  name: 'Danh sách',
  rows: [...above, ...below],
  ...more,
})
const book = (name: string, parts: SheetParts, options: { is1904?: boolean } = {}): AwkwardFile => ({
  name,
  bytes: workbook([sheetOf(parts)], options),
  rows: parts.below.length,
})
/** Rows of one column beside id and group. */
const column = (name: string, heading: string, cells: readonly TestCell[], options: { is1904?: boolean } = {}): AwkwardFile =>
  book(
    name,
    { above: [['Mã', 'Nhóm', heading]], below: cells.map((cell, at) => [`P${at + 1}`, 'Cán bộ quản lý', cell]) },
    options,
  )
const p1: Row = ['P1', 'Nông dân', 'X01']
const small = (): Buffer => workbook([sheetOf({ below: Array.from({ length: 50 }, (_, at) => [`P${at}`, 'Nông dân', 'X01']) })])

/** Workbooks as Excel, other programs and ill will make them. */
export const workbookFiles = (): AwkwardFile[] => [
  book('texts-of-every-kind.xlsx', {
    below: [
      p1,
      [
        { type: 'inlineStr', xml: '<is><t>P2</t></is>' },
        { type: 'inlineStr', xml: '<is><r><rPr><b/></rPr><t>Công </t></r><r><t xml:space="preserve">nhân</t></r></is>' },
        { type: 'inlineStr', xml: '<is><t>X_x0030_2</t><rPh><t>đọc</t></rPh></is>' },
      ],
      [{ type: 'str', xml: '<f>"P"&amp;3</f><v>P3</v>' }, 'viên chức'.normalize('NFD'), 'Xóm\nĐình'],
    ],
  }),
  column('dates-as-they-are-shown.xlsx', 'Ngày sinh', [
    { number: 25705, format: 14 },
    { number: 25705, format: 'mm/yyyy' },
    { number: 25705, format: 'yyyy' },
    { number: 25705.99, format: 'dd/mm/yyyy hh:mm' },
    { number: 25705, format: 16 },
    { number: 60, format: 14 },
    1970,
    '15/17/1989',
    { type: 'd', xml: '<v>1970-05-17</v>' },
  ]),
  column('dates-from-1904.xlsx', 'Ngày sinh', [{ number: 24243, format: 14 }, '17/05/1970'], { is1904: true }),
  column('percentages-and-fractions.xlsx', 'staffTrainedPercent', [
    { number: 0.855, format: 10 },
    { number: 0.5, format: 9 },
    33.125,
    '85,5%',
    1.01,
    { number: 1.5, format: 9 },
  ]),
  column('formulas.xlsx', 'booksRead', [
    { type: 'n', xml: '<f>A1*2</f><v>4</v>' },
    { type: 'str', xml: '<f>"1"&amp;"2"</f><v>12</v>' },
    { type: 'n', xml: '<f>B7+1</f>' },
    { type: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' },
    { type: 'e', xml: '<v>#N/A</v>' },
    { type: 'n', xml: '<f>A1</f><v>2.9999999999999996</v>' },
    { type: 'b', xml: '<v>1</v>' },
  ]),
  book('ids-as-numbers.xlsx', {
    above: [['Mã', 'Nhóm']],
    below: [
      [{ number: 37070000001, format: 'General' }, 'Nông dân'],
      [37070000001, 'Nông dân'],
      [{ type: 'n', xml: '<v>1.2345678901234568E+18</v>' }, 'Nông dân'],
      [{ type: 'n', xml: '<v>999999999999999</v>' }, 'Nông dân'],
      [7, 'Nông dân'],
    ],
  }),
  {
    name: 'first-sheet-hidden.xlsx',
    bytes: workbook([
      sheetOf({ name: 'Mật', state: 'veryHidden', below: [['P9', 'Nông dân', 'X09']] }),
      sheetOf({ name: 'Xã A', below: [p1] }),
      sheetOf({ name: 'Xã B', below: [['P2', 'Nông dân', 'X02']] }),
    ]),
    rows: 1,
  },
  {
    name: 'sheet-named.xlsx',
    bytes: workbook([
      sheetOf({ name: 'Xã A', below: [p1] }),
      sheetOf({ name: 'Xã Bế', below: [['P2', 'Nông dân', 'X02'], [], ['P3', 'Nông dân', 'X02']] }),
    ]),
    rows: 3,
    options: ['--sheet', 'Xã Bế'.normalize('NFD')],
  },
  book('headings-merged-in-two-rows.xlsx', {
    above: [
      ['DANH SÁCH XÃ A', null, null, null, null],
      [],
      ['STT', 'Mã', 'Nhóm', 'Minh chứng', null],
      [null, null, null, 'booksRead', 'Ghi chú'],
      [1, 2, 3, 4, 5],
    ],
    below: [[1, 'P1', 'Nông dân', 3, 'tốt'], [], [2, 'P2', 'NONG DAN', '3']],
    merged: ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3'],
  }),
  book('one-village-over-many-rows.xlsx', {
    above: [['Nơi ở', 'Mã', 'Nhóm']],
    below: [['Thôn 1', 'P1', 'Nông dân'], [null, 'P2', 'Nông dân'], [], [null, 'P3', 'Nông dân'], ['Thôn 2', 'P4', 'Nông dân']],
    merged: ['A2:A5'],
  }),
  book('total-merged.xlsx', { below: [p1, ['Tổng cộng', null, 1]], merged: ['A3:B3'] }),
  book('cells-beside-the-table.xlsx', {
    below: [
      [...p1, null, null, 'bên lề'],
      ['P2', 'Công nhân'],
    ],
  }),
  book('only-headings.xlsx', { below: [] }),
  uselessFile('nothing-in-the-sheet.xlsx', workbook([sheetOf({ above: [], below: [] })])),
  uselessFile('old-font.xlsx', workbook([sheetOf({ above: [['M·', 'Nhãm']], below: oldFontRows() })])),
  uselessFile('cut-short.xlsx', small().subarray(0, -100)),
  uselessFile('cut-in-the-middle.xlsx', small().subarray(0, 700)),
  uselessFile('damaged.xlsx', damaged(small())),
  uselessFile('text-that-feeds-on-itself.xlsx', withSheet(entities)),
  uselessFile('two-million-signs-in-a-cell.xlsx', workbook([sheetOf({ below: [['P1', 'Nông dân', longText]] })])),
  uselessFile('gigabytes.xlsx', gigabytes()),
  uselessFile('no-workbook-in-it.xlsx', withoutWorkbook()),
]

function oldFontRows(): Row[] {
  const old = (text: string): string => Buffer.from(toTcvn3(text)).toString('latin1')
  return ['Nông dân', 'Viên chức', 'Cán bộ quản lý', 'Công chức', 'Học sinh'].map((group, at) => [`P${at}`, old(group)])
}

function damaged(file: Buffer): Buffer {
  const at = file.indexOf('xl/worksheets/sheet1.xml') + 100
  file[at] = (file[at] ?? 0) ^ 0xff
  return file
}

const longText: TestCell = { type: 'str', xml: `<v>${'a'.repeat(2_000_000)}</v>` }
const withSheet = (xml: string): Buffer => workbook([sheetOf({ below: [] })], { change: { 'xl/worksheets/sheet1.xml': xml } })
const withoutWorkbook = (): Buffer =>
  workbook([], { change: { '_rels/.rels': '<Relationships/>', mimetype: 'application/vnd.oasis.opendocument.spreadsheet' } })

/** Each name stands for ten of the one before. */
const entities = `<!DOCTYPE a [<!ENTITY e0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')}]><worksheet><sheetData><row><c t="str"><v>&e9;</v></c></row></sheetData></worksheet>`

/** A sheet that is packed in about three megabytes and unpacks to three thousand. */
function gigabytes(): Buffer {
  const megabyte = Buffer.alloc(1024 * 1024, ' ')
  const times = 3072
  const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH })
  const end = deflateRawSync(Buffer.alloc(0))
  let crc = 0
  for (let i = 0; i < times; i++) crc = crc32(megabyte, crc)
  const content = Buffer.concat([...Array.from({ length: times }, () => block), end])
  return workbook([sheetOf({ below: [] })], {
    packed: [{ name: 'xl/worksheets/sheet1.xml', content, unpacked: { size: times * megabyte.length, crc } }],
  })
}
