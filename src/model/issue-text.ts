import type { Issue, IssueCode } from './issue.js'
import type { Lang, Text } from './text.js'

/** A sentence, or what makes one of the details that an issue carries. */
type Wording = { [C in IssueCode]: Text | ((issue: Extract<Issue, { code: C }>) => Text) }

/** An issue in words, with what to do about it; never a value of the record. */
export function issueText(issue: Issue, lang: Lang): string {
  const word = wording[issue.code] as Text | ((of: Issue) => Text)
  const where = [...(issue.file ? [`${issue.file}.json`] : []), ...(issue.path.length > 0 ? [issue.path.join('.')] : [])].join(
    ' › ',
  )
  return `${where && `${where}: `}${(typeof word === 'function' ? word(issue) : word)[lang]}`
}

const expected: Record<string, Text> = {
  object: { vi: 'một đối tượng', en: 'an object' },
  list: { vi: 'một danh sách', en: 'a list' },
  text: { vi: 'chữ', en: 'text' },
  number: { vi: 'số', en: 'a number' },
  boolean: { vi: 'có hoặc không (true, false)', en: 'true or false' },
  codes: { vi: 'danh sách mã, hoặc từng mã với true, false', en: 'a list of codes, or codes with true or false' },
  day: { vi: 'ngày', en: 'a day' },
  evidence: { vi: 'một giá trị minh chứng', en: 'a value of evidence' },
}

/** The first few of a list. */
const listed = (items: readonly string[]): string => [...items.slice(0, 5), ...(items.length > 5 ? ['…'] : [])].join(', ')

const headingWords: Record<string, Text> = {
  id: { vi: 'Mã', en: 'id' },
  group: { vi: 'Nhóm', en: 'group' },
  kind: { vi: 'Loại', en: 'kind' },
}

const otherFormats: Record<Extract<Issue, { code: 'other_format' }>['found'], Text> = {
  xlsx: {
    vi: 'đây là sổ Excel (.xlsx) chứ không phải tệp chữ; đặt đuôi tệp là .xlsx, hoặc thêm --format xlsx.',
    en: 'this is an Excel workbook (.xlsx) and not a text file; name it .xlsx, or add --format xlsx.',
  },
  xls: {
    vi: 'đây là sổ Excel kiểu cũ (.xls) hoặc có mật khẩu; mở bằng Excel, bỏ mật khẩu rồi lưu thành .xlsx hoặc “CSV UTF-8”.',
    en: 'this is a workbook of old Excel (.xls), or one with a password; open it in Excel, take the password away and save it as .xlsx or “CSV UTF-8”.',
  },
  pdf: {
    vi: 'đây là tệp PDF, không phải bảng; hãy xin tệp Excel hoặc CSV gốc.',
    en: 'this is a PDF document and not a table; ask for the workbook or CSV file behind it.',
  },
  html: {
    vi: 'đây là trang web (HTML, XML) mang tên tệp bảng; mở bằng Excel rồi lưu thành .xlsx.',
    en: 'this is a web page (HTML, XML) under the name of a table; open it in Excel and save it as .xlsx.',
  },
  json: {
    vi: 'đây là dữ liệu JSON; đặt đuôi tệp là .json hoặc .ndjson, hoặc thêm --format json.',
    en: 'this is JSON; name it .json or .ndjson, or add --format json.',
  },
  binary: {
    vi: 'tệp này không phải tệp chữ.',
    en: 'this is not a text file.',
  },
}

const wording: Wording = {
  wrong_type: ({ expected: of }) => ({
    vi: `sai kiểu dữ liệu, cần ${expected[of]?.vi}.`,
    en: `wrong type, ${expected[of]?.en} is needed.`,
  }),
  missing: { vi: 'thiếu, phải có.', en: 'missing, it must be given.' },
  empty: { vi: 'trống, phải có nội dung.', en: 'empty, it must say something.' },
  unknown_key: {
    vi: 'tên trường không có trong định dạng; kiểm tra chính tả.',
    en: 'no field of this name exists; check the spelling.',
  },
  out_of_range: ({ min, max }) => ({
    vi: `ngoài khoảng cho phép${min === undefined ? '' : `, không nhỏ hơn ${min}`}${max === undefined ? '' : `, không lớn hơn ${max}`}.`,
    en: `out of range${min === undefined ? '' : `, not less than ${min}`}${max === undefined ? '' : `, not more than ${max}`}.`,
  }),
  not_whole: { vi: 'phải là số nguyên.', en: 'a whole number is needed.' },
  not_half: { vi: 'điểm chỉ ghi tròn hoặc nửa điểm.', en: 'points are whole or half.' },
  unknown_group: { vi: 'nhóm đối tượng không có; xem danh sách bằng `cdht sets`.', en: 'no such group; `cdht sets` lists them.' },
  unknown_fact: { vi: 'minh chứng này không có trong bộ từ vựng.', en: 'no such fact in the vocabulary.' },
  derived_fact: { vi: 'mục này được suy ra, không nhập tay.', en: 'this fact is worked out from others and never given.' },
  unknown_indicator: { vi: 'chỉ số này không có.', en: 'no such indicator.' },
  unknown_code: { vi: 'mã này không có trong danh sách của mục.', en: 'no such code in the list of this fact.' },
  unknown_attester: {
    vi: 'người xác nhận phải là self, branch, employer, certificate hoặc log.',
    en: 'the attester must be self, branch, employer, certificate or log.',
  },
  impossible_day: {
    vi: 'không phải một ngày có thật; viết năm-tháng-ngày, ví dụ 2025-12-31 (trong bảng tính, 31/12/2025 cũng được).',
    en: 'not a day that exists; write it as 2025-12-31 (in a spreadsheet, 31/12/2025 will do too).',
  },
  to_before_from: { vi: 'ngày kết thúc trước ngày bắt đầu.', en: 'it ends before it begins.' },
  too_many: ({ limit }) => ({ vi: `quá nhiều mục, tối đa ${limit}.`, en: `too many entries, at most ${limit}.` }),
  more: ({ count }) => ({ vi: `còn ${count} lỗi nữa không liệt kê.`, en: `${count} more issues are not listed.` }),
  not_utf8: {
    vi: 'tệp không phải UTF-8 và không nhận ra chắc chắn bảng mã nào khác; trong Excel hãy lưu lại bằng kiểu “CSV UTF-8”, hoặc nêu bảng mã bằng --encoding.',
    en: 'the file is not UTF-8, and no other encoding is certain; in Excel save it again as “CSV UTF-8”, or name its encoding with --encoding.',
  },
  legacy_code: ({ found }) =>
    found === 'tcvn3'
      ? {
          vi: 'chữ trong tệp gõ bằng phông TCVN3 (ABC, .VnTime), không phải Unicode; chuyển sang Unicode (ví dụ bằng UniKey) rồi lưu lại, hoặc chạy lại với --encoding tcvn3.',
          en: 'the text is typed in a TCVN3 font (ABC, .VnTime) and not in Unicode; convert it (with UniKey, for one) and save it again, or run again with --encoding tcvn3.',
        }
      : {
          vi: 'chữ trong tệp gõ bằng phông VNI (VNI-Times), không phải Unicode; chuyển sang Unicode (ví dụ bằng UniKey) rồi lưu lại.',
          en: 'the text is typed in a VNI font (VNI-Times) and not in Unicode; convert it (with UniKey, for one) and save it again.',
        },
  wrong_encoding: ({ encoding }) => ({
    vi: `tệp không được viết bằng bảng mã ${encoding} như đã nêu.`,
    en: `the file is not written in ${encoding}, the encoding that was named.`,
  }),
  tcvn3_capitals: {
    vi: 'TCVN3 không có mã riêng cho chữ hoa có dấu: chữ gõ bằng phông chữ hoa (.VnTimeH) đọc ra chữ thường, còn chữ đã bị đổi thành chữ hoa bằng lệnh của Excel thì mất dấu; hãy xem lại những ô viết hoa toàn bộ.',
    en: 'TCVN3 has no capitals with tones: text of a capital font (.VnTimeH) comes out in small letters, and text that Excel itself turned into capitals has lost its tones; look again at cells that are all capitals.',
  },
  other_format: ({ found }) => otherFormats[found],
  broken_workbook: {
    vi: 'không đọc được tệp như một sổ Excel .xlsx: tệp bị hỏng, bị cắt ngang hoặc là kiểu khác; mở bằng Excel rồi lưu lại thành .xlsx.',
    en: 'the file cannot be read as an .xlsx workbook: it is damaged, cut short, or of another kind; open it in Excel and save it again as .xlsx.',
  },
  too_large: ({ megabytes }) => ({
    vi: `tệp, hoặc nội dung sau khi giải nén, lớn hơn mức cho phép (${megabytes} MB); chia nhỏ tệp, hoặc lưu thành “CSV UTF-8”.`,
    en: `the file, or what it unpacks to, is larger than is allowed (${megabytes} MB); split it, or save it as “CSV UTF-8”.`,
  }),
  other_sheets: ({ sheet, count }) => ({
    vi: `chỉ đọc trang tính “${sheet}”, không đọc ${count} trang khác; muốn đọc trang khác thì nêu tên bằng --sheet.`,
    en: `only the sheet “${sheet}” is read, ${count} more are not; name another with --sheet.`,
  }),
  error_cell: {
    vi: 'ô báo lỗi của bảng tính (như #N/A), hoặc công thức chưa được tính; sửa ô trong Excel rồi lưu lại.',
    en: 'the cell shows an error of the spreadsheet (such as #N/A), or its formula was never worked out; mend it in Excel and save again.',
  },
  two_digit_year: {
    vi: 'năm chỉ có hai chữ số nên không rõ thế kỷ; viết đủ bốn chữ số, ví dụ 17/05/1970.',
    en: 'a year of two digits may be of either century; write it in full, such as 17/05/1970.',
  },
  ambiguous_number: {
    vi: 'số có dấu chấm hoặc dấu phẩy trước ba chữ số, không rõ là phần nghìn hay phần thập phân; bỏ dấu ngăn cách phần nghìn, hoặc ghi thêm số 0 vào phần thập phân.',
    en: 'a point or comma before three digits may part thousands or decimals; leave out the separator of thousands, or add a zero to the decimals.',
  },
  digits_lost: {
    vi: 'mã đã bị bảng tính rút gọn (như 3,71E+10) nên mất chữ số; định dạng cột này là Text trong Excel, nhập lại mã rồi lưu.',
    en: 'a spreadsheet has shortened the id (as in 3,71E+10) and lost digits; format the column as text in Excel, enter it again and save.',
  },
  zeros_lost: ({ severity }) => {
    const vi = 'mã có 10 hoặc 11 chữ số: nếu là số định danh cá nhân (12 chữ số) thì Excel có thể đã bỏ số 0 ở đầu; hãy xem lại'
    const en =
      'the id has 10 or 11 digits: if it is a citizen number (12 digits), Excel may have dropped the zeros at its head; look again'
    return severity === 'warning'
      ? { vi: `${vi}.`, en: `${en}.` }
      : { vi: `${vi}, hoặc thêm --pad-zeros nếu chắc chắn là vậy.`, en: `${en}, or add --pad-zeros if you are sure that it has.` }
  },
  broken_json: { vi: 'không phải một bản ghi JSON đúng cú pháp.', en: 'not a well-formed JSON record.' },
  repeated_key: {
    vi: 'bản ghi có một tên trường viết hai lần nên không rõ giá trị nào đúng; chỉ giữ một.',
    en: 'a field of the record is there twice, so that its value is not certain; keep one of them.',
  },
  unfinished_list: ({ line }) => ({
    vi: `danh sách JSON không kết thúc đúng chỗ (dòng ${line}); có thể tệp bị cắt ngang hoặc thiếu dấu ngoặc.`,
    en: `the JSON list does not end where it should (line ${line}); the file may be cut short, or lack a bracket.`,
  }),
  too_long: ({ limit }) => ({
    vi: `bản ghi quá dài, tối đa ${limit} ký tự.`,
    en: `the record is too long, at most ${limit} characters.`,
  }),
  no_headings: { vi: 'tệp trống, không có dòng tiêu đề.', en: 'the file is empty, it has no row of headings.' },
  broken_quotes: ({ line }) => ({
    vi: `từ dòng ${line}, dấu ngoặc kép đặt sai chỗ hoặc mở mà không đóng (hay có ô dài cả triệu ký tự), nên không biết ô nào hết ở đâu; sửa dòng này rồi chạy lại.`,
    en: `from line ${line} on a double quote is out of place or never closed (or a cell has a million characters), so that no cell's end is certain; mend the line and run again.`,
  }),
  missing_heading: ({ field, needed = ['id', 'group'] }) => {
    const list = (lang: Lang, and: string): string => needed.map((one) => headingWords[one]?.[lang] ?? one).join(` ${and} `)
    return {
      vi: `không có cột ${headingWords[field]?.vi ?? field}; ở đầu tệp phải có dòng tiêu đề với các cột ${list('vi', 'và')}.`,
      en: `there is no column ${headingWords[field]?.en ?? field}; near its top the file must have a row of headings, ${list('en', 'and')} among them.`,
    }
  },
  not_results: ({ columns }) => ({
    vi: `đây không phải tệp kết quả do cdht assess ghi, hoặc thiếu cột: ${listed(columns)}.`,
    en: `this is no file of results of cdht assess, or lacks columns: ${listed(columns)}.`,
  }),
  repeated_heading: ({ columns }) => ({
    vi: `các cột thứ ${columns.join(', ')} cùng ghi một mục; chỉ để lại một cột.`,
    en: `columns ${columns.join(', ')} are for the same thing; keep one of them.`,
  }),
  more_cells_than_headings: ({ cells, headings }) => ({
    vi: `dòng có ${cells} ô nhưng chỉ có ${headings} cột; ô nào có dấu phân cách bên trong thì đặt trong dấu ngoặc kép.`,
    en: `the row has ${cells} cells but there are ${headings} columns; put a cell that contains the separator in double quotes.`,
  }),
  too_many_parts: ({ limit }) => ({
    vi: `mục này có quá nhiều phần, tối đa ${limit} phần cách nhau bằng dấu “|”.`,
    en: `too many parts, at most ${limit} parted by “|”.`,
  }),
  repeated_id: ({ firstLine }) => ({
    vi: `mã này đã có ở dòng ${firstLine}; mỗi người chỉ được tính một lần.`,
    en: `this id is already on line ${firstLine}; each person is counted once.`,
  }),
  list_given_twice: {
    vi: 'danh sách này vừa ghi ở đây vừa ghi trong tệp riêng, không rõ có trùng nhau không; chỉ ghi ở một nơi.',
    en: 'this list is given here and in the file of its own, and what is in both may be the same; keep it in one of them.',
  },
  unknown_person: {
    vi: 'không có ai mang mã này trong tệp danh sách người, hoặc dòng của người đó bị loại; dòng này không được tính.',
    en: 'no row of the file of people that was read has this id; the line is not counted.',
  },
  not_sorted: ({ line }) => ({
    vi: `dòng ${line} không theo thứ tự mã tăng dần (so từng ký tự).`,
    en: `line ${line} is out of order: ids must rise, compared sign by sign.`,
  }),
  not_cccd: {
    vi: 'mã không phải số định danh cá nhân (đúng 12 chữ số) nên không thay bằng mã giả được.',
    en: 'the id is no citizen number (exactly 12 digits), so it cannot be replaced by a pseudonym.',
  },
  zeros_added: {
    vi: 'đã thêm số 0 vào đầu mã cho đủ 12 chữ số.',
    en: 'zeros were put at the head of the id, to make it 12 digits.',
  },
  short_key: ({ bytes, least }) => ({
    vi: `khoá chỉ có ${bytes} byte, cần ít nhất ${least} byte ngẫu nhiên.`,
    en: `the key has ${bytes} bytes; at least ${least} random bytes are needed.`,
  }),
  wrong_option: { vi: 'tuỳ chọn không hợp lệ.', en: 'not a valid option.' },
  not_in_force: ({ on, from, to }) => ({
    vi: `bộ tiêu chí không có hiệu lực vào ngày ${on}${from ? `; có hiệu lực từ ${from}` : ''}${to ? ` đến ${to}` : ''}.`,
    en: `the criteria set is not in force on ${on}${from ? `; it is from ${from}` : ''}${to ? ` to ${to}` : ''}.`,
  }),
  group_differs: ({ expected: group }) => ({
    vi: `bộ tiêu chí này dành cho nhóm ${group}, hồ sơ thuộc nhóm khác.`,
    en: `this set is for the group ${group}, the record is of another.`,
  }),
  set_differs: ({ expected: of }) => ({
    vi: `kết quả này được lập theo bộ tiêu chí khác; bộ đang dùng ghi ${of}.`,
    en: `this result was made by another criteria set; the one at hand says ${of}.`,
  }),
  record_differs: {
    vi: 'hồ sơ này không cho ra kết quả đã nêu; đây là hồ sơ khác, hoặc đã được sửa.',
    en: 'this record does not give the result at hand; it is another one, or was changed.',
  },
  not_monotone: ({ facts }) => ({
    vi: `trong bộ này, thêm minh chứng có thể làm giảm điểm (${facts.join(', ')}), nên không lập được kế hoạch cải thiện.`,
    en: `in this set more evidence may lower a score (${facts.join(', ')}), so no improvement can be planned.`,
  }),
  cyclic_unit: {
    vi: 'các đơn vị là cấp trên của nhau thành vòng; sửa bảng đơn vị.',
    en: 'units lie above each other in a circle; mend the table of units.',
  },
  unknown_dialect: ({ known }) => ({
    vi: `chưa viết được câu lệnh cho hệ quản trị này; hiện có: ${known.join(', ')}.`,
    en: `no queries can be written for this engine; there are: ${known.join(', ')}.`,
  }),
  unusable_name: ({ dialect }) => ({
    vi: `tên hoặc giá trị này không dùng được trong câu lệnh ${dialect}: trống, quá dài hoặc có ký tự không ghi được.`,
    en: `this name or value cannot stand in a query for ${dialect}: empty, too long, or with characters that cannot be written.`,
  }),
  wrong_source: ({ type }) => ({
    vi: `minh chứng kiểu ${type} không lấy được từ nguồn mô tả như vậy; xem docs/sql.md.`,
    en: `a fact of type ${type} cannot come from such a source; see docs/sql.md.`,
  }),
  several_sets: ({ ids }) => ({
    vi: `các tệp tạo thành nhiều bộ (${ids.join(', ')}); nạp mỗi lần một bộ.`,
    en: `the files make several sets (${ids.join(', ')}); load one at a time.`,
  }),
  too_deep: ({ limit }) => ({
    vi: `lồng quá ${limit} tầng.`,
    en: `nested more than ${limit} deep.`,
  }),
  unknown_base: ({ base }) => ({
    vi: `không có bộ gốc “${base}” để mở rộng; đưa tệp đó vào cùng, hoặc sửa tên ở extends.`,
    en: `there is no set “${base}” to extend; add its file, or mend the name in extends.`,
  }),
  missing_file: ({ id }) => ({
    vi: `thiếu tệp ${id}.json; đưa vào cùng, hoặc cho bộ gốc (base).`,
    en: `${id}.json is missing; add it, or give a base.`,
  }),
  cyclic_base: {
    vi: 'các bộ mở rộng lẫn nhau thành vòng; bỏ hoặc sửa extends ở một tệp.',
    en: 'sets extend each other in a circle; take extends out of one file, or mend it.',
  },
  duplicate_id: ({ id }) => ({
    vi: `“${id}” có hai lần; giữ một chỗ, hoặc đổi tên chỗ kia.`,
    en: `“${id}” is there twice; keep one, or give the other another name.`,
  }),
  malformed: ({ expected: of }) => ({ vi: `không đúng định dạng, cần: ${of}.`, en: `malformed, needed: ${of}.` }),
  unknown_id: ({ id }) => ({ vi: `không có “${id}”; kiểm tra chính tả.`, en: `there is no “${id}”; check the spelling.` }),
  unknown_parameter: ({ parameter }) => ({
    vi: `tham số “${parameter}” không có; kiểm tra chính tả, hoặc khai báo ở parameters.`,
    en: `there is no parameter “${parameter}”; check the spelling, or declare it under parameters.`,
  }),
  unknown_condition: ({ condition }) => ({
    vi: `điều kiện “${condition}” không có; kiểm tra chính tả, hoặc khai báo ở conditions.`,
    en: `there is no condition “${condition}”; check the spelling, or declare it under conditions.`,
  }),
  cyclic_condition: ({ condition }) => ({
    vi: `điều kiện “${condition}” gọi lại chính nó; viết điều kiện ra tại chỗ này.`,
    en: `condition “${condition}” refers to itself; write out here what is meant.`,
  }),
  unknown_operator: ({ operator }) => ({
    vi: `toán tử “${operator}” không có; ví dụ “ít nhất” là greaterThanInclusive.`,
    en: `there is no operator “${operator}”; “at least”, for instance, is greaterThanInclusive.`,
  }),
  unknown_level: ({ level }) => ({
    vi: `bộ gốc không có mức “${level}” để bỏ; kiểm tra số điểm hoặc tên mức.`,
    en: `the base has no level “${level}” to take out; check the points or the name.`,
  }),
  wrong_operator: ({ operator, type }) => ({
    vi: `toán tử “${operator}” không dùng được cho kiểu ${type}; chọn toán tử khác hoặc mục khác.`,
    en: `operator “${operator}” cannot be used on ${type}; take another operator or another fact.`,
  }),
  wrong_value: ({ expected: of }) => ({ vi: `giá trị so sánh phải là ${of}.`, en: `the value to compare with must be ${of}.` }),
  wrong_params: ({ expected: of }) => ({ vi: `params phải là ${of}.`, en: `params must be ${of}.` }),
  empty_group: {
    vi: 'nhóm điều kiện trống; cần ít nhất một điều kiện.',
    en: 'an empty group of conditions; it needs at least one.',
  },
  empty_choice: { vi: 'danh sách lựa chọn trống.', en: 'a choice among nothing.' },
  always_met: {
    vi: 'điều kiện này luôn đúng với mọi giá trị của mục; bỏ đi hoặc sửa con số.',
    en: 'every value of the fact meets this; remove it or mend the number.',
  },
  never_met: {
    vi: 'không giá trị nào của mục đạt điều kiện này; sửa con số.',
    en: 'no value of the fact meets this; mend the number.',
  },
  second_derived_fact: ({ fact, first }) => ({
    vi: `chỉ ${first} được suy ra từ mục khác; ${fact} phải do người khai: bỏ derived.`,
    en: `${first} alone is worked out from others; ${fact} must be given: take derived out.`,
  }),
  points_over_maximum: ({ points, max }) => ({
    vi: `${points} điểm không nằm trong khoảng từ 1 đến ${max}.`,
    en: `${points} points are not between 1 and ${max}.`,
  }),
  parameter_order: ({ parameter, notBelow, on, value, least, files }) => ({
    vi: `ngày ${on}, ${parameter} = ${value} thấp hơn ${notBelow} = ${least} (${files.join('.json, ')}.json); tăng số trước hoặc giảm số sau.`,
    en: `on ${on}, ${parameter} = ${value} is below ${notBelow} = ${least} (${files.join('.json, ')}.json); raise the one or lower the other.`,
  }),
  parameter_gap: ({ parameter, from }) => ({
    vi: `các bước của ${parameter} phải bắt đầu từ ${from} hoặc sớm hơn và xếp theo ngày, không trùng ngày.`,
    en: `the steps of ${parameter} must begin on ${from} or before and be sorted by day, without repeats.`,
  }),
  overlapping_in_force: ({ group, files }) => ({
    vi: `hai bộ của nhóm ${group} cùng có hiệu lực (${files.join(', ')}); đặt ngày kết thúc (inForce.to) cho bộ trước, hoặc dùng từng bộ riêng.`,
    en: `two sets of the group ${group} are in force together (${files.join(', ')}); end the earlier one by inForce.to, or use them one at a time.`,
  }),
  not_nested: ({ indicator, points, below, on }) => ({
    vi: `chỉ số ${indicator}: có người đạt mức ${points} mà không đạt mức ${below} (ngày ${on}); xem counterexample.`,
    en: `indicator ${indicator}: someone can meet level ${points} without level ${below} (on ${on}); see the counterexample.`,
  }),
  nesting_not_decided: ({ indicator }) => ({
    vi: `chỉ số ${indicator}: quá nhiều tổ hợp, hoặc có toán tử riêng, nên chưa kiểm tra được người đạt mức trên có luôn đạt mức dưới hay không; nếu được, hãy viết gọn điều kiện.`,
    en: `indicator ${indicator}: too many combinations, or an operator of one's own, to decide whether its levels are nested; if you can, ask fewer facts.`,
  }),
  official_without_source: {
    vi: 'ghi “official” thì phải có nguồn đầy đủ: văn bản, số, ngày, điều khoản, địa chỉ.',
    en: '“official” needs a complete source: document, number, date, article, address.',
  },
  proposed_with_source: {
    vi: 'số đề xuất không được gắn nguồn; ghi lý do ở rationale, gợi ý ở inspiredBy.',
    en: 'a proposed number may not carry a source; say why in rationale, and what it follows in inspiredBy.',
  },
  basis_without_source: {
    vi: 'thiếu nguồn; ghi văn bản ở source, hoặc ghi basis là proposed nếu đây là đề xuất.',
    en: 'its source is missing; name the document in source, or say proposed if it is a proposal.',
  },
  proposed_without_rationale: {
    vi: 'số đề xuất phải có lý do; ghi ở rationale, bằng cả hai ngôn ngữ.',
    en: 'a proposed number needs its reason; say it in rationale, in both languages.',
  },
  unknown_text_parameter: ({ parameter }) => ({
    vi: `câu chữ nhắc tham số “{${parameter}}” không có; sửa tên, hoặc khai báo ở parameters.`,
    en: `the text names a parameter “{${parameter}}” that does not exist; mend the name, or declare it under parameters.`,
  }),
  against_fact_way: ({ fact }) => ({
    vi: `điều kiện đi ngược chiều tốt hơn của ${fact}, thêm minh chứng có thể làm giảm điểm; nên viết lại theo chiều tốt hơn.`,
    en: `this goes against the way in which ${fact} is better, so more evidence may lower a score; better ask it the other way.`,
  }),
  unreachable_level: ({ indicator, points, on }) => ({
    vi: `chỉ số ${indicator}: ngày ${on} không ai có thể đạt mức ${points}, các điều kiện loại trừ nhau; sửa điều kiện hoặc con số.`,
    en: `indicator ${indicator}: on ${on} nobody can meet level ${points}, its conditions exclude each other; mend them or their numbers.`,
  }),
  score_falls: ({ indicator, fact, on, points, then }) => ({
    vi: `chỉ số ${indicator}: người có kết quả tốt hơn ở ${fact} lại giảm từ ${points} còn ${then} điểm (ngày ${on}); xem counterexample và improved, rồi sửa điều kiện.`,
    en: `indicator ${indicator}: someone who does better in ${fact} falls from ${points} to ${then} points (on ${on}); see counterexample and improved, then mend the condition.`,
  }),
  out_of_reach: ({ parameter, value, most, on }) => ({
    vi: `ngày ${on}, ${parameter} = ${value} nhưng minh chứng chỉ đưa lên cao nhất là ${most}, nên không ai đạt; giảm con số này, hoặc thêm mức.`,
    en: `on ${on}, ${parameter} = ${value}, but evidence leads to ${most} at most, so nobody is met; lower it, or add levels.`,
  }),
  harder_where_disadvantaged: ({ parameter, value, ordinary, on }) => ({
    vi: `ngày ${on}, vùng khó khăn cần ${value} điểm (${parameter}), nhiều hơn vùng thường (${ordinary}); giảm số thứ nhất, hoặc tăng số thứ hai.`,
    en: `on ${on} a disadvantaged area needs ${value} points (${parameter}), more than others (${ordinary}); lower the one, or raise the other.`,
  }),
  unused_fact: ({ fact }) => ({
    vi: `minh chứng ${fact} được khai báo nhưng không điều kiện nào hỏi đến; bỏ đi, hoặc dùng trong một mức.`,
    en: `the fact ${fact} is declared, but no condition asks it; remove it, or use it in a level.`,
  }),
  unused_parameter: ({ parameter }) => ({
    vi: `tham số ${parameter} không ảnh hưởng đến kết quả nào của bộ này; bỏ đi, hoặc kiểm tra lại tên.`,
    en: `the parameter ${parameter} changes no result of this set; remove it, or check its name.`,
  }),
  unused_condition: ({ condition }) => ({
    vi: `điều kiện ${condition} được khai báo nhưng không mức nào dùng; bỏ đi, hoặc gọi tên trong một mức.`,
    en: `the condition ${condition} is declared, but no level uses it; remove it, or name it in a level.`,
  }),
  cap_without_sum: ({ indicator }) => ({
    vi: `chỉ số ${indicator} lấy mức cao nhất nên cap không có tác dụng; bỏ cap, hoặc ghi grading là sum nếu các mức được cộng điểm.`,
    en: `indicator ${indicator} takes its highest level, so cap changes nothing; remove it, or say grading sum if the levels add up.`,
  }),
  untranslated: {
    vi: 'phần tiếng Anh chép nguyên văn tiếng Việt; hãy dịch sang tiếng Anh.',
    en: 'the English text repeats the Vietnamese; translate it.',
  },
  parameter_in_one_language: ({ parameter }) => ({
    vi: `tham số {${parameter}} chỉ có trong một ngôn ngữ; nhắc ở cả hai.`,
    en: `{${parameter}} is named in one language only; name it in both.`,
  }),
  text_parameter_not_asked: ({ parameter }) => ({
    vi: `câu chữ nhắc {${parameter}} nhưng điều kiện không dùng; sửa câu chữ hoặc điều kiện.`,
    en: `the text names {${parameter}}, which the condition does not use; mend the text or the condition.`,
  }),
  parameter_not_in_text: ({ parameter }) => ({
    vi: `điều kiện dùng ${parameter} nhưng câu chữ không nhắc; thêm {${parameter}} vào câu chữ.`,
    en: `the condition uses ${parameter}, which the text does not name; put {${parameter}} into the text.`,
  }),
  checked_long_ago: ({ parameter, checkedOn, on }) => ({
    vi: `${parameter} đối chiếu với nguồn lần cuối ngày ${checkedOn}, đã quá một năm so với ${on}; đối chiếu lại rồi sửa checkedOn.`,
    en: `${parameter} was last compared with its source on ${checkedOn}, over a year before ${on}; compare again, then mend checkedOn.`,
  }),
  after_day: {
    vi: 'bắt đầu sau ngày đánh giá nên không tính.',
    en: 'begins after the day of the assessment and is not counted.',
  },
  declared_differs: ({ declared, lower, upper }) => ({
    vi: `điểm đã khai ${declared} khác với minh chứng (${lower === upper ? lower : `${lower}–${upper}`}); cần xem lại.`,
    en: `the declared ${declared} differs from the evidence (${lower === upper ? lower : `${lower}–${upper}`}); look again.`,
  }),
  area_not_given: ({ threshold }) => ({
    vi: `chưa ghi có thuộc vùng khó khăn hay không; nếu thuộc, ngưỡng là ${threshold} và kết luận sẽ khác.`,
    en: `it is not said whether the area is disadvantaged; if it is, the threshold is ${threshold} and the answer differs.`,
  }),
  not_fetched: {
    vi: 'không cần lấy, vì không còn làm thay đổi kết luận; điểm ghi ở đây chưa tính mục này.',
    en: 'not fetched, since it can no longer change the verdict; the points told here do without it.',
  },
  fetch_failed: ({ reason }) => ({
    vi: `${reason === 'timeout' ? 'lấy dữ liệu quá thời gian cho phép' : 'không lấy được dữ liệu'}, nên coi là chưa rõ; hãy kiểm tra nguồn và đánh giá lại.`,
    en: `${reason === 'timeout' ? 'fetching took too long' : 'fetching failed'}, so it is treated as not known; look at the source and assess again.`,
  }),
}
