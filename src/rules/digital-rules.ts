import type { DigitalRouteDefinition } from '../model/digital-skills-file.js'
import type { CriteriaSet } from '../model/criteria-set.js'

type Route<K> = Extract<DigitalRouteDefinition, { kind: K }>

/** What a certificate of one kind shows: on route `route` level `lower` for sure and at most `upper`. */
export interface CertificateRule {
  route: number
  /** Level by the certificate's own step; `undefined` when the kind alone says it. */
  bands: readonly { from: number; level: number }[] | undefined
  lower: number
  upper: number
  /** First and last step of the certificate's own scale. */
  steps: readonly [number, number] | undefined
}

export interface Area {
  /** Activities that there are. */
  size: number
  /** By number of activities done: `areas.length + 1` for a basic area, 1 more for one above basic. */
  adds: readonly number[]
}

/** The digital-skill routes of a set, arranged for reading evidence: numbers in arrays, by position in `routes`. */
export interface DigitalRules {
  routes: readonly DigitalRouteDefinition[]
  /** Highest level that a route can show: what it leaves possible when nothing is known. */
  most: readonly number[]
  activities: { route: number; fact: string; area: ReadonlyMap<string, number> } | undefined
  areas: readonly Area[]
  /** Level by the sum of what the areas add. */
  overall: readonly number[]
  certificates: { routes: readonly number[]; fact: string; ofKind: ReadonlyMap<string, readonly CertificateRule[]> } | undefined
  scores: ReadonlyMap<string, { route: number; bands: readonly { from: number; level: number }[] }>
}

/** The last band that begins at or below `value`; 0 below the first. */
export function levelInBands(bands: readonly { from: number; level: number }[], value: number): number {
  return bands.findLast((band) => band.from <= value)?.level ?? 0
}

const highest = (levels: readonly { level: number }[]): number => Math.max(...levels.map(({ level }) => level))

export function digitalRulesOf(set: CriteriaSet): DigitalRules {
  const routes = set.digital.routes.filter((route) => !route.optional || set.digital.enable.includes(route.id))
  const { areas } = set.digital
  const positionOf = (route: DigitalRouteDefinition): number => routes.indexOf(route)
  const activity = routes.find((route): route is Route<'activities'> => route.kind === 'activities')
  const certificates = routes.filter(
    (route): route is Route<'certificate'> | Route<'certificate-level'> =>
      route.kind === 'certificate' || route.kind === 'certificate-level',
  )

  const overall: number[] = []
  for (let basic = 0; basic <= areas.length; basic++)
    for (let above = 0; above <= areas.length; above++)
      overall.push(
        activity?.overall.find(({ areasBasic, areasAboveBasic }) => basic >= areasBasic && above >= areasAboveBasic)?.level ?? 0,
      )

  const ofKind = new Map<string, CertificateRule[]>()
  for (const route of certificates) {
    const rule: CertificateRule =
      route.kind === 'certificate'
        ? { route: positionOf(route), bands: undefined, lower: route.level, upper: route.level, steps: undefined }
        : { route: positionOf(route), bands: route.bands, lower: 0, upper: highest(route.bands), steps: route.range }
    ofKind.set(route.certificate, [...(ofKind.get(route.certificate) ?? []), rule])
  }

  return {
    routes,
    most: routes.map((route) => {
      if (route.kind === 'activities') return highest(route.overall)
      return route.kind === 'certificate' ? route.level : highest(route.bands)
    }),
    activities: activity && {
      route: positionOf(activity),
      fact: activity.fact,
      area: new Map(areas.flatMap((area, a) => area.activities.map((code): [string, number] => [code, a]))),
    },
    areas: areas.map(({ activities: { length: size }, basic, aboveBasic }) => ({
      size,
      adds: Array.from({ length: size + 1 }, (_, done) => (done >= basic ? areas.length + 1 : 0) + (done >= aboveBasic ? 1 : 0)),
    })),
    overall,
    certificates: certificates[0] && { routes: certificates.map(positionOf), fact: certificates[0].fact, ofKind },
    scores: new Map(
      routes
        .filter((route): route is Route<'score'> => route.kind === 'score')
        .map((route) => [route.fact, { route: positionOf(route), bands: route.bands }]),
    ),
  }
}

/** First and last step of the scale that certificates of one kind carry. */
export function stepsOfKind(digital: DigitalRules, kind: string): readonly [number, number] | undefined {
  return digital.certificates?.ofKind.get(kind)?.find(({ steps }) => steps !== undefined)?.steps
}
