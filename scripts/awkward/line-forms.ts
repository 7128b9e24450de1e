import { textFile, uselessFile, type AwkwardFile } from './awkward-file.js'

/** What parts cells and rows: separators, line ends, quotes. */
export const lineFormFiles = (): AwkwardFile[] => [
  textFile('semicolons-and-decimal-commas.csv', {
    top: ['Mã;Nhóm;Điểm: reading;staffTrainedPercent'],
    below: ['P1;Cán bộ quản lý;7,5;62,5', 'P2;Cán bộ quản lý;8;85,5%', 'P3;Cán bộ quản lý;7,25;100'],
  }),
  textFile('tabs.txt', { top: ['Mã\tNhóm\tNơi ở'], below: ['P1\tNông dân\tXã A, huyện B; tỉnh C', 'P2\tCông nhân\t'] }),
  textFile('upright-strokes.txt', {
    top: ['Mã|Nhóm|Nơi ở|certificates'],
    below: ['P1|Nông dân|Xã A, huyện B|"it-basic||2015"', 'P2|Công nhân||-'],
  }),
  textFile('carriage-returns-alone.csv', {
    top: ['Mã,Nhóm,Nơi ở'],
    below: ['P1,Nông dân,X01', ',,', 'P2,Công nhân,X02'],
    lineEnd: '\r',
  }),
  textFile('every-kind-of-line-end.csv', {
    // Each line brings its own end.
    top: ['Mã,Nhóm,Nơi ở\r\n'],
    below: ['P1,Nông dân,X01\n', 'P2,Công nhân,X02\r', 'P3,Viên chức,X03\r\n', 'P4,Doanh nhân,X04'],
    lineEnd: '',
  }),
  textFile('hint-of-the-separator.csv', { top: ['sep=;', 'Mã;Nhóm;Nơi ở'], below: ['P1;Nông dân;Xã A, huyện B'] }),
  textFile('quotes-doubled.csv', {
    top: ['"Mã","Nhóm","Nơi ở"'],
    below: ['P1,"Nông dân","Xóm ""Đình"", xã A"', '"P2","Công nhân","Thôn 1\nxã B"', '"P3",Viên chức,""""'],
    lineEnd: '\n',
  }),
  textFile('separators-at-the-end.csv', {
    top: ['Mã,Nhóm,Nơi ở,,,'],
    below: ['P1,Nông dân,X01,,,', 'P2,Công nhân,X02', ',,,,,', 'P3,Viên chức,X03,,,,'],
  }),
  textFile('comma-in-a-bare-cell.csv', {
    top: ['Mã,Nhóm,Nơi ở'],
    below: ['P1,Nông dân,Xã A, huyện B', 'P2,Công nhân,"Xã A, huyện B"'],
  }),
  textFile('smart-quotes.csv', {
    top: ['Mã,Nhóm,Nơi ở'],
    below: ['P1,“Nông dân”,X01', 'P2,Công nhân,“Xóm Đình”', 'P3,Viên chức,Xóm ‘Chùa’'],
  }),
  textFile('blank-rows.csv', {
    top: ['', ',,', 'Mã,Nhóm,Nơi ở'],
    below: ['', 'P1,Nông dân,X01', '  ', ',,', '\t', 'P2,Công nhân,X02', '', ''],
  }),
  textFile('a-hundred-columns.csv', {
    top: [['Mã', 'Nhóm', ...Array.from({ length: 97 }, (_, at) => `Cột ${at + 1}`), 'booksRead'].join(',')],
    below: [['P1', 'Nông dân', ...Array.from({ length: 97 }, (_, at) => String(at)), '3'].join(','), 'P2,Công nhân'],
  }),
  textFile('no-line-end-at-the-end.csv', { top: ['Mã,Nhóm\n'], below: ['P1,Nông dân\n', 'P2,Công nhân'], lineEnd: '' }),
  uselessFile('cut-inside-a-quote.csv', 'Mã,Nhóm,Nơi ở\nP1,Nông dân,"Xã A"\nP2,Công nhân,"Xã B, huy'),
  uselessFile('quote-out-of-place.csv', 'Mã,Nhóm,Nơi ở\nP1,Nông dân,X01\nP2,Công nhân,"Xóm" Đình\nP3,Viên chức,X03\n'),
  uselessFile('a-million-signs-in-a-cell.csv', `Mã,Nhóm,Nơi ở\nP1,Nông dân,X01\nP2,Nông dân,${'a'.repeat(1_000_000)}\n`),
]
