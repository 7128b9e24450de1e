import { fromBufferPromise } from 'yauzl'
import { buffer } from 'node:stream/consumers'
import type { CitizenRecord, FactDefinition } from '../../src/index.js'
import { columnLetters } from '../../src/output/xlsx-xml.js'
import { xmlText } from '../../src/output/xlsx-xml.js'
import { sheetCells } from './sheet-cells.js'
import { zipFile } from './zip-file.js'

export type FilledCell = string | number | undefined

/** What a record says in each column of a form, by the id of the column: a field, `evidence.x`, `scores.x`, `attested.x`. */
export function formCells(record: CitizenRecord, facts: readonly FactDefinition[]): Map<string, FilledCell> {
  const { id, group, birth, units, unitLevel, memberships, disadvantagedArea, registered, recordedOn } = record
  const cells = new Map<string, FilledCell>([
    ['id', id],
    ['group', group],
    ['birth', birth ?? undefined],
    ['units.residence', units?.residence ?? undefined],
    ['units.workplace', units?.workplace ?? undefined],
    ['unitLevel', unitLevel ?? undefined],
    ['memberships', memberships ? memberships.join('; ') || '-' : undefined],
    ['disadvantagedArea', disadvantagedArea === null ? '?' : yesNo(disadvantagedArea)],
    ['registered', yesNo(registered)],
    ['recordedOn', recordedOn ?? undefined],
  ])
  const evidence = (record.evidence ?? {}) as Record<string, unknown>
  for (const fact of facts) cells.set(`evidence.${fact.id}`, factCell(fact, evidence[fact.id]))
  for (const [fact, who] of Object.entries(record.attested ?? {})) cells.set(`attested.${fact}`, who ?? undefined)
  for (const [indicator, points] of Object.entries(record.scores ?? {})) cells.set(`scores.${indicator}`, points ?? undefined)
  return cells
}

const yesNo = (answer: unknown): string | undefined => (answer === true ? 'Có' : answer === false ? 'Không' : undefined)

function factCell(fact: FactDefinition, value: unknown): FilledCell {
  if (value === undefined || value === null) return undefined
  switch (fact.type) {
    case 'rank':
      return fact.ranks.find(({ rank }) => rank === value)?.label.vi
    case 'boolean':
      return yesNo(value)
    case 'count':
    case 'number':
      return value as number
    case 'code':
      return value as string
    case 'codes': {
      const labels = new Map(fact.codes.map(({ code, label }) => [code, label.vi]))
      if (Array.isArray(value)) return (value as string[]).map((code) => labels.get(code)).join('; ') || '-'
      return JSON.stringify(Object.fromEntries(Object.entries(value).map(([code, held]) => [labels.get(code), held])))
    }
    case 'activities':
      return itemsCell(value as object[], ['kind', 'topic', 'from', 'to', 'hours', 'certificate'])
    case 'certificates':
      return itemsCell(value as object[], ['kind', 'level', 'issuedOn'])
  }
}

function itemsCell(items: readonly object[], parts: readonly string[]): string {
  const given = items.map((item) => Object.fromEntries(Object.entries(item).filter(([, value]) => value != null)))
  // An item of which nothing is known has a place in the JSON form alone.
  if (given.some((item) => Object.keys(item).length === 0)) return JSON.stringify(given)
  const text = (value: unknown): string => (typeof value === 'boolean' ? (yesNo(value) as string) : String(value ?? ''))
  return given.map((item) => parts.map((part) => text(item[part])).join('|')).join('; ') || '-'
}

/** A form with rows below its headings, as a program fills it in that knows nothing of ours but where the columns are. */
export async function fillTemplate(
  form: Buffer,
  rows: readonly ReadonlyMap<string, FilledCell>[],
  columnOf: (heading: string) => string,
): Promise<Buffer> {
  const [sheet] = await sheetCells(form)
  const first = sheet?.rows.length ?? 0
  const columns = (sheet?.rows[first - 1] ?? []).map(columnOf)
  const cellXml = (value: FilledCell, at: string): string => {
    if (value === undefined) return ''
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  }
  const xml = rows.map((row, r) => {
    const line = first + 1 + r
    return `<row r="${line}">${columns.map((id, c) => cellXml(row.get(id), `${columnLetters(c + 1)}${line}`)).join('')}</row>`
  })
  const file = await fromBufferPromise(form, { lazyEntries: true })
  const parts: { name: string; content: string }[] = []
  for await (const entry of file.eachEntry()) {
    const content = (await buffer(await file.openReadStreamPromise(entry))).toString()
    const isForm = entry.fileName === 'xl/worksheets/sheet1.xml'
    parts.push({
      name: entry.fileName,
      content: isForm ? content.replace('</sheetData>', `${xml.join('')}</sheetData>`) : content,
    })
  }
  return zipFile(parts)
}
