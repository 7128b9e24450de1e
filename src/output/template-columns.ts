import { attesterWords, membershipWords, unitLevelWords } from '../intake/record-words.js'
import { fieldWords } from '../intake/field-words.js'
import { isDerived } from '../model/derived.js'
import { leavesOf } from '../model/condition.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import { scoreLimit } from '../model/record.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { digitalRulesOf } from '../rules/digital-rules.js'
import { sets as shipped } from '../sets/shipped/index.js'
import { groupNames } from './group-names.js'
import { templateWords as words } from './template-words.js'
import { answerWords } from './words.js'

/** A column of a form: a field of the record, a fact, points stated, or who attests a fact. */
export interface TemplateColumn {
  heading: string
  part: 'person' | 'evidence' | 'score' | 'attester'
  /** How a cell is filled in, in a sentence or two. */
  help: string
  /** What a cell may say; `strict`: nothing else. */
  choices?: { values: readonly (string | number)[]; strict: boolean }
  /** What a number may be. */
  number?: { type: 'whole' | 'decimal'; from: number; to: number }
  /** Whether cells are texts from the start, so that nothing typed is taken for a day or loses its zeros. */
  isText: boolean
  usualEvidence?: string
}

/** Facts that can change a result of the set, digital skills among them, in the order of the vocabulary. */
export function factsAsked(set: CriteriaSet): FactDefinition[] {
  const leaves = set.indicators.flatMap(({ levels }) => levels.flatMap(({ when }) => [...leavesOf(when, set.conditions)]))
  const asked = new Set([...leaves.map(({ fact }) => fact), ...digitalRulesOf(set).routes.map(({ fact }) => fact)])
  // The flag of proficiency reads it whatever the levels ask.
  asked.add('selfUpdatesOnline')
  return set.facts.filter((fact) => asked.has(fact.id) && !isDerived(fact))
}

/** Every column of the form of a set, in order. */
export function templateColumns(set: CriteriaSet, lang: Lang): TemplateColumn[] {
  const facts = factsAsked(set)
  const say = (text: Text): string => text[lang]
  return [
    ...personColumns(set, lang),
    ...facts.map((fact): TemplateColumn => {
      const usualEvidence = fact.usualEvidence && { usualEvidence: say(fact.usualEvidence) }
      return { heading: say(fact.label), part: 'evidence', ...factCells(fact, lang), ...usualEvidence }
    }),
    ...set.indicators.map(({ label }): TemplateColumn => {
      const halves = Array.from({ length: 2 * scoreLimit + 1 }, (_, half) => half / 2)
      const heading = `${say(words.scorePrefix)}: ${say(label)}`
      return { heading, part: 'score', help: say(words.score), choices: { values: halves, strict: true }, isText: false }
    }),
    ...facts.map(({ label }): TemplateColumn => {
      const heading = `${say(words.attesterPrefix)}: ${say(label)}`
      const values = Object.values(attesterWords).map(say)
      return { heading, part: 'attester', help: say(words.attester), choices: { values, strict: true }, isText: true }
    }),
  ]
}

/** The name of the group of a set; of shipped groups the shipped name, which every reader knows. */
export function groupNameOf(set: CriteriaSet): Text {
  return groupNames([set, ...Object.values(shipped)]).get(set.group) ?? set.label
}

function personColumns(set: CriteriaSet, lang: Lang): TemplateColumn[] {
  const say = (text: Text): string => text[lang]
  const yesNo = [answerWords.met, answerWords.unmet].map(say)
  const group = groupNameOf(set)
  const choicesOf: Partial<Record<keyof typeof fieldWords, { values: string[]; strict: boolean }>> = {
    group: { values: [say(group)], strict: true },
    unitLevel: { values: Object.values(unitLevelWords).map(say), strict: true },
    memberships: { values: ['-', ...Object.values(membershipWords).map(say)], strict: false },
    disadvantagedArea: { values: [...yesNo, '?'], strict: true },
    registered: { values: yesNo, strict: true },
  }
  return (Object.keys(fieldWords) as (keyof typeof fieldWords)[]).map((id) => {
    const choices = choicesOf[id]
    return {
      heading: say(fieldWords[id]),
      part: 'person',
      help: say(words.fields[id]),
      ...(choices && { choices }),
      isText: true,
    }
  })
}

type FactCells = Pick<TemplateColumn, 'help' | 'choices' | 'number' | 'isText'>

function factCells(fact: FactDefinition, lang: Lang): FactCells {
  const say = (text: Text): string => text[lang]
  const labels = (of: readonly { label: Text }[]): string[] => of.map(({ label }) => say(label))
  switch (fact.type) {
    case 'rank':
      return { help: say(words.rank), choices: { values: labels(fact.ranks), strict: true }, isText: true }
    case 'boolean':
      return {
        help: say(words.boolean),
        choices: { values: [answerWords.met, answerWords.unmet].map(say), strict: true },
        isText: true,
      }
    case 'code':
      return { help: say(words.code), choices: { values: labels(fact.codes), strict: true }, isText: true }
    case 'codes':
      return { help: say(words.codes), choices: { values: ['-', ...labels(fact.codes)], strict: false }, isText: true }
    case 'count':
    case 'number': {
      const [from, to] = fact.range
      const type = fact.type === 'count' ? 'whole' : 'decimal'
      return { help: say(words[type](from, to)), number: { type, from, to }, isText: false }
    }
    case 'activities': {
      const [kinds, topics] = [labels(fact.kinds), labels(fact.topics)]
      const example = `${kinds[0] ?? ''}|${topics[0] ?? ''}|12/03/2025|14/03/2025|16|${say(answerWords.met)}`
      return {
        help: say(words.activities(example)),
        choices: { values: ['-', ...kinds.map((kind) => `${kind}|`)], strict: false },
        isText: true,
      }
    }
    case 'certificates': {
      const kinds = labels(fact.kinds)
      const example = `${kinds[0] ?? ''}||2024`
      return { help: say(words.certificates(example)), choices: { values: ['-', ...kinds], strict: false }, isText: true }
    }
  }
}
