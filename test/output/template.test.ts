import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, loadSet, sets, type CitizenRecord, type CriteriaSet } from '../../src/index.js'
import { headingIndexOf } from '../../src/intake/people.js'
import { factsAsked, templateColumns } from '../../src/output/template-columns.js'
import { headingRow } from '../../src/output/xlsx-template.js'
import { readPeople, writeTemplate, type FileFindings, type TemplateOptions } from '../../src/xlsx.js'
import { recordOf } from '../support/arbitrary.js'
import { formCells, fillTemplate, type FilledCell } from '../support/fill-template.js'
import { plainSet } from '../support/plain/set.js'
import { partOf, sheetCells } from '../support/sheet-cells.js'

const on = '2025-12-31'
const groups = Object.values<CriteriaSet>(sets)
const index = headingIndexOf({})
const columnOf = (heading: string): string => index.find(heading)?.path.join('.') ?? heading

async function form(options: TemplateOptions): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await writeTemplate(stream, options)
  return bytes
}
async function readAll(file: Buffer, more: Parameters<typeof readPeople>[1] = {}) {
  const rows: unknown[] = []
  let found: FileFindings | undefined
  for await (const row of readPeople(file, { ...more, onFile: (findings) => (found = findings) }))
    rows.push('record' in row ? row.record : row)
  return { rows, found }
}

describe.each(groups.map((set) => [set.group, set] as const))('the form of %s', (group, set) => {
  const asked = factsAsked(set)
  const ids = new Set<string>(asked.map(({ id }) => id))

  test.each(['vi', 'en'] as const)('every column is understood, and nothing is asked twice (%s)', async (lang) => {
    const { found, rows } = await readAll(await form({ group, lang }))
    expect(rows).toEqual([])
    expect(found?.ignored).toEqual([])
    expect(found?.headingLines).toEqual([headingRow])
    const fields = found?.columns.map(({ field }) => field) ?? []
    expect(new Set(fields).size).toBe(10 + 2 * asked.length + 10)
  })

  test.each(['vi', 'en'] as const)('everything that a list offers is read back (%s)', (lang) => {
    for (const { heading, choices } of templateColumns(set, lang)) {
      const column = index.find(heading)
      for (const value of choices?.values ?? [])
        if (value !== '?') expect([heading, value, column?.read(String(value), []).ok]).toEqual([heading, value, true])
    }
  })

  test('filled in and read, anybody is assessed as directly; what the form asks comes back whole', async () => {
    const assessor = compile(set, { on })
    const empty = await form({ group })
    const records = fc.uniqueArray(recordOf(plainSet(set.id), on), { selector: ({ id }) => id, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(records, async (people) => {
        const cells = people.map((person) => formCells(person, asked))
        const { rows } = await readAll(await fillTemplate(empty, cells, columnOf))
        expect(rows.map((row) => assessor.assess(row as CitizenRecord))).toEqual(people.map((one) => assessor.assess(one)))
        expect(rows.map(known)).toEqual(people.map((one) => known(onlyAsked(one, ids))))
      }),
      { numRuns: Number(process.env['CDHT_RUNS'] ?? 3) },
    )
  })
})

/** A record without what the form of its group does not ask. */
function onlyAsked(record: CitizenRecord, ids: ReadonlySet<string>): CitizenRecord {
  const pick = (of: object | null | undefined) => Object.fromEntries(Object.entries(of ?? {}).filter(([id]) => ids.has(id)))
  return { ...record, evidence: pick(record.evidence), attested: pick(record.attested) }
}

/** What is not known is left out, however it was said; a list has each code once. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(known)
    return items.every((item) => typeof item === 'string') ? [...new Set(items)] : items
  }
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).flatMap(([key, inside]): [string, unknown][] => {
    if (inside === null && key === 'disadvantagedArea') return [[key, null]]
    if (inside === null || inside === undefined) return []
    const told = known(inside)
    const isEmptyMap = ['evidence', 'attested', 'scores', 'units'].includes(key) && Object.keys(told as object).length === 0
    return isEmptyMap ? [] : [[key, told]]
  })
  return Object.fromEntries(kept)
}

test('texts keep their signs: ids with zeros, days and units as they were typed', async () => {
  const cells = new Map<string, FilledCell>([
    ['id', '001234567890'],
    ['group', 'Nông dân, lao động nông thôn'],
    ['birth', '17/5/1970'],
    ['units.residence', '=HYPERLINK("x")'],
    ['evidence.learningActivities', 'Lớp học, khoá học|Pháp luật|12/03/2025|14/03/2025|16,5|Có'],
    ['evidence.digitalServices', '{"VNeID": true, "Chữ ký số": false}'],
  ])
  const { rows } = await readAll(await fillTemplate(await form({ group: 'farmer' }), [cells], columnOf))
  expect(rows).toEqual([
    {
      id: '001234567890',
      group: 'farmer',
      birth: '1970-05-17',
      units: { residence: '=HYPERLINK("x")' },
      evidence: {
        learningActivities: [
          { kind: 'course', topic: 'law', from: '2025-03-12', to: '2025-03-14', hours: 16.5, certificate: true },
        ],
        digitalServices: { vneid: true, 'digital-signature': false },
      },
    },
  ])
})

test('a set of one’s own: its facts and group are asked', async () => {
  const set = loadSet({
    id: 'farmer-boats',
    extends: 'farmer',
    version: '1',
    label: { vi: 'Nông dân có thuyền', en: 'Farmers with boats' },
    facts: [
      {
        id: 'boatsOwned',
        label: { vi: 'Số thuyền', en: 'Boats' },
        type: 'count',
        range: [0, 9],
        better: 'more',
        window: 'ever',
        attestedBy: ['self'],
      },
    ],
    indicators: {
      reading: {
        levels: {
          9: {
            label: { vi: 'Có thuyền', en: 'Has boats' },
            when: {
              all: [
                { fact: 'boatsOwned', operator: 'greaterThanInclusive', value: 1 },
                { fact: 'readingFrequency', operator: 'greaterThanInclusive', value: 4 },
                { fact: 'informationSources', params: { measure: 'count' }, operator: 'greaterThanInclusive', value: 3 },
                { fact: 'booksRead', operator: 'greaterThanInclusive', value: 4 },
              ],
            },
            basis: 'proposed',
            rationale: { vi: 'Ví dụ.', en: 'An example.' },
          },
          10: null,
        },
      },
    },
  })
  const file = await form({ set })
  const { found } = await readAll(file, { sets: [set] })
  expect(found?.columns.map(({ field }) => field)).toContain('evidence.boatsOwned')
  const [sheet, guide] = await sheetCells(file)
  expect(sheet?.rows[0]?.[0]).toContain('Nông dân, lao động nông thôn')
  expect(guide?.rows.flat()).toContain('Bộ tiêu chí farmer-boats (Nông dân có thuyền), phiên bản 1')
})

test('lists, bounds, hints and notes stand where the columns are; the form says that it is not official', async () => {
  const file = await form({ group: 'farmer' })
  const [sheet, guide, lists] = await sheetCells(file)
  expect([sheet, guide, lists].map((one) => [one?.name, one?.isHidden])).toEqual([
    ['Phiếu', false],
    ['Hướng dẫn', false],
    ['Danh mục', true],
  ])
  expect(sheet?.rows[1]?.[0]).toContain('KHÔNG phải mẫu phiếu chính thức')
  const columns = templateColumns(sets.farmer, 'vi')
  const xml = await partOf(file, 'xl/worksheets/sheet1.xml')
  const validations = [
    ...xml.matchAll(
      /<dataValidation (?<given>[^>]*) sqref="(?<column>[A-Z]+)4:[A-Z]+1048576">(?<inside>.*?)<\/dataValidation>/gs,
    ),
  ]
  expect(validations).toHaveLength(columns.length)
  for (const [c, { heading, choices, number }] of columns.entries()) {
    const { given = '', inside = '', column = '' } = validations[c]?.groups ?? {}
    expect([heading, given.includes('type="list"')]).toEqual([heading, choices !== undefined])
    expect([heading, given.includes('showErrorMessage')]).toEqual([heading, choices?.strict === true || number !== undefined])
    if (choices) {
      const last = choices.values.length + 1
      expect(inside).toBe(`<formula1>'Danh mục'!$${column}$2:$${column}$${last}</formula1>`)
      expect(lists?.rows.slice(1, last).map((row) => row[c])).toEqual(choices.values.map(String))
    }
    if (number) expect(inside).toBe(`<formula1>${number.from}</formula1><formula2>${number.to}</formula2>`)
    expect(/ prompt="([^"]*)"/.exec(given)?.[1]?.length).toBeGreaterThan(5)
  }
  const notes = await partOf(file, 'xl/comments1.xml')
  expect(notes.match(/<comment /g)).toHaveLength(columns.length)
})

test('a group that has no set is refused', async () => {
  await expect(form({ group: 'pirate' })).rejects.toThrow('unknown_group')
})
