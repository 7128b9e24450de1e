import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { safeEvaluate, type CitizenRecord } from '../../src/index.js'
import { samplePeople } from '../support/sample.js'

const on = '2025-12-31'
const folder = mkdtempSync(join(tmpdir(), 'cdht-languages-'))
const cdht = [process.execPath, resolve('dist/cli/index.js'), 'assess', '-', '--on']

/** Each asks one record after the other, so that an answer must come before the next question goes out. */
const oneByOne = {
  'Try.cs': `using System; using System.IO; using System.Text;
public static class Try { public static int Main(string[] command) {
  using (var cdht = new Cdht(command)) {
    var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    foreach (var id in new[] { "Một", "Hai", "Ba" }) output.WriteLine(cdht.Ask("{\\"id\\":\\"" + id + "\\",\\"group\\":\\"farmer\\"}").Substring(0, 60));
    output.Flush();
    using (var other = new Cdht(command)) foreach (var answer in other.AskAll(Endless())) break;
    return cdht.Close(); } }
  static System.Collections.Generic.IEnumerable<string> Endless() { for (;;) yield return "{\\"id\\":\\"P\\",\\"group\\":\\"farmer\\"}"; } }`,
  'Try.java': `import java.io.PrintStream; import java.util.List; import static java.nio.charset.StandardCharsets.UTF_8;
public class Try { public static void main(String[] command) throws Exception {
  try (Assess.Cdht cdht = new Assess.Cdht(List.of(command))) {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    for (String id : List.of("Một", "Hai", "Ba")) out.println(cdht.ask("{\\"id\\":\\"" + id + "\\",\\"group\\":\\"farmer\\"}").substring(0, 60));
    try (Assess.Cdht other = new Assess.Cdht(List.of(command))) {
      other.askAll(java.util.stream.Stream.generate(() -> "{\\"id\\":\\"P\\",\\"group\\":\\"farmer\\"}").iterator(), answer -> { throw new IllegalStateException(); });
    } catch (IllegalStateException enough) { out.println("enough"); }
    System.exit(cdht.end()); } } }`,
}

beforeAll(() => {
  for (const [name, text] of Object.entries(oneByOne)) writeFileSync(join(folder, name), text)
  for (const file of ['csharp/Assess.cs', 'java/Assess.java', 'php/assess.php'])
    copyFileSync(`docs/examples/${file}`, join(folder, file.split('/')[1] as string))
  const make = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, stdio: 'pipe' })
  make('mcs', '-warnaserror', '-warn:4', 'Assess.cs')
  make('mcs', '-warnaserror', '-warn:4', '-main:Try', '-out:Try.exe', 'Assess.cs', 'Try.cs')
  make('javac', '-Xlint:all', '-Werror', 'Assess.java', 'Try.java')
  make('php', '-l', 'assess.php')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Program {
  name: string
  command: readonly string[]
  /** People in a big batch. */
  many: number
}
// The machine speaks another code, as many do: what a program says of its text must not depend on it.
const environment = { ...process.env, LC_ALL: 'C', LANG: 'C' }
const programs: Program[] = [
  { name: 'C#', command: ['mono', 'Assess.exe'], many: 10_000 },
  { name: 'Java', command: ['java', '-Dfile.encoding=ISO-8859-1', '-cp', '.', 'Assess'], many: 10_000 },
  { name: 'PHP', command: ['php', 'assess.php'], many: 3_000 },
]
const run = ([program = '', ...args]: readonly string[], input: string | Uint8Array, day = on) => {
  const options = { cwd: folder, input, env: environment, maxBuffer: 1 << 28, timeout: 100_000 }
  const { stdout, stderr, status, error } = spawnSync(program, [...args, ...cdht, day], options)
  if (error) throw error
  return { lines: stdout.toString('utf8').split('\n').slice(0, -1), stderr: stderr.toString('utf8'), status }
}
const linesOf = (people: readonly unknown[]): string => people.map((one) => `${JSON.stringify(one)}\n`).join('')
function toldOf(person: CitizenRecord): string {
  const result = safeEvaluate(person, { on })
  return `${person.id}: ${result.ok ? result.value.verdict : `refused ${result.issues[0].code}`}`
}

describe.each(programs)('$name', ({ command, many }) => {
  test('every record is answered, letters of Vietnamese unharmed; a broken one is no end of the others', async () => {
    const people = [
      ...(await samplePeople()).slice(0, 40),
      { id: 'Người thứ “hai” – ấp Đồng Tiến', group: 'farmer', units: { residence: 'Xã "A"\\B\nC' } },
      { id: 'Nguyễn'.normalize('NFD'), group: 'nobody' },
    ] as CitizenRecord[]
    const { lines, stderr, status } = run(command, `${linesOf(people)}\r\n\n{"id":\n`)
    expect(lines).toEqual([...people.map(toldOf), ': refused broken_json'])
    expect([stderr, status]).toEqual(['', 1])
  })
  test('a big batch, and a record of nearly a million signs, do not stop either side', async () => {
    const sample = await samplePeople()
    const people = Array.from({ length: many }, (_, at) => sample[at % sample.length] as CitizenRecord)
    const long = { id: 'ạ'.repeat(900_000), group: 'farmer' }
    const { lines, status } = run(command, linesOf([...people, long, long]))
    const told = new Map(sample.map((person) => [person.id, toldOf(person)]))
    expect(lines).toEqual([...people.map(({ id }) => told.get(id)), toldOf(long), toldOf(long)])
    expect(status).toBe(0)
  })
  test('nobody at all', () => expect(run(command, '')).toEqual({ lines: [], stderr: '', status: 0 }))
  test('wrong usage is told, with the code of the process', () => {
    const { lines, stderr, status } = run(command, '{"id":"P1","group":"farmer"}\n', '2025-02-30')
    expect([lines, status]).toEqual([[], 2])
    expect(stderr).toContain('không phải một ngày có thật')
    expect(stderr).toContain('cdht ended with exit code 2')
  })
})

test.each([
  ['C#', ['mono', 'Try.exe']],
  ['Java', ['java', '-cp', '.', 'Try']],
])('%s: an answer comes before the next question; who has heard enough goes on', (_, command) => {
  const { lines, status } = run(command, '')
  expect(lines.slice(0, 3).map((line) => /"id":"(\S+?)"/.exec(line)?.[1])).toEqual(['Một', 'Hai', 'Ba'])
  expect(status).toBe(0)
})
