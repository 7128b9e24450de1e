import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { evaluate, type Assessment, type CitizenRecord } from '../../src/index.js'
import { writeAssessments } from '../../src/ndjson.js'

const on = '2025-12-31'

async function written(assessments: readonly Assessment[]): Promise<string> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = writeAssessments(stream)
  for (const assessment of assessments) await writer.write(assessment)
  await writer.end()
  expect(writer.rows).toBe(assessments.length)
  return (await bytes).toString()
}

test('every line is one whole result, whatever its id is made of', async () => {
  const results = ['P1', 'hai\ndòng\r\n', '\u2028"\\', '=1+1', 'Nguyễn'].map((id) => evaluate({ id, group: 'farmer' }, { on }))
  const text = await written(results)
  expect(text.endsWith('\n')).toBe(true)
  expect(
    text
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual(results)
})
test('given the record, a line says what reports count people by', async () => {
  const records: CitizenRecord[] = [
    {
      id: 'P1',
      group: 'farmer',
      birth: '1970',
      units: { residence: 'Thôn 1', workplace: null },
      unitLevel: 'branch',
      memberships: [],
      registered: true,
      recordedOn: '2025-12-15',
    },
    { id: 'P2', group: 'farmer', units: {}, memberships: null },
  ]
  const stream = new PassThrough()
  const text = buffer(stream)
  const writer = writeAssessments(stream)
  for (const record of records) await writer.write(evaluate(record, { on }), record)
  await writer.end()
  const lines = (await text).toString().trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      ...evaluate(records[0]!, { on }),
      person: {
        units: { residence: 'Thôn 1' },
        unitLevel: 'branch',
        memberships: [],
        registered: true,
        adult: 'met',
        recordedOn: '2025-12-15',
        assessed: false,
      },
    },
    { ...evaluate(records[1]!, { on }), person: { adult: 'unknown', assessed: false } },
  ])
})
test('nobody, no line', async () => {
  expect(await written([])).toBe('')
})
test('many results come out whole and in order', async () => {
  const results = Array.from({ length: 300 }, (_, i) => evaluate({ id: `P${i}`, group: 'worker' }, { on }))
  const ids = (await written(results))
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as Assessment).id)
  expect(ids).toEqual(results.map(({ id }) => id))
})
