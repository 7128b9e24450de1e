import type { CriteriaFile, Level } from '../model/criteria-file.js'
import type { CompetenceDefinition, CriteriaSet, IndicatorDefinition } from '../model/criteria-set.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import type { IndicatorId } from '../model/indicator.js'
import type { VocabularyFile } from '../model/vocabulary.js'

/** A set before it is checked; a root file may leave out what it must not. */
export type Draft = Omit<CriteriaSet, 'digest' | 'warnings'>

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
        levels: extendLevels(before?.levels ?? [], now?.levels ?? [], file.id),
      },
    ]
  })
}

function extendLevels(before: IndicatorDefinition['levels'], now: readonly Level[], file: string): IndicatorDefinition['levels'] {
  const replaced = new Set(now.map(({ points }) => points))
  return [...before.filter(({ points }) => !replaced.has(points)), ...now.map((level) => ({ ...level, file }))].sort(
    (a, b) => a.points - b.points,
  )
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

/** Under `exactOptionalPropertyTypes` a key is either given or not there. */
function withoutUndefined<T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never
}
