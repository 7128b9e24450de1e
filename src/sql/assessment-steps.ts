import { readCodes } from './code-reading.js'
import { lackColumns } from './condition-sql.js'
import { countColumns, digitalColumns, levelColumns, reachedColumns } from './digital-text.js'
import { attestedReading } from './fact-reading.js'
import { readItems } from './item-reading.js'
import { orderColumns, placeColumns } from './missing-text.js'
import {
  declaredColumn,
  differsText,
  isDeclared,
  lowerColumn,
  scoreColumns,
  totalColumns,
  upperColumn,
  verdictText,
} from './pass-text.js'
import { pointsColumns } from './points-text.js'
import { assessedText, peopleStep, refusedText, type Counted, type Score } from './people-step.js'
import { kept, sumText, type Selected, type Step } from './query.js'
import type { SqlPlan } from './sql-plan.js'
import { readValue } from './value-reading.js'

/**
 * The queries from the user's tables to the verdict, each reading from the one before. The last one is `cdht_placed`,
 * or `cdht_judged` without what is missing.
 *
 * @param missing - whether what is missing is worked out
 */
export function assessmentSteps(plan: SqlPlan, missing: boolean, counted?: Counted): Step[] {
  const more = counted?.fields ?? []
  const readings = plan.facts.map(({ fact }, at) => {
    const reading = fact.type === 'codes' ? readCodes(plan, at) : isList(fact.type) ? readItems(plan, at) : readValue(plan, at)
    const attested = attestedReading(plan, at)
    return {
      ...reading,
      id: fact.id,
      people: [...reading.people, ...attested.people],
      faults: [...reading.faults, ...attested.faults],
    }
  })
  const scores = plan.set.indicators.flatMap(({ id }, i): Score[] => {
    const source = plan.tables.scores?.[id]
    return source === undefined ? [] : [{ id, column: declaredColumn(plan, i), source }]
  })
  const counts = countColumns(plan)
  const areas = reachedColumns(plan)
  const levels = levelColumns(plan)
  const digital = digitalColumns(plan)
  const { indicators } = plan.set
  const all = indicators.map((_, i) => i)
  const names = (columns: readonly Selected[]): string[] => columns.map(([, name]) => name)
  const always = ['person', 'group_c', 'area', 'refused_c', 'late_c', ...names(more), ...(counted ? ['assessed_c'] : [])]
  const declared = all.filter((i) => isDeclared(plan, i)).map((i) => declaredColumn(plan, i))
  const evidence = readings.flatMap(({ known }) => names(known))
  const updates = plan.ends[plan.selfUpdates]?.lo
  const slots = [...new Set(plan.ends.flatMap(({ lo, hi }) => [lo, hi]))]
  const lowersAndUppers = all.flatMap((i) => [lowerColumn(plan, i), upperColumn(plan, i)])
  const told = ['digital_lo', 'digital_hi', 'digital_answered', ...(updates === undefined ? [] : [updates])]
  const lacks = missing ? lackColumns(plan) : []
  const judged = ['total_lower', 'total_upper', 'threshold']
  const ends = ['verdict', 'elsewhere', 'digital_lo', 'digital_hi']
  const decided = [...always, ...declared, ...lowersAndUppers, 'differs_c', ...judged, ...ends]
  const chain: Step[] = [
    peopleStep(plan, readings, scores, more),
    {
      name: 'cdht_known',
      comment: 'what is known of each fact; NULL is not known',
      columns: [
        ...['person', 'group_c', 'area', ...names(more), ...declared].map((name): Selected => [`p.${name}`, name]),
        ...readings.flatMap(({ known }) => known),
        [sumText(readings.flatMap(({ late }) => late ?? [])), 'late_c'],
        [refusedText(plan, readings, scores, counted), 'refused_c'],
        ...(counted ? [[assessedText(readings, scores), 'assessed_c'] as const] : []),
      ],
      from: ['FROM cdht_people p', ...readings.flatMap(({ join }) => join ?? [])],
    },
    {
      name: 'cdht_counted',
      comment: 'how many codes hold for sure (_lo), and how many are not known (_open)',
      columns: [...kept([...always, ...declared, ...evidence]), ...counts],
      from: ['FROM cdht_known'],
    },
    {
      name: 'cdht_areas',
      comment: 'how many codes hold at most (_hi); areas of digital skills that are basic, and above basic',
      columns: [...kept([...always, ...declared, ...evidence, ...names(counts)]), ...areas],
      from: ['FROM cdht_counted'],
    },
    {
      name: 'cdht_slots',
      comment: 'what the rules ask about, with the level of digital skills',
      columns: [
        ...kept([
          ...new Set([
            ...always,
            ...declared,
            ...slots.filter((name) => !names(levels).includes(name)),
            ...(updates === undefined ? [] : [updates]),
          ]),
        ]),
        ...levels,
      ],
      from: ['FROM cdht_areas'],
    },
    {
      name: 'cdht_points',
      comment: `the points of the evidence: for sure (_lo), and not excluded (_hi)${missing ? '; what is not met for sure' : ''}`,
      columns: [...kept([...new Set([...always, ...declared, ...told])]), ...pointsColumns(plan), ...lacks],
      from: ['FROM cdht_slots'],
    },
    {
      name: 'cdht_scores',
      comment: 'declared points take the place of the evidence',
      columns: [
        ...kept([...new Set([...always, ...declared, ...told])]),
        ...kept(names(lacks)),
        ...scoreColumns(plan),
        [differsText(plan), 'differs_c'],
      ],
      from: ['FROM cdht_points'],
    },
    {
      name: 'cdht_totals',
      comment: 'totals',
      columns: [
        ...kept([...new Set([...always, ...declared, ...told, ...lowersAndUppers, 'differs_c']), ...names(lacks)]),
        ...totalColumns(plan),
      ],
      from: ['FROM cdht_scores'],
    },
    {
      name: 'cdht_verdicts',
      comment: 'the verdict, and what it would be in a disadvantaged area',
      columns: [
        ...kept([...new Set([...always, ...declared, ...told, ...lowersAndUppers, 'differs_c', ...judged]), ...names(lacks)]),
        [verdictText(plan), 'verdict'],
        [verdictText(plan, 'disadvantaged'), 'elsewhere'],
      ],
      from: ['FROM cdht_totals'],
    },
    {
      name: 'cdht_judged',
      comment: missing ? 'digital skills; what is missing: the smaller the number the earlier' : 'digital skills',
      columns: [
        ...kept(decided),
        [digital.code, 'digital_code'],
        [digital.hasSkills, 'has_skills'],
        [digital.proficient, 'proficient'],
        ...(missing ? orderColumns(plan) : []),
      ],
      from: ['FROM cdht_verdicts'],
    },
  ]
  const places: Step = {
    name: 'cdht_placed',
    comment: 'the places of what is missing',
    columns: [...kept([...decided, 'digital_code', 'has_skills', 'proficient']), ...placeColumns(plan)],
    from: ['FROM cdht_judged'],
  }
  return [...readings.flatMap(({ steps }) => steps), ...chain, ...(missing ? [places] : [])]
}

const isList = (type: string): boolean => type === 'activities' || type === 'certificates'
