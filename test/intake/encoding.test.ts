import { describe, expect, test } from 'vitest'
import { encodings, readPeople, type FileFindings, type ReadPeopleOptions, type TextSource } from '../../src/csv.js'
import { isCdhtError, issueText } from '../../src/index.js'
import { fromTcvn3 } from '../../src/intake/tcvn3.js'
import { fromVni } from '../../src/intake/vni.js'
import { isSyllable } from '../../src/intake/syllable.js'
import { toTcvn3, toUtf16, toWindows1258 } from '../support/old-bytes.js'

const table = [
  'Danh sách người học của xã Đoàn Kết;;;',
  'Mã;Nhóm đối tượng;Nơi ở;Năm sinh',
  'P1;Nông dân;Thôn Đồng Tiến, xã Yên Mỹ;1970',
  'P2;Cán bộ quản lý;Tổ dân phố Phù Lưu;1981',
  'P3;Viên chức;Khu tập thể Nguyễn Huệ;1990',
].join('\r\n')
const expected = [
  { id: 'P1', group: 'farmer', units: { residence: 'Thôn Đồng Tiến, xã Yên Mỹ' }, birth: '1970' },
  { id: 'P2', group: 'manager', units: { residence: 'Tổ dân phố Phù Lưu' }, birth: '1981' },
  { id: 'P3', group: 'public-employee', units: { residence: 'Khu tập thể Nguyễn Huệ' }, birth: '1990' },
]

async function readAll(source: TextSource, options: ReadPeopleOptions = {}) {
  const records: unknown[] = []
  let found: FileFindings | undefined
  for await (const row of readPeople(source, { ...options, onFile: (one) => (found = one) }))
    records.push('record' in row ? row.record : row.issues)
  return { records, found }
}
async function refusalOf(source: TextSource, options: ReadPeopleOptions = {}) {
  try {
    await readAll(source, options)
  } catch (error) {
    if (isCdhtError(error)) return error.issues[0]
    throw error
  }
  throw new Error('the file was read')
}
const inPieces = (bytes: Uint8Array): Uint8Array[] => Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))

describe('the encoding of a file is found out', () => {
  test.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\uFEFF${table}`)],
    ['utf-16le', toUtf16(`\uFEFF${table}`, 'le')],
    ['utf-16be', toUtf16(`\uFEFF${table}`, 'be')],
    ['utf-16le', toUtf16(table, 'le')],
    ['utf-16be', toUtf16(table, 'be')],
    ['utf-16le', toUtf16(table.normalize('NFD'), 'le')],
    ['windows-1258', toWindows1258(table)],
  ])('%s', async (encoding, bytes) => {
    for (const source of [[bytes], inPieces(bytes)]) {
      const { records, found } = await readAll(source)
      expect(records).toEqual(expected)
      expect(found).toMatchObject({ encoding, delimiter: ';', titleRows: 1, headingLines: [2], notes: [] })
    }
  })

  test('tones of Windows-1258 come out composed', async () => {
    const { records } = await readAll([toWindows1258(table)])
    for (const text of records.map((record) => JSON.stringify(record))) expect(text).toBe(text.normalize('NFC'))
  })
})

describe('what is not certain is refused, with the way out', () => {
  test.each([
    ['TCVN3 as its own bytes', [toTcvn3(table)], 'legacy_code', '--encoding tcvn3'],
    ['TCVN3 saved again as UTF-8', Buffer.from(toTcvn3(table)).toString('latin1'), 'legacy_code', '--encoding tcvn3'],
    [
      'VNI',
      'Maõ,Nhoùm\nP1,Noâng daân\nP2,Caùn boä quaûn lyù\nP3,Hoïc sinh\nP4,Vieân chöùc\nP5,Coâng chöùc',
      'legacy_code',
      'UniKey',
    ],
    ['one word alone', [Buffer.from('id,group\nP1,n\xf4ng d\xe2n\n', 'latin1')], 'not_utf8', '--encoding'],
    ['another language', [Buffer.from('id,group\nP1,\xdcber Stra\xdfe ge\xf6ffnet\n', 'latin1')], 'not_utf8', '--encoding'],
    ['letters that go wrong later', [Buffer.from(table), Buffer.from([0x0a, 0xff, 0x3b])], 'not_utf8', 'UTF-8'],
    ['a workbook', [Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)], 'other_format', '--format xlsx'],
    ['an old workbook', [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)], 'other_format', '.xls'],
    ['a picture', [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0x49)], 'other_format', 'không phải tệp chữ'],
  ])('%s', async (_, source, code, said) => {
    const refusal = await refusalOf(source)
    expect(refusal).toMatchObject({ code, severity: 'error' })
    expect(issueText(refusal, 'vi')).toContain(said)
  })

  test('Vietnamese in Unicode is never taken for an old font', async () => {
    for (const text of [table, table.normalize('NFD'), `id,group,x\nP1,farmer,${'Ã§ã Éé Üü '.repeat(9)}`])
      expect((await readAll(text)).records.length).toBeGreaterThan(0)
  })
})

describe('an encoding that is named', () => {
  test('TCVN3 is converted, from its bytes and from UTF-8, and a note says what may be lost', async () => {
    const bytes = toTcvn3(table)
    for (const source of [
      [bytes],
      inPieces(bytes),
      Buffer.from(bytes).toString('latin1'),
      [Buffer.from(Buffer.from(bytes).toString('latin1'))],
    ]) {
      const { records, found } = await readAll(source, { encoding: 'tcvn3' })
      expect(records).toEqual(expected)
      expect(found?.notes).toEqual([{ code: 'tcvn3_capitals', path: [], severity: 'warning' }])
    }
  })

  test('one word is enough then', async () => {
    const source = [Buffer.from('id,group\nP1,n\xf4ng d\xe2n\n', 'latin1')]
    expect((await readAll(source, { encoding: 'windows-1258' })).records).toEqual([{ id: 'P1', group: 'farmer' }])
  })

  test('bytes that are not in it are refused', async () => {
    expect(await refusalOf([toWindows1258(table)], { encoding: 'utf-8' })).toMatchObject({ code: 'wrong_encoding' })
    expect(await refusalOf([Uint8Array.of(0x41)], { encoding: 'utf-16le' })).toMatchObject({ code: 'wrong_encoding' })
  })

  test('a name that is not known is refused', async () => {
    expect(await refusalOf(table, { encoding: 'viscii' as never })).toMatchObject({ code: 'wrong_option', path: ['encoding'] })
    expect(encodings).toContain('tcvn3')
  })
})

test.each([
  ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['NguyÔn V¨n An', 'Nguyễn Văn An'],
  ['Héi KhuyÕn häc', 'Hội Khuyến học'],
])('TCVN3 %j', (old, text) => expect(fromTcvn3(old)).toBe(text))

test.each([
  ['Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam', 'cộng hoà xã hội chủ nghĩa việt nam'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'độc lập - tự do - hạnh phúc'],
  ['NGUYEÃN VAÊN AN', 'nguyễn văn an'],
  ['Hoäi Khuyeán hoïc', 'hội khuyến học'],
])('VNI %j', (old, text) => expect(fromVni(old)).toBe(text))

test.each(['nguyễn', 'Quyết', 'giêng', 'GÌN', 'khuếch', 'quốc', 'yêu', 'ngoằn', 'uỷ', 'đ'.concat('ường')])(
  '%s is a syllable',
  (word) => expect(isSyllable(word)).toBe(true),
)
test.each(['nguyÔn', 'Straße', 'ngàá', 'cà-phê', 'ạb', 'ñoäc', 'viÖt', ''])('%j is none', (word) =>
  expect(isSyllable(word)).toBe(false),
)
