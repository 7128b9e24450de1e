import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as csv from '../src/csv.js'
import { evaluate } from '../src/index.js'
import * as xlsx from '../src/xlsx.js'
import { on, readSample } from './sample.js'

/** Writes the results of 100,000 people, those of the sample over and over under ids of their own, as CSV and as a workbook. */
const people = 100_000
const results = (await readSample()).map(({ person, set }) => ({ person, assessment: evaluate(person, { on, set }) }))
const folder = mkdtempSync(join(tmpdir(), 'cdht-bench-'))

async function write(name: string, writerOn: typeof csv.writeAssessments, headings: csv.Wording): Promise<void> {
  const path = join(folder, name)
  const before = process.memoryUsage().rss
  let most = before
  const start = performance.now()
  const writer = writerOn(createWriteStream(path), { headings })
  for (let i = 0; i < people; i++) {
    const { person, assessment } = results[i % results.length] as (typeof results)[number]
    const id = `P${i}`
    await writer.write({ ...assessment, id }, { ...person, id })
    if (i % 500 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  await writer.end()
  const seconds = (performance.now() - start) / 1000
  if (writer.rows !== people) throw new Error(`${writer.rows} of ${people} people were written`)
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
  console.log(
    `${name.padEnd(16)} ${people} people in ${seconds.toFixed(1)} s, peak memory ${megabytes(most)} MB (${megabytes(before)} MB before), file ${megabytes(statSync(path).size)} MB`,
  )
}

try {
  for (const headings of ['id', 'vi'] as const) {
    await write(`${headings}.csv`, csv.writeAssessments, headings)
    await write(`${headings}.xlsx`, xlsx.writeAssessments, headings)
  }
  // Every person of a small file comes back under the id that was written.
  const small = xlsx.writeAssessments(createWriteStream(join(folder, 'small.xlsx')), { headings: 'id' })
  for (const { person, assessment } of results) await small.write(assessment, person)
  await small.end()
  let read = 0
  for await (const row of xlsx.readPeople(createReadStream(join(folder, 'small.xlsx')))) {
    const id = 'record' in row ? row.record.id : row.id
    if (id !== results[read++]?.person.id) throw new Error(`row ${read} is of somebody else`)
  }
  if (read !== results.length) throw new Error('people were lost')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
