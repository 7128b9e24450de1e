import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Temporary files and folders of this process. */
const present = new Set<string>()

/** A shared folder may hold files of runs on other machines, whose processes nobody can see from here. */
const machine = hostname()
  .replace(/[^A-Za-z0-9]+/g, '-')
  .slice(0, 40)

/**
 * Name of the temporary file that stands beside `path` until that is whole: `results.csv.<machine>-<process>.tmp`. Files of
 * this form beside `path` that a killed run left are removed.
 */
export function temporaryBeside(path: string): string {
  const temporary = `${path}.${machine}-${process.pid}.tmp`
  sweep(dirname(path), `${basename(path)}.${machine}-`, /^(\d+)\.tmp$/)
  // A number that comes again, as in containers, is the number of one that is gone.
  rmSync(temporary, { force: true })
  present.add(temporary)
  return temporary
}

const folderPrefix = `cdht-${machine}-`

/** A folder of this process alone, readable by its user alone. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  present.add(folder)
  return folder
}

/** To be called for what has been removed or renamed. */
export function forget(temporary: string): void {
  present.delete(temporary)
}

/**
 * Removes the temporary folders that killed runs left, whatever is run now: they hold people's data. From here on an interrupted
 * run removes its own, and its temporary files, and ends as its shell expects: 129, 130 or 143.
 */
export function leaveNothing(): void {
  sweep(tmpdir(), folderPrefix, /^(\d+)-\w{6}$/)
  for (const [signal, number] of [['SIGHUP', 1] as const, ['SIGINT', 2] as const, ['SIGTERM', 15] as const])
    process.once(signal, () => {
      clear()
      process.exit(128 + number)
    })
  process.once('exit', clear)
}

function clear(): void {
  for (const temporary of present) remove(temporary)
  present.clear()
}

/** @param rest - what follows the prefix in a name of ours, the number of the process first */
function sweep(folder: string, prefix: string, rest: RegExp): void {
  for (const name of namesIn(folder)) {
    const pid = name.startsWith(prefix) ? rest.exec(name.slice(prefix.length))?.[1] : undefined
    if (pid !== undefined && isGone(Number(pid))) remove(join(folder, name))
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Whoever opens a file there says what is wrong.
    return []
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // A process of another user is there, and may not be asked.
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** What cannot be removed, another user's file for one, is in nobody's way. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    return
  }
}
