import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readPeople, writeAssessments, writeRejections, type RejectedRow, type WriteOptions } from '../../src/csv.js'
import { evaluate, type Assessment, type CitizenRecord } from '../../src/index.js'
import { csvCell } from '../../src/output/csv-cell.js'

const on = '2025-12-31'

async function written(assessments: readonly Assessment[], options?: WriteOptions, record?: CitizenRecord): Promise<string> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = writeAssessments(stream, options)
  for (const assessment of assessments) await writer.write(assessment, record)
  await writer.end()
  expect(writer.rows).toBe(assessments.length)
  return (await bytes).toString()
}
const table = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

describe('cells', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a;b', 'a;b'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    [' edge', '" edge"'],
    ['=1+1', "'=1+1"],
    ['+84', "'+84"],
    ['-5', "'-5"],
    ['-\n', `"'-\n"`],
    ['-', '-'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['=a,b', `"'=a,b"`],
    ['\tx', "'\tx"],
    ['\r=1', `"'\r=1"`],
    ['a=1', 'a=1'],
    [-5, '-5'],
    [7.5, '7.5'],
    ['', ''],
  ])('%j becomes %j', (value, expected) => expect(csvCell(value)).toBe(expected))
})

describe('results', () => {
  const farmer = evaluate(
    { id: '=HYPERLINK("x")', group: 'farmer', scores: { reading: 7.5 }, evidence: { booksRead: 3 } },
    { on },
  )

  test('byte order mark, commas and CRLF', async () => {
    const csv = await written([farmer])
    expect(
      csv.startsWith(
        '\uFEFFid,group,residence,workplace,unit_level,memberships,registered,adult,recorded_on,assessed,set,set_version,on,verdict,basis,total_lower,',
      ),
    ).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(3)
  })

  test('a row says what the assessment says', async () => {
    const [row] = table(await written([farmer]))
    expect(row).toMatchObject({
      id: `'=HYPERLINK("x")`,
      group: 'farmer',
      set: 'farmer',
      set_version: farmer.set.version,
      on,
      verdict: 'unknown',
      basis: farmer.basis,
      total_lower: String(farmer.score.lower),
      total_upper: String(farmer.score.upper),
      threshold: String(farmer.score.threshold),
      reading_lower: '7.5',
      reading_upper: '7.5',
      learning_plan_lower: '0',
      digital_code: 'not-assessed',
      has_skills: 'unknown',
      missing: farmer.missing.map(({ indicator }) => indicator).join('; '),
      unknown: farmer.unknown.join('; '),
    })
    expect(farmer.unknown.length).toBeGreaterThan(1)
  })

  test('warnings are listed by code', async () => {
    const scores = Object.fromEntries(farmer.indicators.map(({ id }) => [id, 7.5]))
    const [row] = table(await written([evaluate({ id: 'a', group: 'farmer', scores }, { on })]))
    expect(row).toMatchObject({ verdict: 'unmet', warnings: 'area_not_given', total_lower: '75' })
  })

  test('headings and words for readers', async () => {
    const [vi] = table(await written([farmer], { headings: 'vi' }))
    expect(vi).toMatchObject({ 'Kết quả theo tiêu chí': 'Chưa đủ căn cứ', 'Nhóm đối tượng': 'Nông dân, lao động nông thôn' })
    expect(vi?.['Căn cứ yếu nhất của kết quả']).toBe('Đề xuất, không chính thức')
    const [en] = table(await written([farmer], { headings: 'en' }))
    expect(en).toMatchObject({ 'Result by the criteria': 'Not enough evidence', 'Has digital skills': 'Not known' })
  })

  describe('what reports count people by', () => {
    const person: CitizenRecord = {
      id: farmer.id,
      group: 'farmer',
      birth: '2007-12-31',
      units: { residence: 'Thôn 1', workplace: '=1+1' },
      unitLevel: 'commune',
      memberships: ['learning-family', 'learning-clan', 'learning-family'],
      registered: false,
      recordedOn: '2025-12-15',
    }
    const cellsOf = async (record?: CitizenRecord, options?: WriteOptions) =>
      Object.values(table(await written([farmer], options, record))[0] ?? {}).slice(2, 10)

    test.each<[CitizenRecord | undefined, string[]]>([
      [person, ['Thôn 1', "'=1+1", 'commune', 'learning-family; learning-clan', 'no', 'met', '2025-12-15', 'no']],
      [
        { ...person, birth: '2008-01-01', memberships: [], registered: true },
        ['Thôn 1', "'=1+1", 'commune', '-', 'yes', 'unmet', '2025-12-15', 'no'],
      ],
      [{ id: farmer.id, group: 'farmer', birth: '2007', units: null, unitLevel: null }, ['', '', '', '', '', 'met', '', 'no']],
      [{ id: farmer.id, group: 'farmer' }, ['', '', '', '', '', 'unknown', '', 'no']],
      [{ id: farmer.id, group: 'farmer', evidence: { readingFrequency: 1 } }, ['', '', '', '', '', 'unknown', '', 'yes']],
      [undefined, ['', '', '', '', '', '', '', '']],
    ])('of record %#', async (record, expected) => expect(await cellsOf(record)).toEqual(expected))
    test('in words', async () => {
      const vi = await cellsOf(person, { headings: 'vi' })
      expect(vi).toEqual(['Thôn 1', "'=1+1", 'Cấp xã', 'Gia đình học tập; Dòng họ học tập', 'Không', 'Có', '2025-12-15', 'Không'])
      expect((await cellsOf(person, { headings: 'en' })).slice(2, 4)).toEqual(['Commune', 'Learning family; Learning clan'])
    })
    test('the record of another person is refused', async () => {
      await expect(written([farmer], {}, { ...person, id: 'P2' })).rejects.toThrow('record_differs')
    })
  })

  test('nobody: the headings alone', async () => {
    expect((await written([])).split('\r\n')).toHaveLength(2)
  })

  test('a slow target is waited for', async () => {
    let waiting = 0
    let most = 0
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _, done) {
        most = Math.max(most, (waiting += chunk.length))
        setImmediate(() => ((waiting -= chunk.length), done()))
      },
    })
    const writer = writeAssessments(slow)
    for (let i = 0; i < 2000; i++) await writer.write(farmer)
    await writer.end()
    expect(most).toBeLessThan(200_000)
  })

  test('a target that fails is told to the writer', async () => {
    const broken = new Writable({ write: (_chunk, _, done) => done(new Error('disk full')) })
    const writer = writeAssessments(broken)
    await writer.write(farmer)
    await expect(writer.end()).rejects.toThrow('disk full')
  })
})

test('rejections: one line an issue, the place of each, and never a value', async () => {
  const csv = `Mã,Nhóm,booksRead,learningActivities\nP-SECRET,farmer,"7,5",course|digital|2025-02-30;course|digital|SECRET\nP-SECRET,SECRET,,,SECRET\n`
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = writeRejections(stream)
  for await (const row of readPeople(csv)) await writer.write(row as RejectedRow)
  await writer.end()
  expect(writer.rows).toBe(2)
  const text = (await bytes).toString()
  const lines = table(text)
  expect(lines.map(({ line, field, item, code }) => [line, field, item, code])).toEqual([
    ['2', 'booksRead', '', 'not_whole'],
    ['2', 'learningActivities', '1 from', 'impossible_day'],
    ['2', 'learningActivities', '2 from', 'impossible_day'],
    ['3', '', '', 'more_cells_than_headings'],
  ])
  for (const { message_vi, message_en } of lines) {
    expect(message_vi).not.toBe('')
    expect(message_en).not.toBe('')
  }
  expect(text).not.toContain('SECRET')
})
