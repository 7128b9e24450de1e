import { populationRules, sets, type Lang, type Text } from '../index.js'
import { stepOn } from '../rules/parameter.js'
import { groupNames } from '../output/group-names.js'
import { rowWriter } from '../output/row-writer.js'
import { countText } from '../population/number-text.js'
import { readArguments } from './arguments.js'
import { reasonOf, Refusal, speak, type ExitCode, type Io } from './io.js'
import { OutputFile } from './output-file.js'
import { askedFacts, sampleYear } from './simulate/evidence.js'
import { simulatePeople, type Province } from './simulate/people.js'
import { sheetOf } from './simulate/sheet.js'
import { simulateText as words } from './simulate-text.js'
import { shippedSets } from './shipped-sets.js'
import { text } from './text.js'

const options = {
  out: { type: 'string' },
  communes: { type: 'string' },
  adults: { type: 'string' },
  seed: { type: 'string' },
} as const

/** Workplaces for each commune, about as many as in the sample. */
const workplacesEach = 3

/** `cdht simulate`: people of a province that does not exist, to size a run and to teach. */
export async function simulate(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('simulate', argv, options)
  const say = speak(lang)
  if (positionals.length > 0) throw new Refusal(text.noFile, 'simulate')
  const number = (option: string, given: string, most: number): number => {
    const value = /^\d{1,9}$/.test(given) ? Number(given) : 0
    if (value < 1 || value > most) throw new Refusal(words.wholeNumber(option, most), 'simulate')
    return value
  }
  const communes = number('--communes', values.communes ?? '129', 10_000)
  const adults = number('--adults', values.adults ?? '3300000', 100_000_000)
  const seed = number('--seed', values.seed ?? '1', 999_999_999)
  const { out } = values
  if (out === undefined || !/\.csv$/i.test(out)) throw new Refusal(words.outMissing, 'simulate')

  const { facts } = sets.general
  const { head, lineOf } = sheetOf({ asked: askedFacts(facts), groups: groupNames(shippedSets) })
  const file = new OutputFile(out)
  try {
    const writer = rowWriter(file.stream, head, lineOf)
    for (const person of simulatePeople(facts, { count: adults, seed }, provinceOf(communes))) await writer.write(person)
    await writer.end()
    await file.keep()
  } catch (error) {
    await file.discard()
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    throw new Refusal(text.cannotWrite(out, reasonOf(error)))
  }
  const done: Text = words.done(countText(adults, lang), communes, out, `${sampleYear}-12-31`)
  io.stdout.write(`${say(done)}\n`)
  return 0
}

function provinceOf(count: number): Province {
  const numbered = (prefix: string, of: number): string[] =>
    Array.from({ length: of }, (_, i) => `${prefix}${String(i + 1).padStart(String(of).length, '0')}`)
  const age = stepOn(populationRules.adultAge, `${sampleYear}-12-31`)?.value ?? 0
  return {
    // As in the sample: of twelve communes nine are ordinary, two disadvantaged, and of one it could not be told.
    communes: numbered('X', count).map((code, i) => [code, i % 12 < 9 ? false : i % 12 < 11 ? true : null] as const),
    workplaces: numbered('DV', workplacesEach * count),
    // No citizen number looks so.
    idOf: (number) => `SIM${String(number).padStart(9, '0')}`,
    bornUntil: sampleYear - age,
  }
}
