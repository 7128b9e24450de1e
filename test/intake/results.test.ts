import { Writable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import * as csv from '../../src/csv.js'
import { evaluate, tally, targets, type Assessment, type CitizenRecord, type Tally, type TallyData } from '../../src/index.js'
import * as ndjson from '../../src/ndjson.js'
import { renderReport } from '../../src/report.js'
import * as xlsx from '../../src/xlsx.js'
import { samplePeople } from '../support/sample.js'
import { workbook } from '../support/workbook.js'

const on = '2025-12-31'
let people: CitizenRecord[]
let whole: Tally
let written: Map<csv.Wording | 'json', string>

const wordings: csv.Wording[] = ['id', 'vi', 'en']
async function write(writerOn: (target: Writable) => csv.RowWriter<Assessment, CitizenRecord>, records = people) {
  let text = ''
  const target = new Writable({ write: (chunk, _, done) => ((text += String(chunk)), done()) })
  const writer = writerOn(target)
  for (const record of records) await writer.write(evaluate(record, { on }), record)
  await writer.end()
  return text
}

async function read(rows: AsyncIterable<csv.ResultRow>): Promise<csv.CountedResult[]> {
  const results: csv.CountedResult[] = []
  for await (const row of rows) {
    if (!('result' in row)) throw new Error(`line ${row.line}: ${row.issues[0].code} ${row.issues[0].path.join('.')}`)
    results.push(row.result)
  }
  return results
}

/** All that results say of a tally: not what is missing, who attests it, nor the sets. */
const countsIn = ({ basis, adultAges, days, residence, workplace }: TallyData): unknown => ({
  ...{ basis, adultAges, days, residence, workplace },
})

const textOf = (name: csv.Wording | 'json'): string => written.get(name) ?? ''

beforeAll(async () => {
  const odd: CitizenRecord[] = [
    { id: '=1+1', group: 'farmer', units: { residence: '-X', workplace: '@D' }, memberships: [], registered: false },
    { id: "'x", group: 'general', units: { residence: "'", workplace: 'D "1", a\nb' }, birth: '2020' },
    { id: 'e1', group: 'learner', units: { residence: 'X1' }, memberships: ['learning-unit', 'learning-clan'] },
  ]
  people = [...(await samplePeople()).slice(0, 70), ...odd]
  whole = tally()
  for (const record of people) whole.add(evaluate(record, { on }), record)
  written = new Map([['json', await write((target) => ndjson.writeAssessments(target))]])
  for (const headings of wordings) written.set(headings, await write((target) => csv.writeAssessments(target, { headings })))
})

describe('results that were written are read again', () => {
  const sources: [string, () => AsyncIterable<csv.ResultRow>][] = [
    ...wordings.map((name): (typeof sources)[number] => [`CSV (${name})`, () => csv.readResults([Buffer.from(textOf(name))])]),
    ['NDJSON', () => ndjson.readResults([textOf('json')])],
    [
      'XLSX',
      () => {
        const rows = (parse(textOf('vi').slice(1), { relax_column_count: true }) as string[][]).map((row, i) =>
          // A workbook holds text as it is, and points as numbers.
          row.map((cell) => (i > 0 && /^\d+(\.5)?$/.test(cell) ? Number(cell) : cell.replace(/^'(?=[=+\-@])/, ''))),
        )
        const note = { name: 'Tổng hợp', rows: [['Nhóm đối tượng', 'Số người']] }
        return xlsx.readResults(workbook([note, { name: 'Kết quả', rows: [['KẾT QUẢ NĂM 2025'], [], ...rows] }]))
      },
    ],
  ]
  test.each(sources)('%s: the same people, with the same counts', async (_, rows) => {
    const results = await read(rows())
    expect(results.map(({ id, group }) => ({ id, group }))).toEqual(people.map(({ id, group }) => ({ id, group })))
    expect(countsIn((await csv.tallyResults(results)).toJSON())).toEqual(countsIn(whole.toJSON()))
  })
})

test('a report page of results says what that of the tally says, and of the rest that it is not recorded', async () => {
  const results = await read(csv.readResults(textOf('vi')))
  const options = { lang: 'en', plan: targets['ninh-binh-126'] } as const
  const sections = [await csv.tallyResults(results), whole].map((count) =>
    [...renderReport(count, options).matchAll(/<section>.*?<\/section>/gs)].map(([one]) => one),
  ) as [string[], string[]]
  const [ofResults, ofTally] = sections
  const others = ofTally.filter((one, i) => one !== ofResults[i]).map((one) => /<h2>(.*?)<\/h2>/.exec(one)?.[1])
  expect(ofTally).toHaveLength(10)
  expect(others).toEqual(['Distribution of totals', 'Criteria most often missing', 'Quality of the data', 'Basis and sources'])
  expect(ofResults.join()).toContain(`Not recorded for ${people.length} people`)
})

test('a file of an older version does not say who was assessed: everybody counts as it', async () => {
  const older = csv.readResults(textOf('id').replace(',assessed,', ',other,'))
  const cells = (await csv.tallyResults(await read(older))).rows().filter(({ by }) => by === 'residence')
  expect(cells.reduce((sum, row) => sum + row.assessed, 0)).toBe(people.length)
  expect(whole.rows().some((row) => row.assessed < row.people)).toBe(true)
})

describe('what is no result', () => {
  const line = (change: Record<string, string>): string => {
    const [headings, first] = parse(textOfIds().slice(1)) as [string[], string[]]
    return [headings, headings.map((heading, i) => change[heading] ?? first[i] ?? '')]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n')
  }
  const textOfIds = (): string => written.get('id') ?? ''
  test.each<[Record<string, string>, string, string]>([
    [{ verdict: '' }, 'missing', 'verdict'],
    [{ verdict: 'granted' }, 'unknown_code', 'verdict'],
    [{ basis: 'law' }, 'unknown_code', 'basis'],
    [{ on: 'tomorrow' }, 'impossible_day', 'on'],
    [{ id: '3,71E+10' }, 'digits_lost', 'id'],
    [{ reading_lower: '-1' }, 'out_of_range', 'reading_lower'],
    [{ reading_lower: '9', reading_upper: '8' }, 'out_of_range', 'reading_lower'],
    [{ reading_lower: '0.3' }, 'not_half', 'reading_lower'],
    [{ has_skills: 'unmet', proficient: 'met' }, 'malformed', 'proficient'],
    [{ memberships: 'club' }, 'unknown_code', 'memberships.0'],
  ])('%j is rejected with its place', async (change, code, path) => {
    const rows: csv.ResultRow[] = []
    for await (const row of csv.readResults(line(change))) rows.push(row)
    expect(rows).toMatchObject([{ line: 2, issues: [{ code }] }])
    expect('issues' in (rows[0] as object) && (rows[0] as { issues: { path: string[] }[] }).issues[0]?.path.join('.')).toBe(path)
  })
  test.each<[string, () => AsyncIterable<csv.ResultRow>, string]>([
    ['a file of people', () => csv.readResults('Mã,Nhóm\nP1,Nông dân\n'), 'not_results'],
    ['an empty file', () => csv.readResults(''), 'not_results'],
    ['a column twice', () => csv.readResults(`${line({}).split('\r\n')[0]},verdict\n`), 'repeated_heading'],
    ['a workbook of something else', () => xlsx.readResults(workbook([{ name: 'A', rows: [['Mã']] }])), 'not_results'],
    ['an empty file of JSON', () => ndjson.readResults(''), 'empty'],
  ])('%s is refused', async (_, rows, code) => {
    await expect(read(rows())).rejects.toThrow(code)
  })
  test('lines of JSON that are none are rejected, the others are read', async () => {
    const [first] = (written.get('json') ?? '').split('\n')
    const rows: csv.ResultRow[] = []
    for await (const row of ndjson.readResults(`${first}\n{"id":\n\n[]\n${first}\n`)) rows.push(row)
    expect(rows.map((row) => [row.line, 'issues' in row ? row.issues[0].code : row.result.verdict])).toEqual([
      [1, expect.any(String)],
      [2, 'broken_json'],
      [4, 'missing'],
      [5, expect.any(String)],
    ])
  })
})
