import { dataText, numberText } from './literal.js'

/** A constant of plain data. @param before - what stands before the data, such as `new Set(`, and `after` what stands after it */
export function tableText(name: string, before: string, data: unknown, after: string): string {
  const start = `const ${name} = ${before}`
  return `${start}${dataText(data, '', start.length + after.length)}${after}`
}

/** A function that gives the level of the last band that begins at or below a value. */
export function bandsText(name: string, bands: readonly { from: number; level: number }[]): string {
  const lines = bands.toReversed().map(({ from, level }) => `  if (value >= ${numberText(from)}) return ${level}\n`)
  return `function ${name}(value) {\n${lines.join('')}  return 0\n}`
}
