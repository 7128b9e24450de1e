import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The packed package, installed in an empty project as a user gets it. */
export interface PackedPackage {
  /** Of the project. */
  folder: string
  /** Paths in the package. */
  files: string[]
  /** Bytes of the archive, and of what it unpacks to. */
  size: number
  unpackedSize: number
  /** Runs a command in the project; what it prints. */
  run(command: string, ...args: string[]): string
  write(file: string, text: string): void
  remove(): void
}

/** Needs `npm run build` first, and the registry. */
export function installPacked(): PackedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'cdht-package-'))
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' })) as [
    { filename: string; size: number; unpackedSize: number; files: { path: string }[] },
  ]
  write('package.json', '{ "private": true }')
  run('npm', 'install', '--no-audit', '--no-fund', join(folder, packed.filename))
  return {
    folder,
    files: packed.files.map(({ path }) => path),
    size: packed.size,
    unpackedSize: packed.unpackedSize,
    run,
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
