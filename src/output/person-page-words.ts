import type { Basis } from '../model/basis.js'
import type { Text } from '../model/text.js'

/** What the page of a person says beside the explanation itself. */
export const pageWords = {
  title: {
    vi: 'Kết quả đối chiếu với tiêu chí “Công dân học tập”',
    en: 'Result of a comparison with the “Learning Citizen” criteria',
  },
  person: { vi: 'Mã', en: 'Id' },
  set: { vi: 'Bộ tiêu chí', en: 'Criteria set' },
  day: { vi: 'Tính đến ngày', en: 'As of' },
  total: { vi: 'Tổng điểm', en: 'Total' },
  indicators: { vi: 'Từng chỉ số', en: 'Each indicator' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  points: { vi: 'Điểm', en: 'Points' },
  reasons: { vi: 'Vì sao, và còn thiếu gì', en: 'Why, and what is missing' },
  reached: { vi: 'Đạt mức', en: 'Level reached:' },
  noLevel: { vi: 'Chưa đạt mức nào.', en: 'No level is reached.' },
  noneSure: { vi: 'Chưa đủ thông tin để chắc một mức nào.', en: 'Too little is known to be sure of any level.' },
  notNeeded: { vi: 'Chỉ số này không cần thêm.', en: 'Nothing more is needed here.' },
  grouping: { vi: 'cách xếp nhóm:', en: 'this grouping:' },
  thisNumber: { vi: 'con số này:', en: 'this number:' },
  digitalNote: {
    vi: 'Dùng cho thống kê, không tính vào kết luận ở trên.',
    en: 'For statistics; it never touches the result above.',
  },
  shows: { vi: 'Cho thấy', en: 'Shows' },
  mapping: { vi: 'cách quy đổi:', en: 'mapping:' },
  paper: { vi: 'giấy tờ, chuẩn:', en: 'paper or standard:' },
  notes: { vi: 'Lưu ý', en: 'Note' },
  sources: { vi: 'Nguồn', en: 'Sources' },
  noArticle: { vi: 'chưa xác định được điều khoản', en: 'article not established' },
  dated: { vi: 'ngày', en: 'dated' },
  via: { vi: 'đọc qua:', en: 'read through:' },
  digest: { vi: 'mã kiểm', en: 'digest' },
  version: { vi: 'phiên bản', en: 'version' },
  granting: { vi: 'Ai công nhận', en: 'Who grants the title' },
  software: {
    vi: 'Phần mềm không công nhận hay từ chối danh hiệu.',
    en: 'Software neither grants nor refuses a title.',
  },
  objection: { vi: 'Nếu thấy chưa đúng', en: 'If it seems wrong' },
  objecting: {
    vi: 'Chưa tìm thấy văn bản nào nói cách khiếu nại kết quả đánh giá Công dân học tập của cá nhân. Hãy hỏi nơi đã nhận phiếu đánh giá của mình, mang theo giấy tờ làm minh chứng, và đề nghị xem lại từng mục ghi trên trang này.',
    en: 'No document was found that says how a person objects to such a result. Ask where the assessment form was handed in, bring the papers that show the evidence, and ask to go through the entries of this page again.',
  },
  replaying: {
    vi: 'Kết quả này tính lại được: cùng hồ sơ, cùng ngày và cùng mã kiểm của bộ tiêu chí thì luôn ra đúng như vậy.',
    en: 'This result can be worked out again: the same record, day and digest of the set always give the same.',
  },
  details: { vi: 'Xem từng điều kiện', en: 'Every condition' },
  pointsOf: { vi: 'điểm', en: 'points' },
  now: { vi: 'trong hồ sơ:', en: 'in the record:' },
  counted: { vi: 'tính', en: 'counted' },
  parameter: { vi: 'tham số', en: 'parameter' },
  since: { vi: 'áp dụng từ', en: 'in force from' },
  file: { vi: 'tệp', en: 'file' },
  files: { vi: 'gồm các tệp', en: 'made of' },
  legend: { vi: 'Ý nghĩa các nhãn', en: 'What the marks mean' },
  more: { vi: 'lưu ý khác, không in ở đây', en: 'more, not printed here' },
} as const satisfies Record<string, Text>

/** Short marks of a basis; the legend tells them in full. */
export const markWords: Record<Basis, Text> = {
  proposed: { vi: 'Đề xuất', en: 'Proposed' },
  'single-source': { vi: 'Một nguồn nêu', en: 'Single source' },
  standard: { vi: 'Chuẩn tổ chức khác', en: 'Other standard' },
  official: { vi: 'Chính thức', en: 'Official' },
}

export const legendWords: Record<Basis, Text> = {
  proposed: {
    vi: 'của những người làm bộ công cụ, KHÔNG phải quy định',
    en: 'by the makers of this tool, NOT a rule of any authority',
  },
  'single-source': {
    vi: 'mới có một nguồn nêu, chưa đối chiếu được với văn bản gốc',
    en: 'one source reports it; not compared with the document itself',
  },
  standard: { vi: 'chuẩn của tổ chức khác, không phải pháp luật Việt Nam', en: "another body's standard, not law in Viet Nam" },
  official: { vi: 'theo văn bản chính thức ghi ở mục Nguồn', en: 'by the official document named under Sources' },
}
