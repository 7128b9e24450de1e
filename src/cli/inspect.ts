import type { FileFindings } from '../csv.js'
import { issueText, type Issue } from '../index.js'
import { fieldWords } from '../intake/field-words.js'
import type { Lang, Text } from '../model/text.js'
import { onlyFile, readArguments } from './arguments.js'
import { inspectText as words, prefixWords } from './inspect-text.js'
import { speak, type ExitCode, type Io, type Say } from './io.js'

import { fileChoicesOf, fileOptions, formatOf, readPeopleFile } from './people-file.js'
import { RowWarnings } from './row-warnings.js'
import { shippedSets } from './shipped-sets.js'
import { formatTable } from './table.js'
import { text } from './text.js'

/** `cdht inspect`: what is made out of a file, without assessing anybody and without showing anybody's values. */
export async function inspect(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('inspect', argv, fileOptions)
  const path = onlyFile('inspect', positionals)
  const say = speak(lang)
  const file = { path, choices: fileChoicesOf('inspect', values) }
  io.stdout.write(`${say(words.file(path, formatOf(file)))}\n`)
  const faults = new Faults()
  const warnings = new RowWarnings()
  let [read, rejected, blank] = [0, 0, 0]
  const onFile = (found: Partial<FileFindings>): void => void io.stdout.write(formatFindings(found, say))
  const onEnd = (counts: { blank: number }): void => void (blank = counts.blank)
  for await (const row of readPeopleFile({ ...file, onFile, onEnd }, io, say, shippedSets)) {
    if ('record' in row) {
      read++
      if (row.warnings) warnings.add(row.line, row.warnings)
    } else {
      rejected++
      faults.add(row.line, row.issues)
    }
  }
  const lines = ['', say(words.counts(read, rejected, blank)), ...warnings.format(say)]
  io.stdout.write(`${lines.join('\n')}\n${faults.format(lang)}`)
  return rejected > 0 ? 1 : 0
}

function formatFindings(found: Partial<FileFindings>, say: Say): string {
  const { encoding, delimiter, sheet, headingLines, titleRows = 0, columns = [], ignored = [], sample = [], notes = [] } = found
  const lines: string[] = []
  if (encoding) lines.push(say(words.encoding(encoding)))
  if (delimiter) lines.push(say(words.delimiter(delimiter)))
  if (sheet) lines.push(say(words.sheet(sheet)))
  if (headingLines) lines.push(say(headingLines.length > 0 ? words.headings(headingLines, titleRows) : words.noHeadings))
  if (columns.length > 0) {
    const h = words.columnHeadings
    const table = formatTable(
      [{ align: 'right' }, { align: 'left', limit: 34 }, { align: 'left', limit: 34 }, { align: 'left' }],
      [
        [h.position, h.heading, h.meaning, h.field].map((one) => say(one)),
        ...columns.map(({ position, heading, field }) => [String(position), heading, say(meaningOf(field)), field]),
      ],
    )
    lines.push('', say(words.columns(columns.length)), '', table.trimEnd())
  }
  if (ignored.length > 0)
    lines.push('', say(words.ignored(ignored.length)), ...ignored.map((heading) => `  - ${heading}`), say(words.ignoredAdvice))
  if (sample.length > 0) {
    const rows = sample.map(({ line, shapes }) => {
      const cells = shapes.map((shape) => (shape === '' ? say(words.blankCell) : shape))
      return `  ${say(words.line(line))}: ${cells.join(' | ')}`
    })
    lines.push('', say(words.sample), ...rows)
  }
  if (notes.length > 0) lines.push('', say(text.fileNotes(notes)))
  return lines.map((line) => `${line}\n`).join('')
}

/** What a column fills in, in words. */
function meaningOf(field: string): Text {
  const found = (fieldWords as Partial<Record<string, Text>>)[field]
  if (found) return found
  const [prefix = '', id = ''] = field.split('.')
  const labels = shippedSets.flatMap<{ id: string; label: Text }>(({ facts, indicators }) =>
    prefix === 'scores' ? indicators : facts,
  )
  const label = labels.find((one) => one.id === id)?.label ?? { vi: id, en: id }
  const before = prefixWords[prefix]
  return before ? { vi: `${before.vi}: ${label.vi}`, en: `${before.en}: ${label.en}` } : label
}

/** Counts what is wrong with rows, by column and kind, while they come. */
class Faults {
  readonly #found = new Map<string, { first: Issue; line: number; count: number }>()

  add(line: number, issues: readonly Issue[]): void {
    for (const issue of issues) {
      const key = JSON.stringify([issue.path[0] ?? '', issue.code])
      const found = this.#found.get(key)
      if (found) found.count++
      else this.#found.set(key, { first: issue, line, count: 1 })
    }
  }

  /** The most frequent first; empty where nothing is wrong. */
  format(lang: Lang): string {
    if (this.#found.size === 0) return ''
    const say = speak(lang)
    const h = words.faultHeadings
    const rows = [...this.#found.values()].sort((a, b) => b.count - a.count || a.line - b.line)
    const table = formatTable(
      [{ align: 'left', limit: 24 }, { align: 'left', limit: 52 }, { align: 'right' }, { align: 'right' }],
      [
        [h.column, h.fault, h.count, h.line].map((one) => say(one)),
        ...rows.map(({ first, line, count }) => [
          String(first.path[0] ?? ''),
          issueText({ ...first, path: [] }, lang),
          String(count),
          String(line),
        ]),
      ],
    )
    return `\n${say(words.faults)}\n\n${table}`
  }
}
