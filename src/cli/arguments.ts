import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Lang } from '../model/text.js'
import { Refusal } from './io.js'
import { text } from './text.js'

type Options = NonNullable<ParseArgsConfig['options']>

/** Options that every command takes. */
const common = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const satisfies Options

/** The language asked for, read ahead of everything else so that refusals speak it; Vietnamese unless told otherwise. */
export function langOf(argv: readonly string[]): Lang {
  const { values } = parseArgs({ args: [...argv], options: common, strict: false })
  return values.lang === 'en' ? 'en' : 'vi'
}

/**
 * @returns the options given and the file names
 * @throws {Refusal} for an option that is not known, lacks its value, or stands where none is due
 */
export function readArguments<T extends Options>(command: string, argv: readonly string[], options: T) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: { ...options, ...common }, allowPositionals: true })
    const { lang } = values as { lang?: string }
    if (lang !== undefined && lang !== 'vi' && lang !== 'en') throw new Refusal(text.oneOf('--lang', ['vi', 'en']), command)
    return { values, positionals }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(text.wrongOption(optionNamed(error)), command)
  }
}

/** The option that an error of `parseArgs` is about; the rest of its message is English only. */
function optionNamed(error: unknown): string {
  return /--?[\w-]+/.exec(error instanceof Error ? error.message : '')?.[0] ?? '?'
}

/** @throws {Refusal} unless exactly one file was named */
export function onlyFile(command: string, positionals: readonly string[]): string {
  const [file] = positionals
  if (file === undefined) throw new Refusal(text.fileMissing, command)
  if (positionals.length > 1) throw new Refusal(text.oneFileOnly, command)
  return file
}
