import { describe, expect, test } from 'vitest'
import { readPeople, type FileFindings, type ReadPeopleOptions, type RowCounts } from '../../src/csv.js'
import { isCdhtError } from '../../src/index.js'

async function readAll(text: string, options: ReadPeopleOptions = {}) {
  const rows: unknown[] = []
  const told: { found?: FileFindings; counts?: RowCounts } = {}
  const onFile = (found: FileFindings): void => void (told.found = found)
  const onEnd = (counts: RowCounts): void => void (told.counts = counts)
  for await (const row of readPeople(text, { ...options, onFile, onEnd })) rows.push('record' in row ? row.record : row.issues)
  return { rows, ...told }
}
const record = { id: 'P1', group: 'farmer', evidence: { booksRead: 3 }, scores: { reading: 7 } }

describe('where the headings are', () => {
  test.each([
    ['in the first row', 'id,group,booksRead,score:reading\nP1,farmer,3,7\n', [1], 0],
    [
      'below titles, with a comma in a title of a semicolon file',
      'HỘI KHUYẾN HỌC XÃ A, TỈNH B, NĂM 2025, ĐỢT 1\n\nDANH SÁCH;;;\nid;group;booksRead;score:reading\nP1;farmer;3;7\n',
      [4],
      2,
    ],
    ['below the hint that Excel takes', 'sep=;\nid;group;booksRead;score:reading\nP1;farmer;3;7\n', [2], 1],
    ['above a row of numbers', 'id,group,booksRead,score:reading\n(1),(2),(3),(4)\nP1,farmer,3,7\n', [1, 2], 0],
    [
      'in two rows, the upper over a group of columns',
      'STT,Mã,Nhóm,Minh chứng,,Điểm,\n,,,booksRead,Ghi chú,reading,Khác\n1,P1,Nông dân,3,x,7,y\n',
      [1, 2],
      0,
    ],
    [
      'in two rows, all columns below',
      'Thông tin chung,,Minh chứng,Điểm\nMã,Nhóm,booksRead,reading\nP1,Nông dân,3,7\n',
      [1, 2],
      0,
    ],
    [
      'above a row of units, which is nobody and is told as such',
      'Mã,Nhóm,booksRead,score:reading\n,,(cuốn),(điểm)\n1,2,3,4\nP1,farmer,3,7\n',
      [1],
      0,
    ],
  ])('%s', async (_, text, headingLines, titleRows) => {
    const { rows, found } = await readAll(text)
    expect(found).toMatchObject({ headingLines, titleRows })
    expect(rows.at(-1)).toEqual(record)
  })

  test('a person’s row is not taken for a second row of headings', async () => {
    const { rows, found } = await readAll('id,group,booksRead\n,farmer,reading\nP1,farmer,1\n')
    expect(found?.headingLines).toEqual([1])
    expect(rows).toHaveLength(2)
  })

  test('far below, or nowhere: refused without a word of the file', async () => {
    for (const text of [`${'Tiêu đề bí mật\n'.repeat(31)}id,group\nP1,farmer\n`, 'bí mật,x\nP1,y\n']) {
      const error: unknown = await readAll(text).catch((thrown: unknown) => thrown)
      expect(isCdhtError(error) && error.issues.map(({ code }) => code)).toEqual(['missing_heading', 'missing_heading'])
      expect(JSON.stringify(error)).not.toContain('bí mật')
    }
  })

  test('what is found is told before a refusal too, as shapes alone', async () => {
    let found: FileFindings | undefined
    const rows = readPeople('Nguyễn Thị Bí,012345678901,17/05/1970\n', { onFile: (one) => (found = one) })
    await expect(rows.next()).rejects.toThrow('missing_heading')
    expect(found).toMatchObject({ headingLines: [], columns: [], ignored: [] })
    expect(found?.sample).toEqual([{ line: 1, shapes: ['Xxxxxx Xxx Xx', '999999999999', '99/99/9999'] }])
  })

  test('columns tell what they fill in', async () => {
    const { found } = await readAll('STT,Mã,Nhóm,Nơi ở,booksRead,Điểm: reading\n1,P1,farmer,X,1,2\n')
    expect(found?.columns.map(({ position, field }) => [position, field])).toEqual([
      [2, 'id'],
      [3, 'group'],
      [4, 'units.residence'],
      [5, 'evidence.booksRead'],
      [6, 'scores.reading'],
    ])
    expect(found?.ignored).toEqual(['STT'])
  })
})

describe('headings of the caller’s own', () => {
  const aliases = { id: 'Số hồ sơ', birth: ['NS', 'Sinh'], booksRead: 'Sách (quyển)', 'score:reading': ['Đ1'], residence: 'Mã' }
  test('stand beside those that are known, and go before them', async () => {
    const { rows } = await readAll('SO HO SO,Nhóm,ns,sách  (QUYỂN),đ1,Mã\nP1,farmer,1970,3,7,X01\n', { aliases })
    expect(rows).toEqual([{ ...record, birth: '1970', units: { residence: 'X01' } }])
  })

  test('for nothing that exists: refused', async () => {
    await expect(readAll('id,group\n', { aliases: { hoTen: 'Họ tên' } })).rejects.toMatchObject({
      code: 'options',
      issues: [{ code: 'unknown_id', path: ['aliases'], id: 'hoTen' }],
    })
  })
})

test('rows below the headings are assessed, rejected or blank', async () => {
  const { rows, counts } = await readAll('Tiêu đề\n\nid,group\nP1,farmer\n\n,,\n,\nP1,farmer\nTổng cộng,\n')
  expect(rows).toHaveLength(3)
  expect(counts).toEqual({ rows: 3, blank: 3 })
})
