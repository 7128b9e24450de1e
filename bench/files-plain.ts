import { createReadStream, createWriteStream } from 'node:fs'
import { parse } from 'csv-parse'
import { writeAssessments } from '../src/csv.js'
import { compile, sets, type CitizenRecord } from '../src/index.js'
import { tableFacts } from './files-table.js'

type Cells = Record<string, string>

/**
 * The route that one would write first: csv-parse makes an object of every row, a record is made of it, `assess` makes an
 * assessment of that. It knows this one form of table, looks at no cell twice and would let a repeated id pass.
 */
export async function assessPlainly(input: string, output: string, on: string): Promise<void> {
  const assessors = new Map(Object.values(sets).map((set) => [set.group, compile(set, { on })]))
  const results = writeAssessments(createWriteStream(output))
  const rows = createReadStream(input).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Cells>
  for await (const cells of rows) {
    const record = recordOf(cells)
    const assessor = assessors.get(record.group)
    if (!assessor) throw new Error('a group without a set')
    await results.write(assessor.assess(record), record)
  }
  await results.end()
}

function recordOf(cells: Cells): CitizenRecord {
  const evidence: Record<string, unknown> = {}
  for (const fact of tableFacts) {
    const cell = cells[fact.id]
    if (cell !== undefined && cell !== '') evidence[fact.id] = valueOf(cell, fact.type)
  }
  const { id, group, birth, residence, disadvantagedArea } = cells as Record<string, string>
  return {
    id: id as string,
    group: group as string,
    birth: birth || undefined,
    units: residence ? { residence } : undefined,
    disadvantagedArea: disadvantagedArea === '?' ? null : disadvantagedArea ? disadvantagedArea === '1' : undefined,
    evidence,
  }
}

function valueOf(cell: string, type: (typeof tableFacts)[number]['type']): unknown {
  switch (type) {
    case 'boolean':
      return cell === '1'
    case 'code':
      return cell
    case 'codes':
      return cell === '-' ? [] : cell.startsWith('{') ? JSON.parse(cell) : cell.split(';')
    case 'activities':
      return itemsOf(cell, ([kind, topic, from, to, hours, certificate]) => ({
        kind: kind || undefined,
        topic: topic || undefined,
        from: from || undefined,
        to: to || undefined,
        hours: hours ? Number(hours) : undefined,
        certificate: certificate ? certificate === '1' : undefined,
      }))
    case 'certificates':
      return itemsOf(cell, ([kind, level, issuedOn]) => ({
        kind: kind || undefined,
        level: level ? Number(level) : undefined,
        issuedOn: issuedOn || undefined,
      }))
    default:
      return Number(cell)
  }
}

const itemsOf = <T>(cell: string, itemOf: (parts: string[]) => T): T[] =>
  cell === '-' ? [] : cell.split(';').map((item) => itemOf(item.split('|')))
