import { PassThrough, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseISO } from 'date-fns/parseISO'
import { ZipFile } from 'yazl'
import { noteBoxesXml, notesXml, type Note } from './xlsx-notes.js'
import { fittingHeight, rowXml, sheetHead, sheetTail, type Cell, type SheetLayout } from './xlsx-sheet.js'
import { stylesXml } from './xlsx-styles.js'
import { mainNamespace, relationNamespace, xmlHead, xmlText } from './xlsx-xml.js'

/** A sheet as the list of sheets names it. */
export interface SheetEntry {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string
  isHidden?: boolean
  /** Rows that are printed on every page, such as `1:1`. */
  printedOnEveryPage?: string
  /** Cells that have filter buttons, such as `A1:C9`. */
  filtered?: string
}

/** A sheet that is written in one go. */
export interface WholeSheet extends SheetEntry, SheetLayout {
  rows: readonly (readonly Cell[])[]
  /** Heights of rows by their number from 1, in points; others are as high as their texts need. */
  heights?: Readonly<Record<number, number>>
  notes?: readonly Note[]
}

const word = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same bytes on every machine and day. The format has no time zone: this is midnight wherever the clock is read. */
const stamp = { mtime: parseISO('1980-01-01'), forceDosTimestamp: true }

/** A workbook (.xlsx) that goes to its target part by part, while it is written: no sheet is ever held in memory. */
export class XlsxPackage {
  readonly #zip = new ZipFile()
  readonly #sheets: SheetEntry[] = []
  readonly #withNotes: number[] = []
  #open: Writable | undefined

  constructor(readonly target: Writable) {
    const fail = (error: Error): void => void this.#open?.destroy(error)
    target.once('error', fail)
    this.#zip.on('error', (error) => target.destroy(error as Error))
    this.#zip.outputStream.pipe(target)
  }

  /** Adds a sheet; its XML is to be written to the stream, which has to end before anything else is added. */
  openSheet(entry: SheetEntry): Writable {
    const number = this.#sheets.push(entry)
    const stream = new PassThrough()
    this.#open = stream
    if (this.target.errored) stream.destroy(this.target.errored)
    else this.#zip.addReadStream(stream, `xl/worksheets/sheet${number}.xml`, stamp)
    return stream
  }

  addSheet({ rows, heights = {}, notes = [], ...sheet }: WholeSheet): void {
    const number = this.#sheets.push(sheet)
    const layout = { ...sheet, hasNotes: notes.length > 0 }
    const body = rows.map((cells, i) => rowXml(i + 1, cells, heights[i + 1] ?? fittingHeight(cells, sheet.columns))).join('')
    this.#add(`xl/worksheets/sheet${number}.xml`, `${sheetHead(layout)}${body}${sheetTail(layout, rows.length)}`)
    if (notes.length === 0) return
    this.#withNotes.push(number)
    this.#add(`xl/comments${number}.xml`, notesXml(notes))
    this.#add(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(notes))
    const relations: Relation[] = [
      ['notes', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
      ['texts', 'comments', `../comments${number}.xml`],
    ]
    this.#add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(relations))
  }

  /** Writes the parts that name the others, and ends the target. */
  async end(): Promise<void> {
    const sheets = this.#sheets.map((_, i): Relation => [`sheet${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`])
    this.#add('xl/styles.xml', stylesXml())
    this.#add('xl/workbook.xml', workbookXml(this.#sheets))
    this.#add('xl/_rels/workbook.xml.rels', relationsXml([...sheets, ['styles', 'styles', 'styles.xml']]))
    this.#add('_rels/.rels', relationsXml([['workbook', 'officeDocument', 'xl/workbook.xml']]))
    this.#add('[Content_Types].xml', contentTypesXml(this.#sheets.length, this.#withNotes))
    this.#zip.end()
    await finished(this.target)
  }

  #add(name: string, content: string): void {
    if (!this.target.errored) this.#zip.addBuffer(Buffer.from(content), name, stamp)
  }
}

type Relation = readonly [id: string, type: string, target: string]

function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationNamespace}/${type}" Target="${target}"/>`,
  )
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function workbookXml(sheets: readonly SheetEntry[]): string {
  const names = sheets.map(({ name, isHidden }, i) => {
    const state = isHidden ? ' state="hidden"' : ''
    return `<sheet name="${xmlText(name)}" sheetId="${i + 1}"${state} r:id="sheet${i + 1}"/>`
  })
  const defined = sheets.flatMap(({ name, printedOnEveryPage, filtered }, i) => {
    const inSheet = (ref: string): string => xmlText(`'${name.replaceAll("'", "''")}'!${absolute(ref)}`)
    return [
      ...(filtered
        ? [`<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${inSheet(filtered)}</definedName>`]
        : []),
      ...(printedOnEveryPage
        ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${inSheet(printedOnEveryPage)}</definedName>`]
        : []),
    ]
  })
  const named = defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''
  return `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${relationNamespace}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${names.join('')}</sheets>${named}</workbook>`
}

const absolute = (ref: string): string =>
  ref.replace(/([A-Z]+)?(\d+)/g, (_, column?: string, row?: string) => `${column ? `$${column}` : ''}$${row ?? ''}`)

function contentTypesXml(sheets: number, withNotes: readonly number[]): string {
  const part = (name: string, type: string): string => `<Override PartName="/xl/${name}" ContentType="${word}.${type}+xml"/>`
  return [
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet')),
    ...withNotes.map((number) => part(`comments${number}.xml`, 'comments')),
    '</Types>',
  ].join('')
}
