import type { CriteriaFile } from '../model/criteria-file.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { inFile, issue, type Issue, type Path } from '../model/issue.js'
import type { FactDefinition, VocabularyFile } from '../model/vocabulary.js'
import { checkGroundsOf, checkGroundsOfDigital } from './check-grounds.js'
import { entriesOf, type LevelEntry } from './file-levels.js'

type Parsed = Readonly<{
  sets: readonly CriteriaFile[]
  digital: DigitalSkillsFile | undefined
  vocabulary: VocabularyFile | undefined
}>

/** What each file must get right by itself, whatever it extends, before it can be merged with others. */
export function checkFiles({ sets, vocabulary, digital }: Parsed): Issue[] {
  return [
    ...sets.flatMap((file) => inFile(file.id, checkCriteria(file))),
    ...(vocabulary ? inFile(vocabulary.id, checkFacts(vocabulary.facts)) : []),
    ...(digital ? inFile(digital.id, checkScale(digital)) : []),
  ]
}

/** Whether each file says what its parts rest on. */
export function checkGrounds({ sets, digital }: Parsed): Issue[] {
  return [...sets.flatMap(checkGroundsOf), ...(digital ? checkGroundsOfDigital(digital) : [])]
}

function checkCriteria({ inForce, facts, indicators }: CriteriaFile): Issue[] {
  const found = checkFacts(facts ?? [])
  if (inForce?.to !== undefined && inForce.to < inForce.from) found.push(issue('to_before_from', ['inForce', 'to'], {}))
  for (const [id, { levels }] of Object.entries(indicators ?? {})) {
    const path = ['indicators', id, 'levels']
    const entries = entriesOf(levels)
    found.push(
      ...repeated(
        entries.map(({ name }) => name),
        path,
      ),
    )
    if (!Array.isArray(levels)) found.push(...entries.flatMap((entry) => checkName(entry, path)))
  }
  return found
}

/** A level that is named by its points may say them again, but not others; one with a name of its own must say them. */
function checkName({ name, key, level }: LevelEntry, path: Path): Issue[] {
  if (level === null) return []
  if (Number.isNaN(level.points)) return [issue('missing', [...path, key, 'points'], {})]
  return level.id === undefined && String(level.points) !== name
    ? [issue('malformed', [...path, key, 'points'], { expected: name })]
    : []
}

function checkFacts(facts: readonly FactDefinition[]): Issue[] {
  const codesOf = (codes: readonly { code: string }[], path: Path): Issue[] =>
    repeated(
      codes.map(({ code }) => code),
      path,
    )
  return facts.flatMap((fact, i) => [
    ...('codes' in fact ? codesOf(fact.codes, ['facts', i, 'codes']) : []),
    ...('kinds' in fact ? codesOf(fact.kinds, ['facts', i, 'kinds']) : []),
    ...('topics' in fact ? codesOf(fact.topics, ['facts', i, 'topics']) : []),
    ...('range' in fact && fact.range[0] >= fact.range[1]
      ? [issue('malformed', ['facts', i, 'range'], { expected: 'min < max' })]
      : []),
  ])
}

/** Levels are told by their position, so none may be left out. */
function checkScale({ levels }: DigitalSkillsFile): Issue[] {
  return levels.every(({ level }, i) => level === i) && levels.length > 1
    ? []
    : [issue('malformed', ['levels'], { expected: '0, 1, 2, …' })]
}

function repeated(ids: readonly string[], path: Path): Issue[] {
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [issue('duplicate_id', [...path, i], { id })] : []))
}
