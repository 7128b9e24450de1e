import { extname, resolve } from 'node:path'
import type { SamePerson, Wording } from '../csv.js'
import {
  isCdhtError,
  issueText,
  measureTargets,
  populationRules,
  targets,
  unitTable,
  type Lang,
  type TargetPlan,
  type Text,
} from '../index.js'
import { readUnits, type UnitList } from '../intake/units.js'
import { targetPlanSchema } from '../model/target-plan.js'
import { parseWith } from '../model/zod-issues.js'
import { csvLine } from '../output/csv-cell.js'
import { groupNames } from '../output/group-names.js'
import { disclosure, type DisclosureOptions } from '../population/disclosure.js'
import type { TallyData } from '../population/tally-json.js'
import { unitTableCsv } from '../output/unit-table-csv.js'
import { writeUnitTable } from '../output/xlsx-unit-table.js'
import { readArguments } from './arguments.js'
import { Refusal, speak, type ExitCode, type Io, type Say } from './io.js'
import { readJsonFile } from './json-file.js'
import { chunksOf } from './chunks.js'
import { readReportInput, type ReportInput } from './report-input.js'
import { formatTargets, formatUnitTable } from './report-tables.js'
import { reportText as words } from './report-text.js'
import { shippedSets } from './shipped-sets.js'
import { basisNotice, text } from './text.js'
import { withIssues } from './with-issues.js'
import { writeWhole, type Content } from './write-whole.js'

const options = {
  out: { type: 'string' },
  headings: { type: 'string' },
  by: { type: 'string' },
  hide: { type: 'string' },
  units: { type: 'string' },
  plan: { type: 'string' },
  year: { type: 'string' },
  full: { type: 'boolean' },
  conflicts: { type: 'string' },
} as const

const wordings: readonly string[] = ['id', 'vi', 'en'] satisfies Wording[]
const endings = ['.csv', '.xlsx', '.html']
const ways: readonly string[] = ['residence', 'workplace']
const named = 5

/** `cdht report`: results and tallies of many files merged into one report. */
export async function report(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('report', argv, options)
  const say = speak(lang)
  checkPaths(positionals, [values.out, values.conflicts])
  const oneOf = (option: string, given: string | undefined, of: readonly string[]): string => {
    if (given !== undefined && !of.includes(given)) throw new Refusal(text.oneOf(option, of), 'report')
    return given ?? (of[0] as string)
  }
  const headings = oneOf('--headings', values.headings ?? 'vi', wordings) as Wording
  const by = oneOf('--by', values.by, ways) as 'residence' | 'workplace'
  const hide = wholeNumber(values.hide ?? '5', words.hideWanted)
  const year = values.year === undefined ? undefined : wholeNumber(values.year, words.yearWanted)
  const plan = values.plan === undefined ? undefined : await planOf(values.plan)
  const units = values.units === undefined ? undefined : await unitsOf(values.units)
  const ending = values.out === undefined ? '' : extname(values.out).toLowerCase()
  if (values.out !== undefined && !endings.includes(ending)) throw new Refusal(words.outEnding(endings), 'report')

  const conflicts: string[] = [csvLine(['id', 'by', 'counted_file', 'counted_line', 'file', 'line'])]
  const first: SamePerson[] = []
  let conflicting = 0
  const input = await readReportInput(positionals, (found) => {
    conflicting++
    if (first.length < named) first.push(found)
    if (values.conflicts !== undefined)
      for (const { file, line } of found.others)
        conflicts.push(csvLine([found.id, found.by, found.counted.file, found.counted.line, file, line]))
  })
  // Of a whole province this is large, and asked for several times.
  const data = input.tally.toJSON()
  const tally = { toJSON: () => data }
  const { days, basis } = data
  if (!days || !basis) throw new Refusal(words.nobody)
  const names = { units: units?.names ?? new Map<string, string>(), groups: groupNames(shippedSets) }
  const rows = unitTable(tally, { by, hide, groups: names.groups.keys(), parents: units?.parents })

  const show = (title: Text, which: typeof rows, as: 'unit' | 'group' | 'both'): string =>
    `${say(title)}\n\n${formatUnitTable(which, names, lang, as)}`
  const parts = [
    say(words.title(days.first, days.last)),
    show(
      words.byUnit,
      rows.filter(({ group }) => group === null),
      'unit',
    ),
    show(
      words.byGroup,
      rows.filter(({ of }) => of === 'all'),
      'group',
    ),
    ...(values.full
      ? [
          show(
            words.byBoth,
            rows.filter(({ of }) => of !== 'all'),
            'both',
          ),
        ]
      : []),
    say(words.notes(hide, rows.filter(({ counts }) => counts === null).length)),
    ...(plan ? [formatPlan(data, plan, year ?? Number(days.last.slice(0, 4)), { hide, parents: units?.parents }, lang)] : []),
    say(basisNotice[basis]),
    say(text.granting),
    ...[inputLines(input, say), conflictLines(first, conflicting, values.conflicts, say)].filter((part) => part !== ''),
  ]
  const missing = units
    ? [...new Set(rows.flatMap(({ of, unit }) => (of === 'unit' && unit !== null && !isListed(unit, units) ? [unit] : [])))]
    : []
  if (missing.length > 0) parts.push(say(words.unitsUnknown(missing.slice(0, named), missing.length)))

  const notes = [words.notes(hide, rows.filter(({ counts }) => counts === null).length), basisNotice[basis], text.granting]
  const contentOf = async (): Promise<Content> => {
    if (ending === '.csv') return unitTableCsv(rows, names, headings)
    if (ending === '.xlsx')
      return (stream) =>
        writeUnitTable(stream, rows, names, {
          headings,
          lang,
          notes: { title: say(words.title(days.first, days.last)), lines: notes.flatMap((note) => say(note).split('\n')) },
        })
    // Only who asks for a page waits for the charts to load.
    const { renderReport } = await import('../report.js')
    return renderReport(input.tally, {
      lang,
      hide,
      units: Object.fromEntries(names.units),
      ...(units && { parents: units.parents }),
      ...(plan && { plan, year: year ?? Number(days.last.slice(0, 4)) }),
      ...(input.rows.read > 0 && { quality: { rejected: input.rows.unread } }),
    })
  }
  const files = [
    ...(values.out === undefined ? [] : [[values.out, await contentOf()] as const]),
    ...(values.conflicts === undefined ? [] : [[values.conflicts, `\uFEFF${conflicts.join('')}`] as const]),
  ]
  if (files.length > 0) await writeWhole(files)
  if (values.out !== undefined) parts.push(say(words.reportIn(values.out)))
  io.stdout.write(`${parts.join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`)
  return input.rows.unread > 0 ? 1 : 0
}

function checkPaths(inputs: readonly string[], outputs: readonly (string | undefined)[]): void {
  if (inputs.length === 0) throw new Refusal(words.noFiles, 'report')
  const seen = new Set<string>()
  for (const path of inputs) {
    if (seen.has(resolve(path))) throw new Refusal(words.sameTwice(path), 'report')
    seen.add(resolve(path))
  }
  for (const path of outputs) {
    if (path === undefined) continue
    if (seen.has(resolve(path))) throw new Refusal(words.sameOutput, 'report')
    seen.add(resolve(path))
  }
}

function wholeNumber(given: string, otherwise: Text): number {
  if (!/^\d{1,6}$/.test(given)) throw new Refusal(otherwise, 'report')
  return Number(given)
}

async function planOf(given: string): Promise<TargetPlan> {
  if (Object.hasOwn(targets, given)) return targets[given as keyof typeof targets]
  if (!given.endsWith('.json')) throw new Refusal(words.planOrFile(Object.keys(targets)), 'report')
  const parsed = parseWith(targetPlanSchema, await readJsonFile(given))
  if (!parsed.ok) throw new Refusal(withIssues(words.unusablePlan(given), parsed.issues))
  return parsed.value
}

async function unitsOf(path: string): Promise<UnitList> {
  try {
    return await readUnits(chunksOf(path))
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(withIssues(words.unusableUnits(path), error.issues))
  }
}

const isListed = (unit: string, { names, parents }: UnitList): boolean => names.has(unit) || parents.has(unit)

function formatPlan(
  data: TallyData,
  plan: TargetPlan,
  year: number,
  hiding: Pick<DisclosureOptions, 'hide' | 'parents'>,
  lang: Lang,
): string {
  const results = measureTargets({ toJSON: () => data }, plan, { year })
  const may = disclosure(data, { ...hiding, rules: populationRules }).targets(plan, results)
  return `${words.planTitle(plan.label[lang], year)[lang]}\n\n${formatTargets(results, may, lang)}`
}

function inputLines({ rows, tallies, unread }: ReportInput, say: Say): string {
  return [
    ...(rows.read > 0 ? [say(words.read(rows.read, rows.counted, rows.repeats, rows.differing, rows.unread))] : []),
    ...unread.map(({ file, line, issue }) =>
      say(words.unreadRow(file, line, { vi: issueText(issue, 'vi'), en: issueText(issue, 'en') })),
    ),
    ...(rows.unread > unread.length ? [say(words.more)] : []),
    ...(tallies.files > 0 ? [say(words.fromTallies(tallies.files, tallies.people))] : []),
  ].join('\n')
}

function conflictLines(first: readonly SamePerson[], count: number, path: string | undefined, say: Say): string {
  if (count === 0) return ''
  const place = ({ file, line }: { file: string; line: number }): string => say(words.place(file, line))
  return [
    say(words.conflicts(count)),
    ...first.map(({ counted, others }) => say(words.conflict(place(counted), others.map(place).join(', ')))),
    ...(count > first.length ? [say(words.more)] : []),
    say(path === undefined ? words.listConflicts : words.conflictsIn(path)),
  ].join('\n')
}
