import type { Assessment } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { indicatorIds } from '../model/indicator.js'
import type { Issue } from '../model/issue.js'
import { issueText } from '../model/issue-text.js'
import type { Lang, Text } from '../model/text.js'
import { personColumns } from './person-columns.js'
import type { ResultPerson } from './result-person.js'
import { groupNames } from './group-names.js'
import { answerWords, basisWords, verdictWords } from './words.js'

/** How a table speaks: ids and codes for programs, or headings and words for people. */
export type Wording = 'id' | Lang

/**
 * What a cell looks at. `frame`: what the group, its set, the day and the kind of area settle, `verdict`: these and the verdict;
 * a field of the record in the words of its path; or the part of the result.
 */
export type Reads =
  'id' | 'frame' | 'verdict' | 'total' | 'points' | 'digital' | 'missing' | 'unknown' | 'warnings' | { field: string }

export interface ResultColumn {
  /** Heading for programs; permanent. */
  id: string
  label: Text
  reads: Reads
  cell: (of: Assessment, person?: ResultPerson) => string | number
  /** The same in words, where a code or an id would not do for a reader. */
  words?: (of: Assessment, lang: Lang, person?: ResultPerson) => string | number
}

export const headingOf = ({ id, label }: Pick<ResultColumn, 'id' | 'label'>, wording: Wording): string =>
  wording === 'id' ? id : label[wording]

export const resultCell = (
  { cell, words }: ResultColumn,
  wording: Wording,
  of: Assessment,
  person: ResultPerson | undefined,
): string | number => (wording === 'id' || !words ? cell(of, person) : words(of, wording, person))

/** The words that a table takes from criteria sets. */
export interface TableNames {
  groups: ReadonlyMap<string, Text>
  indicators: ReadonlyMap<string, Text>
  facts: ReadonlyMap<string, Text>
}

export function tableNames(sets: Iterable<CriteriaSet>): TableNames {
  const list = [...sets]
  const names = { groups: groupNames(list), indicators: new Map<string, Text>(), facts: new Map<string, Text>() }
  names.facts.set('disadvantagedArea', { vi: 'Vùng khó khăn', en: 'Disadvantaged area' })
  for (const set of list) {
    for (const { id, label } of set.indicators) if (!names.indicators.has(id)) names.indicators.set(id, label)
    for (const { id, label } of set.facts) names.facts.set(id, label)
  }
  return names
}

/** Columns of a results table, one row a person; lower ends are sure, upper ends still possible. */
export function resultColumns(names: TableNames): ResultColumn[] {
  const named = (of: ReadonlyMap<string, Text>, id: string, lang: Lang): string => of.get(id)?.[lang] ?? id
  const list = (of: ReadonlyMap<string, Text>, ids: readonly string[], lang: Lang): string =>
    ids.map((id) => named(of, id, lang)).join('; ')
  return [
    { id: 'id', reads: 'id', label: { vi: 'Mã', en: 'Id' }, cell: ({ id }) => id },
    {
      id: 'group',
      reads: 'frame',
      label: { vi: 'Nhóm đối tượng', en: 'Group' },
      cell: ({ group }) => group,
      words: ({ group }, lang) => named(names.groups, group, lang),
    },
    ...personColumns(),
    { id: 'set', reads: 'frame', label: { vi: 'Bộ tiêu chí', en: 'Criteria set' }, cell: ({ set }) => set.id },
    {
      id: 'set_version',
      reads: 'frame',
      label: { vi: 'Phiên bản bộ tiêu chí', en: 'Version of the set' },
      cell: ({ set }) => set.version,
    },
    { id: 'on', reads: 'frame', label: { vi: 'Đánh giá tính đến ngày', en: 'Judged as of' }, cell: ({ on }) => on },
    {
      id: 'verdict',
      reads: 'verdict',
      label: { vi: 'Kết quả theo tiêu chí', en: 'Result by the criteria' },
      cell: ({ verdict }) => verdict,
      words: ({ verdict }, lang) => verdictWords[verdict][lang],
    },
    {
      id: 'basis',
      reads: 'frame',
      label: { vi: 'Căn cứ yếu nhất của kết quả', en: 'Weakest basis of the result' },
      cell: ({ basis }) => basis,
      words: ({ basis }, lang) => basisWords[basis][lang],
    },
    {
      id: 'total_lower',
      reads: 'total',
      label: { vi: 'Tổng điểm chắc chắn', en: 'Total, sure' },
      cell: ({ score }) => score.lower,
    },
    {
      id: 'total_upper',
      reads: 'total',
      label: { vi: 'Tổng điểm cao nhất có thể', en: 'Total, at most' },
      cell: ({ score }) => score.upper,
    },
    {
      id: 'threshold',
      reads: 'frame',
      label: { vi: 'Tổng điểm cần đạt', en: 'Total needed' },
      cell: ({ score }) => score.threshold,
    },
    ...indicatorIds.flatMap((id) => indicatorColumns(id, names)),
    {
      id: 'digital_lower',
      reads: 'digital',
      label: { vi: 'Mức kỹ năng số chắc chắn (0-4)', en: 'Digital-skill level, sure (0-4)' },
      cell: ({ digital }) => digital.level.lower,
    },
    {
      id: 'digital_upper',
      reads: 'digital',
      label: { vi: 'Mức kỹ năng số cao nhất có thể (0-4)', en: 'Digital-skill level, at most (0-4)' },
      cell: ({ digital }) => digital.level.upper,
    },
    {
      id: 'digital_code',
      reads: 'digital',
      label: { vi: 'Mức kỹ năng số', en: 'Digital-skill level' },
      cell: ({ digital }) => digital.code,
      words: ({ digital }, lang) => digital.label[lang],
    },
    {
      id: 'has_skills',
      reads: 'digital',
      label: { vi: 'Có kỹ năng số', en: 'Has digital skills' },
      cell: ({ digital }) => digital.hasSkills,
      words: ({ digital }, lang) => answerWords[digital.hasSkills][lang],
    },
    {
      id: 'proficient',
      reads: 'digital',
      label: { vi: 'Sử dụng thành thạo kỹ năng số', en: 'Proficient in digital skills' },
      cell: ({ digital }) => digital.proficient,
      words: ({ digital }, lang) => answerWords[digital.proficient][lang],
    },
    {
      id: 'missing',
      reads: 'missing',
      label: { vi: 'Tiêu chí cần bổ sung', en: 'Criteria to improve' },
      cell: ({ missing }) => missing.map(({ indicator }) => indicator).join('; '),
      words: ({ missing }, lang) =>
        list(
          names.indicators,
          missing.map(({ indicator }) => indicator),
          lang,
        ),
    },
    {
      id: 'unknown',
      reads: 'unknown',
      label: { vi: 'Thông tin còn thiếu', en: 'Evidence not known' },
      cell: ({ unknown }) => unknown.join('; '),
      words: ({ unknown }, lang) => list(names.facts, unknown, lang),
    },
    {
      id: 'warnings',
      reads: 'warnings',
      label: { vi: 'Lưu ý', en: 'Warnings' },
      cell: ({ warnings }) => [...new Set(warnings.map(({ code }) => code))].join('; '),
      words: ({ warnings }, lang) => [...new Set(warnings.map((warning: Issue) => issueText(warning, lang)))].join(' '),
    },
  ]
}

function indicatorColumns(id: (typeof indicatorIds)[number], names: TableNames): ResultColumn[] {
  const label = names.indicators.get(id) ?? { vi: id, en: id }
  const score = (of: Assessment) => of.indicators.find((one) => one.id === id)?.score
  const column = id.replaceAll('-', '_')
  return [
    {
      id: `${column}_lower`,
      reads: 'points',
      label: { vi: `${label.vi}: điểm chắc chắn`, en: `${label.en}: points, sure` },
      cell: (of) => score(of)?.lower ?? '',
    },
    {
      id: `${column}_upper`,
      reads: 'points',
      label: { vi: `${label.vi}: điểm cao nhất có thể`, en: `${label.en}: points, at most` },
      cell: (of) => score(of)?.upper ?? '',
    },
  ]
}
