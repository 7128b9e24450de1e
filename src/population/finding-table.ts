import { countNeeds } from '../assessment/missing.js'
import type { Assessment, Need } from '../model/assessment.js'
import { indicatorIds } from '../model/indicator.js'
import type { CitizenRecord } from '../model/record.js'
import { findingText, type FindingData } from './finding-json.js'
import { isAnswer } from './is-assessed.js'

type Counts<K> = Map<K, number>
interface Finding extends Pick<FindingData, 'unit' | 'group' | 'people' | 'evidence'> {
  /** By points. */
  thresholds: Counts<number>
  missing: Omit<FindingData['missing'], 'facts'> & { facts: Counts<string> }
}

/** Findings by unit of residence and group: whole numbers only, so that no order of adding can change a sum. */
export class FindingTable {
  readonly #findings = new Map<string | null, Map<string, Finding>>()

  /**
   * @param threshold - the total that the person needed, in points
   * @param missing - of the assessment; scores do not tell it
   */
  add(record: CitizenRecord, threshold: number, missing: Assessment['missing'] | undefined): void {
    const finding = this.#of(record.units?.residence ?? null, record.group)
    finding.people++
    raise(finding.thresholds, threshold, 1)
    countEvidence(finding.evidence, record)
    if (missing !== undefined && missing.length > 0) countMissing(finding.missing, missing)
  }

  merge(findings: readonly FindingData[]): void {
    for (const { unit, group, people, thresholds, evidence, missing } of findings) {
      const finding = this.#of(unit, group)
      finding.people += people
      for (const [points, times] of Object.entries(thresholds)) raise(finding.thresholds, Number(points), times)
      for (const key of ['given', 'self', 'declared'] as const) finding.evidence[key] += evidence[key]
      finding.missing.people += missing.people
      for (const reason of ['floor', 'total'] as const)
        missing[reason].forEach((times, i) => raiseAt(finding.missing[reason], i, times))
      for (const [fact, times] of Object.entries(missing.facts)) raise(finding.missing.facts, fact, times)
    }
  }

  /** In one order, whatever came first. */
  toJSON(): FindingData[] {
    const all = [...this.#findings.values()].flatMap((groups) => [...groups.values()])
    return all
      .map((finding) => [findingText(finding), finding] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { unit, group, people, thresholds, evidence, missing }]) => ({
        unit,
        group,
        people,
        thresholds: inOrder(thresholds),
        evidence: { ...evidence },
        missing: {
          people: missing.people,
          floor: [...missing.floor],
          total: [...missing.total],
          facts: inOrder(missing.facts),
        },
      }))
  }

  #of(unit: string | null, group: string): Finding {
    let groups = this.#findings.get(unit)
    if (groups === undefined) this.#findings.set(unit, (groups = new Map<string, Finding>()))
    let finding = groups.get(group)
    if (finding === undefined) groups.set(group, (finding = emptyFinding(unit, group)))
    return finding
  }
}

const zeros = (): number[] => indicatorIds.map(() => 0)

const emptyFinding = (unit: string | null, group: string): Finding => ({
  unit,
  group,
  people: 0,
  thresholds: new Map(),
  evidence: { given: 0, self: 0, declared: 0 },
  missing: { people: 0, floor: zeros(), total: zeros(), facts: new Map() },
})

/** A fact that says nothing of it was attested by the person alone, as `accept` takes it. */
function countEvidence(counts: Finding['evidence'], { evidence, attested, scores }: CitizenRecord): void {
  const facts = evidence as Readonly<Record<string, unknown>> | null | undefined
  const by = attested as Readonly<Record<string, unknown>> | null | undefined
  for (const fact in facts)
    if (isAnswer(facts[fact])) {
      counts.given++
      if ((by?.[fact] ?? 'self') === 'self') counts.self++
    }
  for (const id in scores) if (isAnswer(scores[id as keyof typeof scores])) counts.declared++
}

function countMissing(counts: Finding['missing'], missing: Assessment['missing']): void {
  counts.people++
  const facts = new Set<string>()
  for (const { indicator, reason, next } of missing) {
    raiseAt(counts[reason], indicatorIds.indexOf(indicator), 1)
    gatherFacts(next.needs, facts)
  }
  for (const fact of facts) raise(counts.facts, fact, 1)
}

/** Of several ways the shortest. */
function gatherFacts(needs: readonly Need[], into: Set<string>): void {
  for (const need of needs)
    if ('any' in need) gatherFacts(shortest(need.any), into)
    else into.add(need.fact)
}
const shortest = (ways: readonly (readonly Need[])[]): readonly Need[] =>
  ways.reduce((best, way) => (countNeeds(way) < countNeeds(best) ? way : best), ways[0] ?? [])

const raise = <K>(counts: Counts<K>, key: K, by: number): void => void counts.set(key, (counts.get(key) ?? 0) + by)
const raiseAt = (counts: number[], i: number, by: number): void => void (counts[i] = (counts[i] as number) + by)

const inOrder = <K extends string | number>(counts: Counts<K>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
