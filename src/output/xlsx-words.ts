import type { Text } from '../model/text.js'

/** What a workbook of results says beside the table of results itself. */
export const workbookWords = {
  results: { vi: 'Kết quả', en: 'Results' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  unitTable: { vi: 'Theo đơn vị và nhóm', en: 'By unit and group' },
  notes: { vi: 'Cách đọc', en: 'How to read it' },
  rejected: { vi: 'Dòng bị loại', en: 'Rejected rows' },
  legend: { vi: 'Chú giải', en: 'Legend' },
  readings: { vi: 'Cách đọc kết quả', en: 'How to read the results' },
  word: { vi: 'Chữ trong bảng', en: 'Word in the table' },
  meaning: { vi: 'Nghĩa', en: 'Meaning' },
  met: {
    vi: 'Các điểm chắc chắn đã đủ tổng điểm cần đạt và không chỉ số nào dưới điểm sàn.',
    en: 'The points that are sure reach the total needed, and no indicator is below its floor.',
  },
  unmet: {
    vi: 'Cả điểm cao nhất có thể cũng không đủ, hoặc có chỉ số chắc chắn dưới điểm sàn.',
    en: 'Even the most points possible are too few, or an indicator is below its floor for sure.',
  },
  unknown: {
    vi: 'Chưa đủ thông tin để nói đạt hay chưa đạt; xem cột “Thông tin còn thiếu”.',
    en: 'Too little is known to say met or not met; see “Evidence not known”.',
  },
  sure: { vi: 'Điểm chắc chắn', en: 'Points, sure' },
  sureMeaning: {
    vi: 'Điểm đã có minh chứng; bổ sung thông tin không làm giảm.',
    en: 'Shown by evidence; knowing more never takes any away.',
  },
  most: { vi: 'Điểm cao nhất có thể', en: 'Points, at most' },
  mostMeaning: {
    vi: 'Điểm nếu mọi thông tin còn thiếu đều thuận lợi. Hai điểm bằng nhau là không còn gì chưa biết.',
    en: 'The points if all that is not known turned out well. Where both agree, nothing is unknown.',
  },
  blank: { vi: '(ô trống)', en: '(blank)' },
  blankMeaning: { vi: 'Hồ sơ chưa có thông tin; không có nghĩa là “không”.', en: 'The record does not say, which is no “no”.' },
  bases: { vi: 'Căn cứ', en: 'Basis' },
  digital: { vi: 'Mức kỹ năng số', en: 'Digital-skill levels' },
  digitalNote: {
    vi: 'Dùng cho thống kê, không tính vào kết luận đạt hay chưa đạt.',
    en: 'For statistics; it never touches the verdict.',
  },
  levels: { vi: 'Điều kiện đạt và các mức điểm', en: 'Pass rule and levels' },
  set: { vi: 'Bộ tiêu chí', en: 'Criteria set' },
  version: { vi: 'phiên bản', en: 'version' },
  digest: { vi: 'mã kiểm', en: 'digest' },
  day: { vi: 'tính đến ngày', en: 'as of' },
  setNotGiven: {
    vi: 'Các mức của bộ này không ghi ở đây, vì khi ghi tệp không có bộ tiêu chí.',
    en: 'Its levels are not listed, as the set was not at hand when this file was written.',
  },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  passRule: { vi: 'Điều kiện đạt', en: 'Pass rule' },
  points: { vi: 'Điểm', en: 'Points' },
  level: { vi: 'Mức', en: 'Level' },
  addsUp: { vi: '(cộng thêm)', en: '(adds up)' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  source: { vi: 'Nguồn', en: 'Source' },
  sources: { vi: 'Nguồn', en: 'Sources' },
} as const satisfies Record<string, Text>
