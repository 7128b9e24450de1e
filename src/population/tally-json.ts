import * as z from 'zod/mini'
import { schema } from '../model/schema.js'
import { bases } from '../model/basis.js'
import { isoDaySchema } from '../model/day.js'
import { indicatorIds } from '../model/indicator.js'
import { CdhtError, issue, refuse, type Issue, type Path, type Result } from '../model/issue.js'
import { isObject, memberships, unitLevels } from '../model/record.js'
import { parseWith } from '../model/zod-issues.js'
import { isCell } from './cell-check.js'
import { contradictionsIn, findingSchema, findingText, usedSetSchema } from './finding-json.js'
import { isPossible, profileOf, profilePattern } from './profile.js'

const people = /* @__PURE__ */ schema(() => z.int().check(z.gte(1)))
const counts = (pattern: RegExp) => z.record(z.string().check(z.regex(pattern)), people)
const sums = /* @__PURE__ */ schema(() => z.array(z.int().check(z.gte(0))).check(z.length(indicatorIds.length)))

export const cellSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    unit: z.nullable(z.string()),
    group: z.string().check(z.minLength(1)),
    /** Of the workplace; `null` by residence. */
    unitLevel: z.nullable(z.enum(unitLevels)),
    /** `null`: the record does not say; `[]`: of none. */
    memberships: z.nullable(z.array(z.enum(memberships))),
    /** People by what is known of them: adult, registered, assessed, criteria met, digital skills, proficient; `y`, `n`, `u`. */
    profiles: counts(profilePattern),
    /** People by lower and upper end of the digital-skill level. */
    digital: counts(/^\d-\d$/),
    /** Sums of the lower and upper ends of each indicator, in half points. */
    halves: z.strictObject({ lower: sums, upper: sums }),
    /** People by lower and by upper end of the total, in half points. */
    totals: z.strictObject({ lower: counts(/^\d+$/), upper: counts(/^\d+$/) }),
  }),
)

/** A tally as JSON. It holds counts alone, and nothing of one person. */
export const tallySchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    schema: z.literal(2),
    /** The weakest that any counted verdict rests on; `null` while nobody is counted. */
    basis: z.nullable(z.enum(bases)),
    /** From which age people were counted as adults, and what that rests on. */
    adultAges: z.array(z.strictObject({ age: z.int().check(z.gte(0)), basis: z.enum(bases) })),
    /** First and last day as of which people were judged. */
    days: z.nullable(z.strictObject({ first: isoDaySchema, last: isoDaySchema })),
    /** Everybody once by where they live, and everybody once by where they work. */
    residence: z.array(cellSchema),
    workplace: z.array(cellSchema),
    /** By unit of residence and group; of people counted by an older version there are none. */
    findings: z.array(findingSchema),
    /** The criteria sets of assessments; scores do not tell theirs. */
    sets: z.array(usedSetSchema),
  }),
)
export type TallyData = Omit<z.infer<typeof tallySchema>, '$schema'>
export type CellData = z.infer<typeof cellSchema>

/**
 * A tally of this or of the first form, which had no findings.
 *
 * @throws CdhtError `options` when this is no tally, or one that contradicts itself
 */
export function readTally(json: unknown): TallyData {
  const isFirst = isObject(json) && json['schema'] === 1 && !('findings' in json || 'sets' in json)
  const given = isFirst ? { ...json, schema: 2, findings: [], sets: [] } : json
  const parsed = withCells(given) ?? parseWith(tallySchema, given)
  const found = parsed.ok ? contradictions(parsed.value) : parsed.issues
  if (!parsed.ok || found.length > 0) throw new CdhtError('options', refuse(found).issues)
  return parsed.value
}

/** The tally with its cells as they are, where all of them are well formed: the schema would copy them, and a province has many. */
function withCells(json: unknown): Result<TallyData> | undefined {
  if (!isObject(json)) return undefined
  const { residence, workplace } = json
  if (!(Array.isArray(residence) && Array.isArray(workplace) && residence.every(isCell) && workplace.every(isCell)))
    return undefined
  const rest = parseWith(tallySchema, { ...json, residence: [], workplace: [] })
  return rest.ok ? { ok: true, value: { ...rest.value, residence, workplace } as TallyData } : undefined
}

export const peopleIn = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, one) => sum + one, 0)

/** One cell as a text, the same for the same people whom it counts. */
export const cellText = ({
  unit,
  group,
  unitLevel,
  memberships: of,
}: Pick<CellData, 'unit' | 'group' | 'unitLevel' | 'memberships'>): string => JSON.stringify([unit, group, unitLevel, of])

function contradictions({ residence, workplace, findings, sets }: TallyData): Issue[] {
  const wrong = (...path: Path): Issue => issue('malformed', path, { expected: 'tally' })
  const found: Issue[] = []
  const totalOf = (cells: readonly CellData[]): number => cells.reduce((sum, { profiles }) => sum + peopleIn(profiles), 0)
  if (totalOf(residence) !== totalOf(workplace)) found.push(wrong('workplace'))
  for (const [table, cells] of Object.entries({ residence, workplace })) {
    const seen = new Set<string>()
    cells.forEach((cell, i) => {
      const number = peopleIn(cell.profiles)
      if (number === 0 || !Object.keys(cell.profiles).map(profileOf).every(isPossible)) found.push(wrong(table, i, 'profiles'))
      if (peopleIn(cell.digital) !== number) found.push(wrong(table, i, 'digital'))
      for (const end of ['lower', 'upper'] as const) {
        if (peopleIn(cell.totals[end]) !== number) found.push(wrong(table, i, 'totals', end))
        const sum = Object.entries(cell.totals[end]).reduce((all, [halves, times]) => all + Number(halves) * times, 0)
        if (cell.halves[end].reduce((all, one) => all + one, 0) !== sum) found.push(wrong(table, i, 'halves', end))
      }
      const order = (cell.memberships ?? []).map((one) => memberships.indexOf(one))
      if (order.some((at, k) => k > 0 && at <= (order[k - 1] as number))) found.push(wrong(table, i, 'memberships'))
      if (table === 'residence' && cell.unitLevel !== null) found.push(wrong(table, i, 'unitLevel'))
      if (seen.has(cellText(cell))) found.push(issue('duplicate_id', [table, i], { id: String(i) }))
      seen.add(cellText(cell))
    })
  }
  const living = new Map<string, number>()
  for (const cell of residence) living.set(findingText(cell), (living.get(findingText(cell)) ?? 0) + peopleIn(cell.profiles))
  findings.forEach((finding, i) => {
    for (const part of contradictionsIn(finding)) found.push(wrong('findings', i, part))
    const left = (living.get(findingText(finding)) ?? 0) - finding.people
    if (left < 0) found.push(wrong('findings', i, 'people'))
    living.set(findingText(finding), left)
  })
  if (sets.reduce((sum, one) => sum + one.people, 0) > totalOf(residence)) found.push(wrong('sets'))
  return found
}
