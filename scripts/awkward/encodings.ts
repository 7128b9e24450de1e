import { toTcvn3, toUtf16, toWindows1258 } from '../../test/support/old-bytes.js'
import { textFile, uselessFile, type AwkwardFile } from './awkward-file.js'

const bom = '\uFEFF'
const top = ['Danh sách người học của xã Đoàn Kết;;;', 'Mã;Nhóm đối tượng;Nơi ở;Năm sinh']
const below = [
  'P1;Nông dân;Thôn Đồng Tiến, xã Yên Mỹ;1970',
  'P2;Cán bộ quản lý;Tổ dân phố Phù Lưu;1981',
  'P3;Viên chức;Khu tập thể Nguyễn Huệ;1990',
]
const inEncoding = (name: string, encode: (text: string) => Uint8Array, options?: readonly string[]): AwkwardFile =>
  textFile(name, { top, below, encode, ...(options && { options }) })
const whole = [...top, ...below].join('\r\n')
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** One table in every code that Vietnamese has been written in. */
export const encodingFiles = (): AwkwardFile[] => [
  inEncoding('utf-8-with-mark.csv', (text) => Buffer.from(bom + text)),
  inEncoding('utf-8-letters-apart.csv', (text) => Buffer.from(text.normalize('NFD'))),
  inEncoding('utf-16-le.csv', (text) => toUtf16(bom + text, 'le')),
  inEncoding('utf-16-be.csv', (text) => toUtf16(bom + text, 'be')),
  inEncoding('utf-16-without-mark.csv', (text) => toUtf16(text, 'le')),
  inEncoding('windows-1258.csv', toWindows1258),
  inEncoding('tcvn3-named.csv', toTcvn3, ['--encoding', 'tcvn3']),
  uselessFile('tcvn3.csv', toTcvn3(whole)),
  uselessFile('tcvn3-saved-as-unicode.csv', latin1(toTcvn3(whole))),
  uselessFile('vni.csv', 'Maõ,Nhoùm\nP1,Noâng daân\nP2,Caùn boä quaûn lyù\nP3,Hoïc sinh\nP4,Vieân chöùc\nP5,Coâng chöùc\n'),
  uselessFile('wrong-byte-far-down.csv', Buffer.concat([Buffer.from(whole), Buffer.from([0x0d, 0x0a, 0x50, 0xff, 0x3b])])),
  uselessFile('cut-inside-a-letter.csv', Buffer.from(`${whole}\r\nP4;Nông dân;Xã Đ`).subarray(0, -1)),
  uselessFile('wrong-encoding-named.csv', toWindows1258(whole), ['--encoding', 'utf-8']),
  textFile('signs-that-nobody-sees.csv', {
    top: ['M\u200bã,Nhóm\u00a0đối\u00a0tượng,Nơi ở,booksRead,Năm sinh\uFEFF'],
    below: [
      '\u200bP1,Nông\u00a0dân\u200b,Xã\u00a0A,12\u200b,\u200e1970',
      'P\u00ad1,Nông dân,,,',
      'P2,Viên\u2060 chức,\u200b,\u00a0,?\u200b',
      '\u200b,\u00a0,\uFEFF,,',
    ],
  }),
]
