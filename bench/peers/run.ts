import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Installs the peers into their own folder, bundles the bench beside them and starts it. */
const folder = fileURLToPath(new URL('.', import.meta.url))
// Not every registry has the builds of zen-engine for all platforms, which a lock file would ask for.
const install = spawnSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'], {
  cwd: folder,
  stdio: 'inherit',
})
if (install.status !== 0) process.exit(install.status ?? 1)
const outfile = `${folder}node_modules/.cache/bench.mjs`
await build({
  entryPoints: [`${folder}bench.ts`],
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
