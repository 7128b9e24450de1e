import { createReadStream } from 'node:fs'
import { expect, it } from 'vitest'
import { readPeople } from '../src/csv.js'
import { evaluate, type CitizenRecord } from '../src/index.js'

it('the order of the rows changes nobody’s result: an assessor keeps nothing of the person before', async () => {
  const people: CitizenRecord[] = []
  for await (const row of readPeople(createReadStream('docs/examples/data/people-2000.csv')))
    if ('record' in row) people.push(row.record)
  expect(people).toHaveLength(2000)
  const assessAll = (inOrder: readonly CitizenRecord[]): Map<string, string> =>
    new Map(inOrder.map((person) => [person.id, JSON.stringify(evaluate(person, { on: '2025-12-31' }))]))
  const forward = assessAll(people)
  for (const order of [
    people.toReversed(),
    people.toSorted((a, b) => (a.id.split('').reverse().join('') < b.id.split('').reverse().join('') ? -1 : 1)),
  ])
    for (const [id, result] of assessAll(order)) expect(result === forward.get(id), id).toBe(true)
})
