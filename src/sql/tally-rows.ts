import { bases, weakest, type Basis } from '../model/basis.js'
import { CdhtError, issue, type Path } from '../model/issue.js'
import { indicatorIds } from '../model/indicator.js'
import type { TallyData } from '../population/tally-json.js'
import { adultStep, tallyParts } from './tally-shape.js'

type Cell = TallyData['residence'][number]

/**
 * The counts that a query of `shape: 'tally'` found, as a tally for `parseTally`.
 *
 * @param rows - of the query, keyed by its columns; numbers may also be texts or bigints, as drivers give them
 * @param options - `on`: the day of the query
 * @returns the tally, and how many people were refused by the field at fault
 * @throws CdhtError `options` for rows that come from no such query
 */
export function tallyFromRows(
  rows: Iterable<Readonly<Record<string, unknown>>>,
  { on }: { on: string },
): { tally: TallyData; refused: Record<string, number> } {
  const cells = { residence: new Map<string, Cell>(), workplace: new Map<string, Cell>() }
  const refused: Record<string, number> = {}
  const found: Basis[] = []
  let at = 0
  for (const row of rows) {
    const { by, part, key } = row
    const wrong = (column: string): CdhtError => wrongRow('rows', at, column)
    const people = Number(row['people'])
    if (typeof key !== 'string' || !Number.isInteger(people)) throw wrong(typeof key === 'string' ? 'people' : 'key')
    if (part === 'refused') refused[key] = (refused[key] ?? 0) + people
    else if (part === 'basis') {
      if (!bases.includes(key as Basis)) throw wrong('key')
      found.push(key as Basis)
    } else {
      if (by !== 'residence' && by !== 'workplace') throw wrong('by')
      if (!tallyParts.includes(part as 'profile')) throw wrong('part')
      const cell = cellOf(cells[by], row)
      if (part === 'profile') {
        cell.profiles[key] = people
        indicatorIds.forEach((id, i) => {
          for (const end of ['lower', 'upper'] as const)
            (cell.halves[end][i] as number) += Number(row[`${id.replaceAll('-', '_')}_${end}_halves`])
        })
      } else if (part === 'digital') cell.digital[key] = people
      else cell.totals[part === 'total_lower' ? 'lower' : 'upper'][key] = people
    }
    at++
  }
  const isEmpty = found.length === 0
  const { value: age, basis } = adultStep(on)
  const tally: TallyData = {
    schema: 2,
    basis: isEmpty ? null : weakest(found),
    adultAges: isEmpty ? [] : [{ age, basis }],
    days: isEmpty ? null : { first: on, last: on },
    residence: [...cells.residence.values()],
    workplace: [...cells.workplace.values()],
    // Counts of a database tell no more of a person than these.
    findings: [],
    sets: [],
  }
  return { tally, refused }
}

function cellOf(cells: Map<string, Cell>, { unit, group, unit_level, memberships }: Readonly<Record<string, unknown>>): Cell {
  const key = JSON.stringify([unit, group, unit_level, memberships])
  const known = cells.get(key)
  if (known !== undefined) return known
  const zeros = (): number[] => indicatorIds.map(() => 0)
  const cell: Cell = {
    unit: (unit ?? null) as string | null,
    group: group as string,
    unitLevel: (unit_level ?? null) as Cell['unitLevel'],
    memberships: membershipsOf(memberships),
    profiles: {},
    digital: {},
    halves: { lower: zeros(), upper: zeros() },
    totals: { lower: {}, upper: {} },
  }
  cells.set(key, cell)
  return cell
}

const membershipsOf = (text: unknown): Cell['memberships'] =>
  typeof text !== 'string' ? null : text === '-' ? [] : (text.split('; ') as NonNullable<Cell['memberships']>)

const wrongRow = (...path: Path): CdhtError => new CdhtError('options', [issue('wrong_option', path, {})])
