import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder in the temporary folder of the system, readable by its user alone; whoever asks for it removes it. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'cdht-'))
