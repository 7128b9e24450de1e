import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Progress } from '../../src/cli/progress.js'
import { progressText } from '../../src/cli/progress-text.js'
import { run } from '../../src/cli/run.js'
import { folderOfTest } from '../support/cdht.js'
import { workbook } from '../support/workbook.js'

const seen = { total: 80e6, bytes: 20e6, rows: 0, seconds: 4 }

describe('the line', () => {
  test.each([
    [seen, 'vi', `${'█'.repeat(8)}${'░'.repeat(22)}  25%  5,0 MB/giây  còn khoảng 12 giây`],
    [seen, 'en', `${'█'.repeat(8)}${'░'.repeat(22)}  25%  5.0 MB/s  about 12 s left`],
    [{ ...seen, bytes: 80e6 }, 'vi', `${'█'.repeat(30)} 100%  20,0 MB/giây`],
    // A file that grew meanwhile.
    [{ ...seen, bytes: 90e6 }, 'vi', `${'█'.repeat(30)} 100%  22,5 MB/giây`],
    [{ ...seen, bytes: 0, seconds: 1 }, 'en', `${'░'.repeat(30)}   0%  0.0 MB/s`],
    [{ ...seen, bytes: 1e6, seconds: 2 }, 'vi', `${'░'.repeat(30)}   1%  0,5 MB/giây  còn khoảng 2 phút 38 giây`],
    [{ ...seen, total: 80e9, seconds: 2 }, 'en', `${'░'.repeat(30)}   0%  10.0 MB/s  about 2 h 13 min left`],
    [{ total: 0, bytes: 0, rows: 1234567, seconds: 100 }, 'vi', 'đã đọc 1.234.567 dòng, 12.346 dòng/giây'],
    [{ total: 0, bytes: 0, rows: 999, seconds: 1 }, 'en', '999 rows read, 999 rows/s'],
  ] as const)('%j %s', (of, lang, line) => expect(progressText(of, 80, lang)).toBe(line))

  test('fits any terminal', () => {
    for (const columns of [1, 20, 40, 60, 79, 80, 200])
      for (const lang of ['vi', 'en'] as const)
        expect(progressText({ ...seen, rows: 123456789 }, columns, lang).length).toBeLessThan(Math.max(columns, 1))
  })
})

/** A terminal of 80 by 24 that keeps what is written to it. */
function terminal() {
  let written = ''
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      written += chunk.toString()
      done()
    },
  })
  return {
    stream: Object.assign(stream, { columns: 80, rows: 24, isTTY: true }) as unknown as NodeJS.WriteStream,
    written: () => written,
  }
}

describe('on a terminal', () => {
  test('it comes after half a second, no more often than ten times a second, and is gone at the end', () => {
    let now = 0
    const { stream, written } = terminal()
    const progress = new Progress(stream, 'vi', () => now)
    const watch = progress.watch(1000)
    for (; now < 500; now += 10) watch.advance(1)
    expect(written()).toBe('')
    for (; now < 1500; now += 10) watch.advance(1)
    const lines = written().match(/MB\/giây/g) ?? []
    expect(lines.length).toBe(10)
    watch.end()
    watch.end()
    expect(written().lastIndexOf('\u001b[2K')).toBeGreaterThan(written().lastIndexOf('MB/giây'))
    const before = written()
    progress.clear()
    expect(written()).toBe(before)
  })

  test('it makes way for whatever else is written there', () => {
    let now = 0
    const { stream, written } = terminal()
    const progress = new Progress(stream, 'en', () => now)
    const { advance } = progress.watch(undefined)
    now = 600
    advance(5)
    expect(written()).toContain('5 rows read')
    progress.before(stream).write('a note\n')
    expect(written().lastIndexOf('\u001b[2K')).toBeGreaterThan(written().lastIndexOf('rows read'))
    expect(written()).toMatch(/a note\n$/)
  })
})

describe('a command', () => {
  const { file } = folderOfTest()
  test.each([
    ['bytes of a table', 'p.csv', 'Mã,Nhóm\nP1,farmer\nP2,farmer\n', [30]],
    [
      'rows of a workbook',
      'p.xlsx',
      workbook([
        {
          name: 'A',
          rows: [
            ['Mã', 'Nhóm'],
            ['P1', 'farmer'],
            ['P2', 'farmer'],
          ],
        },
      ]),
      [1, 1],
    ],
  ])('tells how much it has read: %s', async (_, name, content, expected) => {
    const told: number[] = []
    let [total, ended]: [number | undefined, number] = [undefined, 0]
    const silent = { write: () => true }
    const code = await run(['assess', file(name, content), '--on', '2025-12-31'], {
      stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) },
      stdout: silent,
      stderr: silent,
      today: () => '2026-11-24',
      progress: {
        watch: (of) => {
          total = of
          return { advance: (by) => void told.push(by), end: () => void ended++ }
        },
      },
    })
    expect({ code, told, total, ended }).toEqual({ code: 0, told: expected, total: name === 'p.csv' ? 30 : undefined, ended: 1 })
  })
})
