import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Condition } from '../../../src/model/condition.js'
import type { CriteriaFile, Level, Parameter } from '../../../src/model/criteria-file.js'
import type { DigitalSkillsFile } from '../../../src/model/digital-skills-file.js'
import type { FactDefinition, VocabularyFile } from '../../../src/model/vocabulary.js'

export interface PlainIndicator {
  id: string
  grading: 'highest' | 'sum'
  /** Most points of a `sum`. */
  cap: number | undefined
  levels: Level[]
}

/** A set with everything of its base filled in, as read from the files. */
export interface PlainSet {
  id: string
  group: string
  inForce: { from: string; to?: string | undefined }
  facts: FactDefinition[]
  /** In official order. */
  indicators: PlainIndicator[]
  parameters: Record<string, Parameter>
  conditions: Record<string, Condition>
  /** Ids of the parameters. */
  threshold: string
  disadvantagedThreshold: string
  floor: string
  maximum: string
  requiredLevel: string
  enabledRoutes: string[]
  skills: DigitalSkillsFile
}

const criteria = fileURLToPath(new URL('../../../criteria/', import.meta.url))
const read = (file: string): unknown => JSON.parse(readFileSync(criteria + file, 'utf8'))

/** Ids of all shipped sets, the framework first. */
export function plainSetIds(): string[] {
  const groups = readdirSync(`${criteria}groups`).filter((file) => file.endsWith('.json'))
  return ['framework', ...groups.map((file) => (read(`groups/${file}`) as CriteriaFile).id).sort()]
}

export function plainSet(id: string): PlainSet {
  const framework = read('framework.json') as CriteriaFile
  if (id === framework.id) return plainSetOf([framework])
  const file = existsSync(`${criteria}groups/${id}.json`)
    ? `groups/${id}.json`
    : `groups/${readdirSync(`${criteria}groups`).find((name) => (read(`groups/${name}`) as CriteriaFile).id === id)}`
  return plainSetOf([framework, read(file) as CriteriaFile])
}

/** A criteria file, `facts` or `digital-skills`, as it lies in `criteria/`. */
export function criteriaJson(name: string): unknown {
  return read(`${name}.json`)
}

/** @param files - the base first; a later file replaces what an earlier one says, levels by their points */
export function plainSetOf(files: CriteriaFile[]): PlainSet {
  const top = files[files.length - 1] as CriteriaFile
  const lastOf = <T>(pick: (file: CriteriaFile) => T | undefined): T | undefined =>
    files.map(pick).findLast((value) => value !== undefined)
  const refOf = (pick: (file: CriteriaFile) => { fact: string } | undefined): string => {
    const found = lastOf(pick)
    if (!found) throw new Error(`${top.id} lacks a parameter that the framework must name`)
    return found.fact
  }

  const order = (lastOf((file) => file.competences) ?? []).flatMap((competence) => competence.indicators)
  const indicators = order.map((id): PlainIndicator => {
    const levels = new Map<string, Level>()
    for (const file of files) {
      const given = file.indicators?.[id]?.levels ?? []
      for (const [key, level] of Object.entries(given)) {
        const name = Array.isArray(given) ? String(level?.points) : key
        if (level === null) levels.delete(name)
        else levels.set(name, { ...level, points: level.points ?? Number(key) })
      }
    }
    return {
      id,
      grading: lastOf((file) => file.indicators?.[id]?.grading) ?? 'highest',
      cap: lastOf((file) => file.indicators?.[id]?.cap),
      levels: [...levels.values()],
    }
  })

  return {
    id: top.id,
    group: lastOf((file) => file.group) ?? 'general',
    inForce: lastOf((file) => file.inForce) ?? { from: '0001-01-01' },
    facts: [...(read('facts.json') as VocabularyFile).facts, ...files.flatMap((file) => file.facts ?? [])],
    indicators,
    parameters: Object.assign({}, ...files.map((file) => file.parameters ?? {})) as Record<string, Parameter>,
    conditions: Object.assign({}, ...files.map((file) => file.conditions ?? {})) as Record<string, Condition>,
    threshold: refOf((file) => file.pass?.threshold),
    disadvantagedThreshold: refOf((file) => file.pass?.disadvantagedThreshold),
    floor: refOf((file) => file.pass?.floor),
    maximum: refOf((file) => file.maximum),
    requiredLevel: refOf((file) => file.digital?.required),
    enabledRoutes: lastOf((file) => file.digital?.enable) ?? [],
    skills: read('digital-skills.json') as DigitalSkillsFile,
  }
}

/** The number in force on `on`; throws before the first step. */
export function parameterOn(set: PlainSet, id: string, on: string): number {
  const steps = set.parameters[id]?.values ?? []
  const step = steps
    .filter((one) => one.from <= on)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)
  if (!step) throw new Error(`parameter ${id} has no value on ${on}`)
  return step.value
}
