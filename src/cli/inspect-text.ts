import type { Delimiter, Encoding, FileFindings } from '../csv.js'
import type { Text } from '../index.js'
import type { Format } from './people-file.js'

const formatWords: Record<Format, string> = { csv: 'CSV', xlsx: 'Excel (.xlsx)', json: 'JSON', ndjson: 'NDJSON' }

const encodingWords: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
}

const delimiterWords: Record<Delimiter, Text> = {
  ',': { vi: 'dấu phẩy', en: 'comma' },
  ';': { vi: 'dấu chấm phẩy', en: 'semicolon' },
  '\t': { vi: 'tab', en: 'tab' },
  '|': { vi: 'dấu gạch đứng', en: 'vertical bar' },
}

/** Everything that `cdht inspect` says beside issues. */
export const inspectText = {
  file: (path: string, format: Format): Text => ({
    vi: `Tệp ${path}, kiểu ${formatWords[format]}`,
    en: `File ${path}, ${formatWords[format]}`,
  }),
  encoding: (encoding: Encoding): Text => ({
    vi: `Bảng mã: ${encodingWords[encoding]}`,
    en: `Encoding: ${encodingWords[encoding]}`,
  }),
  delimiter: (delimiter: Delimiter): Text => ({
    vi: `Các ô cách nhau bằng: ${delimiterWords[delimiter].vi}`,
    en: `Cells parted by: ${delimiterWords[delimiter].en}`,
  }),
  sheet: ({ name, others }: NonNullable<FileFindings['sheet']>): Text => {
    const list = (hidden: string): string =>
      others.map((other) => `“${other.name}”${other.isHidden ? ` (${hidden})` : ''}`).join(', ')
    return {
      vi: `Trang tính: “${name}”${others.length > 0 ? `; không đọc ${list('ẩn')}` : ''}`,
      en: `Sheet: “${name}”${others.length > 0 ? `; not read: ${list('hidden')}` : ''}`,
    }
  },
  headings: (lines: readonly number[], titleRows: number): Text => ({
    vi: `Tiêu đề ở dòng ${lines.join(', ')}${titleRows > 0 ? `; phía trên có ${titleRows} dòng khác` : ''}`,
    en: `Headings on line ${lines.join(', ')}${titleRows > 0 ? `; ${titleRows} other rows above` : ''}`,
  }),
  noHeadings: { vi: 'Không tìm thấy dòng tiêu đề.', en: 'No row of headings was found.' },
  columns: (count: number): Text => ({ vi: `Cột đọc được (${count}):`, en: `Columns that are read (${count}):` }),
  columnHeadings: {
    position: { vi: 'Cột', en: 'Column' },
    heading: { vi: 'Tiêu đề trong tệp', en: 'Heading in the file' },
    meaning: { vi: 'Được hiểu là', en: 'Understood as' },
    field: { vi: 'Mục', en: 'Field' },
  },
  ignored: (count: number): Text => ({
    vi: `Cột không đọc vì không rõ tiêu đề (${count}):`,
    en: `Columns not read, as their headings are not known (${count}):`,
  }),
  ignoredAdvice: {
    vi: 'Nếu có cột cần đọc, hãy đổi tiêu đề, hoặc nêu tiêu đề đó trong tệp của --aliases.',
    en: 'To read one of them, change its heading, or name it in the file of --aliases.',
  },
  sample: {
    vi: 'Dạng của vài dòng đầu (chữ thay bằng x, chữ số thay bằng 9):',
    en: 'Shapes of the first rows (letters as x, digits as 9):',
  },
  line: (line: number): Text => ({ vi: `dòng ${line}`, en: `line ${line}` }),
  blankCell: { vi: '(trống)', en: '(blank)' },
  counts: (read: number, rejected: number, blank: number): Text => {
    const rows = read + rejected + blank
    return {
      vi: `Số dòng: ${rows} = ${read} đọc được + ${rejected} bị loại + ${blank} trống.`,
      en: `Rows: ${rows} = ${read} readable + ${rejected} rejected + ${blank} blank.`,
    }
  },
  faults: { vi: 'Lỗi theo cột:', en: 'What is wrong, by column:' },
  faultHeadings: {
    column: { vi: 'Cột', en: 'Column' },
    fault: { vi: 'Lỗi', en: 'What is wrong' },
    count: { vi: 'Số lần', en: 'Times' },
    line: { vi: 'Dòng đầu', en: 'First line' },
  },
} as const

export const prefixWords: Record<string, Text> = {
  scores: { vi: 'Điểm đã khai', en: 'Declared points' },
  attested: { vi: 'Người xác nhận', en: 'Attested by' },
}
