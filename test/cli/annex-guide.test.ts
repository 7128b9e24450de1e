import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintSet, loadSet } from '../../src/index.js'
import { cdht } from '../support/cdht.js'

const guide = readFileSync('docs/enter-the-official-annex.md', 'utf8')
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text as string)
const example = JSON.parse(readFileSync('docs/examples/overlays/vi-du-phu-luc.json', 'utf8')) as object

describe('the guide to the official annex', () => {
  const calls = blocks('console').map((block) => {
    const [command = '', ...shown] = block.trimEnd().split('\n')
    return [command.replace(/^\$ cdht /, ''), shown] as const
  })
  test('shows check, explain and compare', () => {
    expect(calls.map(([command]) => command.split(' ')[0])).toEqual(['check', 'explain', 'compare'])
  })
  test.each(calls)('cdht %s prints what is shown', async (command, shown) => {
    const { code, stdout, stderr } = await cdht(...command.split(' '))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const printed = stdout.trimEnd().split('\n')
    let at = 0
    let skips = false
    for (const line of shown) {
      if (line === '…') {
        skips = true
        continue
      }
      const found = skips ? printed.indexOf(line, at) : at
      expect(printed[found], line).toBe(line)
      at = found + 1
      skips = false
    }
    if (!skips) expect(printed.slice(at)).toEqual([])
  })
  test('its level is one of the example, word for word', () => {
    const [shown, another] = blocks('json').map((text) => JSON.parse(text) as Record<string, unknown>)
    expect(another).toBeUndefined()
    const levels = (example as { indicators: { reading: { levels: Record<string, unknown> } } }).indicators.reading.levels
    for (const [name, level] of Object.entries(shown as Record<string, unknown>)) expect(levels[name], name).toEqual(level)
  })
  test('every condition of its table loads', () => {
    const conditions = [...guide.matchAll(/^\|.*\| `(\{ "fact".*\})` *\|$/gm)].map(
      ([, json]) => JSON.parse(json as string) as object,
    )
    expect(conditions).toHaveLength(6)
    for (const when of conditions) {
      const level = { basis: 'proposed', label: { vi: 'Thử', en: 'A trial' }, when }
      const file = {
        id: 'x',
        extends: 'farmer',
        version: '1',
        indicators: { reading: { levels: { 5: null, 8: null, 10: level } } },
      }
      expect(lintSet(file), JSON.stringify(when)).toEqual([])
    }
  })
  test('what a copied example asks to be changed is in it', () => {
    for (const key of [...guide.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key as string))
      expect(example).toHaveProperty(key)
    expect(loadSet(example).inForce.from).toBe('2026-01-01')
  })
})
