import { weakest, type Basis } from '../model/basis.js'
import type { Lang } from '../model/text.js'
import { basisWords } from '../output/words.js'
import type { CriteriaSet } from '../index.js'
import { readArguments } from './arguments.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { shippedSets } from './shipped-sets.js'
import { formatTable } from './table.js'
import { basisNotice, text } from './text.js'

/** `cdht sets`: the criteria sets that come with this tool. */
export function listSets(argv: readonly string[], lang: Lang, io: Io): ExitCode {
  const { positionals } = readArguments('sets', argv, {})
  if (positionals.length > 0) throw new Refusal(text.noFile, 'sets')
  const say = speak(lang)
  const h = text.setsHeadings
  const table = formatTable(
    [
      { align: 'left' },
      { align: 'left', limit: 28 },
      { align: 'left' },
      { align: 'left', limit: 18 },
      { align: 'left', limit: 18 },
    ],
    [
      [h.id, h.label, h.version, h.frame, h.levels].map((one) => say(one)),
      ...shippedSets.map((set) => [
        set.id,
        say(set.label),
        set.version,
        say(basisWords[passBasis(set)]),
        say(basisWords[levelBasis(set)]),
      ]),
    ],
  )
  io.stdout.write(`${table}\n${say(basisNotice[weakest(shippedSets.map(levelBasis))])}\n`)
  return 0
}

/**
 * Weakest basis of the latest total needed and of the latest floor. The total of disadvantaged areas has its own, which
 * the results of such areas show.
 */
function passBasis({ pass, parameters }: CriteriaSet): Basis {
  return weakest([pass.threshold, pass.floor].flatMap(({ fact }) => parameters[fact]?.values.at(-1)?.basis ?? []))
}

function levelBasis({ indicators }: CriteriaSet): Basis {
  return weakest(indicators.flatMap(({ levels }) => levels.map(({ basis }) => basis)))
}
