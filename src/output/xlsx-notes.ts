import { columnLetters, mainNamespace, xmlHead, xmlText } from './xlsx-xml.js'

/** A note on a cell, shown when the pointer rests there. Row and column from 1. */
export interface Note {
  row: number
  column: number
  text: string
}

/** The texts of the notes of a sheet. */
export function notesXml(notes: readonly Note[]): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnLetters(column)}${row}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Calibri"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  )
  return `${xmlHead}<comments xmlns="${mainNamespace}"><authors><author/></authors><commentList>${items.join('')}</commentList></comments>`
}

/** Their boxes, in the drawing language that workbooks keep for notes alone. */
export function noteBoxesXml(notes: readonly Note[]): string {
  const boxes = notes.map(({ row, column, text }, i) => {
    const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 48), 0)
    const height = Math.min(40, Math.max(3, lines))
    // Left column, offset, top row, offset, right column, offset, bottom row, offset.
    const anchor = [column, 12, row, 4, column + 3, 40, row + height, 4].join(', ')
    return `<v:shape id="note${i + 1}" type="#note" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  })
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${boxes.join('')}</xml>`
}
