import { bases } from '../model/basis.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { indicatorIds } from '../model/indicator.js'
import { issue, refuse, type Issue, type Result } from '../model/issue.js'
import { memberships, unitLevels } from '../model/record.js'
import type { Range, Verdict } from '../model/verdict.js'
import { answerWords, basisWords, verdictWords } from '../output/words.js'
import { groupNames } from '../output/group-names.js'
import type { CountedResult } from '../population/counted-result.js'
import { isPossible } from '../population/profile.js'
import { choiceReader, read, readBoolean, readId, readNumber, type CellReader } from './cell.js'
import { isBlank } from './vietnamese.js'
import { codeListReader } from './code-list-cell.js'
import { membershipWords, unitLevelWords } from './record-words.js'
import { readDay } from './date-cell.js'
import { WordIndex } from './word-index.js'

const verdicts: readonly Verdict[] = ['met', 'unmet', 'unknown']

function wordsOf<T extends string>(codes: readonly T[], words: Readonly<Record<T, { vi: string; en: string }>>): WordIndex<T> {
  const index = new WordIndex<T>()
  for (const code of codes) index.add([code, words[code].vi, words[code].en], code)
  return index
}

const answers = wordsOf(verdicts, answerWords)
const readAnswer = choiceReader(answers, 'unknown_code')
const readVerdict = choiceReader(wordsOf(verdicts, verdictWords), 'unknown_code')
const readBasis = choiceReader(wordsOf(bases, basisWords), 'unknown_code')
const readLevel = choiceReader(wordsOf(unitLevels, unitLevelWords), 'unknown_code')
const readMemberships = codeListReader(wordsOf(memberships, membershipWords))
const readEnd: CellReader = (text, at) => readNumber(text, { from: 0, to: Infinity }, at)

/** Ids of the columns of results that counting needs. */
const indicatorColumns = indicatorIds.map((id) => id.replaceAll('-', '_'))
export const countedColumns: readonly string[] = [
  ...['id', 'group', 'residence', 'workplace', 'unit_level', 'memberships', 'registered', 'adult', 'recorded_on'],
  ...['on', 'verdict', 'basis', 'digital_lower', 'digital_upper', 'has_skills', 'proficient'],
  ...indicatorColumns.flatMap((id) => [`${id}_lower`, `${id}_upper`]),
]

/** Reads one result out of its cells, by the ids of their columns. */
export type ResultReader = (cellOf: (column: string) => string) => Result<CountedResult>

/** Ids and codes of units stay as they were written, with every space. */
const readExactly: CellReader = (text) => read(text)
const readIdExactly: CellReader = (text, at) => {
  const id = readId(text, at)
  return id.ok ? read(text) : id
}

/** @param sets - whose groups the results may name in words; a group that none of them has stands by its id */
export function resultReader(sets: Iterable<CriteriaSet>): ResultReader {
  const groups = new WordIndex<string>()
  for (const [id, { vi, en }] of groupNames(sets)) groups.add([id, vi, en], id)
  return (cellOf) => {
    const found: Issue[] = []
    const take = <T>(column: string, reader: CellReader, blank?: T): T => {
      const cell = cellOf(column)
      if (blank !== undefined && isBlank(cell)) return blank
      const value = isBlank(cell) ? refuse([issue('missing', [column], {})]) : reader(cell, [column])
      if (!value.ok) found.push(...value.issues)
      return (value.ok ? value.value : blank) as T
    }
    // One that could not be read is told already.
    const takeEnd = (column: string): number => take<number | undefined>(column, readEnd) ?? Number.NaN
    const range = (column: string): Range => {
      const [lower, upper] = [takeEnd(`${column}_lower`), takeEnd(`${column}_upper`)]
      if (lower > upper) found.push(issue('out_of_range', [`${column}_lower`], { min: 0, max: upper }))
      return { lower, upper }
    }
    const indicators = indicatorColumns.map((column) => {
      const score = range(column)
      for (const end of ['lower', 'upper'] as const)
        if (score[end] % 0.5 !== 0 && !Number.isNaN(score[end])) found.push(issue('not_half', [`${column}_${end}`], {}))
      return score
    })
    const digital = range('digital')
    const result: CountedResult = {
      id: take('id', readIdExactly),
      group: groups.find(cellOf('group')) ?? take('group', readExactly),
      on: take('on', readDay),
      verdict: take('verdict', readVerdict),
      basis: take('basis', readBasis),
      residence: take<string | null>('residence', readExactly, null),
      workplace: take<string | null>('workplace', readExactly, null),
      unitLevel: take<CountedResult['unitLevel']>('unit_level', readLevel, null),
      memberships: take<CountedResult['memberships']>('memberships', readMemberships, null),
      registered: answerOf(take<boolean | null>('registered', readBoolean, null)),
      adult: take<Verdict>('adult', readAnswer, 'unknown'),
      recordedOn: take<string | null>('recorded_on', readDay, null),
      // Files of older versions do not say it.
      assessed: take('assessed', readBoolean, true),
      digital,
      hasSkills: take('has_skills', readAnswer),
      proficient: take('proficient', readAnswer),
      indicators,
    }
    if (found.length === 0 && !isPossible(result)) found.push(issue('malformed', ['proficient'], { expected: 'has_skills' }))
    return found.length > 0 ? refuse(found) : { ok: true, value: result }
  }
}

const answerOf = (value: boolean | null): Verdict => (value === null ? 'unknown' : value ? 'met' : 'unmet')
