import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'

/**
 * Bundles a bench as the library is bundled for users, so that what is timed is what they run, and starts it.
 *
 * @returns the exit code of the bench
 */
export async function startBench(entry: string, outfile: string, options: readonly string[] = []): Promise<number> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    charset: 'utf8',
    packages: 'external',
    define: { __VERSION__: JSON.stringify('0.0.0-bench') },
    logLevel: 'warning',
  })
  return spawnSync(process.execPath, ['--expose-gc', outfile, ...options], { stdio: 'inherit' }).status ?? 1
}
