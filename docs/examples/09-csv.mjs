import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluate, issueText } from 'cong-dan-hoc-tap'
import { readPeople, writeAssessments } from 'cong-dan-hoc-tap/csv'

const folder = await mkdtemp(join(tmpdir(), 'cdht-vi-du-'))
const results = writeAssessments(createWriteStream(join(folder, 'ket-qua.csv')), { headings: 'vi' })
for await (const row of readPeople(createReadStream(new URL('data/hai-dong.csv', import.meta.url)))) {
  if ('record' in row) {
    const assessment = evaluate(row.record, { on: '2025-12-31' })
    await results.write(assessment, row.record)
    console.log(`${row.line}: ${assessment.id} ${assessment.verdict}`)
  } else for (const issue of row.issues) console.log(`${row.line}: ${issueText(issue, 'vi')}`)
}
await results.end()
console.log(results.rows)
await rm(folder, { recursive: true })
