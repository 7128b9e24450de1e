import type { Lang, Text } from '../model/text.js'
import type { UnitTableRow } from '../population/unit-table.js'
import { hundredthsOf, type Fraction } from '../population/fraction.js'
import type { Rate } from '../population/rate.js'
import { csvLine } from './csv-cell.js'
import { headingOf, type Wording } from './result-table.js'

/** What units and groups are called. */
export interface UnitTableNames {
  units: ReadonlyMap<string, string>
  groups: ReadonlyMap<string, Text>
}

interface Column {
  /** Permanent. */
  id: string
  label: Text
  cell: (row: UnitTableRow, names: UnitTableNames, lang: Lang | undefined) => string | number
}

const rowKinds: Record<UnitTableRow['of'], Text> = {
  unit: { vi: 'Đơn vị', en: 'Unit' },
  above: { vi: 'Cộng đơn vị cấp trên', en: 'Total of the unit above' },
  all: { vi: 'Tất cả đơn vị', en: 'All units' },
}

type Counts = NonNullable<UnitTableRow['counts']>
const count = (id: string, label: Text, of: (counts: Counts) => string | number): Column => ({
  id,
  label,
  cell: ({ counts }) => (counts ? of(counts) : ''),
})

/** With two decimals, rounded down; blank of nobody. */
const percent = (of: Fraction): string | number => (of.denominator === 0 ? '' : hundredthsOf(of) / 100)
const shares = (id: string, label: Text, of: (counts: Counts) => Rate): Column[] => [
  count(`${id}_met`, { vi: `${label.vi}: số đạt`, en: `${label.en}: met` }, (counts) => of(counts).numerator),
  count(id, label, (counts) => of(counts).denominator),
  count(`${id}_percent`, { vi: `${label.vi}: tỷ lệ đạt (%)`, en: `${label.en}: percent met` }, (counts) => percent(of(counts))),
  count(`${id}_percent_least`, { vi: `${label.vi}: thấp nhất (%)`, en: `${label.en}: percent at least` }, (counts) =>
    percent(of(counts).ends.lower),
  ),
  count(`${id}_percent_most`, { vi: `${label.vi}: cao nhất (%)`, en: `${label.en}: percent at most` }, (counts) =>
    percent(of(counts).ends.upper),
  ),
]

const columns: readonly Column[] = [
  {
    id: 'row',
    label: { vi: 'Dòng', en: 'Row' },
    cell: ({ of }, _, lang) => (lang ? rowKinds[of][lang] : of),
  },
  { id: 'unit', label: { vi: 'Mã đơn vị', en: 'Unit' }, cell: ({ unit }) => unit ?? '' },
  {
    id: 'unit_name',
    label: { vi: 'Tên đơn vị', en: 'Name of the unit' },
    cell: ({ unit }, { units }) => units.get(unit ?? '') ?? '',
  },
  {
    id: 'group',
    label: { vi: 'Nhóm đối tượng', en: 'Group' },
    cell: ({ group }, { groups }, lang) => {
      if (group === null) return lang ? { vi: 'Tất cả', en: 'All' }[lang] : 'all'
      return (lang && groups.get(group)?.[lang]) ?? group
    },
  },
  {
    id: 'hidden',
    label: { vi: 'Bị ẩn', en: 'Hidden' },
    cell: ({ counts }, _, lang) => (counts ? '' : lang ? { vi: 'ẩn', en: 'hidden' }[lang] : 'yes'),
  },
  count('registered', { vi: 'Đã đăng ký', en: 'Registered' }, ({ registered }) => registered),
  count('assessed', { vi: 'Đã đánh giá', en: 'Assessed' }, ({ people }) => people),
  count('met', { vi: 'Đạt tiêu chí', en: 'Criteria met' }, ({ met }) => met),
  count('unmet', { vi: 'Chưa đạt', en: 'Not met' }, ({ unmet }) => unmet),
  count('unknown', { vi: 'Chưa rõ', en: 'Unknown' }, ({ unknown }) => unknown),
  ...shares('of_registered', { vi: 'Số đã đăng ký', en: 'Of registered' }, ({ ofRegistered }) => ofRegistered),
  ...shares('of_adults', { vi: 'Người lớn', en: 'Of adults' }, ({ ofAdults }) => ofAdults),
]

/**
 * A table of units and groups as CSV, in the form of results: UTF-8 with byte order mark, comma, CRLF. Cells of hidden counts are
 * blank, and `hidden` says so.
 */
export function unitTableCsv(rows: readonly UnitTableRow[], names: UnitTableNames, headings: Wording): string {
  return `\uFEFF${unitTableLines(rows, names, headings).map(csvLine).join('')}`
}

/** The cells of such a table, headings first. */
export function unitTableLines(
  rows: readonly UnitTableRow[],
  names: UnitTableNames,
  headings: Wording,
): readonly (readonly (string | number)[])[] {
  const lang = headings === 'id' ? undefined : headings
  return [
    columns.map((column) => headingOf(column, headings)),
    ...rows.map((row) => columns.map(({ cell }) => cell(row, names, lang))),
  ]
}
