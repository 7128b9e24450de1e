import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readItems, readPeople as readCsv } from '../src/csv.js'
import { issueText, isCdhtError, lintSet, safeEvaluate, safeLoadSet, sets, type Issue } from '../src/index.js'
import { readItems as readNdjsonItems, readPeople as readNdjson } from '../src/ndjson.js'
import { toSql, type SqlTables } from '../src/sql.js'
import { readItems as readXlsxItems, readPeople as readXlsx } from '../src/xlsx.js'
import { anyJson, inPieces, mutatedBytes, mutatedText, secret, secrets } from './fuzz/mutations.js'
import { cdht, folderOfTest } from './support/cdht.js'
import { farmerFiles, placesIn, withPut, type Keys } from './support/criteria-files.js'
import { workbook } from './support/workbook.js'
import { zipFile } from './support/zip-file.js'

/**
 * Files that somebody damaged, or made to do harm: whatever comes, an answer or a refusal by code, and no value of a person in
 * either. `CDHT_FUZZ_MS` is the time that each of the tests takes, in milliseconds; a longer run draws other files every time.
 */
const milliseconds = Number(process.env['CDHT_FUZZ_MS'] ?? 100)
const isLong = process.env['CDHT_FUZZ_MS'] !== undefined
/** One case that takes longer would hang a service. */
const longest = 20_000

/** Runs the property for the time there is; as often as that allows, but once at least. */
async function fuzz<T>(arbitrary: fc.Arbitrary<T>, run: (value: T) => unknown): Promise<void> {
  let cases = 0
  const property = fc.asyncProperty(arbitrary, async (value) => {
    const begun = performance.now()
    await run(value)
    cases++
    expect(performance.now() - begun, 'a case takes too long').toBeLessThan(longest)
  })
  await fc.assert(property, {
    numRuns: 1e9,
    interruptAfterTimeLimit: milliseconds,
    markInterruptAsFailure: false,
    ...(!isLong && { seed: 9 }),
  })
  expect(cases).toBeGreaterThan(0)
}
const timeout = 60_000 + 2 * milliseconds

function expectToldWithout(issues: readonly Issue[]): void {
  for (const issue of issues) {
    const told = [JSON.stringify(issue), issueText(issue, 'vi'), issueText(issue, 'en')].join('\n')
    for (const part of secrets) expect(told).not.toContain(part)
  }
}

/** Only refusals by code come out of a reader; what it says of rows names no value. */
async function expectReadOrRefused(rows: () => AsyncIterable<object>): Promise<void> {
  try {
    for await (const row of rows()) if ('issues' in row) expectToldWithout(row.issues as Issue[])
  } catch (error) {
    if (!isCdhtError(error)) throw error
    expectToldWithout(error.issues)
  }
}

const headings = 'Mã;Nhóm;Năm sinh;booksRead;learningActivities;supportActions;điểm: reading;xác nhận: booksRead'
const rows = [
  'P1;Nông dân;17/05/1970;2;course|law|2025-03-01|2025-03-02|4|có;teach;8;branch',
  'P2;farmer;1970;-;-;không;;',
  'P3;general;;;;;;',
]
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 })
const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const record = '{"id":"P1","group":"farmer","evidence":{"booksRead":2,"learningActivities":[{"kind":"course","from":"2025-03"}]}}'
const anyLine = mutatedText(fc.constantFrom(record, `[${record},${record}]`, `${record}\n${record}\n`))

describe('readers of text', () => {
  test('people as CSV', { timeout }, () =>
    fuzz(fc.tuple(mutatedText(fc.constant(rows.join('\n'))), lengths), async ([body, of]) => {
      const bytes = bytesOf(`${headings}\n${body}`)
      await expectReadOrRefused(() => readCsv(inPieces(bytes, of)))
    }),
  )
  test('any bytes as CSV', { timeout }, () =>
    fuzz(fc.tuple(mutatedBytes(fc.constant(bytesOf([headings, ...rows].join('\r\n')))), lengths), async ([bytes, of]) => {
      await expectReadOrRefused(() => readCsv(inPieces(bytes, of)))
    }),
  )
  test('lists of activities as CSV', { timeout }, () =>
    fuzz(mutatedText(fc.constant('P1;course;law;2025-03-01;;4;có\nP2;-;;;;;\n')), async (body) => {
      const text = `Mã;Loại hoạt động;Nội dung;Từ ngày;Đến ngày;Số giờ;Có chứng nhận\n${body}`
      await expectReadOrRefused(() => readItems(text, { fact: 'learningActivities' }))
    }),
  )
  test('people and items as JSON and as lines of it', { timeout }, () =>
    fuzz(fc.tuple(anyLine, lengths), async ([text, of]) => {
      await expectReadOrRefused(() => readNdjson(inPieces(bytesOf(text), of)))
      await expectReadOrRefused(() => readNdjsonItems(text, { fact: 'learningActivities' }))
    }),
  )
})

describe('workbooks', () => {
  const sheet = { name: 'A', rows: [headings.split(';'), ...rows.map((row) => row.split(';'))] }
  const whole = workbook([sheet])
  const inside = (name: string, text: string): Buffer => workbook([sheet], { change: { [name]: text } })
  const xml = [
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/_rels/workbook.xml.rels',
  ]
  const texts = [
    '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="s0"/></sheets></workbook>',
    `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="str"><v>${secret}</v></c></row></sheetData></worksheet>`,
    '<sst><si><t>Mã</t></si><si><r><t>Nhóm</t></r></si></sst>',
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>',
  ]

  test('with damaged bytes', { timeout }, () =>
    fuzz(fc.tuple(mutatedBytes(fc.constant(whole)), lengths), async ([bytes, of]) => {
      await expectReadOrRefused(() => readXlsx(inPieces(bytes, of)))
    }),
  )
  test('with XML that no spreadsheet writes', { timeout }, () =>
    fuzz(fc.tuple(fc.constantFrom(...xml), mutatedText(fc.constantFrom(...texts))), async ([name, text]) => {
      await expectReadOrRefused(() => readXlsx([inside(name, text)]))
      await expectReadOrRefused(() => readXlsxItems([inside(name, text)], { fact: 'certificates' }))
    }),
  )
  test('archives of any parts', { timeout }, () =>
    fuzz(
      fc.array(fc.tuple(fc.oneof(fc.constantFrom(...xml, '_rels/.rels'), fc.string()), mutatedText(fc.constantFrom(...texts))), {
        maxLength: 4,
      }),
      async (parts) => {
        const bytes = zipFile(parts.map(([name, content]) => ({ name, content })))
        await expectReadOrRefused(() => readXlsx([bytes]))
      },
    ),
  )
})

describe('JSON of every kind', () => {
  const files = farmerFiles()
  const places = Object.entries(files).flatMap(([id, file]) => [...placesIn(file)].map((path) => [id, path] as const))
  const change = fc.tuple(fc.constantFrom(...places), fc.oneof(anyJson, fc.constant(undefined)))
  const changed = (id: string, path: Keys, by: unknown): unknown[] =>
    Object.values({ ...files, [id]: withPut(files[id], path, by) })

  test('sets are loaded or refused', { timeout }, () =>
    fuzz(change, ([[id, path], by]) => {
      const loaded = safeLoadSet(changed(id, path, by))
      if (!loaded.ok) expect(loaded.issues.every(({ code }) => code.length > 0)).toBe(true)
      for (const issue of loaded.ok ? loaded.value.warnings : loaded.issues) issueText(issue, 'vi')
    }),
  )
  const overlay = JSON.parse(readFileSync('docs/examples/overlays/vi-du-phu-luc.json', 'utf8')) as object
  const overlayPlaces = [...placesIn(overlay)]
  test('overlays are laid or refused, and checked', { timeout }, () =>
    fuzz(fc.array(fc.tuple(fc.constantFrom(...overlayPlaces), anyJson), { minLength: 1, maxLength: 2 }), (changes) => {
      const [[path, by]] = changes as [[Keys, unknown]]
      const json = withPut(overlay, path, by)
      safeLoadSet(json, { base: sets.farmer })
      for (const issue of lintSet(json, { on: '2026-06-30' })) issueText(issue, 'en')
    }),
  )
  test('records are assessed or refused, without their values', { timeout }, () =>
    fuzz(
      fc.record(
        {
          id: anyJson,
          group: fc.oneof(fc.constant('farmer'), anyJson),
          evidence: fc.oneof(
            anyJson,
            fc.dictionary(fc.constantFrom('booksRead', 'learningActivities', 'supportActions', 'certificates'), anyJson),
          ),
          scores: anyJson,
          attested: anyJson,
          units: anyJson,
          memberships: anyJson,
          birth: anyJson,
        },
        { requiredKeys: [] },
      ),
      (person) => {
        const result = safeEvaluate(person, { on: '2025-12-31' })
        if (!result.ok) expectToldWithout(result.issues)
      },
    ),
  )
  const mapping = JSON.parse(readFileSync('docs/examples/sql/nhan-su.mapping.json', 'utf8')) as object
  const mappingPlaces = [...placesIn(mapping)]
  test('mapping files make a query or are refused', { timeout }, () =>
    fuzz(
      fc.tuple(fc.constantFrom(...mappingPlaces), anyJson, fc.constantFrom('duckdb', 'postgres', 'sqlite')),
      ([path, by, dialect]) => {
        const tables = withPut(mapping, path, by) as SqlTables
        try {
          expect(toSql(sets['civil-servant'], { on: '2025-12-31', dialect: dialect as 'duckdb', tables })).toContain('SELECT')
        } catch (error) {
          if (!isCdhtError(error)) throw error
        }
      },
    ),
  )
})

describe('the command', () => {
  const { file } = folderOfTest()
  const names = 'assess inspect explain sets check compare emit template sql replay help simulate report'.split(' ')
  const options =
    '--on --out --lang --set --id --json --format --sheet --accept --group --encoding --dialect --tables --activities --aliases --plan --year --unit --help --version --no-such -- -'.split(
      ' ',
    )
  const values = [
    '',
    ...'2025-12-31 2025-02-30 farmer vi en xx P1 csv xlsx self duckdb 0 -1 / /no/such/file __proto__ constructor'.split(' '),
  ]

  test('any arguments: done, or refused in words', { timeout }, async () => {
    const given = [
      file('people.csv', `${headings}\n${rows.join('\n')}\nP4;farmer;${secret};;;;;\n`),
      file('broken.json', `{"people": "${secret}`),
      file('people.ndjson', `${record}\n`),
    ]
    const words = fc.array(fc.constantFrom(...options, ...values, ...given), { maxLength: 7 })
    await fuzz(fc.tuple(fc.constantFrom(...names), words), async ([name, rest]) => {
      // Nothing is written anywhere but into the folder of the test.
      const argv = rest.map((word, at) => (rest[at - 1] === '--out' ? file('out.tmp') : word))
      const { code, stdout, stderr } = await cdht(name, ...argv)
      expect([0, 1, 2]).toContain(code)
      if (code === 2) expect(stdout + stderr).not.toBe('')
      for (const part of secrets) expect(stdout + stderr).not.toContain(part)
    })
  })
})
