import { dayWords } from '../assessment/explain-words.js'
import type { TargetStatus, Text } from '../index.js'
import { countText } from '../population/number-text.js'

/** Everything that `cdht report` says beside helps and issues. */
export const reportText = {
  noFiles: {
    vi: 'Chưa nêu tệp nào. Hãy nêu các tệp kết quả (.csv, .xlsx, .ndjson) hoặc tệp tổng hợp (.json) của cdht assess.',
    en: 'No file is named. Name files of results (.csv, .xlsx, .ndjson) or tallies (.json) of cdht assess.',
  },
  sameTwice: (path: string): Text => ({
    vi: `Tệp ${path} được nêu hai lần.`,
    en: `${path} is named twice.`,
  }),
  equalTallies: (one: string, other: string): Text => ({
    vi: `Hai tệp tổng hợp ${one} và ${other} giống hệt nhau; nếu là một địa bàn gửi hai lần thì bỏ bớt một tệp. Tệp tổng hợp không giữ mã của ai nên không tự nhận ra người trùng.`,
    en: `The tallies ${one} and ${other} are equal; if a place sent its tally twice, leave one out. A tally keeps nobody's id, so that people counted twice cannot be found in it.`,
  }),
  noTally: (path: string): Text => ({
    vi: `Tệp ${path} không phải tệp tổng hợp, hoặc tự mâu thuẫn.`,
    en: `${path} is no tally, or one that contradicts itself.`,
  }),
  nobody: { vi: 'Trong các tệp không có ai.', en: 'There is nobody in these files.' },
  hideWanted: { vi: '--hide nhận một số nguyên từ 0 trở lên.', en: '--hide takes a whole number from 0 on.' },
  yearWanted: { vi: '--year nhận một năm, ví dụ 2025.', en: '--year takes a year, such as 2025.' },
  planOrFile: (ids: readonly string[]): Text => ({
    vi: `--plan nhận tên một kế hoạch có sẵn (${ids.join(', ')}) hoặc tên một tệp .json.`,
    en: `--plan takes the id of a plan (${ids.join(', ')}) or the name of a .json file.`,
  }),
  unusablePlan: (path: string): Text => ({ vi: `Không dùng được kế hoạch ${path}:`, en: `The plan in ${path} cannot be used:` }),
  unusableUnits: (path: string): Text => ({
    vi: `Không dùng được bảng đơn vị ${path}:`,
    en: `The table of units in ${path} cannot be used:`,
  }),
  outEnding: (endings: readonly string[]): Text => ({
    vi: `Tên tệp sau --out phải có đuôi: ${endings.join(', ')}.`,
    en: `The file after --out must end in: ${endings.join(', ')}.`,
  }),
  sameOutput: {
    vi: 'Tệp đầu vào, tệp báo cáo và tệp người trùng phải là các tệp khác nhau.',
    en: 'The inputs, the report and the list of conflicts must be different files.',
  },

  title: (first: string, last: string): Text =>
    first === last
      ? {
          vi: `Tổng hợp theo bộ tiêu chí “Công dân học tập”, tính đến ngày ${dayWords(first, 'vi')}`,
          en: `Totals by the “Learning Citizen” criteria, as of ${first}`,
        }
      : {
          vi: `Tổng hợp theo bộ tiêu chí “Công dân học tập”, LƯU Ý: các ngày đánh giá khác nhau, từ ${dayWords(first, 'vi')} đến ${dayWords(last, 'vi')}`,
          en: `Totals by the “Learning Citizen” criteria, NOTE: judged as of different days, from ${first} to ${last}`,
        },
  headings: {
    unit: { vi: 'Đơn vị', en: 'Unit' },
    group: { vi: 'Nhóm đối tượng', en: 'Group' },
    registered: { vi: 'Đăng ký', en: 'Registered' },
    people: { vi: 'Đánh giá', en: 'Assessed' },
    met: { vi: 'Đạt', en: 'Met' },
    unmet: { vi: 'Chưa đạt', en: 'Not met' },
    unknown: { vi: 'Chưa rõ', en: 'Unknown' },
    ofRegistered: { vi: 'Đạt / đăng ký', en: 'Met of registered' },
    ofAdults: { vi: 'Đạt / người lớn', en: 'Met of adults' },
  },
  noUnit: { vi: '(không ghi đơn vị)', en: '(no unit given)' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  above: (name: string): Text => ({ vi: `Cộng ${name}`, en: `Total ${name}` }),
  total: { vi: 'Tổng số', en: 'Total' },
  hidden: { vi: 'ẩn', en: 'hidden' },
  notes: (hide: number, hidden: number): Text => {
    const vi = [
      'Đăng ký: số người đã đăng ký. Đạt / đăng ký: người đạt trên số đã đăng ký. Đạt / người lớn: người đạt trên số người lớn.',
      'Trong ngoặc: tỷ lệ thấp nhất và cao nhất còn có thể, khi biết hết những điều chưa rõ. Tỷ lệ được làm tròn xuống.',
    ]
    const en = [
      'Met of registered, met of adults: people who meet the criteria, of those who registered, and of adults.',
      'In brackets: the lowest and the highest share that knowing everything could still show. Shares are rounded down.',
    ]
    if (hidden > 0) {
      vi.push(
        `Ẩn: ô có số người từ 1 đến ${hide - 1}, và những ô khác phải ẩn để không tính ngược ra được (${hidden} ô, kể cả ô cộng).`,
      )
      en.push(
        `Hidden: counts of 1 to ${hide - 1} people, and others from which they could be worked out (${hidden} rows, totals among them).`,
      )
    }
    return { vi: vi.join('\n'), en: en.join('\n') }
  },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  byGroup: { vi: 'Theo nhóm đối tượng', en: 'By group' },
  byBoth: { vi: 'Theo đơn vị và nhóm đối tượng', en: 'By unit and group' },

  planTitle: (plan: string, year: number): Text => ({ vi: `${plan}, năm ${year}`, en: `${plan}, ${year}` }),
  statuses: {
    reached: { vi: 'ĐẠT CHỈ TIÊU', en: 'REACHED' },
    'not-reached': { vi: 'CHƯA ĐẠT CHỈ TIÊU', en: 'NOT REACHED' },
    'cannot-be-said': { vi: 'CHƯA NÓI ĐƯỢC', en: 'CANNOT BE SAID' },
  } satisfies Record<TargetStatus, Text>,
  reasons: {
    'not-in-records': { vi: 'không có trong hồ sơ', en: 'in no record' },
    'before-first-milestone': { vi: 'năm này chưa có mốc', en: 'no milestone yet' },
    'nobody-counted': { vi: 'không có ai thuộc mẫu số', en: 'nobody belongs to the denominator' },
    'too-much-unknown': { vi: 'còn nhiều điều chưa rõ', en: 'too much is not known' },
  } satisfies Record<string, Text>,
  milestone: (percent: number, year: number): Text => ({ vi: `mốc ${year}: ${percent}%`, en: `milestone ${year}: ${percent}%` }),
  needed: (lower: number, upper: number): Text =>
    lower === upper
      ? { vi: `còn thiếu ${countText(lower, 'vi')} người`, en: `${countText(lower, 'en')} people still needed` }
      : {
          vi: `còn thiếu từ ${countText(lower, 'vi')} đến ${countText(upper, 'vi')} người`,
          en: `${countText(lower, 'en')} to ${countText(upper, 'en')} people still needed`,
        },
  hiddenRate: { vi: 'ẩn vì số người quá ít', en: 'hidden, too few people' },

  read: (results: number, counted: number, repeats: number, differing: number, unread: number): Text => ({
    vi: `Dòng kết quả đã đọc: ${results} = ${counted} người + ${repeats} dòng lặp lại giống hệt + ${differing} dòng khác của cùng một người + ${unread} dòng không đọc được.`,
    en: `Rows of results read: ${results} = ${counted} people + ${repeats} that repeat another + ${differing} that say otherwise of the same person + ${unread} that cannot be read.`,
  }),
  fromTallies: (files: number, people: number): Text => ({
    vi: `Từ ${files} tệp tổng hợp: ${people} người. Tệp tổng hợp không giữ mã nên không nhận ra người có trong hai tệp.`,
    en: `From tallies (${files}): ${people} people. A tally keeps no ids, so that nobody in two of them can be found.`,
  }),
  unreadRow: (file: string, line: number, issue: Text): Text => ({
    vi: `  - ${file}, dòng ${line}: ${issue.vi}`,
    en: `  - ${file}, line ${line}: ${issue.en}`,
  }),
  conflicts: (count: number): Text => ({
    vi: `Cùng một mã mà kết quả khác nhau: ${count} người. Mỗi người chỉ tính một dòng: ngày lập phiếu mới nhất, rồi mã đơn vị nhỏ nhất:`,
    en: `People with results that differ: ${count}. One row of each counts: of the latest day of record, then of the smallest unit:`,
  }),
  conflict: (counted: string, others: string): Text => ({
    vi: `  - tính ${counted}; không tính ${others}`,
    en: `  - counted: ${counted}; not counted: ${others}`,
  }),
  more: { vi: '  - …', en: '  - …' },
  conflictsIn: (path: string): Text => ({ vi: `Danh sách đầy đủ: ${path}`, en: `The whole list: ${path}` }),
  listConflicts: {
    vi: 'Muốn có danh sách đầy đủ, thêm --conflicts và tên một tệp .csv.',
    en: 'For the whole list add --conflicts and the name of a .csv file.',
  },
  place: (file: string, line: number): Text => ({ vi: `${file} dòng ${line}`, en: `${file} line ${line}` }),
  unitsUnknown: (units: readonly string[], count: number): Text => ({
    vi: `Đơn vị không có trong bảng đơn vị (${count}): ${units.join(', ')}${count > units.length ? ', …' : ''}`,
    en: `Units that the table of units lacks (${count}): ${units.join(', ')}${count > units.length ? ', …' : ''}`,
  }),
  reportIn: (path: string): Text => ({ vi: `Báo cáo: ${path}`, en: `Report: ${path}` }),
  tallyIn: (path: string): Text => ({
    vi: `Tệp tổng hợp, không có mã của ai: ${path}`,
    en: `Tally, without anybody's id: ${path}`,
  }),
} as const

export const reportHelp: Text = {
  vi: `Gộp kết quả của nhiều tệp, nhiều địa bàn thành một báo cáo theo đơn vị và nhóm đối tượng.

Cách dùng:
  cdht report <tệp> [tệp khác ...] [tuỳ chọn]

  Tệp kết quả do cdht assess --out ghi (.csv, .xlsx, .ndjson): mỗi người chỉ tính một lần, trong một
  tệp hay giữa các tệp. Kết quả giống hệt nhau tính một; khác nhau thì lấy ngày lập phiếu mới nhất,
  rồi mã đơn vị nhỏ nhất, và liệt kê ra.
  Tệp tổng hợp do cdht assess --tally ghi (.json): chỉ có số đếm, không có mã của ai.

Tuỳ chọn:
  --out <tệp>           Ghi báo cáo đầy đủ: .csv, .xlsx là bảng theo đơn vị và nhóm;
                        .html là một trang có hình, in được trên giấy A4
  --headings <id|vi|en> Tiêu đề của tệp CSV (mặc định: vi)
  --by <cách>           residence: theo nơi ở (mặc định); workplace: theo nơi làm việc
  --hide <số>           Ẩn số người từ 1 đến nhỏ hơn số này, và những ô mà từ đó tính ngược ra được
                        (mặc định 5; 0 là hiện hết)
  --units <tệp.csv>     Bảng đơn vị: cột Mã, Tên, Mã đơn vị cấp trên; có cột sau thì có dòng cộng
  --plan <kế hoạch>     Đối chiếu với chỉ tiêu: ninh-binh-126, national-677, ..., hoặc tệp .json
  --year <năm>          Năm của chỉ tiêu (nếu không nêu: năm của ngày đánh giá)
  --full                In cả bảng theo đơn vị và nhóm ra màn hình
  --conflicts <tệp.csv> Ghi danh sách người có kết quả khác nhau (có mã của họ)
  --lang <vi|en>        Ngôn ngữ

Mã thoát: 0 xong; 1 xong nhưng có dòng không đọc được; 2 dùng sai hoặc tệp không dùng được.
`,
  en: `Merge the results of several files or places into one report by unit and group.

Usage:
  cdht report <file> [more files ...] [options]

  Files of results of cdht assess --out (.csv, .xlsx, .ndjson): everybody counts once, within a file
  and across files. Equal results count as one; of those that differ the latest day of record
  counts, then the smallest unit, and they are listed.
  Tallies of cdht assess --tally (.json): counts alone, nobody's id.

Options:
  --out <file>          Write the whole report: .csv and .xlsx are tables by unit and group,
                        .html is one page with charts that prints on A4
  --headings <id|vi|en> Headings of the CSV file (default: vi)
  --by <way>            residence (default) or workplace
  --hide <number>       Hide counts of 1 to fewer than so many people, and whatever they could be
                        worked out from (default 5; 0 shows all)
  --units <file.csv>    Table of units: columns code, name, parent; parents bring sub-totals
  --plan <plan>         Compare with targets: ninh-binh-126, national-677, ..., or a .json file
  --year <year>         Year of the targets (by default that of the assessments)
  --full                Print the table by unit and group too
  --conflicts <file.csv> List people whose results differ (with their ids)
  --lang <vi|en>        Language

Exit codes: 0 done; 1 done, some rows could not be read; 2 wrong usage or an unusable file.
`,
}
