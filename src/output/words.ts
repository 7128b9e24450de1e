import type { Basis } from '../model/basis.js'
import type { Text } from '../model/text.js'
import type { Verdict } from '../model/verdict.js'

/** What a verdict says of the criteria; people, not this library, grant the title. */
export const verdictWords: Record<Verdict, Text> = {
  met: { vi: 'Đạt', en: 'Met' },
  unmet: { vi: 'Chưa đạt', en: 'Not met' },
  unknown: { vi: 'Chưa đủ căn cứ', en: 'Not enough evidence' },
}

/** Answers of a yes-or-no question. */
export const answerWords: Record<Verdict, Text> = {
  met: { vi: 'Có', en: 'Yes' },
  unmet: { vi: 'Không', en: 'No' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
}

export const basisWords: Record<Basis, Text> = {
  proposed: { vi: 'Đề xuất, không chính thức', en: 'Proposed, not official' },
  'single-source': { vi: 'Chỉ một nguồn nêu', en: 'Reported by one source only' },
  standard: { vi: 'Tiêu chuẩn của tổ chức khác', en: "Another body's standard" },
  official: { vi: 'Văn bản chính thức', en: 'Official document' },
}
