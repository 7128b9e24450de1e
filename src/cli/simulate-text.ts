import type { Text } from '../index.js'

/** Everything that `cdht simulate` says. */
export const simulateText = {
  wholeNumber: (option: string, most: number): Text => ({
    vi: `${option} nhận một số nguyên từ 1 đến ${most}.`,
    en: `${option} takes a whole number from 1 to ${most}.`,
  }),
  outMissing: {
    vi: 'Chưa nêu tệp cần ghi. Hãy thêm --out và tên một tệp .csv.',
    en: 'Where to? Add --out and the name of a .csv file.',
  },
  done: (adults: string, communes: number, path: string, on: string): Text => ({
    vi: [
      `Đã ghi ${adults} người lớn GIẢ ĐỊNH của ${communes} xã: ${path}`,
      `Không ai trong tệp có thật, và tỷ lệ trong tệp không nói gì về một địa phương nào. Đánh giá: cdht assess ${path} --on ${on}`,
    ].join('\n'),
    en: [
      `Adults who do NOT exist, of ${communes} communes: ${adults}, ${path}`,
      `Nobody in this file is real, and its rates say nothing of any place. To assess them: cdht assess ${path} --on ${on}`,
    ].join('\n'),
  }),
} as const

export const simulateHelp: Text = {
  vi: `Ghi danh sách người lớn giả định của một tỉnh không có thật, với tỷ lệ như dữ liệu mẫu: để biết
chạy cả tỉnh mất bao lâu, và để tập huấn. Cùng số người, số xã và số gieo thì ra cùng một tệp.

Cách dùng:
  cdht simulate --out <tệp.csv> [tuỳ chọn]

Tuỳ chọn:
  --out <tệp.csv>       Ghi vào tệp này (bắt buộc); mỗi triệu người khoảng 1 GB
  --adults <số>         Số người lớn (mặc định 3300000)
  --communes <số>       Số xã (mặc định 129)
  --seed <số>           Số gieo; số khác cho những người khác (mặc định 1)
  --lang <vi|en>        Ngôn ngữ
`,
  en: `Write adults of a province that does not exist, at the rates of the sample: to see how long a whole
province takes, and to teach. The same numbers and the same seed give the same file.

Usage:
  cdht simulate --out <file.csv> [options]

Options:
  --out <file.csv>      Write to this file (required); about 1 GB for a million people
  --adults <number>     Number of adults (default 3300000)
  --communes <number>   Number of communes (default 129)
  --seed <number>       Another seed gives other people (default 1)
  --lang <vi|en>        Language
`,
}
