import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startBench } from '../start.js'

/** Installs the peers into their own folder and runs the bench beside them. */
const folder = fileURLToPath(new URL('.', import.meta.url))
// Not every registry has the builds of zen-engine for all platforms, which a lock file would ask for.
const install = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], {
  cwd: folder,
  stdio: 'inherit',
})
process.exitCode = install.status === 0 ? await startBench(`${folder}bench.ts`, `${folder}node_modules/.cache/bench.mjs`) : 1
