import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { generatedFiles } from './generated-files.js'

/** Writes everything that is derived from `criteria/` and the schemas; a test holds the committed files to it. */
for (const [path, text] of generatedFiles((file) => JSON.parse(readFileSync(file, 'utf8')), readdirSync)) {
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true })
  writeFileSync(path, text)
}
