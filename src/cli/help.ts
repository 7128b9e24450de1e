import type { Text } from '../model/text.js'
import { reportHelp as report } from './report-text.js'
import { simulateHelp as simulate } from './simulate-text.js'
import { sqlDialects } from '../sql.js'

const overview: Text = {
  vi: `cdht: đánh giá theo bộ tiêu chí “Công dân học tập”

Cách dùng:
  cdht inspect <tệp>                                 Xem thử tệp đọc được những gì
  cdht assess <tệp> --on <ngày> [--out <tệp>]        Đánh giá mọi người trong tệp
  cdht report <tệp> [tệp khác ...]                   Gộp kết quả thành báo cáo theo đơn vị và nhóm
  cdht explain <tệp> --id <mã> --on <ngày>           Giải thích kết quả của một người;
                                                     thêm --html <tệp> để có trang in
  cdht replay <kết-quả.json> <hồ-sơ.json>            Tính lại để kiểm một kết quả đã ghi
  cdht sets                                          Các bộ tiêu chí có sẵn
  cdht check <tệp.json>                              Kiểm tra tệp tiêu chí
  cdht compare <tệp> --after <bộ> --on <ngày>        Đổi tiêu chí thì ai được, ai mất
  cdht emit --set <bộ> --on <ngày> [--out <tệp.js>]  Ghi bộ tiêu chí thành mã JavaScript
  cdht template --group <nhóm> [--out <tệp.xlsx>]    Mẫu phiếu Excel để điền, rồi đọc lại
  cdht simulate --out <tệp.csv>                      Ghi danh sách người giả định của cả một tỉnh
  cdht sql --set <bộ> --dialect <hệ> --mapping <tệp> Ghi bộ tiêu chí thành câu lệnh SQL

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
  cdht report <file> [more files ...]                Merge results into a report by unit and group
  cdht explain <file> --id <id> --on <day>           Explain the result of one person;
                                                     --html <file> makes pages to print
  cdht replay <assessment.json> <record.json>        Prove or refute a result that was told before
  cdht sets                                          The criteria sets that come with it
  cdht check <file.json>                             Check criteria files
  cdht compare <file> --after <set> --on <day>       Who gains and who loses by other criteria
  cdht emit --set <set> --on <day> [--out <file.js>] Write a set as JavaScript
  cdht template --group <group> [--out <file.xlsx>]  A form to fill in with Excel, and to read back
  cdht simulate --out <file.csv>                     Write people of a province that does not exist
  cdht sql --set <set> --dialect <engine> --mapping <file>  Write a set as a SQL query

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
  --set <bộ|tệp.json>   Dùng một bộ tiêu chí cho mọi người, ví dụ framework, hoặc bộ của bạn;
                        nêu nhiều lần thì mỗi người dùng bộ của nhóm mình có hiệu lực vào
                        ngày đánh giá; nếu không nêu thì chọn theo nhóm
  --accept <ai,...>     Chỉ tính thông tin do những bên này xác nhận: self (tự khai),
                        branch (chi hội), employer (đơn vị), certificate (chứng chỉ),
                        log (nhật ký hệ thống)`,
  en: `  --on <day>            Day of the assessment, such as 2025-12-31 (required)
  --set <set|file.json> Judge everybody by one set, such as framework, or by yours; given several
                        times, each person by the one of the group in force on the day;
                        otherwise the group decides
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

const lists: Text = {
  vi: `  --activities <tệp>    Hoạt động học tập ghi ở tệp riêng, mỗi dòng một hoạt động: các cột Mã, Loại
                        hoạt động, Nội dung, Từ ngày, Đến ngày, Số giờ, Có chứng nhận
  --certificates <tệp>  Chứng chỉ ghi ở tệp riêng: các cột Mã, Loại chứng chỉ, Bậc, Ngày cấp
  --pseudonymise-key-file <tệp>
                        Thay số định danh cá nhân (12 chữ số) bằng mã giả, theo khoá bí mật trong
                        tệp này (ít nhất 32 byte); mã không đúng 12 chữ số thì dòng bị loại
  --pad-zeros           Khi thay mã: coi mã 10, 11 chữ số là số định danh mà Excel đã bỏ số 0 ở đầu`,
  en: `  --activities <file>   Learning activities in a file of their own, one a row: columns id, kind,
                        topic, from, to, hours, certificate
  --certificates <file> Certificates in a file of their own: columns id, kind, level, issuedOn
  --pseudonymise-key-file <file>
                        Replace citizen numbers (12 digits) by pseudonyms under the secret key in
                        this file (at least 32 bytes); rows with any other id are rejected
  --pad-zeros           When ids are replaced: take 10 or 11 digits for a citizen number whose
                        zeros Excel has dropped`,
}

const assess: Text = {
  vi: `Đánh giá mọi người trong một tệp, in bảng tổng hợp theo nhóm.

Cách dùng:
  cdht assess <tệp> --on <ngày> [--out <tệp>] [tuỳ chọn]
  cdht assess - --on <ngày> [--set <bộ>] [--accept <ai,...>]

  Với “-”, cho phần mềm khác: mỗi dòng của đầu vào chuẩn là một bản ghi JSON và được trả lời ngay
  bằng một dòng JSON: {"line":1,"ok":true,"assessment":{...}} hoặc
  {"line":2,"ok":false,"id":"...","issues":[{"code":"...","path":[...],"message":"..."}]}

Tuỳ chọn:
${judging.vi}
${reading.vi}
${lists.vi}
  --out <tệp>           Ghi kết quả từng người vào tệp này, theo đuôi tên tệp: .xlsx là tệp Excel
                        có cả bảng tổng hợp, dòng bị loại và chú giải; .ndjson là mỗi dòng
                        một kết quả đầy đủ dạng JSON; còn lại là CSV
  --rejects <tệp>       Ghi các dòng bị loại và lý do vào tệp CSV này; nếu không nêu: một trang
                        của tệp .xlsx, hoặc tên tệp kết quả đổi đuôi thành .rejected.csv
  --tally <tệp.json>    Ghi số đếm theo đơn vị và nhóm, không có mã của ai, để cdht report gộp
  --report <tệp>        Ghi báo cáo cả tệp thành một trang HTML có hình, bảng, căn cứ và nguồn;
                        không có dữ liệu của riêng ai; in được trên giấy A4
  --report-lang <vi|en> Ngôn ngữ của báo cáo, nếu khác --lang
  --hide <số>           Báo cáo ẩn các số dưới chừng này người (mặc định 5; 0 là không ẩn)
  --headings <kiểu>     Tiêu đề và chữ trong tệp: id (cho phần mềm), vi hoặc en (cho người đọc);
                        mặc định: id, riêng tệp .xlsx theo --lang
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}
Mã thoát: 0 xong; 1 xong nhưng có dòng bị loại; 2 dùng sai hoặc tệp không dùng được.
`,
  en: `Assess everybody in a file and print a summary by group.

Usage:
  cdht assess <file> --on <day> [--out <file>] [options]
  cdht assess - --on <day> [--set <set>] [--accept <who,...>]

  With “-”, for other software: every line of standard input is a record as JSON, and is answered
  at once by a line of JSON: {"line":1,"ok":true,"assessment":{...}} or
  {"line":2,"ok":false,"id":"...","issues":[{"code":"...","path":[...],"message":"..."}]}

Options:
${judging.en}
${reading.en}
${lists.en}
  --out <file>          Write the results of each person to this file. Its name tells: .xlsx is a
                        workbook with the summary, rejected rows and a legend as well; .ndjson
                        the whole result as JSON, one line a person; anything else CSV
  --rejects <file>      Write the rejected rows and why to this CSV file; by default a sheet of the
                        .xlsx file, or the name of the results, ending in .rejected.csv
  --tally <file.json>   Write counts by unit and group, nobody's id, for cdht report to merge
  --report <file>       Write a report on the whole file, one HTML page with charts, tables, basis
                        and sources; it holds nothing of any one person and prints on A4
  --report-lang <vi|en> Language of the report, where it is not that of --lang
  --hide <number>       The report hides counts of fewer people than this (default 5; 0 hides none)
  --headings <kind>     Headings and words in the files: id (for programs), vi or en (for
                        readers); by default id, and of an .xlsx file the language of --lang
  --lang <vi|en>        Language

${fileNotes.en}
Exit codes: 0 done; 1 done, some rows rejected; 2 wrong usage or a file that cannot be used.
`,
}

const explain: Text = {
  vi: `Giải thích kết quả của một người: tiêu chí nào đạt, còn thiếu gì, cần thêm gì, dựa vào đâu.

Cách dùng:
  cdht explain <tệp> --id <mã> --on <ngày> [tuỳ chọn]
  cdht explain <tệp> --on <ngày> --html <tệp.html> [--id <mã>...] [tuỳ chọn]

Tuỳ chọn:
  --id <mã>             Mã của người cần xem; với --html nêu được nhiều lần,
                        không nêu thì lấy mọi người trong tệp
  --html <tệp.html>     Ghi ra tệp HTML, mỗi người một trang A4 khi in;
                        mở bằng trình duyệt, xem được trên điện thoại
  --assessment <tệp>    Ghi kết quả của một người ra tệp JSON này, và
  --record <tệp>        hồ sơ của người đó ra tệp JSON này: cdht replay đọc được cả hai
${judging.vi}
${reading.vi}
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}
Mã thoát: 0 xong; 1 có người mà dòng của họ có lỗi nên không đánh giá được; 2 dùng sai, tệp không
dùng được, hoặc không thấy mã: khi đó không ghi gì.
`,
  en: `Explain the result of one person: what is met, what is missing, what would close it, on what basis.

Usage:
  cdht explain <file> --id <id> --on <day> [options]
  cdht explain <file> --on <day> --html <file.html> [--id <id>...] [options]

Options:
  --id <id>             Id of the person; with --html it may be given several times,
                        and without it everybody of the file is taken
  --html <file.html>    Write an HTML file, one page of A4 a person in print;
                        for any browser, phones too
  --assessment <file>   Write the result of one person to this JSON file, and
  --record <file>       the record to this one: both are what cdht replay reads
${judging.en}
${reading.en}
  --lang <vi|en>        Language

${fileNotes.en}
Exit codes: 0 done; 1 somebody's row has errors and could not be assessed; 2 wrong usage, a file
that cannot be used, or an id that is not there: nothing was written.
`,
}

const replay: Text = {
  vi: `Tính lại một kết quả từ hồ sơ, theo đúng bộ tiêu chí và ngày ghi trong kết quả, rồi so từng chỗ.

Cách dùng:
  cdht replay <kết-quả.json> <hồ-sơ.json> [tuỳ chọn]

Tệp kết quả là kết quả của evaluate, tệp hồ sơ là hồ sơ đã đánh giá, cả hai ghi dạng JSON.
Mã, phiên bản và mã kiểm của bộ tiêu chí phải đúng như kết quả ghi; nếu khác, lệnh nói khác ở đâu.
Không in ra thông tin của người trong hồ sơ: chỉ in tên chỗ khác nhau, điểm và kết luận.

Tuỳ chọn:
  --set <tệp.json>      Tệp của bộ tiêu chí riêng; có nhiều tệp thì nêu nhiều lần.
                        Bộ có sẵn thì không cần nêu
  --accept <ai,...>     Như khi lập kết quả, nếu khi đó có dùng
  --lang <vi|en>        Ngôn ngữ

Mã thoát: 0 giống nhau; 1 khác nhau; 2 không tính lại được (dùng sai, tệp không dùng được,
hồ sơ có lỗi, hoặc không đúng bộ tiêu chí).
`,
  en: `Work a result out again from its record, by the very set and day that the result names, and compare.

Usage:
  cdht replay <assessment.json> <record.json> [options]

The first file is what evaluate gave, the second the record that was assessed, both as JSON.
Id, version and digest of the set must be those that the result names; if not, the differing ones
are told. Nothing of the person is printed: only the places that differ, points and verdicts.

Options:
  --set <file.json>     A file of a criteria set of one's own; name each file of several.
                        Sets that come with this tool need none
  --accept <who,...>    As when the result was made, if it was used then
  --lang <vi|en>        Language

Exit codes: 0 the same; 1 different; 2 not worked out again (wrong usage, a file that cannot
be used, a record with errors, or another criteria set).
`,
}

const sets: Text = {
  vi: `Liệt kê các bộ tiêu chí có sẵn, phiên bản và căn cứ của chúng.

Cách dùng:
  cdht sets [--on <ngày>]

Tuỳ chọn:
  --on <ngày>           Chỉ các bộ có hiệu lực vào ngày này, kèm phiếu của từng nhóm
                        theo quyết định có hiệu lực
  --lang <vi|en>        Ngôn ngữ
`,
  en: `List the criteria sets that come with this tool, their versions and what they rest on.

Usage:
  cdht sets [--on <day>]

Options:
  --on <day>            Only the sets in force on this day, with the forms that each group has
                        by the decisions in force
  --lang <vi|en>        Language
`,
}

const check: Text = {
  vi: `Kiểm tra tệp tiêu chí: lỗi làm bộ không dùng được, và những chỗ có vẻ nhầm.

Cách dùng:
  cdht check <tệp.json> [tệp khác.json ...] [--on <ngày>]

  Nêu mọi tệp của bộ: tệp mở rộng một bộ có sẵn (ví dụ farmer) thì không cần thêm gì.
  Nêu nhiều bộ của một nhóm thì kiểm tra luôn ngày hiệu lực có chồng nhau không.

Tuỳ chọn:
  --on <ngày>           Báo các con số đối chiếu với nguồn lần cuối đã quá một năm trước ngày này
  --lang <vi|en>        Ngôn ngữ

Mã thoát: 0 không có lỗi (có thể có lưu ý); 1 có lỗi; 2 dùng sai hoặc tệp không đọc được.
`,
  en: `Check criteria files: errors that make a set unusable, and what looks like a slip.

Usage:
  cdht check <file.json> [other.json ...] [--on <day>]

  Name all files of the set: one that extends a set that comes with this tool, such as farmer,
  needs no other. Of several sets of one group, the days in force must not overlap.

Options:
  --on <day>            Tell numbers last compared with their source over a year before this day
  --lang <vi|en>        Language

Exit codes: 0 no errors (there may be notes); 1 errors; 2 wrong usage or a file that cannot be read.
`,
}

const compare: Text = {
  vi: `Đánh giá cùng những người theo hai bộ tiêu chí: ai đạt thêm, ai không còn đạt, theo nhóm và
theo chỉ số.

Cách dùng:
  cdht compare <tệp> --after <bộ> --on <ngày> [--before <bộ>] [--list]

Tuỳ chọn:
  --after <bộ>          Bộ tiêu chí mới: tên một bộ có sẵn, hoặc tệp .json của bạn;
                        nêu nhiều lần để đổi nhiều nhóm cùng lúc
  --before <bộ>         Bộ tiêu chí cũ, cách ghi như trên; nếu không nêu: các bộ có sẵn, theo nhóm
  --on <ngày>           Ngày đánh giá, dạng 2025-12-31 (bắt buộc)
  --list                In mã của những người đạt thêm và không còn đạt
${reading.vi}
  --lang <vi|en>        Ngôn ngữ

${fileNotes.vi}
Mã thoát: 0 xong; 1 xong nhưng có dòng bị loại; 2 dùng sai hoặc tệp không dùng được.
`,
  en: `Assess the same people by two sets of criteria: who gains, who loses, by group and by indicator.

Usage:
  cdht compare <file> --after <set> --on <day> [--before <set>] [--list]

Options:
  --after <set>         The new criteria: the id of a set, or a .json file of yours;
                        give it several times to change several groups
  --before <set>        The old criteria, told likewise; by default the sets that come with this tool
  --on <day>            Day of the assessment, such as 2025-12-31 (required)
  --list                Print the ids of those who gain and of those who lose
${reading.en}
  --lang <vi|en>        Language

${fileNotes.en}
Exit codes: 0 done; 1 done, some rows rejected; 2 wrong usage or a file that cannot be used.
`,
}

const emit: Text = {
  vi: `Ghi một bộ tiêu chí, ở một ngày, thành một mô-đun JavaScript chạy độc lập:
không cần gói nào khác, không tạo mã lệnh từ chuỗi ký tự; người rà soát đọc được từng mức điểm
và căn cứ của nó.

Cách dùng:
  cdht emit --set <bộ> --on <ngày> [--out <tệp.js>] [tuỳ chọn]

Tuỳ chọn:
  --set <bộ|tệp.json>   Bộ tiêu chí, ví dụ farmer (xem cdht sets), hoặc bộ của bạn (bắt buộc)
  --on <ngày>           Ngày đánh giá, dạng 2025-12-31 (bắt buộc)
  --accept <ai,...>     Chỉ tính thông tin do những bên này xác nhận:
                        self, branch, employer, certificate, log
  --out <tệp.js>        Ghi vào tệp này (.js hoặc .mjs), và ghi khai báo kiểu TypeScript
                        vào tệp .d.ts (.d.mts) bên cạnh; nếu không nêu thì in ra màn hình
  --lang <vi|en>        Ngôn ngữ

Mô-đun có:
  assess(record)           Kết quả, điểm, mức kỹ năng số, căn cứ;
                           undefined nếu bản ghi có lỗi hoặc thuộc nhóm khác
  scoreInto(record, out)   Chỉ các con số, cho dữ liệu lớn;
                           false nếu bản ghi có lỗi hoặc thuộc nhóm khác
Mô-đun không giải thích, cũng không nói còn thiếu gì: hãy dùng cdht explain hoặc thư viện.
`,
  en: `Write a criteria set for one day as a JavaScript module that runs alone: it needs no other
package, makes no code from text, and a reviewer can read every level and what it rests on.

Usage:
  cdht emit --set <set> --on <day> [--out <file.js>] [options]

Options:
  --set <set|file.json> The set, such as farmer (see cdht sets), or yours (required)
  --on <day>            Day of the assessment, such as 2025-12-31 (required)
  --accept <who,...>    Count only evidence that these attest: self, branch, employer,
                        certificate, log
  --out <file.js>       Write to this file (.js or .mjs), and TypeScript declarations to
                        .d.ts (.d.mts) beside it; by default the module is printed
  --lang <vi|en>        Language

The module has:
  assess(record)           Verdict, points, digital-skill level, basis;
                           undefined if the record is malformed or of another group
  scoreInto(record, out)   The numbers alone, for bulk work;
                           false if the record is malformed or of another group
It explains nothing and does not tell what is missing: use cdht explain or the library for that.
`,
}

const template: Text = {
  vi: `Ghi mẫu phiếu Excel (.xlsx) để điền minh chứng của một nhóm: mỗi người một dòng, có danh sách chọn,
ghi chú ở tiêu đề và trang hướng dẫn. Phiếu chỉ hỏi những điều bộ tiêu chí dùng đến.
Phiếu do bộ công cụ soạn, không phải mẫu phiếu chính thức.

Cách dùng:
  cdht template --group <nhóm> [--out <tệp.xlsx>] [--lang en]
  cdht template --set <bộ|tệp.json> [--out <tệp.xlsx>]

Tuỳ chọn:
  --group <nhóm>        farmer, worker, civil-servant, public-employee, entrepreneur, manager,
                        learner, general
  --set <bộ|tệp.json>   Theo một bộ tiêu chí, ví dụ framework, hoặc bộ của bạn; bộ gồm nhiều tệp
                        thì nêu từng tệp
  --out <tệp.xlsx>      Tên tệp; nếu không nêu: phieu-<nhóm>.xlsx. Không ghi đè tệp đã có
  --lang <vi|en>        Ngôn ngữ của phiếu

Phiếu đã điền đọc được bằng cdht inspect, cdht assess như mọi tệp Excel. Ô nhận nhiều mục (nguồn
thông tin, hoạt động học tập, chứng chỉ...) ghi như trong tệp CSV: các mục cách nhau bằng “;”.
`,
  en: `Write a form (.xlsx) for the evidence of one group: a row a person, with lists to choose from, notes
on the headings and a sheet that explains it. It asks only what the criteria set uses.
It is made by this tool and is no official form.

Usage:
  cdht template --group <group> [--out <file.xlsx>] [--lang en]
  cdht template --set <set|file.json> [--out <file.xlsx>]

Options:
  --group <group>       farmer, worker, civil-servant, public-employee, entrepreneur, manager,
                        learner, general
  --set <set|file.json> After a criteria set, such as framework, or yours; name each file of a set
                        of several
  --out <file.xlsx>     Name of the file; by default phieu-<group>.xlsx. Nothing is overwritten
  --lang <vi|en>        Language of the form

A form that was filled in is read by cdht inspect and cdht assess like any workbook. Cells of
several answers (sources, activities, certificates...) are written as in CSV, parted by “;”.
`,
}

const sql: Text = {
  vi: `Ghi một bộ tiêu chí, ở một ngày, thành một câu lệnh SELECT chạy ngay trong cơ sở dữ liệu:
dữ liệu không phải rời đi đâu; mỗi người một dòng, đúng các cột của cdht assess.

Cách dùng:
  cdht sql --set <bộ> --on <ngày> --dialect <hệ> --mapping <tệp.json> [tuỳ chọn]
  cdht sql --set <bộ> --dialect <hệ> --ddl [--out <tệp.sql>]

Tuỳ chọn:
  --set <bộ|tệp.json>   Bộ tiêu chí, ví dụ farmer (xem cdht sets), hoặc bộ của bạn (bắt buộc)
  --dialect <hệ>        Hệ quản trị sẽ chạy câu lệnh (bắt buộc):
                        ${sqlDialects.join(', ')}
  --on <ngày>           Ngày đánh giá, dạng 2025-12-31 (bắt buộc, trừ khi dùng --ddl)
  --mapping <tệp.json>  Dữ liệu nằm ở bảng nào, cột nào; xem docs/sql.md và docs/examples/sql
  --shape <dạng>        assessments: mỗi người một dòng (mặc định); tally: chỉ các con số đếm
  --accept <ai,...>     Chỉ tính thông tin do những bên này xác nhận:
                        self, branch, employer, certificate, log
  --ddl                 Chưa có bảng: in lệnh tạo bảng; với --out thì ghi cả tệp .mapping.json
                        bên cạnh
  --out <tệp.sql>       Ghi vào tệp này; nếu không nêu thì in ra màn hình
  --lang <vi|en>        Ngôn ngữ

Người thuộc nhóm khác không có trong kết quả. Cột refused nêu trường có giá trị không hợp lệ;
người ấy không có kết quả.
`,
  en: `Write a criteria set for one day as one SELECT that runs in the database itself: the data stays
where it is; a row a person, with the columns of cdht assess.

Usage:
  cdht sql --set <set> --on <day> --dialect <engine> --mapping <file.json> [options]
  cdht sql --set <set> --dialect <engine> --ddl [--out <file.sql>]

Options:
  --set <set|file.json> The set, such as farmer (see cdht sets), or yours (required)
  --dialect <engine>    The engine that will run the query (required):
                        ${sqlDialects.join(', ')}
  --on <day>            Day of the assessment, such as 2025-12-31 (required but with --ddl)
  --mapping <file.json> In which tables and columns the data stands; see docs/sql.md and
                        docs/examples/sql
  --shape <shape>       assessments: a row a person (default); tally: counts alone
  --accept <who,...>    Count only evidence that these attest: self, branch, employer,
                        certificate, log
  --ddl                 No tables yet: print statements that create them; with --out also write
                        a .mapping.json beside them
  --out <file.sql>      Write to this file; by default the query is printed
  --lang <vi|en>        Language

People of other groups are not in the result. The column refused names a field whose value cannot
be; that person has no result.
`,
}

export const help = {
  overview,
  inspect,
  assess,
  report,
  explain,
  replay,
  sets,
  check,
  compare,
  emit,
  template,
  simulate,
  sql,
}
