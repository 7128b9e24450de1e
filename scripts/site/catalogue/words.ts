import { dayWords } from '../../../src/assessment/explain-words.js'
import type { Attester } from '../../../src/model/attester.js'
import type { Basis, SourceRef } from '../../../src/model/basis.js'
import type { Lang, Text } from '../../../src/model/text.js'
import type { FactDefinition } from '../../../src/model/vocabulary.js'
import { basisWords } from '../../../src/output/words.js'
import { plain } from './markdown.js'

export const attesterWords: Record<Attester, Text> = {
  self: { vi: 'tự khai', en: 'the person' },
  branch: { vi: 'chi hội khuyến học', en: 'the branch of the association' },
  employer: { vi: 'đơn vị, nơi làm việc, nhà trường', en: 'the employer or school' },
  certificate: { vi: 'văn bằng, chứng chỉ', en: 'a certificate' },
  log: { vi: 'sổ ghi, nhật ký hệ thống', en: 'a log' },
}

export const windowWords: Record<FactDefinition['window'], Text> = {
  'assessment-year': { vi: 'trong năm đánh giá', en: 'in the assessment year' },
  'last-3-months': { vi: 'trong ba tháng gần nhất', en: 'in the last three months' },
  ever: { vi: 'từ trước đến nay', en: 'at any time' },
}

const units: Record<string, Text> = {
  points: { vi: 'điểm', en: 'points' },
  level: { vi: 'mức', en: 'level' },
  kinds: { vi: 'loại', en: 'kinds' },
  books: { vi: 'cuốn', en: 'books' },
  activities: { vi: 'hoạt động', en: 'activities' },
  hours: { vi: 'giờ', en: 'hours' },
  sessions: { vi: 'buổi', en: 'sessions' },
  people: { vi: 'người', en: 'people' },
  ways: { vi: 'cách', en: 'ways' },
  percent: { vi: 'phần trăm', en: 'per cent' },
  services: { vi: 'dịch vụ', en: 'services' },
  improvements: { vi: 'cải tiến', en: 'improvements' },
  times: { vi: 'lần', en: 'times' },
  groups: { vi: 'nhóm', en: 'groups' },
}

/** A unit of a parameter in words; files name it by an English word. */
export function unitWords(unit: string, lang: Lang): string {
  const words = units[unit]
  if (!words) throw new Error(`the unit ${unit} has no words`)
  return words[lang]
}

/** A basis that is seen at a glance, also without colours. */
export const badge = (basis: Basis, lang: Lang): string => `<span class="basis basis-${basis}">${basisWords[basis][lang]}</span>`

/** Where a statement can be read; nothing is said of what was looked for and not found. */
export function sourceText(source: SourceRef, lang: Lang): string {
  const { document, number, date, article, url, via } = source
  const name =
    url === null ? plain(document) : `[${plain(document)}](${encodeURI(decodeURI(url)).replace(/[()]/g, encodeURIComponent)})`
  const parts = [
    number !== null && !document.includes(number) && plain(number),
    date !== null && dayWords(date, lang),
    article !== null && plain(article),
    via !== undefined && (lang === 'vi' ? `đọc qua ${plain(via)}` : `read through ${plain(via)}`),
  ]
  return [name, ...parts.filter((part) => part !== false)].join(', ')
}
