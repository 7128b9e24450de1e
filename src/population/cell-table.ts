import { memberships, type CitizenRecord } from '../model/record.js'
import { Cell, type CellKey, type Membership, type UnitLevel } from './cell.js'
import { cellText, type CellData } from './tally-json.js'

/** The kinds of membership that somebody has, one bit each; -1: the record does not say. */
export function membershipsOf({ memberships: of }: Pick<CitizenRecord, 'memberships'> | CellKey): number {
  if (!of) return -1
  let bits = 0
  for (const one of of) bits |= 1 << memberships.indexOf(one)
  return bits
}

const listOf = (bits: number): Membership[] | null => (bits < 0 ? null : memberships.filter((_, i) => bits & (1 << i)))

/** Cells by unit, group, and then level and memberships. */
export class CellTable {
  readonly #cells = new Map<string | null, Map<string, Map<string, Cell>>>()

  /** The cell of people who agree in all of these; made when it is first asked for. */
  cellOf(unit: string | null, group: string, unitLevel: UnitLevel | null, of: number): Cell {
    const inUnit = ensure(this.#cells, unit, () => new Map<string, Map<string, Cell>>())
    const inGroup = ensure(inUnit, group, () => new Map<string, Cell>())
    const key = `${unitLevel} ${of}`
    return ensure(inGroup, key, () => new Cell({ unit, group, unitLevel, memberships: listOf(of) }))
  }

  merge(cells: readonly CellData[]): void {
    for (const cell of cells) this.cellOf(cell.unit, cell.group, cell.unitLevel, membershipsOf(cell)).merge(cell)
  }

  /** In one order, whatever came first. */
  toJSON(): CellData[] {
    const all = [...this.#cells.values()].flatMap((groups) => [...groups.values()].flatMap((cells) => [...cells.values()]))
    return all
      .map((cell) => [cellText(cell.key), cell] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, cell]) => cell.toJSON())
  }
}

function ensure<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
