import type { CitizenRecord, FactDefinition, Text } from '../../index.js'

type Column = readonly [heading: string, cell: (person: CitizenRecord) => string]
type Item = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface SheetWords {
  asked: readonly FactDefinition[]
  groups: ReadonlyMap<string, Text>
}

/** A table of people as officials keep it: Vietnamese headings, groups and steps in words, codes as ids. */
export interface Sheet {
  /** With byte order mark. */
  head: string
  /** A row of the table, with comma and CRLF. */
  lineOf: (person: CitizenRecord) => string
}

/** @param asked - facts that have a column: one that nobody fills in would only make the table wider */
export function sheetOf({ asked, groups }: SheetWords): Sheet {
  const columns: Column[] = [
    ['Mã', ({ id }) => id],
    ['Nhóm đối tượng', ({ group }) => groups.get(group)?.vi ?? group],
    ['Năm sinh', ({ birth }) => birth ?? ''],
    ['Nơi ở', ({ units }) => units?.residence ?? ''],
    ['Nơi làm việc', ({ units }) => units?.workplace ?? ''],
    ['Cấp đơn vị', ({ unitLevel }) => (unitLevel ? (words[unitLevel] ?? unitLevel) : '')],
    ['Mô hình học tập', ({ memberships }) => list(memberships?.map((one) => words[one] ?? one))],
    ['Vùng khó khăn', ({ disadvantagedArea }) => (disadvantagedArea === null ? '?' : yesNo(disadvantagedArea))],
    ['Đã đăng ký', ({ registered }) => yesNo(registered)],
    ['Ngày lập phiếu', ({ recordedOn }) => recordedOn ?? ''],
    ...asked.map((fact): Column => [fact.label.vi, (person) => factCell(fact, valueOf(person, fact.id))]),
  ]
  const line = (cells: readonly string[]): string => `${cells.map(quote).join(',')}\r\n`
  return {
    head: `\uFEFF${line(columns.map(([heading]) => heading))}`,
    lineOf: (person) => line(columns.map(([, cell]) => cell(person))),
  }
}

const valueOf = ({ evidence }: CitizenRecord, fact: string): unknown => (evidence as Record<string, unknown> | undefined)?.[fact]

const words: Readonly<Record<string, string>> = {
  commune: 'Xã',
  province: 'Tỉnh',
  'learning-family': 'Gia đình học tập',
  'learning-clan': 'Dòng họ học tập',
  'learning-community': 'Cộng đồng học tập',
  'learning-unit': 'Đơn vị học tập',
}

const yesNo = (answer: unknown): string => (answer === true ? 'có' : answer === false ? 'không' : '')

/** An empty list says "none", which a blank would not. */
const list = (items: readonly string[] | null | undefined): string => (items ? (items.length === 0 ? '-' : items.join('; ')) : '')

function factCell(fact: FactDefinition, value: unknown): string {
  if (value === undefined || value === null) return ''
  switch (fact.type) {
    case 'rank':
      return fact.ranks.find(({ rank }) => rank === value)?.label.vi ?? String(value)
    case 'boolean':
      return yesNo(value)
    case 'codes':
      return Array.isArray(value) ? list(value as string[]) : JSON.stringify(value)
    case 'activities':
      return list((value as Item[]).map((item) => partsOf(item, ['kind', 'topic', 'from', 'to', 'hours', 'certificate'])))
    case 'certificates':
      return list((value as Item[]).map((item) => partsOf(item, ['kind', 'level', 'issuedOn'])))
    default:
      return String(value)
  }
}

/** The parts of an item, those at the end left off. */
const partsOf = (item: Item, names: readonly string[]): string =>
  names
    .map((name) => (typeof item[name] === 'boolean' ? yesNo(item[name]) : String(item[name] ?? '')))
    .join('|')
    .replace(/\|+$/, '')

const quote = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
