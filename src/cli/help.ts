import type { Text } from '../model/text.js'

const overview: Text = {
  vi: `cdht: đánh giá theo bộ tiêu chí “Công dân học tập”

Cách dùng:
  cdht inspect <tệp>                                 Xem thử tệp đọc được những gì
  cdht assess <tệp> --on <ngày> [--out <tệp>]        Đánh giá mọi người trong tệp
  cdht explain <tệp> --id <mã> --on <ngày>           Giải thích kết quả của một người
  cdht sets                                          Các bộ tiêu chí có sẵn

  cdht <lệnh> --help    Cách dùng từng lệnh
  cdht --version        Phiên bản
  --lang en             Dùng tiếng Anh (dùng được với mọi lệnh)

Ví dụ:
  cdht assess danh-sach.csv --on 2025-12-31 --out ket-qua.csv --headings vi
`,
  en: `cdht: assess by the “Learning Citizen” (Công dân học tập) criteria

Usage:
  cdht inspect <file>                                See what can be read of a file
  cdht assess <file> --on <day> [--out <file>]       Assess everybody in a file
  cdht explain <file> --id <id> --on <day>           Explain the result of one person
  cdht sets                                          The criteria sets that come with it

  cdht <command> --help    How to use a command
  cdht --version           Version
  --lang en                English (with any command)

Example:
  cdht assess people.csv --on 2025-12-31 --out results.csv --headings en
`,
}

const fileNotes: Text = {
  vi: `Tệp .json, .ndjson: danh sách bản ghi, hoặc mỗi dòng một bản ghi.

Tệp CSV và Excel (.xlsx):
  CSV: mã hoá UTF-8, UTF-16 hoặc Windows-1258; các ô cách nhau bằng dấu phẩy, chấm phẩy hoặc tab.
  Chữ gõ bằng phông TCVN3 (.VnTime) hay VNI bị từ chối; chữ TCVN3 đọc được nếu thêm
  --encoding tcvn3, nhưng chữ hoa toàn bộ có thể mất dấu.
  Cần có dòng tiêu đề với cột Mã và cột Nhóm; phía trên có thể có dòng tên bảng.
  Ô trống nghĩa là chưa có thông tin. Ô ghi “-” hoặc “không” nghĩa là không có.
`,
  en: `Files .json, .ndjson: a list of records, or one record a line.

CSV files and workbooks (.xlsx):
  CSV: UTF-8, UTF-16 or Windows-1258; cells parted by comma, semicolon or tab.
  Text typed in TCVN3 (.VnTime) or VNI fonts is refused; --encoding tcvn3 reads the former,
  but what is all capitals may lose its tones.
  A row of headings, id and group among them, is needed; titles may stand above it.
  A blank cell is not known. A cell with “-” or “không” says that there is none.
`,
}

const judging: Text = {
  vi: `  --on <ngày>           Ngày đánh giá, dạng 2025-12-31 (bắt buộc)
  --set <bộ>            Dùng một bộ tiêu chí cho mọi người, ví dụ framework;
                        nếu không nêu thì chọn theo nhóm
  --accept <ai,...>     Chỉ tính thông tin do những bên này xác nhận: self (tự khai),
                        branch (chi hội), employer (đơn vị), certificate (chứng chỉ),
                        log (nhật ký hệ thống)`,
  en: `  --on <day>            Day of the assessment, such as 2025-12-31 (required)
  --set <set>           Judge everybody by one set, such as framework; otherwise the group decides
  --accept <who,...>    Count only evidence that these attest: self, branch, employer,
                        certificate, log`,
}

const reading: Text = {
  vi: `  --format <kiểu>       Kiểu tệp: csv, xlsx, json, ndjson; nếu không nêu thì theo đuôi tệp
  --encoding <mã>       Bảng mã của tệp chữ: utf-8, utf-16le, utf-16be, windows-1258, tcvn3;
                        nếu không nêu thì tự nhận ra, không chắc chắn thì từ chối
  --sheet <tên>         Trang tính cần đọc của tệp Excel; nếu không nêu: trang đầu không bị ẩn
  --aliases <tệp>       Tệp JSON ghi thêm tiêu đề cột, ví dụ {"birth": ["NS", "Sinh"]}`,
  en: `  --format <kind>       Kind of file: csv, xlsx, json, ndjson; otherwise its name tells
  --encoding <name>     Encoding of a text file: utf-8, utf-16le, utf-16be, windows-1258, tcvn3;
                        otherwise it is found out, and refused where that is not certain
  --sheet <name>        Sheet of a workbook to read; by default the first that is not hidden
  --aliases <file>      JSON file of more headings, such as {"birth": ["NS"]}`,
}

const inspect: Text = {
  vi: `Xem thử một tệp: kiểu tệp, bảng mã, dòng tiêu đề, cột nào đọc được, cột nào không, dòng nào lỗi.
Không đánh giá ai và không in ra giá trị của ai.

Cách dùng:
  cdht inspect <tệp> [tuỳ chọn]

Tuỳ chọn:
${reading.vi}
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}
Mã thoát: 0 đọc được mọi dòng; 1 có dòng bị loại; 2 dùng sai hoặc tệp không dùng được.
`,
  en: `See what can be read of a file: its kind, encoding, headings, columns known or not, wrong rows.
Nobody is assessed and nobody's values are shown.

Usage:
  cdht inspect <file> [options]

Options:
${reading.en}
  --lang <vi|en>        Language

${fileNotes.en}
Exit codes: 0 every row can be read; 1 some are rejected; 2 wrong usage or an unusable file.
`,
}

const assess: Text = {
  vi: `Đánh giá mọi người trong một tệp, in bảng tổng hợp theo nhóm.

Cách dùng:
  cdht assess <tệp> --on <ngày> [--out <tệp>] [tuỳ chọn]

Tuỳ chọn:
${judging.vi}
${reading.vi}
  --out <tệp>           Ghi kết quả từng người vào tệp CSV này
  --rejects <tệp>       Ghi các dòng bị loại và lý do vào tệp này;
                        nếu không nêu: tên tệp kết quả, đổi đuôi thành .rejected.csv
  --headings <kiểu>     Tiêu đề và chữ trong tệp: id (mặc định, cho phần mềm),
                        vi hoặc en (cho người đọc)
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}
Mã thoát: 0 xong; 1 xong nhưng có dòng bị loại; 2 dùng sai hoặc tệp không dùng được.
`,
  en: `Assess everybody in a file and print a summary by group.

Usage:
  cdht assess <file> --on <day> [--out <file>] [options]

Options:
${judging.en}
${reading.en}
  --out <file>          Write the results of each person to this CSV file
  --rejects <file>      Write the rejected rows and why to this file;
                        by default the name of the results, ending in .rejected.csv
  --headings <kind>     Headings and words in the files: id (default, for programs),
                        vi or en (for readers)
  --lang <vi|en>        Language

${fileNotes.en}
Exit codes: 0 done; 1 done, some rows rejected; 2 wrong usage or a file that cannot be used.
`,
}

const explain: Text = {
  vi: `Giải thích kết quả của một người: tiêu chí nào đạt, còn thiếu gì, cần thêm gì, dựa vào đâu.

Cách dùng:
  cdht explain <tệp> --id <mã> --on <ngày> [tuỳ chọn]

Tuỳ chọn:
  --id <mã>             Mã của người cần xem (bắt buộc)
${judging.vi}
${reading.vi}
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}`,
  en: `Explain the result of one person: what is met, what is missing, what would close it, on what basis.

Usage:
  cdht explain <file> --id <id> --on <day> [options]

Options:
  --id <id>             Id of the person (required)
${judging.en}
${reading.en}
  --lang <vi|en>        Language

${fileNotes.en}`,
}

const sets: Text = {
  vi: `Liệt kê các bộ tiêu chí có sẵn, phiên bản và căn cứ của chúng.

Cách dùng:
  cdht sets [--lang <vi|en>]
`,
  en: `List the criteria sets that come with this tool, their versions and what they rest on.

Usage:
  cdht sets [--lang <vi|en>]
`,
}

export const help = { overview, inspect, assess, explain, sets }
