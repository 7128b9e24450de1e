import { fileURLToPath } from 'node:url'
import { startBench } from './start.js'

/** What begins with `--` is for the benches. */
const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'))
/** Benches by name; those that `npm run bench` starts when none is named. */
const names = named.length > 0 ? named : ['bench', 'improve']
const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
for (const name of names) {
  const code = await startBench(place(`${name}.ts`), place(`../node_modules/.cache/cong-dan-hoc-tap/${name}.mjs`), options)
  if (code !== 0) process.exitCode = code
}
