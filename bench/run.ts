import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles the bench as the library is bundled for users, so that what is timed is what they run, and starts it. */
const outfile = fileURLToPath(new URL('../node_modules/.cache/cong-dan-hoc-tap/bench.mjs', import.meta.url))
await build({
  entryPoints: [fileURLToPath(new URL('bench.ts', import.meta.url))],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  charset: 'utf8',
  packages: 'external',
  logLevel: 'warning',
})
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' })
process.exitCode = status ?? 1
