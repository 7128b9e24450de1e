import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CriteriaSet } from '../index.js'
import type { Lang } from '../model/text.js'
import { templateColumns } from '../output/template-columns.js'
import { writeTemplate } from '../xlsx.js'
import { readArguments } from './arguments.js'
import { setsNamed } from './criteria-files.js'
import { reasonOf, Refusal, speak, type ExitCode, type Io } from './io.js'
import { OutputFile } from './output-file.js'
import { shippedSets } from './shipped-sets.js'
import { text } from './text.js'

const options = {
  group: { type: 'string' },
  set: { type: 'string', multiple: true },
  out: { type: 'string' },
} as const

/** `cdht template`: a form for the people of one group, to be filled in and read back. */
export async function template(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('template', argv, options)
  if (positionals.length > 0) throw new Refusal(text.noFile, 'template')
  const set = await setOf(values)
  const out = values.out ?? `phieu-${set.group}.xlsx`
  if (!/[^/\\]\.xlsx$/i.test(out)) throw new Refusal(text.formName, 'template')
  if (existsSync(out)) throw new Refusal(text.formExists(out), 'template')
  const file = new OutputFile(resolve(out))
  try {
    await writeTemplate(file.stream, { set, lang })
    await file.keep()
  } catch (error) {
    await file.discard()
    throw new Refusal(text.cannotWrite(out, reasonOf(error)))
  }
  const say = speak(lang)
  io.stdout.write(`${say(text.formIn(out, templateColumns(set, lang).length))}\n\n${say(text.formNotice)}\n`)
  return 0
}

/** @throws {Refusal} unless one set, or one group that has a shipped set, is named */
async function setOf({ group, set: named }: { group?: string; set?: string[] }): Promise<CriteriaSet> {
  const groups = shippedSets.map((set) => set.group)
  if (group !== undefined && named !== undefined) throw new Refusal(text.groupOrSet, 'template')
  if (named !== undefined) {
    const [set, another] = (await setsNamed('template', { set: named })).set as [CriteriaSet, CriteriaSet?]
    if (another !== undefined) throw new Refusal(text.oneFormOnly, 'template')
    return set
  }
  if (group === undefined) throw new Refusal(text.groupMissing(groups), 'template')
  const set = shippedSets.find((one) => one.group === group)
  if (!set) throw new Refusal(text.oneOf('--group', groups), 'template')
  return set
}
