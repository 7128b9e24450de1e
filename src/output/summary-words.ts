import { dayWords } from '../assessment/explain-words.js'
import type { Basis } from '../model/basis.js'
import type { Text } from '../model/text.js'

/** What a table of counts by group says. */
export const summaryWords = {
  /** @param days - as of which the results were made; hardly ever more than one */
  summaryTitle: (...days: string[]): Text => ({
    vi: `Kết quả theo bộ tiêu chí “Công dân học tập”, tính đến ngày ${days.map((day) => dayWords(day, 'vi')).join(', ')}`,
    en: `Results by the “Learning Citizen” criteria, as of ${days.join(', ')}`,
  }),
  summaryHeadings: {
    group: { vi: 'Nhóm đối tượng', en: 'Group' },
    people: { vi: 'Số người', en: 'People' },
    met: { vi: 'Đạt', en: 'Met' },
    unmet: { vi: 'Chưa đạt', en: 'Not met' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' },
    rejected: { vi: 'Bị loại', en: 'Rejected' },
    share: { vi: 'Tỷ lệ đạt', en: 'Share met' },
  },
  groupUnread: { vi: '(không đọc được nhóm)', en: '(group not readable)' },
  total: { vi: 'Tổng số', en: 'Total' },
  summaryNotes: {
    vi: [
      'Chưa rõ: chưa đủ thông tin để nói đạt hay chưa đạt. Bị loại: dòng có lỗi, không đánh giá được.',
      'Tỷ lệ đạt tính trên số người đã đánh giá, gồm đạt, chưa đạt và chưa rõ.',
    ].join('\n'),
    en: [
      'Unknown: too little evidence to say met or not met. Rejected: the row has errors and was not assessed.',
      'The share is of the people assessed: met, not met and unknown together.',
    ].join('\n'),
  },
  granting: {
    vi: 'Việc công nhận danh hiệu do cấp có thẩm quyền quyết định; kết quả này chỉ cho biết mức độ đáp ứng tiêu chí.',
    en: 'Granting the title is for the competent authority; these results only say how far the criteria are met.',
  },
} as const

/** What results rest on, said where nobody can overlook it. */
export const basisNotice: Record<Basis, Text> = {
  proposed: {
    vi: 'LƯU Ý: Các mức điểm của từng tiêu chí ở đây là ĐỀ XUẤT của những người làm bộ công cụ này,\n       KHÔNG phải quy định chính thức.',
    en: 'NOTE: The levels of the criteria used here are a PROPOSAL by the makers of this tool; they are NOT official.',
  },
  'single-source': {
    vi: 'LƯU Ý: Kết quả dựa vào ít nhất một con số mới chỉ có một nguồn nêu, chưa đối chiếu được với văn bản gốc.',
    en: 'NOTE: The results rest on at least one number that a single source reports and that was not checked against the document itself.',
  },
  standard: {
    vi: 'LƯU Ý: Kết quả có dùng tiêu chuẩn của tổ chức khác, không phải quy định của pháp luật Việt Nam.',
    en: "NOTE: The results use another body's standard, which is not law in Viet Nam.",
  },
  official: {
    vi: 'Kết quả dựa hoàn toàn trên các văn bản chính thức đã dẫn.',
    en: 'The results rest on the cited official documents alone.',
  },
}
