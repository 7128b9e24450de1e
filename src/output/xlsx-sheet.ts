import { CdhtError, issue } from '../model/issue.js'
import { isWrapped, styleIndex, type StyleName } from './xlsx-styles.js'
import { columnLetters, mainNamespace, relationNamespace, xmlHead, xmlText } from './xlsx-xml.js'

/** UTF-16 units that one cell can hold. */
export const cellLimit = 32_767
/** Rows that one sheet can hold, headings among them. */
export const rowLimit = 1_048_576

/** Texts are always written as texts, so that none becomes a formula. `undefined` leaves the cell out; an empty text keeps its style. */
export type Cell = { value: string | number; style: StyleName } | undefined

export interface SheetColumn {
  /** In characters. */
  width: number
  /** Of cells that hold nothing yet. */
  style?: StyleName
  /** Folded away, to be opened by the `+` above it. */
  folded?: boolean
}

/** What cells of a column take, and what is said to whoever fills one in. */
export interface Validation {
  /** Such as `C4:C1000`. */
  ref: string
  prompt?: { title: string; text: string }
  /** `strict: false` only offers the list. */
  list?: { source: string; strict: boolean }
  number?: { type: 'whole' | 'decimal'; from: number; to: number }
  error?: { title: string; text: string }
}

export interface SheetLayout {
  columns: readonly SheetColumn[]
  /** Rows from the top and columns from the left that stay in view. */
  frozen?: { rows: number; columns: number }
  /** The row of headings, from 1, that has filter buttons. */
  filterRow?: number
  merged?: readonly string[]
  validations?: readonly Validation[]
  /** Whether notes of cells belong to the sheet; by relation `notes`. */
  hasNotes?: boolean
  /** Printed as wide as a page. */
  fitsPage?: boolean
}

/** Everything of a sheet before its rows. */
export function sheetHead({ columns, frozen, fitsPage }: SheetLayout): string {
  const isFolded = columns.some(({ folded }) => folded)
  return [
    `${xmlHead}<worksheet xmlns="${mainNamespace}" xmlns:r="${relationNamespace}">`,
    `<sheetPr>${isFolded ? '<outlinePr summaryRight="0"/>' : ''}${fitsPage ? '<pageSetUpPr fitToPage="1"/>' : ''}</sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0">',
    frozen ? paneXml(frozen) : '',
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"${isFolded ? ' outlineLevelCol="1"' : ''}/><cols>`,
    ...columns.map(({ width, style, folded }, i) => {
      const fold = folded ? ' hidden="1" outlineLevel="1"' : columns[i + 1]?.folded ? ' collapsed="1"' : ''
      return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${style ? ` style="${styleIndex(style)}"` : ''}${fold}/>`
    }),
    '</cols><sheetData>',
  ].join('')
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const at = `${columnLetters(columns + 1)}${rows + 1}`
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''} ySplit="${rows}"`
  return `<pane${split} topLeftCell="${at}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${at}" sqref="${at}"/>`
}

/**
 * @param line - from 1
 * @param height - in points; otherwise the program that opens the file fits it
 * @throws CdhtError `record`, `too_long`, for a text that no cell can hold; its path is the column, from 1
 */
export function rowXml(line: number, cells: readonly Cell[], height?: number): string {
  let xml = `<row r="${line}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`
  for (let c = 0; c < cells.length; c++) {
    const cell = cells[c]
    if (cell === undefined) continue
    const { value, style } = cell
    const at = `<c r="${columnLetters(c + 1)}${line}" s="${styleIndex(style)}"`
    if (typeof value === 'number') xml += `${at}><v>${value}</v></c>`
    else if (value === '') xml += `${at}/>`
    else if (value.length > cellLimit) throw new CdhtError('record', [issue('too_long', [c + 1], { limit: cellLimit })])
    else xml += `${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
  }
  return `${xml}</row>`
}

/** Height of a line of text, in points. */
const lineHeight = 15

/**
 * A height in which the wrapped texts of a row are seen whole, in points: not every program fits it by itself.
 *
 * @returns `undefined` where one line is enough
 */
export function fittingHeight(cells: readonly Cell[], columns: readonly SheetColumn[]): number | undefined {
  const lines = cells.map((cell, c) => {
    if (typeof cell?.value !== 'string' || !isWrapped(cell.style)) return 1
    // Letters are of many widths, and words are not parted.
    const fit = Math.max(1, (columns[c]?.width ?? 9) * 0.95)
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fit)), 0)
  })
  const most = Math.max(1, ...lines)
  return most === 1 ? undefined : Math.min(409, most * lineHeight)
}

/** Everything of a sheet after its rows. @param lastLine - the last row that was written */
export function sheetTail(
  { columns, filterRow, merged, validations, hasNotes, fitsPage }: SheetLayout,
  lastLine: number,
): string {
  const filter = filterRow && `A${filterRow}:${columnLetters(columns.length)}${Math.max(lastLine, filterRow)}`
  return [
    '</sheetData>',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    merged?.length
      ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '',
    validations?.length
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape"${fitsPage ? ' fitToWidth="1" fitToHeight="0"' : ''}/>`,
    hasNotes ? '<legacyDrawing r:id="notes"/>' : '',
    '</worksheet>',
  ].join('')
}

function validationXml({ ref, prompt, list, number, error }: Validation): string {
  const attribute = (name: string, value: string, limit: number): string =>
    ` ${name}="${xmlText(value.slice(0, limit)).replaceAll('\n', '&#10;')}"`
  const type = list ? ' type="list"' : number ? ` type="${number.type}" operator="between"` : ''
  const told = error ? attribute('errorTitle', error.title, 32) + attribute('error', error.text, 255) : ''
  const said = prompt ? attribute('promptTitle', prompt.title, 32) + attribute('prompt', prompt.text, 255) : ''
  const strict = number !== undefined || list?.strict === true
  const formulas = list
    ? `<formula1>${xmlText(list.source)}</formula1>`
    : number
      ? `<formula1>${number.from}</formula1><formula2>${number.to}</formula2>`
      : ''
  return `<dataValidation${type} allowBlank="1"${prompt ? ' showInputMessage="1"' : ''}${strict ? ' showErrorMessage="1"' : ''}${told}${said} sqref="${ref}">${formulas}</dataValidation>`
}
