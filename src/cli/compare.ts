import { isCdhtError, type CriteriaSet, type Impact, type Lang } from '../index.js'
import { weakest } from '../model/basis.js'
import { groupNames } from '../output/group-names.js'
import { Comparison } from '../sets/compare.js'
import { onlyFile, readArguments } from './arguments.js'
import { setsNamed } from './criteria-files.js'
import { Refusal, speak, type ExitCode, type Io, type Say } from './io.js'
import { dayOf } from './judge.js'
import { fileChoicesOf, fileOptions, readPeopleFile } from './people-file.js'
import { shippedSets } from './shipped-sets.js'
import { formatTable } from './table.js'
import { basisNotice, issueSentence, text } from './text.js'

const options = {
  ...fileOptions,
  on: { type: 'string' },
  before: { type: 'string', multiple: true },
  after: { type: 'string', multiple: true },
  list: { type: 'boolean' },
} as const

/** `cdht compare`: the same people by two sets of criteria; who gains and who loses. */
export async function compare(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('compare', argv, options)
  const input = onlyFile('compare', positionals)
  const on = dayOf('compare', values.on, io)
  if (values.after === undefined) throw new Refusal(text.afterMissing, 'compare')
  const named = await setsNamed('compare', { before: values.before ?? [], after: values.after })
  const before = named.before.length > 0 ? named.before : shippedSets
  const file = { path: input, choices: fileChoicesOf('compare', values) }
  const comparison = comparisonOf(before, named.after, on)
  const say = speak(lang)
  let rejected = 0
  let rows = 0
  for await (const row of readPeopleFile(file, io, say, [...named.after, ...before, ...shippedSets])) {
    rows++
    if (!('record' in row)) rejected++
    else if (!isAdded(comparison, row.record)) rejected++
  }
  const impact = comparison.impact()
  if (rows !== impact.people + impact.leftOut + rejected) throw new Error('rows were lost or counted twice')
  const tables = [groupTable(impact, say), indicatorTable(impact, [...named.after, ...before], say)]
  const lines = [
    say(text.compareTitle(on)),
    '',
    say(text.side('before', impact.sides.before.sets)),
    say(text.side('after', impact.sides.after.sets)),
    '',
    ...tables,
    say(text.passRuleAlone(impact.passRule.gained, impact.passRule.lost)),
    '',
    ...(values.list ? [say(text.gainedIds(impact.gained)), say(text.lostIds(impact.lost)), ''] : []),
    say(text.comparedCount(rows, impact.people, impact.leftOut, rejected)),
    ...noticeOf(impact, say),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
  return rejected > 0 ? 1 : 0
}

/** The framework alone judges everybody; of several sets everybody's group takes its own. */
const sideOf = (sets: readonly CriteriaSet[]): CriteriaSet | readonly CriteriaSet[] =>
  sets.length === 1 && sets[0]?.id === 'framework' ? sets[0] : sets

function comparisonOf(before: readonly CriteriaSet[], after: readonly CriteriaSet[], on: string): Comparison {
  try {
    return new Comparison(sideOf(before), sideOf(after), { on })
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(issueSentence(error.issues[0]), 'compare')
  }
}

function isAdded(comparison: Comparison, record: Parameters<Comparison['add']>[0]): boolean {
  try {
    comparison.add(record)
    return true
  } catch (error) {
    if (isCdhtError(error) && error.code === 'record') return false
    throw error
  }
}

function groupTable(impact: Impact, say: Say): string {
  const names = groupNames(shippedSets)
  const h = text.compareHeadings
  const row = (
    name: string,
    { people, before, after, gained, lost }: Omit<Impact, 'on'> | Impact['groups'][number],
  ): string[] => [name, ...[people, before.met, after.met, gained.length, lost.length].map(String)]
  return formatTable(
    [{ align: 'left', limit: 28 }, ...Array.from({ length: 5 }, () => ({ align: 'right' as const }))],
    [
      [h.group, h.people, h.metBefore, h.metAfter, h.gained, h.lost].map((one) => say(one)),
      ...impact.groups.map((one) =>
        row(names.has(one.group) ? say(names.get(one.group) as { vi: string; en: string }) : one.group, one),
      ),
      row(say(text.total), impact),
    ],
  )
}

function indicatorTable({ indicators }: Impact, sets: readonly CriteriaSet[], say: Say): string {
  const labels = new Map(sets.toReversed().flatMap((set) => set.indicators.map(({ id, label }) => [id as string, label])))
  const h = text.compareHeadings
  return formatTable(
    [{ align: 'left', limit: 44 }, ...Array.from({ length: 4 }, () => ({ align: 'right' as const }))],
    [
      [h.indicator, h.rose, h.fell, h.ofGained, h.ofLost].map((one) => say(one)),
      ...indicators.map(({ id, rose, fell, gained, lost }) => {
        const label = labels.get(id)
        return [label ? say(label) : id, ...[rose, fell, gained, lost].map(String)]
      }),
    ],
  )
}

function noticeOf({ sides }: Impact, say: Say): string[] {
  const bases = [sides.before.basis, sides.after.basis].filter((basis) => basis !== null)
  return bases.length > 0 ? ['', say(basisNotice[weakest(bases)])] : []
}
