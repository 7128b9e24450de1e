import { toUtf16 } from '../../test/support/old-bytes.js'
import { textFile, uselessFile, type AwkwardFile } from './awkward-file.js'

const p1 = '{"id":"P1","group":"farmer","evidence":{"booksRead":2}}'
const p2 = '{"id":"P2","group":"worker","units":{"residence":"Xã A, \\"Đình\\" [1]"}}'
const lines = (name: string, below: readonly string[], encode?: (text: string) => Uint8Array): AwkwardFile =>
  textFile(name, { top: [], below, lineEnd: '\n', ...(encode && { encode }) })

/** Records as programs hand them over. */
export const jsonFiles = (): AwkwardFile[] => [
  lines('mark-before-the-first.ndjson', [p1, p2], (text) => Buffer.from(`\uFEFF${text}`)),
  lines('utf-16.ndjson', [p1, p2], (text) => toUtf16(`\uFEFF${text}`, 'le')),
  lines('one-line-broken.ndjson', [p1, '{"id":"P3","group":', '', p2, '{"id":"P4"'], (text) =>
    Buffer.from(text.replaceAll('\n', '\r\n')),
  ),
  lines('one-key-twice.ndjson', [
    p1,
    '{"id":"P3","group":"farmer","id":"P4"}',
    '{"id":"P5","group":"farmer","evidence":{"booksRead":2,"booksRead":20}}',
    '{"id":"P6","group":"farmer","evidence":{"booksRead":2},"evidence":{"booksRead":3}}',
    '{"id":"P7","group":"farmer","evidence":{"booksRead":2,"books\\u0052ead":3}}',
    '{"id":"P8","group":"farmer","units":{"residence":"\\"id\\":1, \\"id\\":2"}}',
  ]),
  lines('no-records.ndjson', ['null', '[]', '"P1"', '7', '{}', p2]),
  lines('what-records-do-not-have.ndjson', [
    '{"id":"P1","group":"farmer","hoTen":"Nguyễn Văn Mẫu"}',
    '{"id":"P2","group":"farmer","__proto__":{"group":"worker"}}',
    '{"id":"P3","group":"farmer","evidence":{"sachDaDoc":3}}',
    '{"id":"P4","group":"farmer","evidence":{"booksRead":"3"}}',
    '{"id":5,"group":"farmer"}',
    '{"id":"P6","group":"nong-dan"}',
    '{"id":"P7","group":"farmer","birth":"17/05/1970"}',
    '{"id":"P8","group":"farmer","scores":{"reading":10.5}}',
  ]),
  lines('ids-repeated.ndjson', [p1, p1, p2]),
  lines('a-line-without-end.ndjson', [p1, `{"id":"${'7'.repeat(1_000_000)}"}`, p2]),
  lines('a-table-by-mistake.ndjson', ['Mã,Nhóm', 'P1,Nông dân']),
  { name: 'list.json', bytes: Buffer.from(`\uFEFF[\r\n  ${p1},\r\n  {"id":"P3"},\r\n\r\n  ${p2}\r\n]\r\n`), rows: 3 },
  { name: 'list-with-a-hole.json', bytes: Buffer.from(`[${p1},,\n${p2},]`), rows: 4 },
  { name: 'list-of-nobody.json', bytes: Buffer.from('[]'), rows: 0 },
  uselessFile('list-cut-short.json', `[\n${p1},\n{"id":"P2","gro`),
  uselessFile('two-lists.json', `[${p1}]\n[${p2}]\n`),
  uselessFile('empty.json', ''),
  uselessFile('old-code-page.ndjson', Buffer.from('{"id":"P1","group":"farmer","units":{"residence":"X\xe3 A"}}\n', 'latin1')),
]
