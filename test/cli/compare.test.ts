import { describe, expect, test } from 'vitest'
import { indicatorIds } from '../../src/model/indicator.js'
import { cdht, folderOfTest } from '../support/cdht.js'
import { atLeast, level, occupation, parameter, province } from '../support/criteria-files.js'
import { samplePath } from '../support/sample.js'

const { file } = folderOfTest()
const json = (name: string, value: unknown): string => file(name, JSON.stringify(value))
const on = ['--on', '2025-12-31']
const total = (parts: object, id = 'farmer-75', base = 'farmer'): object => ({ ...province(parts), id, extends: base })
const threshold = (value: number): object => ({ parameters: { 'pass-threshold': parameter([['2022-07-28', value]]) } })
/** The cells of a row of a table. */
const cells = (stdout: string, start: string): string[] =>
  stdout
    .split('\n')
    .find((line) => line.startsWith(start))!
    .slice(start.length)
    .trim()
    .split(/ {2,}/)

describe('cdht compare', () => {
  test('says of a threshold of 75 what two runs of assess say', async () => {
    const after = json('75.json', total(threshold(75)))
    const { code, stdout, stderr } = await cdht('compare', samplePath, '--before', 'farmer', '--after', after, ...on)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const runs = [
      await cdht('assess', samplePath, ...on, '--set', 'farmer'),
      await cdht('assess', samplePath, ...on, '--set', after),
    ]
    const met = runs.map((run) => cells(run.stdout, 'Nông dân, lao động nông thôn')[1])
    const row = cells(stdout, 'Nông dân, lao động nông thôn')
    expect(row.slice(0, 3)).toEqual(['838', ...met])
    expect(Number(row[3])).toBe(Number(met[1]) - Number(met[0]))
    expect([Number(row[3]) > 0, row[4]]).toEqual([true, '0'])
    expect(cells(stdout, 'Tổng số')).toEqual(row)
    expect(stdout).toContain(`${row[3]} người đạt thêm, 0 người không còn đạt.`)
    expect(stdout).toContain('Số dòng đã đọc: 2000 = 838 đã so sánh + 1162 thuộc nhóm không có bộ để so sánh + 0 bị loại.')
    expect(stdout).toContain('Trước: farmer (2026.1)\nSau: farmer-75 (1)\n')
    expect(stdout).toContain('KHÔNG phải quy định chính thức')
  })

  test('several groups at once, against the shipped sets where no other is named', async () => {
    const paths = ['farmer', 'worker'].map((base) => json(`${base}.json`, total(threshold(75), `${base}-75`, base)))
    const { stdout } = await cdht('compare', samplePath, '--after', paths[0]!, '--after', paths[1]!, ...on, '--lang', 'en')
    expect(stdout).toContain('Before: farmer (2026.1), worker (2026.1)\nAfter: farmer-75 (1), worker-75 (1)\n')
    expect(stdout).toContain('Rows read: 2000 = 1198 compared + 802 of groups without a set to compare + 0 rejected.')
    expect(stdout).not.toMatch(/[ạảãăđơư]/i)
  })

  const [, ...scores] = indicatorIds
  const heading = `id,group,disadvantagedArea,readingFrequency,${scores.map((id) => `score:${id}`).join(',')}`
  const person = (id: string, frequency: number): string => `${id},farmer,no,${frequency},${scores.map(() => 8).join(',')}`
  const weekly = { indicators: { reading: { levels: { 5: null, 8: null, 10: level(10, atLeast('readingFrequency', 1)) } } } }

  test('tells by which indicator people gain, and with --list who', async () => {
    const people = file('people.csv', [heading, person('A1', 1), person('A2', 1), person('A3', 0)].join('\n'))
    const after = json('hang-tuan.json', total(weekly, 'hang-tuan'))
    const args = ['compare', people, '--before', 'farmer', '--after', after, ...on]
    const { code, stdout } = await cdht(...args, '--list')
    expect(code).toBe(0)
    expect(cells(stdout, 'Đọc, cập nhật thông tin, tri thức')).toEqual(['2', '0', '2', '0'])
    expect(cells(stdout, 'Có kế hoạch học tập')).toEqual(['0', '0', '0', '0'])
    expect(stdout).toContain('Mã những người đạt thêm: A1, A2\nMã những người không còn đạt: -\n')
    expect(stdout).toContain('0 người đạt thêm, 0 người không còn đạt.')
    const back = await cdht('compare', people, '--before', after, '--after', 'farmer', ...on, '--list')
    expect(cells(back.stdout, 'Đọc, cập nhật thông tin, tri thức')).toEqual(['0', '2', '0', '2'])
    expect(back.stdout).toContain('Mã những người không còn đạt: A1, A2')
    expect((await cdht(...args)).stdout).not.toContain('A1')
  })

  test('rows that cannot be assessed: exit 1, and counted', async () => {
    const people = file('people.csv', [heading, person('A1', 1), person('A2', 9), person('A1', 1)].join('\n'))
    const { code, stdout } = await cdht('compare', people, '--after', json('x.json', total(weekly, 'x')), ...on)
    expect(code).toBe(1)
    expect(stdout).toContain('Số dòng đã đọc: 3 = 1 đã so sánh + 0 thuộc nhóm không có bộ để so sánh + 2 bị loại.')
  })

  test('a column that only the new set asks about is read', async () => {
    const people = file('people.csv', 'id,group,occupation\nA1,farmer,salt\nA2,farmer,rice\n')
    const parts = {
      facts: [occupation],
      indicators: {
        reading: { levels: { 5: null, 8: null, 10: level(10, { fact: 'occupation', operator: 'equal', value: 'salt' }) } },
      },
    }
    const { code, stdout, stderr } = await cdht('compare', people, '--after', json('x.json', total(parts, 'x')), ...on)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    // Reading rises from unknown for the one, and falls from unknown for the other.
    expect(cells(stdout, 'Đọc, cập nhật thông tin, tri thức')).toEqual(['1', '1', '0', '0'])
  })

  test('a set of 2022 and one from 2027 answer for their own years', async () => {
    const old = json('cu.json', total({ inForce: { from: '2022-07-28', to: '2026-12-31' } }, 'cu'))
    const next = json('moi.json', total({ ...weekly, inForce: { from: '2027-01-01' } }, 'moi'))
    const people = file('people.csv', [heading, person('A1', 1)].join('\n'))
    const run = (day: string) => cdht('explain', people, '--id', 'A1', '--on', day, '--set', old, '--set', next)
    const [before, after] = [await run('2026-12-31'), await run('2027-01-01')]
    expect(before.stdout).toContain('theo bộ tiêu chí cu, phiên bản 1')
    expect(after.stdout).toContain('theo bộ tiêu chí moi, phiên bản 1')
    expect(after.stdout).toMatch(/ {2}- moi: chỉ số 1\n$/)
    expect(await run('2022-07-27')).toMatchObject({ code: 2, stdout: '' })
    const compared = await cdht('compare', people, '--before', old, '--after', next, ...on)
    expect(compared).toMatchObject({ code: 2, stdout: '' })
    expect(compared.stderr).toContain('không có hiệu lực vào ngày 2025-12-31')
  })
})

describe('cdht compare: exit 2 and nothing on stdout', () => {
  test.each([
    [() => ['compare', samplePath, ...on], '--after'],
    [() => ['compare', samplePath, '--after', 'worker'], '--on 2025-12-31'],
    [() => ['compare', '--after', 'worker', ...on], 'tệp cần đọc'],
    [() => ['compare', samplePath, '--after', 'pirate', ...on], 'framework'],
    [() => ['compare', samplePath, '--after', file('none.json'), ...on], 'ENOENT'],
    [() => ['compare', file('none.csv'), '--after', 'worker', ...on], 'ENOENT'],
    [() => ['compare', samplePath, '--after', 'worker', '--on', '2025-02-30'], '--on'],
    [() => ['compare', samplePath, '--after', json('x.json', province({ extends: 'no-such' })), ...on], 'no-such'],
    [() => ['compare', samplePath, '--after', 'farmer', '--after', json('x.json', total({}, 'x')), ...on], '--after: '],
  ] as [() => string[], string][])('case %#', async (argv, said) => {
    const { code, stdout, stderr } = await cdht(...argv())
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
  })
})
