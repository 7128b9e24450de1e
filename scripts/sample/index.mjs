import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { samplePeople } from './people.mjs'
import { peopleToCsv } from './sheet.mjs'

const root = new URL('../../', import.meta.url)

/** @param {string} path @returns {any} */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

/** The committed sample: where it is, how many people, and the seed it is drawn from. */
export const sample = { path: 'docs/examples/data/people-2000.csv', count: 2000, seed: 126 }

/** The people of the committed sample and their file. @returns {{ people: import('../../src/model/record.js').CitizenRecord[]; csv: string }} */
export function makeSample() {
  const { facts } = readJson('criteria/facts.json')
  const files = ['framework.json', ...readdirSync(new URL('criteria/groups/', root)).map((name) => `groups/${name}`)]
  const groups = new Map(files.map((name) => readJson(`criteria/${name}`)).map((file) => [file.group, file.label]))
  const people = samplePeople(facts, sample)
  return { people, csv: peopleToCsv(people, { facts, groups }) }
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const { people, csv } = makeSample()
  mkdirSync(new URL('docs/examples/data/', root), { recursive: true })
  writeFileSync(new URL(sample.path, root), csv)
  console.log(`${sample.path}: ${people.length} people, ${Buffer.byteLength(csv)} bytes`)
}
