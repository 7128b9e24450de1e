import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factCellReader } from '../../src/intake/fact-cell.js'
import { readAttester, readScore } from '../../src/intake/field.js'
import { readBoolean, readId } from '../../src/intake/cell.js'
import { readDay, readPartialDate } from '../../src/intake/date-cell.js'
import { vocabularyFileSchema } from '../../src/model/vocabulary.js'

const { facts } = vocabularyFileSchema.parse(JSON.parse(readFileSync('criteria/facts.json', 'utf8')))

function readFact(id: string, text: string) {
  const fact = facts.find((one) => one.id === id)
  if (!fact) throw new Error(`no fact ${id}`)
  return factCellReader(fact)(text, ['column'])
}
const value = (id: string, text: string): unknown => {
  const result = readFact(id, text)
  return result.ok ? result.value : result.issues.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`.trim())
}

describe('counts', () => {
  test.each([
    ['0', 0],
    [' 12 ', 12],
    ['200', 200],
    ['-', 0],
    ['không', 0],
    ['KHÔNG', 0],
    ['khong', 0],
  ])('%j is %d', (text, expected) => expect(value('booksRead', text)).toBe(expected))

  test.each([
    ['1,5', 'not_whole'],
    ['1.234', 'ambiguous_number'],
    ['12,345', 'ambiguous_number'],
    ['0.125', 'not_whole'],
    ['2.0', 'not_whole'],
    ['201', 'out_of_range'],
    ['-1', 'out_of_range'],
    ['1e2', 'wrong_type'],
    ['Infinity', 'wrong_type'],
    ['hai', 'wrong_type'],
    ['1 2', 'wrong_type'],
  ])('%j is refused: %s', (text, code) => expect(value('booksRead', text)).toEqual([code]))
})

describe('numbers', () => {
  test.each([
    ['85', 85],
    ['85,5', 85.5],
    ['85.5', 85.5],
    ['85,5%', 85.5],
    ['85 %', 85],
    ['33,1250', 33.125],
    ['0,125', 0.125],
    ['-', 0],
  ])('%j is %d', (text, expected) => expect(value('staffTrainedPercent', text)).toBe(expected))

  test.each([
    ['100,5', 'out_of_range'],
    ['-5', 'out_of_range'],
    ['1.234,5', 'wrong_type'],
    ['1.234', 'ambiguous_number'],
    ['33,125', 'ambiguous_number'],
    ['5,', 'wrong_type'],
    ['NaN', 'wrong_type'],
  ])('%j is refused: %s', (text, code) => expect(value('staffTrainedPercent', text)).toEqual([code]))
})

describe('ranks', () => {
  test.each([
    ['2', 2],
    ['Hằng tuần', 2],
    ['hang tuan', 2],
    ['  HẰNG   TUẦN ', 2],
    ['Hằng tuần'.normalize('NFD'), 2],
    ['Every week', 2],
    ['Mỗi ngày, có giờ dành riêng', 4],
    ['-', 0],
    ['không', 0],
  ])('%j is %d', (text, expected) => expect(value('readingFrequency', text)).toBe(expected))

  test.each([
    ['5', 'out_of_range'],
    ['-1', 'out_of_range'],
    ['2,5', 'not_whole'],
    ['thỉnh thoảng', 'unknown_code'],
  ])('%j is refused: %s', (text, code) => expect(value('readingFrequency', text)).toEqual([code]))
})

describe('booleans', () => {
  test.each(['có', 'Có', 'CO', 'x', 'X', 'true', '1', 'yes', 'rồi', 'v', '✓', 'Đã có', 'Y'])('%j is true', (text) =>
    expect(readBoolean(text, [])).toEqual({ ok: true, value: true }),
  )
  test.each(['không', 'khong', '-', 'false', '0', 'no', 'chưa', 'Chưa có', 'không có', 'N'])('%j is false', (text) =>
    expect(readBoolean(text, [])).toEqual({ ok: true, value: false }),
  )
  test.each(['2', 'đúng thế', 'xx', 'có lẽ'])('%j is refused', (text) =>
    expect(readBoolean(text, ['column'])).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong_type', path: ['column'], expected: 'boolean' }],
    }),
  )
})

describe('codes', () => {
  test.each([
    ['book; newspaper', ['book', 'newspaper']],
    ['book|newspaper', ['book', 'newspaper']],
    ['book,newspaper', ['book', 'newspaper']],
    ['Sách; Đài, tivi', ['book', 'radio-tv']],
    ['Đài, tivi, sách', ['radio-tv', 'book']],
    ['sach, bao, tap chi giay, dai, tivi', ['book', 'newspaper', 'radio-tv']],
    ['Văn bản pháp luật, chỉ đạo, hướng dẫn', ['official-documents']],
    ['book; book;', ['book']],
    ['-', []],
    ['không', []],
    ['{"book":true,"newspaper":false,"radio-tv":null}', { book: true, newspaper: false, 'radio-tv': null }],
    ['{"Sách":true}', { book: true }],
    ['{}', {}],
  ])('%j', (text, expected) => expect(value('informationSources', text)).toEqual(expected))

  test.each([
    ['book; tờ rơi', ['unknown_code 1']],
    ['tờ rơi, book, áp phích', ['unknown_code 0', 'unknown_code 2']],
    ['{"book":1}', ['wrong_type 0']],
    ['{"leaflet":true}', ['unknown_code 0']],
    ['{"__proto__":true}', ['unknown_code 0']],
    ['{"book":tru', ['wrong_type']],
  ])('%j is refused', (text, expected) => expect(value('informationSources', text)).toEqual(expected))
})

describe('activities', () => {
  test.each([
    [
      'course|digital|2025-03-12|2025-03-14|16,5|có',
      [{ kind: 'course', topic: 'digital', from: '2025-03-12', to: '2025-03-14', hours: 16.5, certificate: true }],
    ],
    ['course; club|culture|2025', [{ kind: 'course' }, { kind: 'club', topic: 'culture', from: '2025' }]],
    ['Lớp học, khoá học|Kỹ năng số|2025-03|||không', [{ kind: 'course', topic: 'digital', from: '2025-03', certificate: false }]],
    [' | ? |2025', [{ from: '2025' }]],
    ['course|digital|12/3/2025|4/2025', [{ kind: 'course', topic: 'digital', from: '2025-03-12', to: '2025-04' }]],
    ['|', [{}]],
    ['course;;', [{ kind: 'course' }]],
    ['-', []],
    ['[{"kind":"course","hours":2.5,"certificate":true,"to":null},{}]', [{ kind: 'course', hours: 2.5, certificate: true }, {}]],
    ['[]', []],
  ])('%j', (text, expected) => expect(value('learningActivities', text)).toEqual(expected))

  test.each([
    ['course|digital|12/13/2025', ['impossible_day 0.from']],
    ['course|digital|12/3/25', ['two_digit_year 0.from']],
    ['course|digital|2025-02-29', ['impossible_day 0.from']],
    ['club; lớp khác|digital', ['unknown_code 1.kind']],
    ['course|nấu ăn', ['unknown_code 0.topic']],
    ['course|digital|2025-03-12|2025-03-11', ['to_before_from 0.to']],
    ['course||||-2', ['out_of_range 0.hours']],
    ['course||||nhiều|có lẽ', ['wrong_type 0.hours', 'wrong_type 0.certificate']],
    ['a|b|c|d|e|f|g', ['too_many_parts 0']],
    ['[{"kind":"course","note":"x"}]', ['unknown_key 0']],
    ['[{"kind":{"a":1}}]', ['wrong_type 0.kind']],
    ['[1]', ['wrong_type 0']],
    ['[{]', ['wrong_type']],
    ['|;'.repeat(1001), ['too_many']],
  ])('%j is refused', (text, expected) => expect(value('learningActivities', text)).toEqual(expected))
})

describe('certificates', () => {
  test.each([
    ['it-basic||2015', [{ kind: 'it-basic', issuedOn: '2015' }]],
    ['digital-framework|3', [{ kind: 'digital-framework', level: 3 }]],
    ['-', []],
  ])('%j', (text, expected) => expect(value('certificates', text)).toEqual(expected))

  test.each([
    ['digital-framework|9', ['out_of_range 0.level']],
    ['digital-framework|3,5', ['not_whole 0.level']],
    ['it-basic||2015-13', ['impossible_day 0.issuedOn']],
    ['it-basic|||x', ['too_many_parts 0']],
  ])('%j is refused', (text, expected) => expect(value('certificates', text)).toEqual(expected))
})

describe('dates', () => {
  test.each([
    ['1970', '1970'],
    ['1970-05', '1970-05'],
    ['1970-05-17', '1970-05-17'],
    ['1970-5', '1970-05'],
    ['1970/5/7', '1970-05-07'],
    ['1970-05-17 00:00:00', '1970-05-17'],
    ['1970-05-17T00:00:00', '1970-05-17'],
    ['17/05/1970', '1970-05-17'],
    ['7/5/1970', '1970-05-07'],
    ['17-05-1970', '1970-05-17'],
    ['17.5.1970', '1970-05-17'],
    [' 17 / 05 / 1970 ', '1970-05-17'],
    ['17/05/1970 00:00', '1970-05-17'],
    ['5/1970', '1970-05'],
    ['04/1985', '1985-04'],
    ['Sinh năm 1964', '1964'],
    ['SINH NAM 1964', '1964'],
    ['Sinh năm 1964'.normalize('NFD'), '1964'],
    ['sinh 1964', '1964'],
    ['Năm sinh: 1964', '1964'],
    ['NS: 1964', '1964'],
    ['năm 1964', '1964'],
    ['Sinh ngày 17/05/1970', '1970-05-17'],
    ['ngày 17 tháng 5 năm 1970', '1970-05-17'],
    ['Tháng 5 năm 1970', '1970-05'],
    ['tháng 5/1970', '1970-05'],
    ['29/02/2024', '2024-02-29'],
    ['25705', '1970-05-17'],
    ['46022', '2025-12-31'],
  ])('%j is %s', (text, expected) => expect(readPartialDate(text, [])).toEqual({ ok: true, value: expected }))

  test.each([
    ['70', 'two_digit_year'],
    ['17/05/70', 'two_digit_year'],
    ['5/70', 'two_digit_year'],
    ['sinh năm 64', 'two_digit_year'],
    ['11/01/976', 'impossible_day'],
    ['15/17/1989', 'impossible_day'],
    ['05-17-1970', 'impossible_day'],
    ['29/02/2025', 'impossible_day'],
    ['31/4/2025', 'impossible_day'],
    ['0/5/1970', 'impossible_day'],
    ['1970-13', 'impossible_day'],
    ['1970-05-32', 'impossible_day'],
    ['1970-05-16T17:00:00.000Z', 'impossible_day'],
    ['17/05/1970 08:30', 'impossible_day'],
    ['0000', 'impossible_day'],
    ['197', 'impossible_day'],
    ['1970 hoặc 1971', 'impossible_day'],
    ['1970-1971', 'impossible_day'],
    ['khoảng 1970', 'impossible_day'],
    ['17/05', 'two_digit_year'],
    ['17/05/?', 'impossible_day'],
    ['123456', 'impossible_day'],
  ])('%j is refused: %s', (text, code) =>
    expect(readPartialDate(text, ['birth'])).toEqual({ ok: false, issues: [{ code, path: ['birth'], severity: 'error' }] }),
  )

  test('where a day is needed, a month will not do', () => {
    expect(readDay('1/12/2025', [])).toEqual({ ok: true, value: '2025-12-01' })
    for (const text of ['12/2025', '2025', '2025-12']) expect(readDay(text, [])).toMatchObject({ ok: false })
  })
})

test('an id that a spreadsheet has shortened is refused', () => {
  for (const id of ['3,71E+10', '3.7125E+11', '4E+11'])
    expect(readId(id, ['Mã'])).toMatchObject({ issues: [{ code: 'digits_lost' }] })
  for (const id of ['012345678901', 'E11', '3E', 'A3E+1']) expect(readId(id, [])).toEqual({ ok: true, value: id })
})

test.each([
  ['7,5', 7.5],
  ['10', 10],
  ['0', 0],
])('score %s', (text, expected) => expect(readScore(text, [])).toEqual({ ok: true, value: expected }))
test.each([
  ['7,25', 'not_half'],
  ['10,5', 'out_of_range'],
  ['-', 'wrong_type'],
])('score %s is refused: %s', (text, code) => expect(readScore(text, [])).toMatchObject({ ok: false, issues: [{ code }] }))

test('who attests, by id or in words', () => {
  expect(readAttester('Chi hội', [])).toEqual({ ok: true, value: 'branch' })
  expect(readAttester('log', [])).toEqual({ ok: true, value: 'log' })
  expect(readAttester('hàng xóm', [])).toMatchObject({ ok: false, issues: [{ code: 'unknown_attester' }] })
})

test('no issue repeats what the cell said', () => {
  const secret = 'NGUYỄN-VĂN-BÍ-MẬT'
  for (const fact of facts)
    for (const text of [secret, `{"${secret}":true}`, `[{"${secret}":1}]`, `{"book":"${secret}"}`, `course|${secret}`]) {
      const result = factCellReader(fact)(text, ['column'])
      expect(result.ok).toBe(false)
      expect(JSON.stringify(result)).not.toContain('MẬT')
    }
})
