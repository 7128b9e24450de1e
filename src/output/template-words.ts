import type { fieldWords } from '../intake/field-words.js'
import type { Text } from '../model/text.js'

const fields: Record<keyof typeof fieldWords, Text> = {
  id: {
    vi: 'Bắt buộc. Mã hồ sơ của đơn vị, mỗi người một mã, không trùng; không cần họ tên hay số căn cước.',
    en: 'Required. An id of your own, a different one for each person; neither a name nor a citizen number is needed.',
  },
  group: { vi: 'Bắt buộc. Chọn trong danh sách.', en: 'Required. Choose from the list.' },
  birth: { vi: 'Ghi 1970, 5/1970 hoặc 17/5/1970; năm đủ bốn chữ số.', en: '1970, 5/1970 or 17/5/1970; the year in four digits.' },
  'units.residence': {
    vi: 'Mã hoặc tên thôn, tổ dân phố, xã dùng khi báo cáo.',
    en: 'Code or name of the place that reports count by.',
  },
  'units.workplace': { vi: 'Mã hoặc tên cơ quan, đơn vị, trường.', en: 'Code or name of the employer, unit or school.' },
  unitLevel: { vi: 'Cấp của nơi làm việc; chọn trong danh sách.', en: 'Level of the workplace; choose from the list.' },
  memberships: {
    vi: 'Mô hình đã được công nhận mà người này thuộc về; nhiều mô hình cách nhau bằng dấu chấm phẩy; không có thì ghi -',
    en: 'Recognised models the person belongs to, parted by semicolons; - where there is none.',
  },
  disadvantagedArea: {
    vi: 'Sống ở vùng khó khăn: Có hoặc Không; đã hỏi mà chưa rõ thì chọn ?',
    en: 'Lives in a disadvantaged area: Yes or No; ? where it was asked and is not known.',
  },
  registered: { vi: 'Đã đăng ký học tập, phấn đấu: Có hoặc Không.', en: 'Has registered: Yes or No.' },
  recordedOn: { vi: 'Ngày ghi phiếu này, ví dụ 15/12/2025.', en: 'Day on which this was written down, such as 15/12/2025.' },
}

/** What a form to fill in says. */
export const templateWords = {
  form: { vi: 'Phiếu', en: 'Form' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  lists: { vi: 'Danh mục', en: 'Lists' },
  title: (group: string): Text => ({
    vi: `PHIẾU THU THẬP MINH CHỨNG “CÔNG DÂN HỌC TẬP”: ${group}`,
    en: `FORM FOR “LEARNING CITIZEN” EVIDENCE: ${group}`,
  }),
  notOfficial: {
    vi: 'Phiếu do bộ công cụ soạn, KHÔNG phải mẫu phiếu chính thức. Mỗi người một dòng. Ô trống: chưa có thông tin; dấu - : không có. Xem trang “Hướng dẫn”.',
    en: 'Made by this tool; NOT an official form. One row a person. Blank: not known; - : there is none. See the sheet “Guide”.',
  },
  scorePrefix: { vi: 'Điểm', en: 'Score' },
  attesterPrefix: { vi: 'Xác nhận', en: 'Attested' },
  score: {
    vi: 'Chỉ ghi khi phiếu giấy hoặc cán bộ đã cho điểm chỉ số này; điểm ghi ở đây thay cho minh chứng. Chẵn hoặc nửa điểm.',
    en: 'Only where a paper form or an officer has given points; they take the place of the evidence. Whole or half points.',
  },
  attester: {
    vi: 'Ai xác nhận thông tin này; để trống là tự khai.',
    en: 'Who stands behind this; blank means the person alone.',
  },
  rank: { vi: 'Chọn một mức trong danh sách.', en: 'Choose one step from the list.' },
  boolean: { vi: 'Chọn Có hoặc Không.', en: 'Choose Yes or No.' },
  code: { vi: 'Chọn một mục trong danh sách.', en: 'Choose one from the list.' },
  codes: {
    vi: 'Ghi mọi mục đúng với người này, cách nhau bằng dấu chấm phẩy; mục không ghi được hiểu là không. Không có mục nào: ghi -',
    en: 'Write all that hold, parted by semicolons; what is left out is a no. None at all: -',
  },
  whole: (from: number, to: number): Text => ({
    vi: `Số nguyên từ ${from} đến ${to}.`,
    en: `A whole number from ${from} to ${to}.`,
  }),
  decimal: (from: number, to: number): Text => ({ vi: `Số từ ${from} đến ${to}.`, en: `A number from ${from} to ${to}.` }),
  activities: (example: string): Text => ({
    vi: `Mỗi hoạt động ghi: loại|nội dung|từ ngày|đến ngày|số giờ|có chứng nhận; các hoạt động cách nhau bằng dấu chấm phẩy; phần chưa biết để trống. Không có: ghi - \nVí dụ: ${example}`,
    en: `Each activity: kind|topic|first day|last day|hours|certificate; activities parted by semicolons, parts that are not known left blank. None: - \nExample: ${example}`,
  }),
  certificates: (example: string): Text => ({
    vi: `Mỗi chứng chỉ ghi: loại|bậc|ngày cấp; các chứng chỉ cách nhau bằng dấu chấm phẩy; phần chưa biết để trống. Không có: ghi - \nVí dụ: ${example}`,
    en: `Each certificate: kind|level|day of issue; parted by semicolons, parts that are not known left blank. None: - \nExample: ${example}`,
  }),
  fields,
  wrong: { vi: 'Giá trị không đúng', en: 'Not a value for this cell' },
  wrongChoice: {
    vi: 'Hãy chọn trong danh sách, hoặc để trống nếu chưa biết.',
    en: 'Choose from the list, or leave the cell blank.',
  },
  topics: { vi: 'Nội dung', en: 'Topics' },
  kinds: { vi: 'Loại', en: 'Kinds' },
  guideTitle: { vi: 'HƯỚNG DẪN ĐIỀN PHIẾU', en: 'HOW TO FILL IN THE FORM' },
  guideLines: [
    {
      vi: 'Phiếu này do bộ công cụ soạn theo bộ tiêu chí nêu dưới đây, KHÔNG phải mẫu phiếu chính thức của cơ quan nào.',
      en: 'This form was made by a tool, after the criteria set named below; it is NOT an official form of anybody.',
    },
    {
      vi: 'Ghi ở trang “Phiếu”, mỗi người một dòng, ngay dưới dòng tiêu đề. Không sửa dòng tiêu đề.',
      en: 'Write on the sheet “Form”, one row a person, right below the headings. Leave the headings as they are.',
    },
    {
      vi: 'Ô trống nghĩa là chưa có thông tin, không có nghĩa là “không”. Ô ghi - nghĩa là không có.',
      en: 'A blank cell says that something is not known, which is no “no”. A cell with - says that there is none.',
    },
    {
      vi: 'Ngày ghi 17/5/1970, 5/1970 hoặc 1970; chỉ biết năm thì chỉ ghi năm. Năm luôn đủ bốn chữ số.',
      en: 'Days are 17/5/1970, 5/1970 or 1970; where the year alone is known, write the year alone, always in four digits.',
    },
    {
      vi: 'Cột nhận nhiều mục: chọn một mục trong danh sách, hoặc gõ nhiều mục cách nhau bằng dấu chấm phẩy, ví dụ: mục 1; mục 2. Chỉ biết chắc vài mục thì ghi dạng {"mục 1": true, "mục 2": false}; mục không nêu là chưa biết.',
      en: 'Columns of several: choose one from the list, or type several parted by semicolons, such as: one; another. Where only some are known, write {"one": true, "another": false}; what is not named is not known.',
    },
    {
      vi: 'Hai nhóm cột cuối (điểm đã cho, ai xác nhận) đang thu lại: bấm dấu + phía trên để mở khi cần.',
      en: 'The last two blocks of columns (points given, who attests) are folded away: open them by the + above.',
    },
    {
      vi: 'Xem thử phiếu: cdht inspect <tệp>. Đánh giá: cdht assess <tệp> --on <ngày> --out ket-qua.xlsx',
      en: 'To see what is read: cdht inspect <file>. To assess: cdht assess <file> --on <day> --out results.xlsx',
    },
    {
      vi: 'Phiếu đã điền là dữ liệu cá nhân: chỉ đưa cho người có trách nhiệm.',
      en: 'A filled form is personal data: hand it only to those in charge.',
    },
  ],
  guideHeadings: [
    { vi: 'Cột', en: 'Column' },
    { vi: 'Tiêu đề', en: 'Heading' },
    { vi: 'Cách ghi', en: 'How to fill in' },
    { vi: 'Các giá trị', en: 'Values' },
    { vi: 'Thường có ở', en: 'Usually found in' },
  ],
} as const
