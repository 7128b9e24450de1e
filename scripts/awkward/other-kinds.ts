import { workbook } from '../../test/support/workbook.js'
import { uselessFile, type AwkwardFile } from './awkward-file.js'

/** Files that are not what their names say. */
export const otherKindFiles = (): AwkwardFile[] => [
  uselessFile('old-workbook.csv', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0)),
  uselessFile('old-workbook.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0)),
  uselessFile('workbook.csv', workbook([{ name: 'A', rows: [['Mã', 'Nhóm']] }])),
  uselessFile('workbook.ndjson', workbook([{ name: 'A', rows: [['Mã', 'Nhóm']] }])),
  uselessFile('table.xlsx', 'Mã,Nhóm\nP1,Nông dân\n'),
  uselessFile('document-pdf.csv', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1')),
  uselessFile('document-pdf-of-plain-letters.csv', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
  uselessFile('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52)),
  uselessFile(
    'web-page.xls',
    '\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Mã</td><td>Nhóm</td></tr></table></body></html>',
  ),
  uselessFile('records.csv', '[{"id":"P1","group":"farmer"}]\n'),
  uselessFile('records-a-line.csv', '{"id":"P1","group":"farmer"}\n{"id":"P2","group":"farmer"}\n'),
]
