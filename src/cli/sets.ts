import { weakest, type Basis } from '../model/basis.js'
import { isInForce } from '../model/in-force.js'
import type { Lang } from '../model/text.js'
import { groupNames } from '../output/group-names.js'
import { basisWords } from '../output/words.js'
import { stepOn } from '../rules/parameter.js'
import { formsOn, isCdhtError, type CriteriaSet, type FormInForce } from '../index.js'
import { readArguments } from './arguments.js'
import { Refusal, speak, type ExitCode, type Io, type Say } from './io.js'
import { shippedSets } from './shipped-sets.js'
import { formatTable } from './table.js'
import { basisNotice, issueSentence, text } from './text.js'

const options = { on: { type: 'string' } } as const

/** `cdht sets`: the criteria sets that come with this tool; of one day, those in force and the forms of each group. */
export function listSets(argv: readonly string[], lang: Lang, io: Io): ExitCode {
  const { values, positionals } = readArguments('sets', argv, options)
  if (positionals.length > 0) throw new Refusal(text.noFile, 'sets')
  const { on } = values
  const say = speak(lang)
  const forms = on === undefined ? undefined : formTable(on, say)
  const sets = shippedSets.filter(({ inForce }) => on === undefined || isInForce(inForce, on))
  const lines = [
    on !== undefined && sets.length === 0 ? say(text.noneInForce(on)) : setTable(sets, on, say),
    ...(forms === undefined ? [] : [forms, '']),
    ...(sets.length > 0 ? [say(basisNotice[weakest(sets.map(levelBasis))])] : []),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function setTable(sets: readonly CriteriaSet[], on: string | undefined, say: Say): string {
  const h = text.setsHeadings
  return formatTable(
    [
      { align: 'left' },
      { align: 'left', limit: 28 },
      { align: 'left' },
      { align: 'left', limit: 18 },
      { align: 'left', limit: 18 },
    ],
    [
      [h.id, h.label, h.version, on === undefined ? h.frame : h.frameOn, h.levels].map((one) => say(one)),
      ...sets.map((set) => [
        set.id,
        say(set.label),
        set.version,
        say(basisWords[passBasis(set, on)]),
        say(basisWords[levelBasis(set)]),
      ]),
    ],
  )
}

/** @throws {Refusal} when the day is none */
function formTable(on: string, say: Say): string {
  const names = groupNames(shippedSets)
  const rows = [...names].map(([group, name]) => ({ name, forms: formsOf(group, on) }))
  const decisions = new Map(rows.flatMap(({ forms }) => forms.map(({ decision }) => [decision.id, decision])))
  if (decisions.size === 0) return say(text.noForms(on))
  const table = formatTable(
    [{ align: 'left', limit: 28 }, ...[...decisions].map(() => ({ align: 'left' as const, limit: 32 }))],
    [
      [say(text.summaryHeadings.group), ...[...decisions.values()].map(({ document }) => document.number ?? document.document)],
      ...rows.map(({ name, forms }) => [
        say(name),
        ...[...decisions.keys()].map(
          (id) =>
            forms
              .filter(({ decision }) => decision.id === id)
              .map(({ form }) => say(form.label))
              .join('; ') || '-',
        ),
      ]),
    ],
  )
  return [say(text.formsTitle(on)), '', table, say(text.formsNote(decisions.size > 1))].join('\n')
}

function formsOf(group: string, on: string): FormInForce[] {
  try {
    return formsOn(group, on)
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(issueSentence(error.issues[0]), 'sets')
  }
}

/**
 * Weakest basis of the total needed and of the floor, on a day or the latest. The total of disadvantaged areas has its own,
 * which the results of such areas show.
 */
function passBasis({ pass, parameters }: CriteriaSet, on: string | undefined): Basis {
  return weakest(
    [pass.threshold, pass.floor].flatMap(({ fact }) => {
      const parameter = parameters[fact]
      return (parameter && (on === undefined ? parameter.values.at(-1) : stepOn(parameter, on))?.basis) ?? []
    }),
  )
}

function levelBasis({ indicators }: CriteriaSet): Basis {
  return weakest(indicators.flatMap(({ levels }) => levels.map(({ basis }) => basis)))
}
