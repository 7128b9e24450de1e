import type { DigitalRouteDefinition, DigitalSkillsFile } from '../../../src/model/digital-skills-file.js'
import type { Certificate, Codes } from '../../../src/model/record.js'
import { exactly, isAtLeast, type Interval } from './interval.js'
import { allOf, anyOf, type Answer } from './kleene.js'
import { certificateMatch, countCodes } from './lists.js'
import { parameterOn, type PlainSet } from './set.js'

export interface PlainDigital {
  level: Interval
  code: string
  hasSkills: Answer
  proficient: Answer
  /** Facts of the routes that could still show a higher level. */
  openFacts: string[]
}

/** @param evidence - facts by id, those not accepted already taken out */
export function plainDigital(evidence: Record<string, unknown>, set: PlainSet, on: string): PlainDigital {
  const routes = set.skills.routes.filter((route) => !route.optional || set.enabledRoutes.includes(route.id))
  const levels = routes.map((route) => routeLevel(route, evidence, set.skills, on))
  const level = { lo: Math.max(0, ...levels.map((one) => one.lo)), hi: Math.max(0, ...levels.map((one) => one.hi)) }

  // Half an answer never says "none": a level counts as assessed when one is shown, or when a route was answered in full.
  const asked = new Set(skillsAsked(set))
  const assessed = routes.some((route, i) => {
    const given = evidence[route.fact]
    if (given == null) return false
    if (route.kind === 'score' || (levels[i] as Interval).lo > 0) return true
    if (route.kind !== 'activities') return false
    if (Array.isArray(given)) return true
    const answers = given as Record<string, boolean | null | undefined>
    return [...asked].every((code) => answers[code] != null)
  })
  const codeOf = (of: number): string => set.skills.levels.find((one) => one.level === of)?.code as string
  const proficientLevel = set.skills.levels.find((one) => one.code === 'proficient')?.level as number

  const updates = evidence['selfUpdatesOnline']
  const selfUpdates: Answer = updates == null ? 'unknown' : updates ? 'met' : 'unmet'
  const hasSkills = isAtLeast(level, parameterOn(set, set.requiredLevel, on))
  const open = routes.filter((_, i) => {
    const shown = levels[i] as Interval
    return shown.hi > shown.lo && shown.hi > level.lo
  })
  return {
    level,
    code: assessed ? codeOf(level.lo) : 'not-assessed',
    hasSkills,
    proficient: allOf([hasSkills, anyOf([isAtLeast(level, proficientLevel), selfUpdates])]),
    openFacts: [...new Set(open.map((route) => route.fact))],
  }
}

/** Every activity that can be asked about. */
function skillsAsked(set: PlainSet): string[] {
  const route = set.skills.routes.find((one) => one.kind === 'activities')
  const fact = set.facts.find((one) => one.id === route?.fact)
  return fact && 'codes' in fact ? fact.codes.map(({ code }) => code) : []
}

function routeLevel(
  route: DigitalRouteDefinition,
  evidence: Record<string, unknown>,
  skills: DigitalSkillsFile,
  on: string,
): Interval {
  const given = evidence[route.fact]
  switch (route.kind) {
    case 'activities': {
      if (given == null) return { lo: 0, hi: Math.max(...route.overall.map((one) => one.level)) }
      const counts = skills.areas.map((area) => countCodes(given as Codes, area.activities))
      return {
        lo: overallLevel(
          route,
          skills,
          counts.map((count) => count.lo),
        ),
        hi: overallLevel(
          route,
          skills,
          counts.map((count) => count.hi),
        ),
      }
    }
    case 'certificate': {
      if (given == null) return { lo: 0, hi: route.level }
      const matches = (given as Certificate[]).map((item) => certificateMatch(item, [route.certificate], on))
      return {
        lo: matches.includes('sure') ? route.level : 0,
        hi: matches.some((match) => match !== 'no') ? route.level : 0,
      }
    }
    case 'certificate-level': {
      const highest = Math.max(...route.bands.map((band) => band.level))
      if (given == null) return { lo: 0, hi: highest }
      let lo = 0
      let hi = 0
      for (const item of given as Certificate[]) {
        const match = certificateMatch(item, [route.certificate], on)
        if (match === 'no') continue
        const shown = item.level == null ? { lo: 0, hi: highest } : exactly(bandLevel(route.bands, item.level))
        if (match === 'sure') lo = Math.max(lo, shown.lo)
        hi = Math.max(hi, shown.hi)
      }
      return { lo, hi }
    }
    case 'score':
      if (given == null) return { lo: 0, hi: Math.max(...route.bands.map((band) => band.level)) }
      return exactly(bandLevel(route.bands, given as number))
  }
}

/** The band begins at `from`, inclusive; below the first band the level is 0. */
function bandLevel(bands: { from: number; level: number }[], value: number): number {
  return Math.max(0, ...bands.filter((band) => value >= band.from).map((band) => band.level))
}

function overallLevel(
  route: Extract<DigitalRouteDefinition, { kind: 'activities' }>,
  skills: DigitalSkillsFile,
  counts: number[],
): number {
  const basic = skills.areas.filter((area, i) => (counts[i] as number) >= area.basic).length
  const aboveBasic = skills.areas.filter((area, i) => (counts[i] as number) >= area.aboveBasic).length
  const result = route.overall.find((one) => basic >= one.areasBasic && aboveBasic >= one.areasAboveBasic)
  return result?.level ?? 0
}
