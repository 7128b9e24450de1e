import type { Basis } from '../model/basis.js'
import { issueText, type Issue, type Lang, type Text } from '../index.js'

/** A day as people write it in Viet Nam; English keeps the ISO form. */
const dayWords = (iso: string): string => iso.split('-').reverse().join('/')

/** Everything that the commands say beside results, helps and issues. */
export const text = {
  wrongOption: (option: string): Text => ({
    vi: `Tuỳ chọn ${option} không có, hoặc thiếu giá trị đi kèm, hoặc dùng sai cách.`,
    en: `Option ${option} does not exist, lacks its value, or is used in a wrong way.`,
  }),
  oneOf: (option: string, choices: readonly string[]): Text => ({
    vi: `${option} chỉ nhận một trong các giá trị: ${choices.join(', ')}.`,
    en: `${option} takes one of: ${choices.join(', ')}.`,
  }),
  someOf: (option: string, choices: readonly string[]): Text => ({
    vi: `${option} nhận một hoặc nhiều giá trị, cách nhau bằng dấu phẩy: ${choices.join(', ')}.`,
    en: `${option} takes one or more of these, parted by commas: ${choices.join(', ')}.`,
  }),
  unknownCommand: {
    vi: 'Không có lệnh này. Các lệnh: inspect (xem thử tệp), assess (đánh giá), explain (giải thích), sets (các bộ tiêu chí).',
    en: 'There is no such command. Commands: inspect, assess, explain, sets.',
  },
  seeHelp: (command: string | undefined): Text => {
    const help = command ? `cdht ${command} --help` : 'cdht --help'
    return { vi: `Xem cách dùng: ${help}`, en: `How to use it: ${help} --lang en` }
  },
  fileMissing: { vi: 'Chưa nêu tệp cần đọc.', en: 'No file is named.' },
  noFile: { vi: 'Lệnh này không đọc tệp nào.', en: 'This command reads no file.' },
  oneFileOnly: { vi: 'Chỉ nêu một tệp cho mỗi lần chạy.', en: 'Name one file at a time.' },
  onMissing: (suggestion: string): Text => ({
    vi: `Chưa nêu ngày đánh giá. Hãy thêm --on và một ngày, ví dụ --on ${suggestion} (ngày cuối của năm cần đánh giá).`,
    en: `The day of the assessment is missing. Add --on and a day, such as --on ${suggestion} (the last day of the year assessed).`,
  }),
  idMissing: {
    vi: 'Chưa nêu mã của người cần xem. Hãy thêm --id và mã đó.',
    en: 'Whose result? Add --id and the id of that person.',
  },
  idNotFound: { vi: 'Trong tệp không có dòng nào mang mã này.', en: 'No row of the file has this id.' },
  idHidden: (unread: number): Text => ({
    vi: `Trong các dòng đọc được không có mã này; còn ${unread} dòng có lỗi nên không đọc được mã. Chạy cdht assess với --rejects để xem lỗi.`,
    en: `No row that could be read has this id; ${unread} more rows have errors that hide theirs. Run cdht assess with --rejects to see them.`,
  }),
  sameFile: {
    vi: 'Tệp kết quả, tệp dòng bị loại và tệp đầu vào phải là ba tệp khác nhau.',
    en: 'The results, the rejected rows and the input must be three different files.',
  },
  cannotRead: (path: string, reason: string): Text => ({
    vi: `Không đọc được tệp ${path} (${reason}).`,
    en: `Cannot read ${path} (${reason}).`,
  }),
  cannotWrite: (path: string, reason: string): Text => ({
    vi: `Không ghi được tệp ${path} (${reason}).`,
    en: `Cannot write ${path} (${reason}).`,
  }),
  unusable: (path: string): Text => ({
    vi: `Không dùng được tệp ${path}; chưa ghi kết quả nào:`,
    en: `${path} cannot be used; no results were written:`,
  }),
  ignoredHeadings: (headings: readonly string[]): Text => ({
    vi: `Không đọc ${headings.length} cột vì không rõ tiêu đề:\n${bullets(headings)}`,
    en: `Columns not read, as their headings are not known (${headings.length}):\n${bullets(headings)}`,
  }),

  fileNotes: (notes: readonly Issue[]): Text => ({
    vi: `Lưu ý khi đọc tệp:\n${bullets(notes.map((note) => issueText(note, 'vi')))}`,
    en: `Worth knowing of this file:\n${bullets(notes.map((note) => issueText(note, 'en')))}`,
  }),
  unusableOptions: { vi: 'Tuỳ chọn không dùng được:', en: 'Options that cannot be used:' },
  wrongAliases: (path: string): Text => ({
    vi: `Tệp ${path} phải là JSON ghi tiêu đề theo mục, ví dụ {"birth": ["NS", "Sinh"], "booksRead": "Sách (quyển)"}.`,
    en: `${path} must be JSON with headings by what they stand for, such as {"birth": ["NS"], "booksRead": "Books"}.`,
  }),

  summaryTitle: (on: string): Text => ({
    vi: `Kết quả theo bộ tiêu chí “Công dân học tập”, tính đến ngày ${dayWords(on)}`,
    en: `Results by the “Learning Citizen” criteria, as of ${on}`,
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
  rowCount: (assessed: number, rejected: number, blank: number): Text => {
    const rows = assessed + rejected + blank
    return {
      vi: `Số dòng đã đọc: ${rows} = ${assessed} đã đánh giá + ${rejected} bị loại${blank > 0 ? ` + ${blank} trống` : ''}.`,
      en: `Rows read: ${rows} = ${assessed} assessed + ${rejected} rejected${blank > 0 ? ` + ${blank} blank` : ''}.`,
    }
  },
  rowWarning: (lines: readonly number[], count: number, sentence: Text): Text => {
    const list = `${lines.join(', ')}${count > lines.length ? ', …' : ''}`
    return {
      vi: `Lưu ý, ${count} dòng (${list}): ${sentence.vi}`,
      en: `Worth a look, ${count === 1 ? '1 row' : `${count} rows`} (${list}): ${sentence.en}`,
    }
  },
  resultsIn: (path: string): Text => ({ vi: `Kết quả từng người: ${path}`, en: `Results of each person: ${path}` }),
  rejectsIn: (path: string): Text => ({ vi: `Các dòng bị loại và lý do: ${path}`, en: `Rejected rows and why: ${path}` }),
  rejectsNowhere: {
    vi: 'Muốn xem vì sao có dòng bị loại, hãy chạy lại với --rejects và tên một tệp.',
    en: 'To see why rows were rejected, run again with --rejects and a file name.',
  },
  rejectedRow: (line: number): Text => ({
    vi: `Dòng ${line} của người này có lỗi nên không đánh giá được:`,
    en: `Line ${line}, of this person, has errors and cannot be assessed:`,
  }),

  setsHeadings: {
    id: { vi: 'Bộ', en: 'Set' },
    label: { vi: 'Tên', en: 'Name' },
    version: { vi: 'Phiên bản', en: 'Version' },
    frame: { vi: 'Căn cứ của điều kiện đạt (mới nhất)', en: 'Basis of the pass rule (latest)' },
    levels: { vi: 'Căn cứ của các mức điểm', en: 'Basis of the levels' },
  },
  granting: {
    vi: 'Việc công nhận danh hiệu do cấp có thẩm quyền quyết định; kết quả này chỉ cho biết mức độ đáp ứng tiêu chí.',
    en: 'Granting the title is for the competent authority; these results only say how far the criteria are met.',
  },
} as const

/** An issue of a row: the column, the item of the cell from 1 as people count, and what is wrong. */
export function rowIssueText(issue: Issue, lang: Lang): string {
  const [column, ...rest] = issue.path
  const items = rest.map((part) => (typeof part === 'number' ? `${lang === 'vi' ? 'mục' : 'item'} ${part + 1}` : part))
  const place = [column ?? '', ...items].join(', ')
  return `${place && `${place}: `}${issueText({ ...issue, path: [] }, lang)}`
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n')

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
