import { fileURLToPath } from 'node:url'
import { startBench } from './start.js'

/** Benches by name; those that `npm run bench` starts when none is named. */
const names = process.argv.length > 2 ? process.argv.slice(2) : ['bench', 'improve']
const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
for (const name of names) {
  const code = await startBench(place(`${name}.ts`), place(`../node_modules/.cache/cong-dan-hoc-tap/${name}.mjs`))
  if (code !== 0) process.exitCode = code
}
