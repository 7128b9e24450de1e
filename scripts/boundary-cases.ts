import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { boundaryFiles } from './boundary/files.js'

/** Writes `criteria/cases/boundary/`, and says which leaves no case can decide because another leaf implies them. */
const folder = fileURLToPath(new URL('../criteria/cases/boundary/', import.meta.url))
const files = boundaryFiles()
mkdirSync(folder, { recursive: true })
for (const [id, { text, idle }] of files) {
  writeFileSync(`${folder}${id}.json`, text)
  for (const leaf of idle) console.log(`${id}: decides nothing: ${leaf}`)
}
for (const name of readdirSync(folder)) if (!files.has(name.replace(/\.json$/, ''))) rmSync(folder + name)
