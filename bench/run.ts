import { fileURLToPath } from 'node:url'
import { startBench } from './start.js'

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
process.exitCode = await startBench(place('bench.ts'), place('../node_modules/.cache/cong-dan-hoc-tap/bench.mjs'))
