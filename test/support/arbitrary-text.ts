import fc from 'fast-check'

const begins = ['=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ' ', '', '']
const middles = [
  'Nguyễn Thị Ánh',
  'Thôn Đồng Xuân',
  'xã Ninh Thắng; tổ 3',
  'a,b',
  'SUM(A1:A9)',
  '1+1',
  '001234567890',
  '_x000D_',
  '&amp;<b>',
]
const decomposed = middles.map((text) => text.normalize('NFD'))

/** Vietnamese text as people and programs write it, with signs in front that a spreadsheet may run, and any other sign. */
export const anyText = fc.oneof(
  fc
    .tuple(fc.constantFrom(...begins), fc.constantFrom(...middles, ...decomposed), fc.string({ unit: 'binary', maxLength: 4 }))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)
