import type { Activity, Certificate, CitizenRecord } from '../src/model/record.js'
import { handOverSlots, Open, Slot } from './farmer-by-hand.js'

/*
 * The other half of the baseline: fills the slots from a record, and adds up. It trusts the record: nothing is checked, codes
 * come as complete lists, and no score is declared.
 */

const S = new Float64Array(2 * Slot.size)

/** One number, or nothing known. @returns the bit of `fact` when nothing is known */
function put(slot: number, fact: number, value: number | null | undefined): number {
  if (value === null || value === undefined) {
    S[2 * slot] = -Infinity
    S[2 * slot + 1] = Infinity
    return fact
  }
  S[2 * slot] = S[2 * slot + 1] = value
  return 0
}

function fill(slot: number, lower: number, upper: number): void {
  S[2 * slot] = lower
  S[2 * slot + 1] = upper
}

function putActivities(list: readonly Activity[] | null | undefined): number {
  if (list === null || list === undefined) {
    fill(Slot.activities, -Infinity, Infinity)
    fill(Slot.hours, -Infinity, Infinity)
    fill(Slot.productiveActivities, -Infinity, Infinity)
    fill(Slot.communityActivities, -Infinity, Infinity)
    fill(Slot.digitalClasses, -Infinity, Infinity)
    fill(Slot.languageClasses, -Infinity, Infinity)
    return Open.learningActivities
  }
  let [count, hours, mostHours, productive, communal, digital, language] = [0, 0, 0, 0, 0, 0, 0]
  for (const { kind, topic, from, to, hours: given } of list) {
    // On the last day of a year the window is that year, so the year of an item's days says all.
    if (((to ?? from) as string) < '2025' || (from as string) >= '2026') continue
    count++
    if (given === null || given === undefined) mostHours = Infinity
    else {
      hours += given
      mostHours += given
    }
    switch (topic) {
      case 'production':
      case 'vocational':
      case 'finance':
      case 'management':
        productive++
        break
      case 'digital':
        digital++
        break
      case 'language':
        language++
    }
    switch (kind) {
      case 'seminar':
      case 'club':
      case 'library':
      case 'field-day':
      case 'competition':
        communal++
    }
  }
  fill(Slot.activities, count, count)
  fill(Slot.hours, hours, mostHours)
  fill(Slot.productiveActivities, productive, productive)
  fill(Slot.communityActivities, communal, communal)
  fill(Slot.digitalClasses, digital, digital)
  fill(Slot.languageClasses, language, language)
  return mostHours === Infinity ? Open.learningActivities : 0
}

/** The area of every digital activity, and what is basic and above basic there. */
const areaOf: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['idl-goods', 'idl-health', 'idl-news', 'idl-factcheck'],
    ['cc-email', 'cc-calls', 'cc-messaging', 'cc-social', 'cc-civic', 'cc-vote'],
    ['dcc-word', 'dcc-sheet', 'dcc-media', 'dcc-files', 'dcc-compose', 'dcc-sheetadv', 'dcc-code'],
    ['sf-site', 'sf-privacy', 'sf-location', 'sf-profile', 'sf-ads', 'sf-cookies'],
    ['ps-install', 'ps-settings', 'ps-buy', 'ps-sell', 'ps-learn', 'ps-bank', 'ps-job'],
  ].flatMap((codes, area) => codes.map((code) => [code, area])),
)

/** The level that digital activities show, 0-3. */
function levelOfActivities(codes: readonly string[]): number {
  let [information, communication, content, safety, problems] = [0, 0, 0, 0, 0]
  for (const code of codes)
    switch (areaOf[code]) {
      case 0:
        information++
        break
      case 1:
        communication++
        break
      case 2:
        content++
        break
      case 3:
        safety++
        break
      default:
        problems++
    }
  const basic =
    Number(information > 0) + Number(communication > 0) + Number(content > 0) + Number(safety > 0) + Number(problems > 0)
  if (basic < 2) return 0
  if (basic < 5) return 1
  return information >= 2 && communication >= 2 && content >= 3 && safety >= 3 && problems >= 3 ? 3 : 2
}

/** The level that certificates show, 0-4. */
function levelOfCertificates(list: readonly Certificate[]): number {
  let best = 0
  for (const { kind, level, issuedOn } of list) {
    if ((issuedOn as string) >= '2026') continue
    const step = level as number
    let shown = 0
    if (kind === 'digital-basic-confirmation' || kind === 'it-basic') shown = 2
    else if (kind === 'it-advanced') shown = 3
    else if (kind === 'digital-framework') shown = step >= 5 ? 4 : Math.min(step, 3)
    if (shown > best) best = shown
  }
  return best
}

/**
 * One record, from the object to the 26 numbers of `scoreInto`, without checking it.
 */
export function handScore(record: CitizenRecord, out: Float64Array): void {
  const evidence = record.evidence as NonNullable<CitizenRecord['evidence']>
  let open = 0
  open |= put(Slot.readingFrequency, Open.readingFrequency, evidence.readingFrequency)
  open |= put(Slot.booksRead, Open.booksRead, evidence.booksRead)
  open |= put(Slot.learningPlan, Open.learningPlan, evidence.learningPlan)
  open |= putActivities(evidence.learningActivities)
  open |= put(Slot.communitySessions, Open.communitySessions, evidence.communitySessions)
  open |= put(Slot.peopleSupported, Open.peopleSupported, evidence.peopleSupported)
  open |= put(Slot.experienceShared, Open.experienceShared, evidence.experienceShared)
  open |= put(Slot.languageLevel, Open.languageLevel, evidence.languageLevel)
  open |= put(Slot.languageUse, Open.languageUse, evidence.languageUse)
  const required = evidence.languageNotRequired
  open |= put(Slot.languageNotRequired, Open.languageNotRequired, typeof required === 'boolean' ? Number(required) : undefined)
  open |= put(Slot.recordKeeping, Open.recordKeeping, evidence.recordKeeping)
  open |= put(Slot.improvements, Open.improvements, evidence.improvements)
  open |= put(Slot.initiativeRank, Open.initiativeRank, evidence.initiativeRank)
  open |= put(Slot.verifiesInformation, Open.verifiesInformation, evidence.verifiesInformation)
  open |= put(Slot.opinionsGiven, Open.opinionsGiven, evidence.opinionsGiven)
  open |= put(Slot.opinionsAdopted, Open.opinionsAdopted, evidence.opinionsAdopted)
  open |= put(Slot.goodRelations, Open.goodRelations, evidence.goodRelations)
  open |= put(Slot.commonActivities, Open.commonActivities, evidence.commonActivities)
  open |= put(Slot.reconciliations, Open.reconciliations, evidence.reconciliations)
  open |= put(Slot.cooperationGroups, Open.cooperationGroups, evidence.cooperationGroups)

  const sources = evidence.informationSources as readonly string[] | null | undefined
  open |= put(Slot.sources, Open.informationSources, sources?.length)
  open |= put(
    Slot.extensionMaterial,
    Open.informationSources,
    sources ? Number(sources.includes('extension-material')) : undefined,
  )
  const support = evidence.supportActions as readonly string[] | null | undefined
  open |= put(Slot.supportActions, Open.supportActions, support?.length)
  open |= put(Slot.takeAlong, Open.supportActions, support ? Number(support.includes('take-along')) : undefined)
  const services = evidence.digitalServices as readonly string[] | null | undefined
  open |= put(Slot.digitalServices, Open.digitalServices, services?.length)
  open |= put(Slot.productionApp, Open.digitalServices, services ? Number(services.includes('production-app')) : undefined)
  open |= put(Slot.onlineSelling, Open.digitalServices, services ? Number(services.includes('online-selling')) : undefined)

  const done = evidence.digitalActivities as readonly string[] | null | undefined
  const held = evidence.certificates
  const doneLevel = done ? levelOfActivities(done) : 0
  const heldLevel = held ? levelOfCertificates(held) : 0
  const digitalLower = doneLevel > heldLevel ? doneLevel : heldLevel
  const digitalUpper = held ? (done ? digitalLower : Math.max(3, heldLevel)) : 4
  fill(Slot.digitalLevel, digitalLower, digitalUpper)
  if (digitalLower < digitalUpper) open |= Open.digitalLevel

  handOverSlots(S, open, out)

  let lower = 0
  let upper = 0
  let leastLower = 10
  let leastUpper = 10
  for (let i = 0; i < 10; i++) {
    const low = out[i] as number
    const high = out[10 + i] as number
    lower += low
    upper += high
    leastLower = Math.min(leastLower, low)
    leastUpper = Math.min(leastUpper, high)
  }
  const threshold = record.disadvantagedArea === true ? 70 : 80
  let verdict = -1
  if (upper < threshold || leastUpper < 5) verdict = 0
  else if (lower >= threshold && leastLower >= 5) verdict = 1
  out[20] = lower
  out[21] = upper
  out[22] = threshold
  out[23] = verdict
  out[24] = digitalLower
  out[25] = digitalUpper
}
