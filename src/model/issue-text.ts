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

const headingWords: Record<string, Text> = { id: { vi: 'Mã', en: 'id' }, group: { vi: 'Nhóm', en: 'group' } }

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
    vi: 'không phải một ngày có thật; viết năm-tháng-ngày, ví dụ 2025-12-31.',
    en: 'not a day that exists; write it as 2025-12-31.',
  },
  to_before_from: { vi: 'ngày kết thúc trước ngày bắt đầu.', en: 'it ends before it begins.' },
  too_many: ({ limit }) => ({ vi: `quá nhiều mục, tối đa ${limit}.`, en: `too many entries, at most ${limit}.` }),
  more: ({ count }) => ({ vi: `còn ${count} lỗi nữa không liệt kê.`, en: `${count} more issues are not listed.` }),
  not_utf8: {
    vi: 'tệp không phải UTF-8; trong Excel hãy lưu lại bằng kiểu “CSV UTF-8”.',
    en: 'the file is not UTF-8; in Excel save it again as “CSV UTF-8”.',
  },
  no_headings: { vi: 'tệp trống, không có dòng tiêu đề.', en: 'the file is empty, it has no row of headings.' },
  broken_quotes: ({ line }) => ({
    vi: `từ dòng ${line}, dấu ngoặc kép đặt sai chỗ hoặc mở mà không đóng, nên không biết ô nào hết ở đâu; sửa dòng này rồi chạy lại.`,
    en: `from line ${line} on a double quote is out of place or never closed, so that no cell's end is certain; mend the line and run again.`,
  }),
  missing_heading: ({ field }) => ({
    vi: `không có cột ${headingWords[field]?.vi ?? field}; dòng đầu của tệp phải là tiêu đề cột.`,
    en: `there is no column ${headingWords[field]?.en ?? field}; the first row of the file must hold the headings.`,
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
  wrong_option: { vi: 'tuỳ chọn không hợp lệ.', en: 'not a valid option.' },
  not_in_force: ({ on, from, to }) => ({
    vi: `bộ tiêu chí không có hiệu lực vào ngày ${on}${from ? `; có hiệu lực từ ${from}` : ''}${to ? ` đến ${to}` : ''}.`,
    en: `the criteria set is not in force on ${on}${from ? `; it is from ${from}` : ''}${to ? ` to ${to}` : ''}.`,
  }),
  group_differs: ({ expected: group }) => ({
    vi: `bộ tiêu chí này dành cho nhóm ${group}, hồ sơ thuộc nhóm khác.`,
    en: `this set is for the group ${group}, the record is of another.`,
  }),
  not_monotone: ({ facts }) => ({
    vi: `trong bộ này, thêm minh chứng có thể làm giảm điểm (${facts.join(', ')}), nên không lập được kế hoạch cải thiện.`,
    en: `in this set more evidence may lower a score (${facts.join(', ')}), so no improvement can be planned.`,
  }),
  cyclic_unit: {
    vi: 'các đơn vị là cấp trên của nhau thành vòng; sửa bảng đơn vị.',
    en: 'units lie above each other in a circle; mend the table of units.',
  },
  several_sets: ({ ids }) => ({
    vi: `các tệp tạo thành nhiều bộ (${ids.join(', ')}); nạp mỗi lần một bộ.`,
    en: `the files make several sets (${ids.join(', ')}); load one at a time.`,
  }),
  too_deep: ({ limit }) => ({
    vi: `lồng quá ${limit} tầng.`,
    en: `nested more than ${limit} deep.`,
  }),
  unknown_base: ({ base }) => ({ vi: `không có bộ gốc “${base}” để mở rộng.`, en: `there is no set “${base}” to extend.` }),
  missing_file: ({ id }) => ({
    vi: `thiếu tệp ${id}.json; đưa vào cùng, hoặc cho bộ gốc (base).`,
    en: `${id}.json is missing; add it, or give a base.`,
  }),
  cyclic_base: { vi: 'các bộ mở rộng lẫn nhau thành vòng.', en: 'sets extend each other in a circle.' },
  duplicate_id: ({ id }) => ({ vi: `“${id}” có hai lần.`, en: `“${id}” is there twice.` }),
  malformed: ({ expected: of }) => ({ vi: `không đúng định dạng (${of}).`, en: `malformed (${of}).` }),
  unknown_id: ({ id }) => ({ vi: `không có “${id}”.`, en: `there is no “${id}”.` }),
  unknown_parameter: ({ parameter }) => ({ vi: `tham số “${parameter}” không có.`, en: `there is no parameter “${parameter}”.` }),
  unknown_condition: ({ condition }) => ({
    vi: `điều kiện “${condition}” không có.`,
    en: `there is no condition “${condition}”.`,
  }),
  cyclic_condition: ({ condition }) => ({
    vi: `điều kiện “${condition}” gọi lại chính nó.`,
    en: `condition “${condition}” refers to itself.`,
  }),
  unknown_operator: ({ operator }) => ({ vi: `toán tử “${operator}” không có.`, en: `there is no operator “${operator}”.` }),
  wrong_operator: ({ operator, type }) => ({
    vi: `toán tử “${operator}” không dùng được cho kiểu ${type}.`,
    en: `operator “${operator}” cannot be used on ${type}.`,
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
    vi: `hai bộ của nhóm ${group} cùng có hiệu lực (${files.join(', ')}); đặt ngày kết thúc cho bộ trước.`,
    en: `two sets of the group ${group} are in force together (${files.join(', ')}); end the earlier one.`,
  }),
  not_nested: ({ indicator, points, below, on }) => ({
    vi: `chỉ số ${indicator}: có người đạt mức ${points} mà không đạt mức ${below} (ngày ${on}); xem counterexample.`,
    en: `indicator ${indicator}: someone can meet level ${points} without level ${below} (on ${on}); see the counterexample.`,
  }),
  nesting_not_decided: ({ indicator }) => ({
    vi: `chỉ số ${indicator}: quá nhiều tổ hợp, chưa kiểm tra được các mức có lồng nhau hay không.`,
    en: `indicator ${indicator}: too many combinations to decide whether its levels are nested.`,
  }),
  official_without_source: {
    vi: 'ghi “official” thì phải có nguồn đầy đủ: văn bản, số, ngày, điều khoản, địa chỉ.',
    en: '“official” needs a complete source: document, number, date, article, address.',
  },
  proposed_with_source: {
    vi: 'số đề xuất không được gắn nguồn; ghi lý do ở rationale, gợi ý ở inspiredBy.',
    en: 'a proposed number may not carry a source; say why in rationale, and what it follows in inspiredBy.',
  },
  basis_without_source: { vi: 'thiếu nguồn (source).', en: 'a source is missing.' },
  proposed_without_rationale: { vi: 'số đề xuất phải có lý do (rationale).', en: 'a proposed number needs its rationale.' },
  unknown_text_parameter: ({ parameter }) => ({
    vi: `câu chữ nhắc tham số “{${parameter}}” không có.`,
    en: `the text names a parameter “{${parameter}}” that does not exist.`,
  }),
  against_fact_way: ({ fact }) => ({
    vi: `điều kiện đi ngược chiều tốt hơn của ${fact}; thêm minh chứng có thể làm giảm điểm.`,
    en: `this goes against the way in which ${fact} is better; more evidence may lower a score.`,
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
