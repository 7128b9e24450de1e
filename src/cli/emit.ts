import { emitModule } from '../emit.js'
import type { CriteriaSet } from '../index.js'
import type { Lang } from '../model/text.js'
import { readArguments } from './arguments.js'
import { setsNamed } from './criteria-files.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { acceptOf, dayOf, judgingOptions } from './judge.js'
import { setBasis } from './set-basis.js'
import { basisNotice, text } from './text.js'
import { writeWhole } from './write-whole.js'

const options = { ...judgingOptions, out: { type: 'string' } } as const

/** `cdht emit`: a set and a day as a module that runs alone, to a file with its declarations or to the terminal. */
export async function emit(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('emit', argv, options)
  if (positionals.length > 0) throw new Refusal(text.noFile, 'emit')
  if (values.set === undefined) throw new Refusal(text.setMissing, 'emit')
  const on = dayOf('emit', values.on, io)
  const accept = acceptOf('emit', values.accept)
  const [set, another] = (await setsNamed('emit', { set: values.set })).set as [CriteriaSet, CriteriaSet?]
  if (another !== undefined) throw new Refusal(text.oneSetOnly, 'emit')
  const chosen = { on, ...(accept && { accept }) }
  const basis = setBasis('emit', set, chosen)
  const { code, declarations } = emitModule(set, chosen)
  if (values.out === undefined) {
    io.stdout.write(code)
    return 0
  }
  const { out } = values
  if (!/[^/\\]\.m?js$/.test(out)) throw new Refusal(text.moduleName, 'emit')
  const beside = out.replace(/\.(m?)js$/, '.d.$1ts')
  await writeWhole([
    [out, code],
    [beside, declarations],
  ])
  const say = speak(lang)
  io.stdout.write(`${say(text.emitted(set.id, on, out, beside))}\n\n${say(basisNotice[basis])}\n`)
  return 0
}
