import { issue } from '../model/issue.js'
import { memberships, unitLevels } from '../model/record.js'
import { attesters } from '../model/attester.js'
import type { Text } from '../model/text.js'
import {
  choiceReader,
  isNone,
  read,
  readBoolean,
  readNumber,
  readOptionalText,
  readId,
  refuseCell,
  type CellReader,
} from './cell.js'
import { codeListReader } from './code-list-cell.js'
import { attesterWords, membershipWords, unitLevelWords } from './code-words.js'
import { readDay, readPartialDate } from './date-cell.js'
import { WordIndex } from './word-index.js'
import type { IntakeVocabulary } from './vocabulary.js'

/** A column that a record has whatever the criteria are. */
export interface Field {
  /** Where its value goes in the record. */
  path: readonly [string] | readonly [string, string]
  /** Headings beside the path and its last name, and beside `fieldWords`. */
  words: readonly string[]
  read: CellReader
}

const indexOf = <T extends string>(
  codes: readonly T[],
  words: Record<T, Text>,
  more: Partial<Record<T, readonly string[]>>,
): WordIndex<T> => {
  const index = new WordIndex<T>()
  for (const code of codes) index.add([code, words[code].vi, words[code].en, ...(more[code] ?? [])], code)
  return index
}

const unitLevelIndex = indexOf(unitLevels, unitLevelWords, {
  branch: ['cơ sở', 'thôn, tổ dân phố'],
  commune: ['xã', 'xã, phường', 'phường'],
  district: ['huyện'],
  province: ['tỉnh', 'tỉnh, thành phố'],
  central: ['trung ương'],
})

const membershipIndex = indexOf(memberships, membershipWords, {})

const attesterIndex = indexOf(attesters, attesterWords, {
  self: ['bản thân'],
  branch: ['chi hội khuyến học'],
  employer: ['cơ quan', 'nơi làm việc', 'nhà trường'],
  certificate: ['văn bằng, chứng chỉ', 'giấy chứng nhận'],
  log: ['nhật ký', 'sổ theo dõi'],
})

/** Short names of the groups, as lists and reports write them; full labels come from the criteria. */
const groupWords: Record<string, readonly string[]> = {
  farmer: ['nông dân', 'farmer'],
  worker: ['công nhân', 'worker'],
  'civil-servant': ['công chức', 'cán bộ công chức', 'civil servant'],
  'public-employee': ['viên chức', 'public employee'],
  entrepreneur: ['doanh nhân', 'entrepreneur'],
  manager: ['cán bộ quản lý', 'manager'],
  learner: ['người học', 'học sinh', 'sinh viên', 'học viên', 'học sinh, sinh viên', 'learner', 'pupil', 'student'],
  general: ['đối tượng khác', 'khác', 'other'],
}

/** What a cell that may not be blank asks for. */
export const requiredFields = ['id', 'group'] as const

export function recordFields({ groups }: IntakeVocabulary): Field[] {
  const groupIndex = new WordIndex<string>()
  for (const { id, label } of groups) groupIndex.add([id, label.vi, label.en, ...(groupWords[id] ?? [])], id)
  const readMemberships = codeListReader(membershipIndex)
  const readUnitLevel = choiceReader(unitLevelIndex, 'unknown_code')
  return [
    { path: ['id'], words: ['mã', 'mã số', 'mã người', 'mã hồ sơ'], read: readId },
    {
      path: ['group'],
      words: ['nhóm', 'nhóm đối tượng', 'đối tượng'],
      read: choiceReader(groupIndex, 'unknown_group'),
    },
    {
      path: ['birth'],
      words: ['năm sinh', 'ngày sinh', 'ngày, tháng, năm sinh', 'year of birth', 'date of birth'],
      read: readPartialDate,
    },
    { path: ['units', 'residence'], words: ['nơi ở', 'đơn vị nơi ở'], read: readOptionalText },
    { path: ['units', 'workplace'], words: ['nơi làm việc', 'đơn vị công tác'], read: readOptionalText },
    {
      path: ['unitLevel'],
      words: ['cấp đơn vị', 'cấp của nơi làm việc', 'level of workplace'],
      read: (text, at) => (isNone(text) ? read(undefined) : readUnitLevel(text, at)),
    },
    {
      path: ['memberships'],
      words: ['mô hình học tập', 'danh hiệu học tập đã có', 'learning models'],
      read: (text, at) => {
        const codes = readMemberships(text, at)
        // A record lists those that hold; which were asked and denied has no place in it.
        return codes.ok && !Array.isArray(codes.value) ? refuseCell(issue('wrong_type', at, { expected: 'list' })) : codes
      },
    },
    { path: ['disadvantagedArea'], words: ['vùng khó khăn', 'vùng đặc biệt khó khăn', 'disadvantaged area'], read: readBoolean },
    { path: ['registered'], words: ['đã đăng ký', 'đăng ký'], read: readBoolean },
    { path: ['recordedOn'], words: ['ngày ghi', 'ngày lập phiếu', 'recorded on'], read: readDay },
  ]
}

/** A column that a heading announces with a word before a colon: points stated for an indicator, who attests a fact. */
export const prefixes = {
  scores: ['score', 'điểm'],
  attested: ['attested', 'người xác nhận', 'xác nhận', 'attested by'],
} as const

/** Bounds of a declared score in the record format. */
const scoreBounds = { from: 0, to: 10 }

/** Points stated on a form, whole or half. */
export const readScore: CellReader = (text, at) => {
  const points = readNumber(text, scoreBounds, at)
  return points.ok && !Number.isInteger(points.value * 2) ? refuseCell(issue('not_half', at, {})) : points
}

export const readAttester = choiceReader(attesterIndex, 'unknown_attester')
