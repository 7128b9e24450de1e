import { textFile, uselessFile, type AwkwardFile } from './awkward-file.js'

/** What stands above, below and between the people. */
export const layoutFiles = (): AwkwardFile[] => [
  textFile('titles-above.csv', {
    top: [
      'HỘI KHUYẾN HỌC XÃ A;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;',
      ';;Độc lập - Tự do - Hạnh phúc;',
      '',
      'DANH SÁCH NGƯỜI ĐĂNG KÝ, NĂM 2025;;;',
      'STT;Mã;Nhóm đối tượng;Nơi ở',
    ],
    below: ['1;P1;Nông dân;Thôn 1', '2;P2;Công nhân;Thôn 2'],
  }),
  textFile('headings-in-two-rows.csv', {
    top: ['STT,Mã,Nhóm,Minh chứng,,Điểm,', ',,,booksRead,Ghi chú,reading,Khác', '(1),(2),(3),(4),(5),(6),(7)'],
    below: ['1,P1,Nông dân,3,tốt,7,', '2,P2,Công nhân,0,,8.5,'],
  }),
  textFile('columns-numbered-below.csv', { top: ['Mã,Nhóm,Nơi ở', '1,2,3'], below: ['P1,Nông dân,X01'] }),
  textFile('headings-again-in-the-middle.csv', {
    top: ['Mã,Nhóm,Nơi ở'],
    below: ['P1,Nông dân,X01', 'Mã,Nhóm,Nơi ở', 'P2,Công nhân,X02'],
  }),
  textFile('total-at-the-end.csv', {
    top: ['STT,Mã,Nhóm,booksRead'],
    below: ['1,P1,Nông dân,3', '2,P2,Công nhân,4', 'Tổng cộng,,,7'],
  }),
  textFile('signatures-below.csv', {
    top: ['Mã,Nhóm,Nơi ở'],
    below: ['P1,Nông dân,X01', ',,', ',,"Xã A, ngày 15 tháng 12 năm 2025"', 'Người lập biểu,,Chủ tịch Hội', '(Ký tên),,'],
  }),
  textFile('columns-nobody-asked-for.csv', {
    top: ['Họ và tên,Mã,Ghi chú,Nhóm,digitalLevel'],
    below: ['Nguyễn Văn Mẫu,P1,đã nghỉ,Nông dân,4'],
  }),
  textFile('only-headings.csv', { top: ['Mã,Nhóm,Nơi ở'], below: [] }),
  textFile('units-below-the-headings.csv', {
    top: ['Mã,Nhóm,booksRead'],
    below: [',,(cuốn)', 'P1,Nông dân,3'],
  }),
  uselessFile('empty.csv', ''),
  uselessFile('only-a-mark.csv', '\uFEFF'),
  uselessFile('only-blank-lines.csv', '\r\n,,\r\n  \r\n'),
  uselessFile('no-headings.csv', 'P1,Nông dân,X01\nP2,Công nhân,X02\n'),
  uselessFile('no-column-of-ids.csv', 'Họ và tên,Nhóm,Nơi ở\nNguyễn Văn Mẫu,Nông dân,X01\n'),
  uselessFile('one-heading-twice.csv', 'Mã,Nhóm,Năm sinh,Ngày sinh\nP1,Nông dân,1970,17/05/1970\n'),
  uselessFile('headings-too-far-down.csv', `${'Tiêu đề\n'.repeat(31)}Mã,Nhóm\nP1,Nông dân\n`),
]
