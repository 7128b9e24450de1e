import { describe, expect, test } from 'vitest'
import { readItems, type ItemRow } from '../../src/csv.js'
import { isCdhtError, issueText } from '../../src/index.js'
import * as ndjson from '../../src/ndjson.js'
import * as xlsx from '../../src/xlsx.js'
import { workbook } from '../support/workbook.js'

async function all(rows: AsyncIterable<ItemRow>): Promise<ItemRow[]> {
  const list: ItemRow[] = []
  for await (const row of rows) list.push(row)
  return list
}
const activities = { fact: 'learningActivities' }
const itemsOf = async (rows: AsyncIterable<ItemRow>) =>
  (await all(rows)).map((row) => ('issues' in row ? row.issues.map(({ code, path }) => [code, ...path]) : [row.id, row.item]))

const course = { kind: 'course', topic: 'digital', from: '2025-03-12', to: '2025-03-14', hours: 16.5, certificate: true }

describe('a list of its own', () => {
  test.each([
    ['ids of the parts', 'id,kind,topic,from,to,hours,certificate'],
    ['Vietnamese', 'Mã,Loại,Nội dung,Từ ngày,Đến ngày,Số giờ,Có chứng nhận'],
    ['Vietnamese without marks', 'ma,LOAI HOAT DONG,noi dung hoc,ngay bat dau,ngay ket thuc,gio,chung nhan'],
    ['English', 'Id,Kind of activity,Subject,First day,Last day,Clock hours,With certificate'],
  ])('headings: %s', async (_, headings) => {
    const text = `Sổ theo dõi hoạt động,,,,,,\n${headings}\nP1,course,Kỹ năng số,12/3/2025,2025-03-14,"16,5",có\n`
    expect(await itemsOf(readItems(text, activities))).toEqual([['P1', course]])
  })

  test('in other kinds of files the same', async () => {
    const sheet = workbook([
      {
        name: 'A',
        rows: [
          ['Mã', 'Loại', 'Nội dung', 'Từ ngày', 'Đến ngày', 'Số giờ', 'Có chứng nhận'],
          ['P1', 'course', 'digital', { number: 45728, format: 14 }, '14/3/2025', 16.5, 'x'],
        ],
      },
    ])
    expect(await itemsOf(xlsx.readItems(sheet, activities))).toEqual([['P1', course]])
    const json = `${JSON.stringify({ id: 'P1', ...course })}\n\n{"id":"P2","kind":"course","topic":null}\n{"id":"P3","kind":"-"}`
    expect(await itemsOf(ndjson.readItems(json, activities))).toEqual([
      ['P1', course],
      ['P2', { kind: 'course' }],
      ['P3', undefined],
    ])
  })

  test('certificates', async () => {
    const text = 'Mã;Loại chứng chỉ;Bậc;Ngày cấp\nP1;digital-framework;3;5/2024\nP2;it-basic;;\n'
    expect(await itemsOf(readItems(text, { fact: 'certificates' }))).toEqual([
      ['P1', { kind: 'digital-framework', level: 3, issuedOn: '2024-05' }],
      ['P2', { kind: 'it-basic' }],
    ])
  })

  test('what a row leaves out is not known; a kind of - alone says none', async () => {
    const text = 'id,kind,hours\nP1,,\nP2,?,8\nP3,-,\nP4,không,\nP5\n'
    expect(await itemsOf(readItems(text, activities))).toEqual([
      ['P1', {}],
      ['P2', { hours: 8 }],
      ['P3', undefined],
      ['P4', undefined],
      ['P5', {}],
    ])
  })

  test('every mistake of a row is told by column, and the person where that is known', async () => {
    const text =
      'Mã,Loại,Từ ngày,Đến ngày,Số giờ\nP1,dệt vải,32/1/2025,,9000\n,course,,,\nP3,course,2025-03-14,2025-03-12,\n3.71E+10,course,,,\n#N/A,course,#REF!,,\nP6,course,2025,,1,9\n'
    const rows = await all(readItems(text, activities))
    expect(rows.map(({ line, id }) => [line, id])).toEqual([
      [2, 'P1'],
      [3, undefined],
      [4, 'P3'],
      [5, undefined],
      [6, undefined],
      [7, undefined],
    ])
    expect(await itemsOf(readItems(text, activities))).toEqual([
      [
        ['unknown_code', 'Loại'],
        ['impossible_day', 'Từ ngày'],
        ['out_of_range', 'Số giờ'],
      ],
      [['missing', 'Mã']],
      [['to_before_from', 'Đến ngày']],
      [['digits_lost', 'Mã']],
      [
        ['error_cell', 'Mã'],
        ['error_cell', 'Từ ngày'],
      ],
      [['more_cells_than_headings']],
    ])
    const broken =
      '{"id":"P1","kind":"x"}\n{"kind":"course"}\n{"id":7}\n[]\n{\n{"id":"P6","colour":"red"}\n{"id":"P7","hours":[]}'
    expect(await itemsOf(ndjson.readItems(broken, activities))).toEqual([
      [['unknown_code', 'kind']],
      [['missing', 'id']],
      [['wrong_type', 'id']],
      [['wrong_type']],
      [['broken_json']],
      [['unknown_key']],
      [['wrong_type', 'hours']],
    ])
  })

  test('blank rows are counted apart', async () => {
    let counts
    await all(readItems('id,kind\n\nP1,course\n,\n', { ...activities, onEnd: (of) => (counts = of) }))
    expect(counts).toEqual({ rows: 1, blank: 2 })
  })
})

describe('refused', () => {
  async function failureOf(rows: AsyncIterable<ItemRow>) {
    try {
      await all(rows)
    } catch (error) {
      if (isCdhtError(error)) return error
      throw error
    }
    throw new Error('the file was read')
  }
  test('a table that lacks a column nobody can do without', async () => {
    const { issues } = await failureOf(readItems('id,hours\nP1,3\n', activities))
    expect(issueText(issues[0], 'vi')).toContain('không có cột Loại; ở đầu tệp phải có dòng tiêu đề với các cột Mã và Loại')
    expect(issueText(issues[0], 'en')).toContain('id and kind among them')
  })
  test('facts without a list, aliases of nothing', async () => {
    expect((await failureOf(readItems('', { fact: 'nothing' }))).issues).toMatchObject([{ code: 'unknown_id', path: ['fact'] }])
    expect((await failureOf(readItems('', { fact: 'booksRead' }))).issues).toMatchObject([{ code: 'wrong_option' }])
    expect((await failureOf(readItems('', { ...activities, aliases: { group: 'X' } }))).issues).toMatchObject([
      { code: 'unknown_id', path: ['aliases'] },
    ])
    const named = readItems('Số thẻ,Việc\nP1,course\n', { ...activities, aliases: { id: ['Số thẻ'], kind: 'Việc' } })
    expect(await itemsOf(named)).toEqual([['P1', { kind: 'course' }]])
  })
})
