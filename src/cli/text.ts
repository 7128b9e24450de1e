import { dayWords } from '../assessment/explain-words.js'
import type { ItemCounts } from '../csv.js'
import { issueText, type Issue, type Lang, type Text } from '../index.js'
import { summaryWords } from '../output/summary-words.js'

export { basisNotice } from '../output/summary-words.js'

const listWords: Record<'activities' | 'certificates', Text> = {
  activities: { vi: 'hoạt động học tập', en: 'learning activities' },
  certificates: { vi: 'chứng chỉ', en: 'certificates' },
}

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
    vi: [
      'Không có lệnh này. Các lệnh: inspect (xem thử tệp), assess (đánh giá), report (báo cáo), explain (giải thích),',
      'replay (tính lại), sets (các bộ tiêu chí), check (kiểm tra tệp tiêu chí), compare (so sánh hai bộ),',
      'emit (ghi bộ thành mã JavaScript), template (mẫu phiếu Excel để điền), simulate (người giả định),',
      'sql (ghi bộ thành câu lệnh SQL).',
    ].join('\n'),
    en: 'There is no such command. Commands: inspect, assess, report, explain, replay, sets, check, compare, emit, template, simulate, sql.',
  },
  seeHelp: (command: string | undefined): Text => {
    const help = command ? `cdht ${command} --help` : 'cdht --help'
    return { vi: `Xem cách dùng: ${help}`, en: `How to use it: ${help} --lang en` }
  },
  notOfLines: (option: string): Text => ({
    vi: `Với “-”, mỗi dòng của đầu vào là một bản ghi JSON và được trả lời bằng một dòng JSON; tuỳ chọn ${option} không dùng được.`,
    en: `With “-” every line of the input is a record as JSON and is answered by a line of JSON; ${option} cannot be used.`,
  }),
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
  oneIdOnly: {
    vi: 'Mỗi lần chỉ giải thích bằng chữ cho một mã; nhiều mã thì thêm --html và tên tệp.',
    en: 'One id at a time in words; for several add --html and a file name.',
  },
  jsonOfOne: {
    vi: '--assessment và --record ghi kết quả, hồ sơ của một người; không dùng cùng --html.',
    en: '--assessment and --record write the result and the record of one person; they do not go with --html.',
  },
  sameJsonFile: {
    vi: 'Tệp kết quả, tệp hồ sơ và tệp đầu vào phải là ba tệp khác nhau.',
    en: 'The result, the record and the input must be three different files.',
  },
  idsNotFound: (count: number): Text => ({
    vi: `Có ${count} mã không thấy trong tệp; chưa ghi trang nào.`,
    en: `Ids that no row of the file has: ${count}; no page was written.`,
  }),
  sameHtmlFile: {
    vi: 'Tệp HTML và tệp đầu vào phải là hai tệp khác nhau.',
    en: 'The HTML file and the input must be two different files.',
  },
  pagesIn: (count: number, path: string): Text => ({
    vi: `Đã ghi ${count} trang, mỗi người một trang: ${path}`,
    en: `Pages written, one for each person: ${count}, ${path}`,
  }),
  noPages: { vi: 'Không có ai đánh giá được nên không ghi tệp nào.', en: 'Nobody could be assessed, so no file was written.' },
  idNotFound: { vi: 'Trong tệp không có dòng nào mang mã này.', en: 'No row of the file has this id.' },
  idHidden: (unread: number): Text => ({
    vi: `Trong các dòng đọc được không có mã này; còn ${unread} dòng có lỗi nên không đọc được mã. Chạy cdht assess với --rejects để xem lỗi.`,
    en: `No row that could be read has this id; ${unread} more rows have errors that hide theirs. Run cdht assess with --rejects to see them.`,
  }),
  replayFiles: {
    vi: 'Cần đúng hai tệp: tệp kết quả rồi đến tệp hồ sơ, đều là JSON.',
    en: 'Name two files: the assessment, then the record, both JSON.',
  },
  noAssessment: {
    vi: 'Tệp thứ nhất không phải một kết quả đánh giá.',
    en: 'The first file is no assessment.',
  },
  setNotShipped: {
    vi: 'Kết quả này lập theo một bộ tiêu chí không có sẵn. Hãy nêu các tệp của bộ ấy bằng --set.',
    en: 'This result was made by a set that does not come with this tool. Name the files of that set with --set.',
  },
  notReplayed: {
    vi: 'Không tính lại được, nên chưa nói được kết quả đúng hay sai:',
    en: 'It cannot be worked out again, so that nothing is said of the result:',
  },
  replaySame: {
    vi: 'GIỐNG NHAU: tính lại từ hồ sơ thì ra đúng kết quả đã ghi.',
    en: 'SAME: worked out again, the record gives exactly this result.',
  },
  replayDiffers: (count: number): Text => ({
    vi: `KHÁC NHAU: tính lại từ hồ sơ không ra kết quả đã ghi, khác ở ${count} chỗ.`,
    en: `DIFFERENT: worked out again, the record gives another result; places that differ: ${count}.`,
  }),
  replaySet: (id: string, version: string, digest: string, on: string): Text => ({
    vi: `Bộ tiêu chí ${id}, phiên bản ${version}, mã kiểm ${digest}, ngày ${dayWords(on, 'vi')}.`,
    en: `Criteria set ${id}, version ${version}, digest ${digest}, as of ${on}.`,
  }),
  difference: (place: string, told: number | string | undefined, found: number | string | undefined): Text => ({
    vi: `${place}: đã ghi ${told ?? '(thiếu)'}, tính lại được ${found ?? '(không có)'}`,
    en: `${place}: told ${told ?? '(absent)'}, worked out ${found ?? '(none)'}`,
  }),
  sameFile: {
    vi: 'Tệp kết quả, tệp dòng bị loại, báo cáo và các tệp đầu vào phải là những tệp khác nhau.',
    en: 'The results, the rejected rows, the report and the inputs must be different files.',
  },
  cannotRead: (path: string, reason: string): Text => ({
    vi: `Không đọc được tệp ${path} (${reason}).`,
    en: `Cannot read ${path} (${reason}).`,
  }),
  changedWhileRead: (path: string): Text => ({
    vi: `Tệp ${path} bị sửa trong khi đang đọc; chưa ghi kết quả nào. Hãy chạy lại.`,
    en: `${path} was changed while it was read; no results were written. Run the command again.`,
  }),
  cannotWrite: (path: string, reason: string): Text => ({
    vi: `Không ghi được tệp ${path} (${reason}).`,
    en: `Cannot write ${path} (${reason}).`,
  }),
  setOrFile: (option: string, ids: readonly string[]): Text => ({
    vi: `${option} nhận tên một bộ có sẵn (${ids.join(', ')}) hoặc tên một tệp .json.`,
    en: `${option} takes the id of a set (${ids.join(', ')}) or the name of a .json file.`,
  }),
  notJson: (path: string, line: number | undefined): Text => ({
    vi: `Tệp ${path} không phải JSON đúng${line === undefined ? '' : `, hỏng ở khoảng dòng ${line}`}; thường là thiếu hoặc thừa dấu phẩy, ngoặc.`,
    en: `${path} is not valid JSON${line === undefined ? '' : `, broken about line ${line}`}; often a comma or a bracket is missing or too many.`,
  }),
  jsonNotUtf8: (path: string): Text => ({
    vi: `Tệp ${path} không phải UTF-8; hãy lưu lại với mã hoá UTF-8.`,
    en: `${path} is not UTF-8; save it again as UTF-8.`,
  }),
  unusableSet: (path: string): Text => ({
    vi: `Không dùng được bộ tiêu chí ${path}:`,
    en: `The criteria in ${path} cannot be used:`,
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

  ...summaryWords,
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
  rejectsOnSheet: {
    vi: 'Các dòng bị loại và lý do: trang “Dòng bị loại” của tệp kết quả.',
    en: 'Rejected rows and why: a sheet of the file of results.',
  },
  rejectsNowhere: {
    vi: 'Muốn xem vì sao có dòng bị loại, hãy chạy lại với --rejects và tên một tệp.',
    en: 'To see why rows were rejected, run again with --rejects and a file name.',
  },
  rejectedRow: (line: number): Text => ({
    vi: `Dòng ${line} của người này có lỗi nên không đánh giá được:`,
    en: `Line ${line}, of this person, has errors and cannot be assessed:`,
  }),

  ownFiles: { vi: 'Phần lấy từ tệp tiêu chí riêng:', en: 'Parts from criteria files of your own:' },
  partsOfFile: (isFrame: boolean, indicators: readonly number[]): Text => {
    const list = indicators.join(', ')
    const [vi, en] = [isFrame ? ['điều kiện đạt'] : [], isFrame ? ['the pass rule'] : []]
    if (indicators.length > 0) {
      vi.push(`chỉ số ${list}`)
      en.push(`indicators ${list}`)
    }
    return { vi: vi.join('; ') || 'không có điểm nào', en: en.join('; ') || 'no points' }
  },

  criteriaMissing: { vi: 'Chưa nêu tệp tiêu chí (.json) cần kiểm tra.', en: 'No criteria file (.json) is named.' },
  allFiles: { vi: '(các tệp cùng nhau)', en: '(the files together)' },
  severities: { error: { vi: 'Lỗi', en: 'Error' }, warning: { vi: 'Lưu ý', en: 'Note' } },
  checked: (files: number, errors: number, warnings: number): Text => ({
    vi: `Đã kiểm tra ${files} tệp: ${errors} lỗi, ${warnings} lưu ý.${errors > 0 ? ' Bộ có lỗi không dùng được.' : ''}`,
    en: `Files checked: ${files}. Errors: ${errors}. Notes: ${warnings}.${errors > 0 ? ' A set with errors cannot be used.' : ''}`,
  }),

  afterMissing: {
    vi: 'Chưa nêu bộ tiêu chí mới. Hãy thêm --after và tên một bộ hoặc một tệp .json.',
    en: 'Which criteria come after? Add --after and the id of a set or a .json file.',
  },
  compareTitle: (on: string): Text => ({
    vi: `So sánh hai bộ tiêu chí trên cùng những người, tính đến ngày ${dayWords(on, 'vi')}`,
    en: `The same people by two sets of criteria, as of ${on}`,
  }),
  side: (side: 'before' | 'after', sets: readonly { id: string; version: string }[]): Text => {
    const list = sets.map(({ id, version }) => `${id} (${version})`).join(', ') || '-'
    return side === 'before' ? { vi: `Trước: ${list}`, en: `Before: ${list}` } : { vi: `Sau: ${list}`, en: `After: ${list}` }
  },
  compareHeadings: {
    group: { vi: 'Nhóm đối tượng', en: 'Group' },
    people: { vi: 'Số người', en: 'People' },
    metBefore: { vi: 'Đạt trước', en: 'Met before' },
    metAfter: { vi: 'Đạt sau', en: 'Met after' },
    gained: { vi: 'Đạt thêm', en: 'Gain' },
    lost: { vi: 'Không còn đạt', en: 'Lose' },
    indicator: { vi: 'Chỉ số', en: 'Indicator' },
    rose: { vi: 'Điểm tăng', en: 'Score rose' },
    fell: { vi: 'Điểm giảm', en: 'Score fell' },
    ofGained: { vi: 'Nhờ đó đạt thêm', en: 'Of those who gain' },
    ofLost: { vi: 'Vì đó không còn đạt', en: 'Of those who lose' },
  },
  passRuleAlone: (gained: number, lost: number): Text => ({
    vi: `Chỉ do điều kiện đạt thay đổi, điểm từng chỉ số vẫn như cũ: ${gained} người đạt thêm, ${lost} người không còn đạt.`,
    en: `By the pass rule alone, with every score as it was: ${gained} gain, ${lost} lose.`,
  }),
  gainedIds: (ids: readonly string[]): Text => ({
    vi: `Mã những người đạt thêm: ${ids.join(', ') || '-'}`,
    en: `Ids of those who gain: ${ids.join(', ') || '-'}`,
  }),
  lostIds: (ids: readonly string[]): Text => ({
    vi: `Mã những người không còn đạt: ${ids.join(', ') || '-'}`,
    en: `Ids of those who lose: ${ids.join(', ') || '-'}`,
  }),
  comparedCount: (rows: number, compared: number, leftOut: number, rejected: number): Text => ({
    vi: `Số dòng đã đọc: ${rows} = ${compared} đã so sánh + ${leftOut} thuộc nhóm không có bộ để so sánh + ${rejected} bị loại.`,
    en: `Rows read: ${rows} = ${compared} compared + ${leftOut} of groups without a set to compare + ${rejected} rejected.`,
  }),

  setMissing: {
    vi: 'Chưa nêu bộ tiêu chí. Hãy thêm --set và tên một bộ (xem cdht sets) hoặc một tệp .json.',
    en: 'Which criteria set? Add --set and the id of a set (see cdht sets) or a .json file.',
  },
  oneSetOnly: {
    vi: 'Chỉ nêu một bộ tiêu chí: mỗi mô-đun là một bộ.',
    en: 'Name one set: a module holds one.',
  },
  moduleName: {
    vi: 'Tên tệp sau --out phải có đuôi .js hoặc .mjs.',
    en: 'The file after --out must end in .js or .mjs.',
  },
  emitted: (set: string, on: string, path: string, declarations: string): Text => ({
    vi: `Đã ghi bộ tiêu chí ${set}, ngày đánh giá ${dayWords(on, 'vi')}: ${path} (khai báo kiểu TypeScript: ${declarations}).`,
    en: `Wrote the set ${set} for ${on}: ${path} (TypeScript declarations: ${declarations}).`,
  }),

  noFactOfList: (type: 'activities' | 'certificates'): Text => ({
    vi: `Bộ tiêu chí đang dùng không có minh chứng nào là danh sách ${listWords[type].vi}; bỏ --${type}.`,
    en: `The criteria in use have no fact that is a list of ${type}; leave out --${type}.`,
  }),
  itemCount: (type: 'activities' | 'certificates', path: string, counts: ItemCounts, blank: number): Text => {
    const { rows, joined, rejected, unmatched } = counts
    return {
      vi: `Danh sách ${listWords[type].vi} (${path}): ${rows + blank} dòng = ${joined} đã ghép với người + ${rejected} bị loại + ${unmatched} không có người mang mã đó${blank > 0 ? ` + ${blank} trống` : ''}.`,
      en: `List of ${type} (${path}): ${rows + blank} rows = ${joined} joined with their people + ${rejected} rejected + ${unmatched} of ids that nobody read has${blank > 0 ? ` + ${blank} blank` : ''}.`,
    }
  },
  itemRejectsIn: (path: string): Text => ({
    vi: `Các dòng của danh sách không ghép được và lý do: ${path}`,
    en: `Rows of the list that were not joined and why: ${path}`,
  }),
  keyTooOpen: (path: string): Text => ({
    vi: `Lưu ý: người khác trên máy này đọc được tệp khoá ${path}; hãy chỉ cho mình bạn quyền đọc (chmod 600).`,
    en: `Worth a look: others on this machine can read the key file ${path}; let only yourself read it (chmod 600).`,
  }),
  keyTooLong: (path: string, limit: number): Text => ({
    vi: `Tệp ${path} dài hơn ${limit} byte nên chắc không phải tệp khoá.`,
    en: `${path} is longer than ${limit} bytes, so it is hardly a key.`,
  }),
  keyTooShort: (path: string, bytes: number, least: number): Text => ({
    vi: `Khoá trong tệp ${path} chỉ có ${bytes} byte; cần ít nhất ${least} byte ngẫu nhiên, ví dụ tạo bằng: openssl rand -out ${path} ${least}`,
    en: `The key in ${path} has ${bytes} bytes; at least ${least} random ones are needed, made for one by: openssl rand -out ${path} ${least}`,
  }),
  zerosWithoutKey: {
    vi: '--pad-zeros chỉ dùng cùng --pseudonymise-key-file.',
    en: '--pad-zeros goes with --pseudonymise-key-file.',
  },
  pseudonymsMade: {
    vi: 'Mã trong kết quả là mã giả thay cho số định danh. Đây vẫn là dữ liệu cá nhân: ai có khoá thì tìm lại được người.',
    en: 'Ids in the results are pseudonyms of citizen numbers. They are still personal data: whoever has the key can find the person.',
  },
  mappingMissing: {
    vi: 'Thiếu --mapping <tệp.json>: tệp nói dữ liệu nằm ở bảng, cột nào. Chưa có bảng thì dùng --ddl.',
    en: 'Missing --mapping <file.json>: the file that says in which tables and columns the data stands. With no tables yet use --ddl.',
  },
  unusableMapping: (path: string): Text => ({
    vi: `Không dùng được tệp ${path}:`,
    en: `The file ${path} cannot be used:`,
  }),
  queryName: { vi: 'Tên tệp sau --out phải có đuôi .sql.', en: 'The file after --out must end in .sql.' },
  oneQueryOnly: {
    vi: 'Chỉ nêu một bộ tiêu chí: mỗi câu lệnh là một bộ.',
    en: 'Name one set: a query holds one.',
  },
  queryWritten: (set: string, on: string, path: string): Text => ({
    vi: `Đã ghi câu lệnh SQL của bộ tiêu chí ${set}, ngày đánh giá ${dayWords(on, 'vi')}: ${path}.`,
    en: `Wrote the query of the set ${set} for ${on}: ${path}.`,
  }),
  tablesWritten: (set: string, path: string, mapping: string): Text => ({
    vi: `Đã ghi các lệnh tạo bảng cho bộ tiêu chí ${set}: ${path} (tệp chỉ chỗ dữ liệu cho --mapping: ${mapping}).`,
    en: `Wrote the statements that create tables for the set ${set}: ${path} (the file for --mapping: ${mapping}).`,
  }),

  setsHeadings: {
    id: { vi: 'Bộ', en: 'Set' },
    label: { vi: 'Tên', en: 'Name' },
    version: { vi: 'Phiên bản', en: 'Version' },
    frame: { vi: 'Căn cứ của điều kiện đạt (mới nhất)', en: 'Basis of the pass rule (latest)' },
    frameOn: { vi: 'Căn cứ của điều kiện đạt', en: 'Basis of the pass rule' },
    levels: { vi: 'Căn cứ của các mức điểm', en: 'Basis of the levels' },
  },
  noneInForce: (on: string): Text => ({
    vi: `Ngày ${dayWords(on, 'vi')} chưa có bộ tiêu chí nào có hiệu lực.`,
    en: `No criteria set is in force on ${on}.`,
  }),
  formsTitle: (on: string): Text => ({
    vi: `Phiếu của từng nhóm vào ngày ${dayWords(on, 'vi')}, theo các quyết định của Hội Khuyến học Việt Nam:`,
    en: `Forms of each group on ${on}, by the decisions of the Viet Nam Association for Promoting Education:`,
  }),
  formsNote: (several: boolean): Text => ({
    vi: `Ghép nhóm với phiếu là đề xuất; tên và số phiếu chính thức chưa tìm thấy.${several ? '\nCác nguồn vẫn nêu cùng lúc các quyết định trên; chưa tìm thấy căn cứ nào nói văn bản sau thay thế văn bản trước.' : ''}`,
    en: `Matching groups to forms is a proposal; official names and numbers were not found.${several ? '\nThese decisions are named together: whether the later repeals the earlier was not found.' : ''}`,
  }),
  noForms: (on: string): Text => ({
    vi: `Ngày ${dayWords(on, 'vi')} chưa có quyết định nào quy định phiếu.`,
    en: `No decision with forms is in force on ${on}.`,
  }),
  needsReport: (option: string): Text => ({
    vi: `${option} chỉ dùng cùng --report.`,
    en: `${option} goes with --report alone.`,
  }),
  hideNumber: {
    vi: '--hide nhận một số người, ví dụ 5 (ẩn số dưới 5 người); 0 là không ẩn gì.',
    en: '--hide takes a number of people, such as 5 (hides counts of fewer than 5); 0 hides nothing.',
  },
  reportIn: (path: string): Text => ({ vi: `Báo cáo: ${path}`, en: `Report: ${path}` }),
  groupMissing: (groups: readonly string[]): Text => ({
    vi: `Chưa nêu phiếu cho nhóm nào. Hãy thêm --group và tên một nhóm (${groups.join(', ')}), hoặc --set và bộ tiêu chí của bạn.`,
    en: `Whose form? Add --group and a group (${groups.join(', ')}), or --set and a criteria set of yours.`,
  }),
  groupOrSet: { vi: 'Chỉ nêu một trong hai: --group hoặc --set.', en: 'Name one of the two: --group or --set.' },
  oneFormOnly: { vi: 'Chỉ nêu một bộ tiêu chí: mỗi phiếu là của một bộ.', en: 'Name one set: a form is of one set.' },
  formName: { vi: 'Tên tệp sau --out phải có đuôi .xlsx.', en: 'The file after --out must end in .xlsx.' },
  formExists: (path: string): Text => ({
    vi: `Đã có tệp ${path}, có thể là phiếu đã điền; không ghi đè. Hãy nêu tên khác sau --out.`,
    en: `${path} exists, and may be a form that was filled in; it is not overwritten. Name another file after --out.`,
  }),
  formIn: (path: string, columns: number): Text => ({
    vi: `Đã ghi phiếu: ${path} (${columns} cột, mỗi người một dòng; cách ghi ở trang “Hướng dẫn”).\nĐiền xong, xem thử bằng: cdht inspect ${path}`,
    en: `Wrote the form: ${path} (${columns} columns, one row a person; see its sheet “Guide”).\nOnce filled in, try: cdht inspect ${path}`,
  }),
  formNotice: {
    vi: 'LƯU Ý: Phiếu do bộ công cụ này soạn, KHÔNG phải mẫu phiếu chính thức.',
    en: 'NOTE: The form was made by this tool; it is NOT an official form.',
  },
} as const

/** An issue of a row: the column, the item of the cell from 1 as people count, and what is wrong. */
export function rowIssueText(issue: Issue, lang: Lang): string {
  const [column, ...rest] = issue.path
  const items = rest.map((part) => (typeof part === 'number' ? `${lang === 'vi' ? 'mục' : 'item'} ${part + 1}` : part))
  const place = [column ?? '', ...items].join(', ')
  return `${place && `${place}: `}${issueText({ ...issue, path: [] }, lang)}`
}

/** An issue of an option in both languages. */
export function issueSentence(issue: Issue): Text {
  const sentence = (lang: Lang): string => `--${issue.path[0] ?? 'set'}: ${issueText({ ...issue, path: [] }, lang)}`
  return { vi: sentence('vi'), en: sentence('en') }
}

/** A row that could not be assessed, and why. */
export function rejectedLines(line: number, issues: readonly Issue[], lang: Lang): string {
  return `${text.rejectedRow(line)[lang]}\n${issues.map((issue) => `  - ${rowIssueText(issue, lang)}`).join('\n')}\n`
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n')
