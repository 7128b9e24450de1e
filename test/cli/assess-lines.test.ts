import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { evaluate, type CitizenRecord } from '../../src/index.js'
import { cdht, cdhtReading } from '../support/cdht.js'

const on = '2025-12-31'
const people: CitizenRecord[] = [
  { id: 'P1', group: 'farmer', evidence: { readingFrequency: 3 } },
  { id: 'Người thứ hai', group: 'worker', evidence: { booksRead: 2 }, memberships: ['learning-family'] },
  { id: 'P1', group: 'farmer', evidence: { readingFrequency: 3 } },
]
const lines = people.map((person) => JSON.stringify(person))
const answersTo = async (stdin: readonly (string | Uint8Array)[], ...argv: string[]) => {
  const { code, stdout, stderr } = await cdhtReading(stdin, 'assess', '-', '--on', on, ...argv)
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true)
  return {
    code,
    stderr,
    answers: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
  }
}
const expected = people.map((person, i) => ({ line: i + 1, ok: true, assessment: evaluate(person, { on }) }))

describe('cdht assess -', () => {
  test('every line is answered by one, in order; somebody who comes twice is answered twice', async () => {
    expect(await answersTo([`${lines.join('\n')}\n`])).toEqual({ code: 0, stderr: '', answers: expected })
  })
  test('bytes cut anywhere, a byte order mark, CRLF, no line end at the end', async () => {
    const bytes = Buffer.from(`\uFEFF${lines.join('\r\n')}`)
    const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))
    expect(await answersTo(single)).toEqual({ code: 0, stderr: '', answers: expected })
  })
  test('no line, no answer; blank lines count and are not answered', async () => {
    expect(await answersTo([])).toEqual({ code: 0, stderr: '', answers: [] })
    const { answers } = await answersTo([`\n  \n${lines[0]}\n\n${lines[1]}\n`])
    expect(answers.map((answer) => (answer as { line: number }).line)).toEqual([3, 5])
  })

  const secret = '079001234567'
  test.each<[string, string | Uint8Array, object]>([
    ['no JSON', `{"id":"${secret}"`, { code: 'broken_json', path: [] }],
    ['no UTF-8', Buffer.from(`{"id":"é","group":"${secret}"}`, 'latin1'), { code: 'not_utf8', path: [] }],
    ['no record', `"${secret}"`, { code: 'wrong_type', path: [], expected: 'object' }],
    ['a wrong value', `{"id":"P9","group":"farmer","evidence":{"booksRead":"${secret}"}}`, { path: ['evidence', 'booksRead'] }],
    ['a field twice', `{"id":"P9","group":"farmer","id":"${secret}"}`, { code: 'repeated_key', path: [] }],
    ['a group without a set', `{"id":"P9","group":"x${secret}"}`, { code: 'unknown_group', path: ['group'] }],
    ['a line of more than a million signs', `{"id":"${'7'.repeat(1_000_001)}"}`, { code: 'too_long', path: [] }],
    ['a line of more than three million bytes', `{"id":"${'7'.repeat(3_000_001)}"}`, { code: 'too_long', path: [] }],
  ])('%s is refused by itself, without its values', async (_, wrong, issue) => {
    const { code, answers } = await answersTo([`${lines[0]}\n`, wrong, `\n${lines[1]}\n`])
    expect(code).toBe(1)
    expect(answers[0]).toEqual(expected[0])
    expect(answers[1]).toMatchObject({
      line: 2,
      ok: false,
      issues: [{ ...issue, message: expect.stringMatching(/\S/) as string }],
    })
    expect(answers[2]).toEqual({ ...expected[1], line: 3 })
    expect(JSON.stringify(answers[1])).not.toContain(secret)
  })
  test('a line of nearly a million signs is read, whatever bytes they take', async () => {
    const person = { id: 'ạ'.repeat(999_000), group: 'farmer' }
    const { answers } = await answersTo([JSON.stringify(person)])
    expect(answers).toEqual([{ line: 1, ok: true, assessment: evaluate(person, { on }) }])
  })
  test('a refused record is named by its id, and told in the language asked for', async () => {
    const wrong = '{"id":"P9","group":"farmer","scores":{"reading":11}}'
    const [vi, en] = await Promise.all([answersTo([wrong]), answersTo([wrong], '--lang', 'en')])
    expect(vi.answers).toMatchObject([{ id: 'P9', issues: [{ message: expect.stringContaining('không lớn hơn 10') as string }] }])
    expect(en.answers).toMatchObject([{ id: 'P9', issues: [{ message: expect.stringContaining('not more than 10') as string }] }])
  })

  test('set and accept count, as for files', async () => {
    const { answers } = await answersTo([`${lines[0]}\n`], '--set', 'framework', '--accept', 'employer')
    expect(answers).toMatchObject([{ assessment: { set: { id: 'framework' }, score: { lower: 0 } } }])
  })
  test.each(['--out', '--rejects', '--headings', '--format', '--encoding', '--sheet', '--aliases'])(
    '%s is refused',
    async (option) => {
      const { code, stdout, stderr } = await cdhtReading([`${lines[0]}\n`], 'assess', '-', '--on', on, option, 'x')
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(option)
    },
  )
  test('the day is needed before anything is read', async () => {
    expect((await cdht('assess', '-')).code).toBe(2)
  })
})

describe('a reader that is behind, or gone', () => {
  const runWith = (stdout: Parameters<typeof run>[1]['stdout'], count: number) =>
    run(['assess', '-', '--on', on], {
      stdin: Readable.from([Buffer.from(`${lines[0]}\n`.repeat(count))]),
      stdout,
      stderr: { write: () => true },
      today: () => on,
    })
  test('is waited for', async () => {
    const log: string[] = []
    const stdout = {
      writable: true,
      write: () => log.push('line') < 0,
      once: (_: 'drain', go: () => void) => setTimeout(() => (log.push('drained'), go()), 1),
    }
    expect(await runWith(stdout, 3)).toBe(0)
    expect(log).toEqual(['line', 'drained', 'line', 'drained', 'line', 'drained'])
  })
  test('ends it', async () => {
    let written = 0
    const stdout = {
      get writable() {
        return written === 0
      },
      write: () => ++written > 0,
    }
    expect(await runWith(stdout, 5)).toBe(0)
    expect(written).toBe(1)
  })
})
