// Writes the awkward files into a folder, to be looked at: `npx tsx scripts/awkward/index.ts <folder>`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { awkwardFiles } from './files.js'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name a folder to write into')
mkdirSync(folder, { recursive: true })
for (const { name, bytes, options = [] } of awkwardFiles()) {
  writeFileSync(join(folder, name), bytes)
  console.log([name, ...options].join(' '))
}
