import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))

/** What gives another answer in another time zone, locale or at another hour. */
const dependsOnThePlace =
  /\bnew Date\b|\bDate\s*[.(]|\btoLocale\w*|\bIntl\s*\.|\blocaleCompare\b|\bprocess\.env\b|\bperformance\.now\b/

/** Only the command line reads a clock; the window of a day is worked out with calendar functions that are given that day. */
const mayDepend = (file: string): boolean => file.startsWith('cli/') || file === 'rules/window.ts'

test('there are sources to read', () => {
  expect(files).toContain('index.ts')
  expect(files.length).toBeGreaterThan(20)
})

test('the pattern finds what it looks for', () => {
  for (const bad of ['new Date()', 'Date.now()', 'x.toLocaleLowerCase()', 'Intl.Collator', 'a.localeCompare(b)', 'Date()'])
    expect(bad).toMatch(dependsOnThePlace)
  expect("z.iso.date(); 'impossible Date'; toUpdate(); partialDate(text)").not.toMatch(dependsOnThePlace)
})

test.each(files.filter((file) => !mayDepend(file)))('%s reads no clock, time zone or locale', (file) => {
  const lines = readFileSync(src + file, 'utf8').split('\n')
  const found = lines.flatMap((line, i) => {
    const code = line.replace(/^\s*(\/?\*|\/\/).*$/, '')
    return dependsOnThePlace.test(code) ? [`${i + 1}: ${line.trim()}`] : []
  })
  expect(found).toEqual([])
})
