import { zipFile, type ZipPart } from './zip-file.js'

/** A cell: text goes to the shared strings, a number stays one; `xml` is the cell's own inside, for everything else. */
export type TestCell = string | number | null | { number: number; format: string | number } | { type: string; xml: string }
export interface TestSheet {
  name: string
  rows: readonly (readonly TestCell[])[]
  merged?: readonly string[]
  state?: 'hidden' | 'veryHidden'
}
type Parts = Record<string, string>

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: readonly [id: string, type: string, target: string][]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/**
 * The parts of a workbook as spreadsheets write them. `change` replaces or adds some, for what no spreadsheet writes;
 * `packed` takes the place of those that are packed already.
 */
export function workbook(
  sheets: readonly TestSheet[],
  options: { is1904?: boolean; change?: Parts; packed?: readonly ZipPart[] } = {},
): Buffer {
  const strings: string[] = []
  const formats: (string | number)[] = ['General']
  const styleOf = (format: string | number): number => {
    if (!formats.includes(format)) formats.push(format)
    return formats.indexOf(format)
  }
  const cellXml = (cell: TestCell, at: string): string => {
    if (cell === null) return `<c r="${at}" s="0"/>`
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`
    if ('number' in cell) return `<c r="${at}" s="${styleOf(cell.format)}"><v>${cell.number}</v></c>`
    return `<c r="${at}" t="${cell.type}">${cell.xml}</c>`
  }
  const parts: Parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as [string, string, string]),
      ['strings', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${options.is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${escape(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="s${i}"/>`,
      )
      .join('')}</sheets></workbook>`,
  }
  for (const [i, { rows, merged }] of sheets.entries()) {
    const data = rows
      .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('')}</row>`)
      .join('')
    const blocks = merged
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${blocks}</worksheet>`
  }
  const custom = formats.filter((format) => typeof format === 'string')
  const idOf = (format: string | number): number =>
    typeof format === 'number' ? format : format === 'General' ? 0 : 164 + custom.indexOf(format)
  parts['xl/styles.xml'] = `${head}<styleSheet xmlns="${main}"><numFmts>${custom
    .map((format) => `<numFmt numFmtId="${idOf(format)}" formatCode="${escape(format)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
    .map((format) => `<xf numFmtId="${idOf(format)}"/>`)
    .join('')}</cellXfs></styleSheet>`
  parts['xl/sharedStrings.xml'] =
    `${head}<sst xmlns="${main}">${strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`
  const packed = options.packed ?? []
  const plain = Object.entries({ ...parts, ...options.change }).filter(([name]) => packed.every((part) => part.name !== name))
  return zipFile([...plain.map(([name, content]) => ({ name, content })), ...packed])
}
