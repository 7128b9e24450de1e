import * as z from 'zod/mini'
import { answerSchema } from '../src/cli/answer.js'
import { assessmentSchema } from '../src/model/assessment-schema.js'
import { caseFileSchema } from '../src/model/case-file.js'
import { collectivesSchema } from '../src/model/collectives-file.js'
import { criteriaFileSchema, type CriteriaFile } from '../src/model/criteria-file.js'
import { digitalSkillsFileSchema, type DigitalSkillsFile } from '../src/model/digital-skills-file.js'
import { formsFileSchema } from '../src/model/forms-file.js'
import { populationRulesSchema, type PopulationFile } from '../src/model/population-rules.js'
import { recordSchema } from '../src/model/record.js'
import { tallySchema } from '../src/population/tally-json.js'
import { targetPlanSchema } from '../src/model/target-plan.js'
import { vocabularyFileSchema, type FactDefinition, type VocabularyFile } from '../src/model/vocabulary.js'
import type { CriteriaSet } from '../src/model/criteria-set.js'
import { withoutNotes } from '../src/sets/digest.js'
import { loadSet } from '../src/sets/load.js'
import { drawHouse } from './house.js'
import { conformanceFiles } from './conformance/files.js'
import { vectorFileSchema } from './conformance/vector-file.js'

type ReadJson = (path: string) => unknown

/** Path and text of every generated file. */
export function generatedFiles(readJson: ReadJson, list: (folder: string) => string[]): Map<string, string> {
  const files = new Map<string, string>()
  const vocabulary = readJson('criteria/facts.json') as VocabularyFile
  files.set('src/model/evidence.ts', evidenceModule(vocabulary.facts))
  for (const [path, text] of shippedSets(readJson, list)) files.set(path, text)
  for (const name of list('criteria/targets').sort())
    files.set(`src/sets/shipped/targets/${name}`, json(readJson(`criteria/targets/${name}`), ['checkedOn', '$schema']))
  files.set('src/sets/shipped/forms.json', json(withoutNotes(readJson('criteria/forms.json'))))
  files.set('src/sets/shipped/collectives.json', json(withoutNotes(readJson('criteria/collectives.json'))))
  files.set('src/sets/shipped/population.json', populationRules(readJson))
  for (const [name, schema] of Object.entries(schemas)) files.set(`schemas/${name}.schema.json`, jsonSchema(name, schema))
  for (const lang of ['vi', 'en'] as const) files.set(`docs/pictures/house.${lang}.svg`, drawHouse(lang))
  for (const [path, text] of conformanceFiles(readJson, list)) files.set(path, text)
  return files
}

const schemas = {
  record: recordSchema,
  assessment: assessmentSchema,
  answer: answerSchema,
  facts: vocabularyFileSchema,
  criteria: criteriaFileSchema,
  'digital-skills': digitalSkillsFileSchema,
  forms: formsFileSchema,
  'target-plan': targetPlanSchema,
  population: populationRulesSchema,
  collectives: collectivesSchema,
  tally: tallySchema,
  cases: caseFileSchema,
  conformance: vectorFileSchema,
} satisfies Record<string, z.ZodMiniType>

function jsonSchema(name: string, schema: z.ZodMiniType): string {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
  return `${JSON.stringify({ $schema, $id: `urn:cong-dan-hoc-tap:schema:${name}`, ...body }, null, 2)}\n`
}

/**
 * The shipped sets, resolved and without the notes for maintainers: what all share in one file, and of each group only its
 * own parts, so that a program that takes one group does not carry the others' texts.
 */
function shippedSets(readJson: ReadJson, list: (folder: string) => string[]): [string, string][] {
  const [facts, digital, framework] = ['facts', 'digital-skills', 'framework'].map((id) => readJson(`criteria/${id}.json`))
  const groups = list('criteria/groups').sort()
  const sets = [
    loadSet([facts, digital, framework]),
    ...groups.map((name) => loadSet([facts, digital, framework, readJson(`criteria/groups/${name}`)])),
  ]
  const [general, ...others] = sets.map((set) => ({ ...withoutNotes(set), digest: set.digest })) as [
    CriteriaSet,
    ...CriteriaSet[],
  ]
  const { facts: f, digital: d, parameters, competences, maximum, pass, conditions } = general
  const common = { facts: f, digital: d, parameters, competences, maximum, pass, conditions }
  const commonKeys = Object.keys(common) as (keyof typeof common)[]
  return [
    ['src/sets/shipped/common.json', json(common)],
    ...[general, ...others].map((set): [string, string] => {
      const own = Object.fromEntries(
        Object.entries(set).filter(
          ([key, value]) =>
            !(commonKeys as string[]).includes(key) ||
            JSON.stringify(value) !== JSON.stringify(common[key as keyof typeof common]),
        ),
      )
      return [`src/sets/shipped/${set.group}.json`, json(own)]
    }),
  ]
}

/** The rules of counting, with the few parts of the criteria that counting from bare numbers needs. */
function populationRules(readJson: ReadJson): string {
  const { version, adultAge, notStaff, tiers } = readJson('criteria/population.json') as PopulationFile
  const framework = readJson('criteria/framework.json') as CriteriaFile
  const { levels } = readJson('criteria/digital-skills.json') as DigitalSkillsFile
  const required = framework.parameters?.[framework.digital?.required?.fact ?? '']
  return json(withoutNotes({ version, adultAge, notStaff, tiers, digital: { levels, required } }))
}

const json = (value: unknown, without: readonly string[] = []): string =>
  `${JSON.stringify(value, (key, part: unknown) => (without.includes(key) ? undefined : part), 1)}\n`

function evidenceModule(facts: readonly FactDefinition[]): string {
  const union = (codes: readonly { code: string }[]): string => codes.map(({ code }) => `'${code}'`).join(' | ')
  const typeOf = (fact: FactDefinition): string => {
    switch (fact.type) {
      case 'rank':
      case 'count':
      case 'number':
        return 'number'
      case 'boolean':
        return 'boolean'
      case 'code':
        return union(fact.codes)
      case 'codes':
        return `Codes<${union(fact.codes)}>`
      case 'activities':
        return `readonly Activity<${union(fact.kinds)}, ${union(fact.topics)}>[]`
      case 'certificates':
        return `readonly Certificate<${union(fact.kinds)}>[]`
    }
  }
  const given = facts.filter((fact) => !(fact.type === 'rank' && fact.derived))
  const about = (fact: FactDefinition): string =>
    `${fact.label.en}${'range' in fact ? ` (${fact.range[0]}-${fact.range[1]}${fact.type === 'rank' ? `: ${fact.ranks.map(({ label }) => label.en).join('; ')}` : ''})` : ''}.`
  return `// Generated from criteria/facts.json by \`npm run generate\`.
import type { Activity, Certificate, Codes } from './record.js'

/** Facts about a person by id. An interface, so that users of overlays can add their own facts to it. */
export interface Evidence {
${given.map((fact) => `  /** ${fact.label.vi}. ${about(fact)} */\n  ${fact.id}?: ${typeOf(fact)} | null | undefined`).join('\n')}
}
`
}
