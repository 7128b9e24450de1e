import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generatedFiles } from '../scripts/generated-files.js'

/** What is shipped is what `criteria/` and the schemas say: after a change, `npm run generate` and look at the diff. */
it.each([
  ...generatedFiles(
    (path) => JSON.parse(readFileSync(path, 'utf8')) as unknown,
    (folder) => readdirSync(folder),
  ),
])('%s is as generated', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text)
})
