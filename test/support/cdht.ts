import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach } from 'vitest'
import { run } from '../../src/cli/run.js'

/** One call of the command, on 2026-11-24. */
export const cdht = (...argv: string[]) => cdhtReading([], ...argv)

/** One call of the command with something on its standard input. */
export async function cdhtReading(stdin: readonly (string | Uint8Array)[], ...argv: string[]) {
  let [stdout, stderr] = ['', '']
  const code = await run(argv, {
    stdin: Readable.from(stdin.map((chunk) => Buffer.from(chunk as Uint8Array))),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    today: () => '2026-11-24',
  })
  return { code, stdout, stderr }
}

/** A folder of its own for every test; writes a file into it where there is content, and tells its path. */
export function folderOfTest(): { path: () => string; file: (name: string, content?: string | Uint8Array) => string } {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cdht-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  return {
    path: () => folder,
    file(name, content) {
      const path = join(folder, name)
      if (content !== undefined) writeFileSync(path, content)
      return path
    },
  }
}
