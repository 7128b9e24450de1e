import type { FactDefinition } from '../model/vocabulary.js'
import { choiceReader, readBoolean, readNumber, readWhole, type Bounds, type CellReader } from './cell.js'
import { readPartialDate } from './date-cell.js'
import { codeWords } from './code-words.js'

/** A fact whose value is a list of dated things. */
export type ListFact = FactDefinition & { type: 'activities' | 'certificates' }

export const isListFact = (fact: FactDefinition): fact is ListFact => fact.type === 'activities' || fact.type === 'certificates'

/** The parts of one item in the order in which a cell gives them. */
export type ItemParts = readonly (readonly [name: string, read: CellReader])[]

/** Clock hours of one activity: at most those of a leap year. */
const hours: Bounds = { from: 0, to: 8784 }
/** Steps of the digital-competence framework, the only certificate with steps. */
const certificateLevel: Bounds = { from: 1, to: 8 }

export function itemPartsOf(fact: ListFact): ItemParts {
  const kind = ['kind', choiceReader(codeWords(fact.kinds), 'unknown_code')] as const
  if (fact.type === 'certificates')
    return [kind, ['level', (text, at) => readWhole(text, certificateLevel, at)], ['issuedOn', readPartialDate]]
  return [
    kind,
    ['topic', choiceReader(codeWords(fact.topics), 'unknown_code')],
    ['from', readPartialDate],
    ['to', readPartialDate],
    ['hours', (text, at) => readNumber(text, hours, at)],
    ['certificate', readBoolean],
  ]
}

/** Headings of the parts where each has a column of its own, beside their names. */
export const partWords: Record<ListFact['type'], Record<string, readonly string[]>> = {
  activities: {
    kind: ['loại', 'loại hoạt động', 'hình thức', 'hình thức học', 'kind of activity'],
    topic: ['nội dung', 'nội dung học', 'chủ đề', 'subject'],
    from: ['từ ngày', 'từ', 'ngày bắt đầu', 'bắt đầu', 'first day', 'from day', 'start'],
    to: ['đến ngày', 'đến', 'ngày kết thúc', 'kết thúc', 'last day', 'to day', 'end'],
    hours: ['số giờ', 'giờ', 'thời lượng (giờ)', 'clock hours'],
    certificate: ['có chứng nhận', 'chứng nhận', 'có giấy chứng nhận', 'giấy chứng nhận', 'with certificate', 'certified'],
  },
  certificates: {
    kind: ['loại', 'loại chứng chỉ', 'chứng chỉ', 'certificate', 'kind of certificate'],
    level: ['bậc', 'step'],
    issuedOn: ['ngày cấp', 'cấp ngày', 'issued on', 'date of issue'],
  },
}
