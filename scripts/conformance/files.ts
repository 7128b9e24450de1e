import fc from 'fast-check'
import type { CaseFile } from '../../src/model/case-file.js'
import type { CriteriaFile } from '../../src/model/criteria-file.js'
import type { CriteriaSet } from '../../src/model/criteria-set.js'
import type { DigitalSkillsFile } from '../../src/model/digital-skills-file.js'
import { loadSet } from '../../src/sets/load.js'
import { recordOf } from '../../test/support/arbitrary.js'
import { plainSetOf } from '../../test/support/plain/set.js'
import { judged } from './judge.js'
import * as records from './records.js'
import { testSets } from './test-sets.js'
import type { Expectation, Vector, VectorFile } from './vector-file.js'

type ReadJson = (path: string) => unknown
type List = (folder: string) => string[]

/** A set with the paths of its files, the most general first. */
interface Chain {
  paths: string[]
  set: CriteriaSet
  /** Everything above the vocabulary and the digital scale. */
  files: CriteriaFile[]
}

/** What the vectors of a file name: what they are about. */
const points: (keyof Expectation)[] = ['indicators']
const result: (keyof Expectation)[] = [
  'verdict',
  'total',
  'threshold',
  'basis',
  'indicators',
  'missing',
  'unknown',
  'warnings',
  'digital',
]
const frame: (keyof Expectation)[] = ['passBasis', 'evidence', 'bases', 'competences']
const scale: (keyof Expectation)[] = ['digital', 'digitalCode', 'hasSkills', 'proficient', 'areas', 'routes']

const drawnOn = ['2025-12-31', '2026-06-30']
/** Drawn records of each set: enough to meet every part of the rules in company, few enough for the package. */
const drawn = 12

/** Path and text of every file of `conformance/` but its description: sets, vectors and an index of them. */
export function conformanceFiles(readJson: ReadJson, list: List): [string, string][] {
  const base = ['criteria/facts.json', 'criteria/digital-skills.json', 'criteria/framework.json']
  const skills = readJson('criteria/digital-skills.json') as DigitalSkillsFile
  const written = new Map<string, CriteriaFile>()
  const chainOf = (...paths: string[]): Chain => {
    const all = [...base, ...paths]
    const json = all.map((path) => written.get(path) ?? readJson(path))
    return { paths: all, set: loadSet(json), files: json.slice(2) as CriteriaFile[] }
  }
  const write = (file: CriteriaFile): string => {
    const path = `conformance/criteria/${file.id}.json`
    written.set(path, file)
    return path
  }

  const [farmer] = ['criteria/groups/farmer.json']
  const province = write(testSets.province)
  const chains = {
    framework: chainOf(),
    farmer: chainOf(farmer),
    'truth-tables': chainOf(write(testSets.truthTables)),
    'every-operator': chainOf(write(testSets.everyOperator)),
    'test-province': chainOf(farmer, province),
    'test-commune': chainOf(farmer, province, write(testSets.commune)),
    'test-fisher': chainOf(write(testSets.fisher)),
  }

  const vectorFiles = new Map<string, VectorFile>()
  const add = (name: string, chain: Chain, about: VectorFile['about'], vectors: Vector[]): void => {
    const { paths: criteria, set } = chain
    vectorFiles.set(name, { $schema: '../../schemas/conformance.schema.json', format: 1, about, criteria, set: set.id, vectors })
  }
  const judgedAll = ({ set }: Chain, asked: readonly records.Asked[], named: readonly (keyof Expectation)[]): Vector[] =>
    asked.map(({ name, ...one }, i) => ({
      name: name ?? String(i + 1),
      ...one,
      expect: only(judged(set, plainJson(one)), named),
    }))

  const groups = list('criteria/groups').sort()
  for (const chain of [chains.framework, ...groups.map((name) => chainOf(`criteria/groups/${name}`))]) {
    const cases = casesOf(chain.set, readJson, list)
    add(`levels-${chain.set.id}`, chain, about.levels, cases.levels)
    add(`people-${chain.set.id}`, chain, about.people, [...cases.people, ...judgedAll(chain, drawnOf(chain, drawn), result)])
  }
  add('truth-tables', chains['truth-tables'], about.truth, judgedAll(chains['truth-tables'], records.truthTableRecords(), points))
  const operators = chains['every-operator']
  add(
    'intervals',
    operators,
    about.intervals,
    judgedAll(operators, [...records.intervalRecords(), ...drawnOf(operators, drawn)], [...points, 'unknown']),
  )
  add('dates', operators, about.dates, judgedAll(operators, records.dateRecords(), [...points, 'warnings']))
  add('attested', operators, about.attested, judgedAll(operators, records.acceptRecords(), [...result, ...scale]))
  add('digital', chains.farmer, about.digital, judgedAll(chains.farmer, records.digitalRecords('farmer', skills.areas), scale))
  add('digital-local', operators, about.local, judgedAll(operators, records.digitalRecords('general', skills.areas), scale))
  add('pass', chains.framework, about.pass, judgedAll(chains.framework, records.passRecords(), [...result, ...frame]))
  add('refused', chains.farmer, about.refused, judgedAll(chains.farmer, records.refusedRecords(), []))
  for (const id of ['test-province', 'test-commune', 'test-fisher'] as const)
    add(
      `overlay-${id.slice(5)}`,
      chains[id],
      about.overlay,
      judgedAll(chains[id], drawnOf(chains[id], drawn), [...result, ...frame, ...scale]),
    )

  return [
    ...[...written].map(([path, file]): [string, string] => [path, `${JSON.stringify(file, null, 1)}\n`]),
    ...[...vectorFiles].map(([name, file]): [string, string] => [`conformance/vectors/${name}.json`, textOf(file)]),
    ['conformance/index.json', indexOf(vectorFiles)],
  ]
}

/** The cases of a shipped set, each with what it names: those of the boundary, and those written by hand. */
function casesOf(set: CriteriaSet, readJson: ReadJson, list: List): { levels: Vector[]; people: Vector[] } {
  const folder = 'criteria/cases'
  const paths = ['', 'boundary/', 'by-hand/'].flatMap((inner) => list(`${folder}/${inner}`).map((file) => inner + file))
  const found = paths
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({ path, file: readJson(`${folder}/${path}`) as CaseFile }))
    .filter(({ file }) => file.set === set.id)
  const isBoundary = (path: string): boolean => path.startsWith('boundary/')
  const vectorsOf = (boundary: boolean): Vector[] =>
    found
      .filter(({ path }) => isBoundary(path) === boundary)
      .flatMap(({ path, file }) =>
        file.cases.map(({ name, on, record, expect }) => ({
          name: boundary ? name : `${path.slice(0, -'.json'.length)}: ${name}`,
          on,
          record,
          expect: namedBy(expect, judged(set, { on, record })),
        })),
      )
  return { levels: vectorsOf(true), people: vectorsOf(false) }
}

/** Of what came out, what a case names. A test holds every case to the library, so both say the same. */
function namedBy({ underFloor, ...expected }: CaseFile['cases'][number]['expect'], found: Expectation): Expectation {
  const { indicators } = expected
  const keys = [...Object.keys(expected), ...(underFloor ? ['missing'] : [])] as (keyof Expectation)[]
  const named = only(found, keys)
  if (indicators) named.indicators = Object.fromEntries(Object.entries(found.indicators ?? {}).filter(([id]) => id in indicators))
  return named
}

/** Records of every mood, the same in every run. */
function drawnOf({ set, files }: Chain, count: number): records.Asked[] {
  return drawnOn.flatMap((on, i) =>
    fc.sample(recordOf(plainSetOf(files), on), { seed: 126 + i, numRuns: count / drawnOn.length }).map((record, n) => ({
      name: `drawn ${on} ${n + 1}`,
      on,
      record: { ...plainJson(record), group: set.group } as Vector['record'],
    })),
  )
}

const only = (of: Expectation, named: readonly (keyof Expectation)[]): Expectation =>
  Object.fromEntries(Object.entries(of).filter(([key]) => key === 'refused' || (named as readonly string[]).includes(key)))

/** As a reader of the file gets it. */
const plainJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** One line a vector, so that a changed result reads as a changed line. */
function textOf({ vectors, ...head }: VectorFile): string {
  const lines = vectors.map((one) => JSON.stringify(one)).join(',\n')
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "vectors": [\n${lines}\n]}\n`
}

const indexOf = (files: ReadonlyMap<string, VectorFile>): string =>
  `${JSON.stringify({ format: 1, files: [...files].map(([name, { vectors }]) => ({ path: `vectors/${name}.json`, vectors: vectors.length })) }, null, 1)}\n`

const about = {
  levels: {
    vi: 'Mỗi mức của từng chỉ số: vừa đủ theo từng cách, rồi thiếu một bước.',
    en: 'Every level of every indicator: just met in each way, then one step short.',
  },
  people: {
    vi: 'Những người giả định: các trường hợp viết tay, rồi các bản ghi rút ngẫu nhiên với đủ kết quả.',
    en: 'Made-up people: cases written by hand, then records drawn at random with everything that comes out.',
  },
  truth: {
    vi: 'Bảng chân trị của all, any, not khi mỗi điều là có, không hoặc chưa rõ.',
    en: 'Truth tables of all, any and not, where each part is yes, no or not known.',
  },
  intervals: {
    vi: 'Mọi phép so sánh với giá trị biết rõ, biết một phần và chưa biết.',
    en: 'Every comparison with values that are known, known in part, and not known.',
  },
  dates: {
    vi: 'Ngày đủ hoặc thiếu phần ngày, tháng, quanh hai đầu khoảng thời gian được tính.',
    en: 'Days of every precision around both ends of the days that count.',
  },
  attested: { vi: 'Ai xác nhận, và lời của ai được tính.', en: 'Who attested a fact, and whose word counts.' },
  digital: { vi: 'Mức kỹ năng số theo từng đường.', en: 'The digital-skill level by each route.' },
  local: {
    vi: 'Mức kỹ năng số khi bộ tiêu chí bật thang điểm của địa phương.',
    en: 'The digital-skill level where a set turns a local scale on.',
  },
  pass: {
    vi: 'Ngưỡng, điểm sàn, vùng khó khăn, điểm đã khai, căn cứ theo ngày.',
    en: 'Threshold, floor, disadvantaged areas, declared scores, basis by day.',
  },
  refused: { vi: 'Bản ghi phải bị từ chối, và lý do.', en: 'Records that must be refused, and why.' },
  overlay: {
    vi: 'Bộ tiêu chí bịa ra, chồng lên bộ có sẵn: con số, mức, minh chứng, nhóm, điều kiện đạt được thay.',
    en: 'Made-up sets laid over shipped ones: numbers, levels, facts, a group, the pass rule replaced.',
  },
}
