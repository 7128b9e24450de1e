import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeSample, sample } from '../../scripts/sample/sample.js'
import { readPeople } from '../../src/csv.js'
import { parseRecord } from '../../src/index.js'

const { people, csv } = makeSample()

test('the committed sample is what the generator makes', () => {
  expect(readFileSync(sample.path).equals(Buffer.from(csv))).toBe(true)
})

test('reading the sample gives the people that were made, all of them and well formed', async () => {
  const records: unknown[] = []
  for await (const row of readPeople(csv)) {
    if (!('record' in row)) throw new Error(`line ${row.line} is rejected`)
    records.push(row.record)
  }
  expect(records).toEqual(people)
  for (const person of people) parseRecord(person)
})

test('all groups and every kind of gap are in the sample', () => {
  const groups = new Set(people.map(({ group }) => group))
  expect([...groups].sort()).toEqual([
    'civil-servant',
    'entrepreneur',
    'farmer',
    'general',
    'learner',
    'manager',
    'public-employee',
    'worker',
  ])
  const hasFact = (fact: string) => people.filter(({ evidence }) => evidence?.[fact as never] !== undefined).length
  expect(hasFact('readingFrequency')).toBeLessThan(people.length)
  expect(people.some(({ evidence }) => evidence && !('readingFrequency' in evidence) && 'learningActivities' in evidence)).toBe(
    true,
  )
  expect(people.some(({ disadvantagedArea }) => disadvantagedArea === null)).toBe(true)
  expect(people.some(({ disadvantagedArea }) => disadvantagedArea === true)).toBe(true)
})
