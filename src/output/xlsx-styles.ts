import { mainNamespace, xmlHead } from './xlsx-xml.js'

interface Style {
  /** Id of a number format: built in, or one of `formats`. */
  format?: number
  font?: keyof typeof fonts
  fill?: keyof typeof fills
  border?: true
  wrap?: true
  align?: 'center' | 'right'
}

const formats = { points: 164, percent: 165, number: 2 } as const
const formatCodes: readonly [id: number, code: string][] = [
  [formats.points, '0.0'],
  [formats.percent, '0.0%'],
]
/** Format of texts: what is typed into such a cell stays text, whatever it begins with. */
const text = 49

const fonts = {
  plain: '<sz val="11"/><name val="Calibri"/>',
  bold: '<b/><sz val="11"/><name val="Calibri"/>',
  heading: '<b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/>',
  title: '<b/><sz val="14"/><name val="Calibri"/>',
  alert: '<b/><sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/>',
} as const

/** The first two are what every workbook must begin with. */
const fills = {
  none: '<patternFill patternType="none"/>',
  gray125: '<patternFill patternType="gray125"/>',
  blue: solid('FF1F4E78'),
  teal: solid('FF2F6B5B'),
  grey: solid('FF595959'),
  green: solid('FFE2EFDA'),
  red: solid('FFFCE4D6'),
  yellow: solid('FFFFF2CC'),
} as const

function solid(color: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${color}"/></patternFill>`
}

const heading = { font: 'heading', border: true, wrap: true, align: 'center', format: text } as const

/** All that a cell of our workbooks can look like. */
const styles = {
  plain: {},
  text: { format: text },
  wrapped: { format: text, wrap: true },
  points: { format: formats.points },
  whole: { format: 1 },
  percent: { format: formats.percent },
  title: { font: 'title' },
  section: { font: 'bold', format: text },
  alert: { font: 'alert', format: text },
  heading: { ...heading, fill: 'blue' },
  questionHeading: { ...heading, fill: 'teal' },
  optionalHeading: { ...heading, fill: 'grey' },
  tableText: { format: text, border: true, wrap: true },
  tableWhole: { format: 1, border: true },
  tableNumber: { format: formats.number, border: true },
  tablePercent: { format: formats.percent, border: true },
  totalText: { format: text, font: 'bold', border: true, wrap: true },
  totalWhole: { format: 1, font: 'bold', border: true },
  totalPercent: { format: formats.percent, font: 'bold', border: true },
  met: { format: text, fill: 'green' },
  unmet: { format: text, fill: 'red' },
  unknown: { format: text, fill: 'yellow' },
} as const satisfies Record<string, Style>

export type StyleName = keyof typeof styles

const names = Object.keys(styles)
const indexOf = Object.fromEntries(names.map((name, i) => [name, i])) as Record<StyleName, number>

/** The number by which a cell names its style. */
export const styleIndex = (name: StyleName): number => indexOf[name]

/** Whether a long text goes on on further lines of its cell. */
export const isWrapped = (name: StyleName): boolean => (styles[name] as Style).wrap === true

const line = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFA6A6A6"/></${side}>`).join('')
const list = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`

/** `xl/styles.xml`. */
export function stylesXml(): string {
  const [fontNames, fillNames] = [Object.keys(fonts), Object.keys(fills)]
  const cells = Object.values<Style>(styles).map(({ format = 0, font = 'plain', fill = 'none', border, wrap, align }) => {
    const alignment = ` vertical="${align === 'center' ? 'center' : 'top'}"${wrap ? ' wrapText="1"' : ''}${align ? ` horizontal="${align}"` : ''}`
    return `<xf numFmtId="${format}" fontId="${fontNames.indexOf(font)}" fillId="${fillNames.indexOf(fill)}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${alignment}/></xf>`
  })
  return [
    `${xmlHead}<styleSheet xmlns="${mainNamespace}">`,
    list(
      'numFmts',
      formatCodes.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
    ),
    list(
      'fonts',
      Object.values(fonts).map((font) => `<font>${font}</font>`),
    ),
    list(
      'fills',
      Object.values(fills).map((fill) => `<fill>${fill}</fill>`),
    ),
    list('borders', ['<border><left/><right/><top/><bottom/></border>', `<border>${line}</border>`]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', cells),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}
