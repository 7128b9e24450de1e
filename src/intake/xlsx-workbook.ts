import { posix } from 'node:path'
import { CdhtError, issue } from '../model/issue.js'
import { builtInKind, kindOfFormat, type NumberKind } from './number-format.js'
import { walkXml } from './xml.js'
import { brokenWorkbook, tooLarge, type Zip } from './zip.js'

export interface WorkbookSheet {
  name: string
  isHidden: boolean
  /** Name of its part. */
  part: string
}

export interface Workbook {
  sheets: WorkbookSheet[]
  is1904: boolean
  /** Texts that cells refer to by position. */
  strings: string[]
  /** What each cell style makes of a number. */
  kinds: NumberKind[]
}

/** Characters that the shared texts of a workbook may have together. */
const stringsLimit = 50_000_000

/** @throws {CdhtError} `record`: `broken_workbook`, `too_large`, `other_format` */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = await relationsOf(zip, '')
  const part = root.find(({ type }) => type === 'officeDocument')?.part
  if (part === undefined) throw brokenWorkbook()
  if (part.endsWith('.bin')) throw new CdhtError('record', [issue('other_format', [], { found: 'xls' })])
  const relations = await relationsOf(zip, part)
  const partOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.part
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  await walkXml(zip.text(part), {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const relation = relations.find(({ id }) => id === attribute('id'))
      // Sheets of nothing but a chart are no tables.
      if (relation?.type !== 'worksheet') return
      const isHidden = ['hidden', 'veryHidden'].includes(attribute('state') ?? '')
      sheets.push({ name: attribute('name') ?? '', isHidden, part: relation.part })
    },
  })
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    sheets,
    is1904,
    strings: strings === undefined ? [] : await readStrings(zip, strings),
    kinds: styles === undefined ? [] : await readKinds(zip, styles),
  }
}

/** What a part refers to; types by their last word, which is the same in both dialects of the format. */
async function relationsOf(zip: Zip, of: string): Promise<{ id: string; type: string; part: string }[]> {
  const folder = posix.dirname(of)
  const found: { id: string; type: string; part: string }[] = []
  await walkXml(zip.text(posix.join(folder, '_rels', `${posix.basename(of)}.rels`)), {
    open: (name, attribute) => {
      const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')]
      if (name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      found.push({ id, type: posix.basename(type), part })
    },
  })
  return found
}

async function readStrings(zip: Zip, part: string): Promise<string[]> {
  const strings: string[] = []
  const collector = new TextCollector()
  let length = 0
  await walkXml(zip.text(part), {
    open: (name) => collector.open(name),
    text: (text) => collector.text(text),
    close: (name) => {
      collector.close(name)
      if (name !== 'si') return
      const text = collector.take()
      length += text.length + 1
      if (length > stringsLimit) throw tooLarge(stringsLimit)
      strings.push(text)
    },
  })
  return strings
}

/** Gathers the text of a cell from its runs; readings in another script (`rPh`) are no part of it. */
export class TextCollector {
  #text = ''
  #isText = false
  #inReading = false

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true
    if (name === 't') this.#isText = !this.#inReading
  }
  text(text: string): void {
    if (this.#isText) this.#text += text
  }
  close(name: string): void {
    if (name === 'rPh') this.#inReading = false
    if (name === 't') this.#isText = false
  }
  /** The text so far, with the signs that XML cannot hold, which are written `_x000D_`. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return text.includes('_x')
      ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : text
  }
}

async function readKinds(zip: Zip, part: string): Promise<NumberKind[]> {
  const formats = new Map<number, NumberKind>()
  const kinds: NumberKind[] = []
  let inCells = false
  await walkXml(zip.text(part), {
    open: (name, attribute) => {
      const format = Number(attribute('numFmtId') ?? 0)
      if (name === 'numFmt') formats.set(format, kindOfFormat(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) kinds.push(formats.get(format) ?? builtInKind(format))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return kinds
}
