import type { Lang, Text } from '../src/model/text.js'

interface Room {
  /** Folder in `src/`. */
  name: string
  does: Text
}

/** The folders of `src/`, from what knows nothing of the others to what knows them all; two in one row stand side by side. */
export const house: readonly (readonly Room[])[] = [
  [
    {
      name: 'model',
      does: {
        vi: 'Mọi thứ là gì: kiểu, lược đồ, lỗi và lời của chúng',
        en: 'What things are: types, schemas, issues and their texts',
      },
    },
  ],
  [
    {
      name: 'rules',
      does: {
        vi: 'Điều kiện thành một chương trình phẳng; khoảng giá trị, ba giá trị',
        en: 'Conditions become one flat program; intervals, three values',
      },
    },
  ],
  [
    {
      name: 'assessment',
      does: {
        vi: 'Đánh giá, điều còn thiếu, giải thích, câu hỏi kế tiếp',
        en: 'Assessing, what is missing, explaining, next questions',
      },
    },
  ],
  [
    {
      name: 'sets',
      does: {
        vi: 'Nạp, mở rộng, kiểm tra, so sánh bộ tiêu chí; các bộ có sẵn',
        en: 'Loading, extending, checking, comparing sets; the shipped ones',
      },
    },
  ],
  [
    {
      name: 'population',
      does: { vi: 'Đếm người, tỷ lệ, chỉ tiêu, ẩn số nhỏ', en: 'Counting people, rates, targets, hiding small counts' },
    },
  ],
  [
    { name: 'engine', does: { vi: 'Minh chứng lấy từ nơi khác', en: 'Evidence fetched on demand' } },
    { name: 'emit', does: { vi: 'Mô-đun JavaScript', en: 'A JavaScript module' } },
  ],
  [
    { name: 'intake', does: { vi: 'Đọc CSV, Excel, NDJSON', en: 'Reading CSV, Excel, NDJSON' } },
    { name: 'output', does: { vi: 'Ghi bảng, Excel, HTML', en: 'Writing tables, Excel, HTML' } },
  ],
  [{ name: 'sql', does: { vi: 'Cùng chương trình ấy thành một câu SQL', en: 'The same program as one query' } }],
  [{ name: 'cli', does: { vi: 'Lệnh cdht; không thư mục nào dùng đến nó', en: 'The command cdht; no folder uses it' } }],
]

const words = {
  title: {
    vi: 'Ngôi nhà: thư mục trên dùng thư mục dưới, không bao giờ ngược lại',
    en: 'The house: folders use those below them, never those above',
  },
  law: { vi: 'criteria/: pháp luật, chỉ là dữ liệu', en: 'criteria/: the law, as data alone' },
  entries: {
    vi: 'Lối vào: index, core, csv, xlsx, ndjson, sql, engine, emit, report',
    en: 'Entries: index, core, csv, xlsx, ndjson, sql, engine, emit, report',
  },
  onlySets: { vi: 'chỉ sets/ đọc', en: 'read by sets/ alone' },
}

const size = { width: 800, row: 62, gap: 10, side: 20, law: 190 }

/** The house as a drawing: one storey a row of {@link house}, the ground at the bottom, the law beside `sets/`. */
export function drawHouse(lang: Lang): string {
  const storeys = house.length
  const height = size.side * 2 + 12 + (storeys + 1) * (size.row + size.gap)
  const wide = size.width - 2 * size.side - size.law - 3 * size.gap
  const yOf = (storey: number): number => size.side + 12 + (storeys - storey) * (size.row + size.gap)
  const rooms = house.flatMap((row, storey) => {
    const width = (wide - (row.length - 1) * size.gap) / row.length
    return row.map(({ name, does }, at) =>
      room(size.side + at * (width + size.gap), yOf(storey), width, `src/${name}/`, does[lang]),
    )
  })
  const sets = house.findIndex((row) => row.some(({ name }) => name === 'sets'))
  const lawX = size.side + wide + 3 * size.gap
  const middle = yOf(sets) + size.row / 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" role="img" aria-labelledby="house-title" font-family="system-ui, sans-serif">
<title id="house-title">${words.title[lang]}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${size.side}" y="${size.side + 14}" font-size="17" font-weight="600" fill="#1b1b1b">${words.title[lang]}</text>
<rect x="${size.side}" y="${yOf(storeys) + size.row - 34}" width="${wide}" height="34" rx="6" fill="#eef3f8" stroke="#5b7690"/>
<text x="${size.side + 14}" y="${yOf(storeys) + size.row - 12}" font-size="14" fill="#1b1b1b">${words.entries[lang]}</text>
${rooms.join('\n')}
<rect x="${lawX}" y="${yOf(sets)}" width="${size.law}" height="${size.row}" rx="6" fill="#fdf4e3" stroke="#9a6a00"/>
${lines(words.law[lang])
  .map((line, at) => `<text x="${lawX + 12}" y="${yOf(sets) + 25 + at * 18}" font-size="14" fill="#1b1b1b">${line}</text>`)
  .join('\n')}
<path d="M${lawX} ${middle} H${size.side + wide + 4} m8 -6 l-8 6 l8 6" fill="none" stroke="#9a6a00" stroke-width="2"/>
<text x="${lawX}" y="${yOf(sets) + size.row + 18}" font-size="13" fill="#5a4200">${words.onlySets[lang]}</text>
</svg>
`
}

const room = (x: number, y: number, width: number, name: string, does: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${size.row}" rx="6" fill="#f4f4f2" stroke="#6b6b6b"/>
<text x="${x + 14}" y="${y + 25}" font-size="15" font-weight="600" font-family="ui-monospace, monospace" fill="#1b1b1b">${name}</text>
<text x="${x + 14}" y="${y + 47}" font-size="14" fill="#333">${does}</text>`

/** At the colon, for a narrow box. */
const lines = (text: string): string[] => text.split(/(?<=:) /)
