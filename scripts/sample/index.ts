// Writes the committed sample of people who do not exist.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeSample, sample } from './sample.js'

const { people, csv } = makeSample()
mkdirSync(dirname(sample.path), { recursive: true })
writeFileSync(sample.path, csv)
console.log(`${sample.path}: ${people.length} people, ${Buffer.byteLength(csv)} bytes`)
