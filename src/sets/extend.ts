import type { ParameterRef } from '../model/condition.js'
import type { CriteriaFile } from '../model/criteria-file.js'
import type { CompetenceDefinition, CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import type { IndicatorId } from '../model/indicator.js'
import type { VocabularyFile } from '../model/vocabulary.js'
import { entriesOf, levelName, type LevelEntry } from './file-levels.js'

/** A set before it is checked; a root file may leave out what it must not. */
export type Draft = Omit<CriteriaSet, 'digest' | 'warnings' | 'maximum' | 'pass'> & {
  maximum: ParameterRef
  pass: Record<keyof CriteriaSet['pass'], ParameterRef>
}

/** What every set starts from. */
export function draftOf(root: CriteriaFile, vocabulary: VocabularyFile, digital: DigitalSkillsFile): Draft {
  const nothing = { fact: '' }
  const empty: Draft = {
    id: root.id,
    group: '',
    version: root.version,
    inForce: { from: '' },
    label: { vi: '', en: '' },
    files: [vocabulary.id, digital.id],
    origins: {},
    facts: vocabulary.facts,
    parameters: {},
    conditions: {},
    competences: [],
    maximum: nothing,
    pass: { threshold: nothing, disadvantagedThreshold: nothing, floor: nothing },
    indicators: [],
    digital: { ...digital, required: nothing, enable: [] },
  }
  return extendSet(empty, root)
}

/**
 * Lays a file over a set: it replaces by id what both name and adds what is new. Every part remembers its file.
 * Neither argument is changed.
 */
export function extendSet(base: Draft, file: CriteriaFile): Draft {
  const { id } = file
  return {
    id,
    group: file.group ?? base.group,
    version: file.version,
    inForce: file.inForce ?? base.inForce,
    label: file.label ?? base.label,
    files: [...base.files, id],
    origins: { ...base.origins, ...originsOf(file) },
    facts: [...base.facts, ...(file.facts ?? [])],
    parameters: {
      ...base.parameters,
      ...mapValues(file.parameters ?? {}, (parameter) => ({ ...parameter, file: id })),
    },
    conditions: { ...base.conditions, ...file.conditions },
    competences: file.competences ? (file.competences as CompetenceDefinition[]) : base.competences,
    maximum: file.maximum ?? base.maximum,
    pass: { ...base.pass, ...withoutUndefined(file.pass ?? {}) },
    indicators: extendIndicators(base, file),
    digital: {
      ...base.digital,
      required: file.digital?.required ?? base.digital.required,
      enable: [...new Set([...base.digital.enable, ...(file.digital?.enable ?? [])])],
    },
  }
}

/** Levels and parameters tell their file themselves, except for levels that are taken out; what is only for maintainers has none. */
function originsOf(file: CriteriaFile): Record<string, string> {
  if (file.extends === undefined) return {}
  const keysOf = (of: object | undefined, ...keys: string[]): string[] => keys.filter((key) => of && Object.hasOwn(of, key))
  const places = [
    ...keysOf(file, 'group', 'inForce', 'label', 'competences', 'maximum'),
    ...keysOf(file.pass, 'threshold', 'disadvantagedThreshold', 'floor').map((key) => `pass.${key}`),
    ...keysOf(file.digital, 'required').map((key) => `digital.${key}`),
    ...(file.digital?.enable ?? []).map((route) => `digital.enable.${route}`),
    ...Object.keys(file.conditions ?? {}).map((name) => `conditions.${name}`),
    ...(file.facts ?? []).map((fact) => `facts.${fact.id}`),
    ...Object.entries(file.indicators ?? {}).flatMap(([indicator, parts]) => {
      const takesOut = entriesOf(parts.levels).some(({ level }) => level === null)
      return takesOut || keysOf(parts, 'label', 'grading', 'cap').length > 0 ? [`indicators.${indicator}`] : []
    }),
  ]
  return Object.fromEntries(places.map((place) => [place, file.id]))
}

function extendIndicators(base: Draft, file: CriteriaFile): IndicatorDefinition[] {
  const order = (file.competences ?? base.competences).flatMap(({ indicators }) => indicators)
  const known = new Map(base.indicators.map((indicator) => [indicator.id as string, indicator]))
  const ids = [...new Set([...order, ...known.keys(), ...Object.keys(file.indicators ?? {})])]
  return ids.flatMap((id) => {
    const [before, now] = [known.get(id), file.indicators?.[id]]
    if (before === undefined && now === undefined) return []
    return [
      {
        id: id as IndicatorId,
        label: now?.label ?? before?.label ?? { vi: '', en: '' },
        grading: now?.grading ?? before?.grading ?? 'highest',
        ...withoutUndefined({
          cap: now?.cap ?? before?.cap,
          inspiredBy: now?.inspiredBy ?? before?.inspiredBy,
          note: now?.note ?? before?.note,
        }),
        levels: extendLevels(before?.levels ?? [], entriesOf(now?.levels), file.id),
        // Known once everything is merged.
        files: [],
      },
    ]
  })
}

function extendLevels(
  before: IndicatorDefinition['levels'],
  now: readonly LevelEntry[],
  file: string,
): IndicatorDefinition['levels'] {
  const replaced = new Set(now.map(({ name }) => name))
  const added = now.flatMap(({ level }) => (level === null ? [] : [{ ...level, file }]))
  return [...before.filter((level) => !replaced.has(levelName(level))), ...added].sort((a, b) => a.points - b.points)
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

/** Under `exactOptionalPropertyTypes` a key is either given or not there. */
function withoutUndefined<T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never
}
