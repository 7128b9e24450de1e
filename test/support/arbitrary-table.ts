import fc from 'fast-check'

/** Headings of columns of every kind. */
export const tableHeadings = [
  'id',
  'group',
  'birth',
  'residence',
  'memberships',
  'disadvantagedArea',
  'recordedOn',
  'readingFrequency',
  'informationSources',
  'booksRead',
  'requiredLearningDone',
  'learningActivities',
  'certificates',
  'staffTrainedPercent',
  'digitalActivities',
  'score:reading',
  'attested:booksRead',
  'Ghi chú',
]

const space = fc.constantFrom('', '', '', ' ', '\u00a0', '\n', '\u200b')
const spaced = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(space, text, space).map(([before, inner, after]) => before + inner + after)
const joined = (one: fc.Arbitrary<string>, sign: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(spaced(one), sign), { maxLength: most }).map((all) => all.map(([text, by]) => text + by).join(''))

const code = fc.constantFrom('book', 'radio-tv', 'newspaper', 'Sách', 'cc-email', 'idl-news', 'sf-ads', 'sai', '-', '?', '')
const codes = joined(code, fc.constantFrom(';', ';', ';', ',', '|', ''), 5)
const part = fc.constantFrom(
  'course',
  'digital',
  'Tập huấn',
  '2025',
  '2025-03-12',
  '2025-3',
  '2026-01-01',
  '8',
  '2.5',
  '1,5',
  'có',
  '0',
  '?',
  '-',
  '',
)
const parts = joined(part, fc.constantFrom('|', '|', '|', ';', ''), 9)
const activity = fc
  .tuple(
    fc.constantFrom('course', 'seminar', ''),
    fc.constantFrom('digital', 'law', 'other', '?'),
    fc.constantFrom('2025', '2025-06-01', '2024-12', ''),
    fc.constantFrom('2025-06-02', '2025-05', ''),
    fc.constantFrom('8', '2.5', ''),
    fc.constantFrom('1', '0', 'có', ''),
  )
  .map((all) => all.join('|'))
const seldom = (arbitrary: fc.Arbitrary<string>) => ({ weight: 1, arbitrary })
const good = (arbitrary: fc.Arbitrary<string>) => ({ weight: 7, arbitrary })
const goodCodes = (...all: string[]) =>
  good(
    fc.oneof(
      fc.constant('-'),
      fc.subarray(all).map((some) => some.join('; ')),
    ),
  )
const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    '-',
    '–',
    '?',
    ' ?',
    'không',
    'KHÔNG',
    ' có',
    'x',
    '1',
    '0',
    '3',
    '07',
    '1.234',
    '2,5',
    '-3',
    '#N/A',
    '{',
    '[]',
    '[',
    '{}',
  ],
  ...[
    '{"book":true}',
    '{"book":null,"radio-tv":false}',
    '[{"kind":"course","from":"2025"}]',
    '3,71E+10',
    '3E5',
    '0370700001',
    'Ⅷ',
  ],
  ...[
    '17/05/1970',
    '1970',
    '1970-02-30',
    'Sinh năm 1964',
    '45000',
    'Xã Đoàn Kết',
    'tự khai',
    'a\tb',
    '"',
    'a "b"',
    '=1+1',
    'e\u0301',
    '\u200b',
    '\ufeffP7',
    'c\u00adó',
    '\u200e?',
    '#N/A\u2060',
    'bo\u200bok; radio-tv',
    '\u200b[{"kind":"course"}]',
  ],
  ...['certificate', 'branch', 'học qua', 'Mỗi ngày', '100', '50%', '12.5 %', 'learning-family; learning-clan', 'a'.repeat(80)],
)
const ordinary: Record<string, fc.Arbitrary<string>> = {
  id: fc.oneof(
    fc.nat(25).map((n) => `P${n}`),
    fc.constantFrom('37070000001', '037070000001', 'P_1.a', 'Đ1'),
  ),
  group: fc.constantFrom('farmer', 'worker', 'Nông dân', 'civil-servant', 'general', 'learner'),
  birth: fc.constantFrom('1970', '1970-05', '1970-05-17', '17/05/1970'),
  residence: fc.constantFrom('X01', 'Xã Đoàn Kết'),
  memberships: fc.constantFrom('learning-family', '-', 'learning-family; learning-clan'),
  disadvantagedArea: fc.constantFrom('1', '0', '?', 'có'),
  recordedOn: fc.constantFrom('2025-12-01', '1/12/2025'),
  readingFrequency: fc.constantFrom('0', '1', '2', '3', 'Hầu hết các ngày'),
  informationSources: fc.oneof(seldom(codes), goodCodes('book', 'newspaper', 'radio-tv', 'Sách')),
  booksRead: fc.constantFrom('0', '2', '7', '12'),
  requiredLearningDone: fc.constantFrom('có', 'không', '1', '0'),
  learningActivities: fc.oneof(seldom(parts), good(joined(activity, fc.constant(';'), 4))),
  certificates: fc.oneof(
    seldom(parts),
    good(fc.constantFrom('-', 'digital-framework|3|2020', 'digital-framework||2019; digital-framework|9')),
  ),
  staffTrainedPercent: fc.constantFrom('80', '85.5', '100%'),
  digitalActivities: fc.oneof(seldom(codes), goodCodes('cc-email', 'idl-news', 'sf-ads', 'ps-bank')),
  'score:reading': fc.constantFrom('', '', '7', '7,5'),
  'attested:booksRead': fc.constantFrom('', '', 'branch'),
  'Ghi chú': fc.constantFrom('', 'ghi chú', 'dòng\nhai'),
}

const written = (text: string, always: boolean, sign: string): string =>
  always || text.includes(sign) || /["\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/** @param oddity - of a hundred cells, how many hold something that the column may not expect */
const rowOf = (oddity: number, sign: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...tableHeadings.map((heading) =>
        fc.tuple(
          fc.oneof({ weight: 100 - oddity, arbitrary: ordinary[heading] ?? odd }, { weight: oddity, arbitrary: odd }),
          fc.boolean(),
        ),
      ),
    )
    .map((cells) => cells.map(([text, quoted]) => written(text, quoted, sign)).join(sign))

const rowsOf = (sign: string, ...rows: string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...rows.map((row) => row.replaceAll(',', sign)))

/** @param sign - parts the cells; more rows than are looked at for the headings come before what is to be tried */
const tableOf = (sign: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: rowOf(0, sign) },
          { weight: 12, arbitrary: rowOf(6, sign) },
          { weight: 2, arbitrary: rowsOf(sign, '', ' ', ',,', '"",""', '\u00a0,', '\u200b') },
          { weight: 1, arbitrary: rowsOf(sign, 'P1', 'P900,farmer', 'P901,farmer,1970', '"P902","worker"') },
          { weight: 1, arbitrary: rowOf(0, sign).map((row) => `${row}${sign}1`) },
        ),
        fc.constantFrom('\n', '\r\n', '\r'),
      ),
      { minLength: 1, maxLength: 14 },
    )
    .chain((rows) => {
      const broken = rowsOf(sign, 'P1,"farmer', 'P1,fa"rmer,1970', 'P1,"farmer"x,1970')
      const last = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: broken })
      const blank = sign.repeat(tableHeadings.length - 3)
      const top = Array.from({ length: 35 }, (_, row) => ['T' + String(row), 'farmer', '1970'].join(sign) + blank).join('\n')
      return fc.tuple(last, fc.boolean()).map(([end, hasMark]) => {
        const text = rows.map(([row, lineEnd]) => row + lineEnd).join('')
        return `${hasMark ? '\uFEFF' : ''}${tableHeadings.join(sign)}\n${top}\n${text}${end}`
      })
    })

/**
 * Texts of CSV files: good and odd cells, signs that nobody sees, blank rows, rows too short and too long, any line end, cells
 * parted by any of the known signs; seldom a broken quote.
 */
export const arbitraryTable: fc.Arbitrary<string> = fc.constantFrom(',', ',', ';', '\t', '|').chain(tableOf)

/** Some bytes in pieces. @param cuts - places of the cuts; beyond the end they count from the beginning again */
export function inPieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((begin, at) => bytes.subarray(begin, places[at] ?? bytes.length))
}
