import { describe, expect, test } from 'vitest'
import { fixtures, type Fixture } from '../sets/lint-fixtures.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { atLeast, level, parameter, province, words } from '../support/criteria-files.js'

const { file } = folderOfTest()
const json = (name: string, value: unknown): string => file(name, JSON.stringify(value))
const checked = { on: '2026-11-24' }

describe('cdht check', () => {
  test('a file without a fault: exit 0, and nothing but the count', async () => {
    const path = json('tinh.json', province({ parameters: { 'hours-many': parameter([['2022-07-28', 20]]) } }))
    expect(await cdht('check', path)).toEqual({ code: 0, stdout: 'Đã kiểm tra 1 tệp: 0 lỗi, 0 lưu ý.\n', stderr: '' })
    expect((await cdht('check', path, '--lang', 'en')).stdout).toBe('Files checked: 1. Errors: 0. Notes: 0.\n')
  })

  test.each(Object.entries(fixtures))(
    '%s: exit 1 for an error and 0 for a slip, under the name of the file',
    async (_, of: Fixture) => {
      const files = Array.isArray(of.json) ? (of.json as { id: string }[]) : [of.json as { id: string }]
      const paths = new Map(files.map((one) => [one.id, json(`${one.id}.json`, one)]))
      const { code, stdout, stderr } = await cdht('check', ...paths.values(), '--on', checked.on)
      expect({ code, stderr }).toEqual({ code: of.severity === 'error' ? 1 : 0, stderr: '' })
      const [heading, ...lines] = stdout.split('\n')
      expect(heading).toBe((of.file !== undefined && paths.get(of.file)) || '(các tệp cùng nhau)')
      const place = of.path.join('.')
      const told = lines.filter((line) => line.startsWith(of.severity === 'error' ? '  Lỗi: ' : '  Lưu ý: '))
      expect(told.at(-1)).toContain(place)
      if (of.file !== undefined && !paths.has(of.file)) expect(told.at(-1)).toContain(`${of.file}.json › ${place}`)
    },
  )

  test('several files, each under its own name in the order given, errors before slips', async () => {
    const first = json('mot.json', province({ id: 'mot', note: { vi: 'Ghi chú', en: ' ' }, digital: { enable: ['no-such'] } }))
    const second = json('hai.json', {
      ...province({ parameters: { 'books-sone': parameter([['2022-07-28', 2]]) } }),
      id: 'hai',
      extends: 'worker',
    })
    const { code, stdout } = await cdht('check', second, first, '--lang', 'en')
    expect(code).toBe(1)
    const lines = stdout.split('\n').filter((line) => line !== '')
    expect(lines.slice(0, -1).map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      second,
      '  Note: parameters.books-sone',
      first,
      '  Error: digital.enable.0',
      '  Note: note.en',
    ])
    expect(lines.at(-1)).toBe('Files checked: 2. Errors: 1. Notes: 2. A set with errors cannot be used.')
  })

  test('a chain of files is one set', async () => {
    const paths = [
      json('tinh.json', province({ parameters: { 'books-here': parameter([['2022-07-28', 2]]) } })),
      json('xa.json', {
        id: 'xa',
        extends: 'province',
        version: '1',
        indicators: {
          reading: {
            levels: {
              5: null,
              8: null,
              10: level(10, atLeast('booksRead', { fact: 'books-here' }), {
                label: { vi: 'Từ {books-here} cuốn', en: '{books-here} or more' },
              }),
            },
          },
        },
      }),
    ]
    expect((await cdht('check', ...paths)).stdout).toBe('Đã kiểm tra 2 tệp: 0 lỗi, 0 lưu ý.\n')
    const [code, alone] = [(await cdht('check', paths[1]!)).code, (await cdht('check', paths[1]!)).stdout]
    expect(code).toBe(1)
    expect(alone).toContain('Lỗi: extends: không có bộ gốc “province”')
  })

  test('shows who falls by doing better', async () => {
    const { stdout } = await cdht('check', json('tinh.json', fixtures.score_falls.json))
    expect(stdout).toContain('    counterexample: {"booksRead":0}\n    improved: {"booksRead":3}\n')
  })

  test('numbers compared long ago only with --on', async () => {
    const path = json(
      'tinh.json',
      province({ parameters: { 'hours-many': parameter([['2022-07-28', 24]], { checkedOn: '2020-01-01' }) } }),
    )
    expect((await cdht('check', path)).stdout).toContain('0 lưu ý')
    expect((await cdht('check', path, '--on', '2026-11-24')).stdout).toContain('1 lưu ý')
  })
})

describe('cdht check: exit 2 and nothing on stdout', () => {
  test.each([
    [() => ['check'], 'tệp tiêu chí'],
    [() => ['check', file('none.json')], 'ENOENT'],
    [() => ['check', file('latin1.json', Uint8Array.of(0x22, 0xe9, 0x22))], 'UTF-8'],
    [() => ['check', file('broken.json', '{\n  "id": "x",\n  "extends": "farmer",,\n}')], 'dòng 3'],
    [() => ['check', file('empty.json', '')], 'JSON'],
    [() => ['check', json('tinh.json', province({})), '--on', '2026-02-30'], '--on'],
    [() => ['check', json('tinh.json', province({})), '--colour'], '--colour'],
  ] as [() => string[], string][])('case %#', async (argv, said) => {
    const { code, stdout, stderr } = await cdht(...argv())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
  })
})

test('a file of one’s own decides for the command too, and a fault in it is told before any row', async () => {
  const people = file('people.csv', 'id,group,readingFrequency\nP1,farmer,1\n')
  const easier = json(
    'tinh.json',
    province({
      label: words('Tỉnh thử'),
      indicators: { reading: { levels: { 5: null, 8: null, 10: level(10, atLeast('readingFrequency', 1)) } } },
    }),
  )
  const told = await cdht('explain', people, '--id', 'P1', '--on', '2025-12-31', '--set', easier)
  expect(told.code).toBe(0)
  expect(told.stdout).toContain('tri thức: 10/10')
  expect(told.stdout).toMatch(/Phần lấy từ tệp tiêu chí riêng:\n {2}- province: chỉ số 1\n$/)
  const plain = await cdht('explain', people, '--id', 'P1', '--on', '2025-12-31')
  expect(plain.stdout).not.toContain('tệp tiêu chí riêng')
  const broken = await cdht('assess', people, '--on', '2025-12-31', '--set', json('hong.json', fixtures.unknown_fact.json))
  expect(broken).toMatchObject({ code: 2, stdout: '' })
  expect(broken.stderr).toContain('province.json › indicators.reading.levels.0.when.fact')
})
