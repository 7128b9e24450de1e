/*
 * The farmer set on 31 December 2025, written by hand for speed: the baseline of the speed goals, and nothing else. Its
 * numbers are literals, come from no generator, and must be kept equal to criteria/groups/farmer.json (and the parts of
 * criteria/framework.json and criteria/digital-skills.json that it uses); the bench refuses to time anything when an answer
 * differs.
 *
 * This file holds the rules over filled slots, `farmer-by-hand-record.ts` what fills them from a record.
 */

/** What the rules ask for, in the order of {@link handSlots}: slot `s` holds a range, `[2s]` its lower end, `[2s + 1]` its upper. */
export const enum Slot {
  readingFrequency,
  sources,
  extensionMaterial,
  booksRead,
  learningPlan,
  activities,
  hours,
  productiveActivities,
  communitySessions,
  communityActivities,
  takeAlong,
  experienceShared,
  peopleSupported,
  supportActions,
  digitalLevel,
  digitalServices,
  productionApp,
  onlineSelling,
  digitalClasses,
  languageLevel,
  languageUse,
  languageClasses,
  languageNotRequired,
  recordKeeping,
  improvements,
  initiativeRank,
  verifiesInformation,
  opinionsGiven,
  opinionsAdopted,
  goodRelations,
  commonActivities,
  reconciliations,
  cooperationGroups,
  size,
}

const productive = ['production', 'vocational', 'finance', 'management']
const communal = ['seminar', 'club', 'library', 'field-day', 'competition']
const activities = { holds: 'items', fact: 'learningActivities' } as const

/** The same slots in the words of the criteria files, so that the bench can hand over what the library has read. */
export const handSlots: readonly { fact: string; holds: string; code?: string; params?: object }[] = [
  { fact: 'readingFrequency', holds: 'value' },
  { fact: 'informationSources', holds: 'count' },
  { fact: 'informationSources', holds: 'code', code: 'extension-material' },
  { fact: 'booksRead', holds: 'value' },
  { fact: 'learningPlan', holds: 'value' },
  { ...activities, params: { measure: 'count' } },
  { ...activities, params: { measure: 'hours' } },
  { ...activities, params: { measure: 'count', topics: productive } },
  { fact: 'communitySessions', holds: 'value' },
  { ...activities, params: { measure: 'count', kinds: communal } },
  { fact: 'supportActions', holds: 'code', code: 'take-along' },
  { fact: 'experienceShared', holds: 'value' },
  { fact: 'peopleSupported', holds: 'value' },
  { fact: 'supportActions', holds: 'count' },
  { fact: 'digitalLevel', holds: 'value' },
  { fact: 'digitalServices', holds: 'count' },
  { fact: 'digitalServices', holds: 'code', code: 'production-app' },
  { fact: 'digitalServices', holds: 'code', code: 'online-selling' },
  { ...activities, params: { measure: 'count', topics: ['digital'] } },
  { fact: 'languageLevel', holds: 'value' },
  { fact: 'languageUse', holds: 'value' },
  { ...activities, params: { measure: 'count', topics: ['language'] } },
  { fact: 'languageNotRequired', holds: 'value' },
  { fact: 'recordKeeping', holds: 'value' },
  { fact: 'improvements', holds: 'value' },
  { fact: 'initiativeRank', holds: 'value' },
  { fact: 'verifiesInformation', holds: 'value' },
  { fact: 'opinionsGiven', holds: 'value' },
  { fact: 'opinionsAdopted', holds: 'value' },
  { fact: 'goodRelations', holds: 'value' },
  { fact: 'commonActivities', holds: 'value' },
  { fact: 'reconciliations', holds: 'value' },
  { fact: 'cooperationGroups', holds: 'value' },
]

/*
 * The points of one indicator, with `end` 0 from what is sure, with `end` 1 from what is not excluded. Every question is
 * "at least", so the two are the same rules.
 */

const at = (S: Float64Array, slot: Slot, end: 0 | 1): number => S[2 * slot + end] as number

function reading(S: Float64Array, end: 0 | 1): number {
  const frequency = at(S, Slot.readingFrequency, end)
  if (frequency < 2) return 0
  if (at(S, Slot.sources, end) < 2) return 5
  return frequency >= 3 && (at(S, Slot.extensionMaterial, end) >= 1 || at(S, Slot.booksRead, end) >= 2) ? 10 : 8
}

function learningPlan(S: Float64Array, end: 0 | 1): number {
  const plan = at(S, Slot.learningPlan, end)
  const done = at(S, Slot.activities, end)
  if (plan < 1 || done < 1) return 0
  if (done < 2) return 5
  const much = done >= 3 || at(S, Slot.hours, end) >= 24
  return plan >= 2 && much && at(S, Slot.productiveActivities, end) >= 1 ? 10 : 8
}

function communityLearning(S: Float64Array, end: 0 | 1): number {
  const sessions = at(S, Slot.communitySessions, end)
  const listed = at(S, Slot.communityActivities, end)
  const most = sessions > listed ? sessions : listed
  if (most < 2) return 0
  if (most < 3) return 5
  return most >= 5 && (at(S, Slot.takeAlong, end) >= 1 || at(S, Slot.experienceShared, end) >= 1) ? 10 : 8
}

function encouragingOthers(S: Float64Array, end: 0 | 1): number {
  const people = at(S, Slot.peopleSupported, end)
  if (people < 1) return 0
  const ways = at(S, Slot.supportActions, end)
  if (people >= 3 && ways >= 3) return 10
  return people >= 2 && ways >= 2 ? 8 : 5
}

function informationTechnology(S: Float64Array, end: 0 | 1): number {
  const level = at(S, Slot.digitalLevel, end)
  if (level >= 3) return 10
  if (level >= 2) return at(S, Slot.productionApp, end) >= 1 || at(S, Slot.onlineSelling, end) >= 1 ? 10 : 8
  const services = at(S, Slot.digitalServices, end)
  if (level >= 1) return services >= 3 ? 8 : 5
  return services >= 1 || at(S, Slot.digitalClasses, end) >= 1 ? 5 : 0
}

function foreignLanguage(S: Float64Array, end: 0 | 1): number {
  const level = at(S, Slot.languageLevel, end)
  const use = at(S, Slot.languageUse, end)
  if (level >= 2 || use >= 3) return 10
  if (level >= 1 || use >= 2) return 8
  if (use >= 1 || at(S, Slot.languageClasses, end) >= 1) return 5
  return at(S, Slot.languageNotRequired, end) >= 1 && at(S, Slot.activities, end) >= 1 ? 5 : 0
}

function numeracy(S: Float64Array, end: 0 | 1): number {
  const records = at(S, Slot.recordKeeping, end)
  const improvements = at(S, Slot.improvements, end)
  if (records < 1 || improvements < 1) return records >= 1 || improvements >= 1 ? 5 : 0
  if (records < 2) return 8
  return improvements >= 2 || records >= 3 || at(S, Slot.initiativeRank, end) >= 1 ? 10 : 8
}

function criticalThinking(S: Float64Array, end: 0 | 1): number {
  const verifies = at(S, Slot.verifiesInformation, end)
  const given = at(S, Slot.opinionsGiven, end)
  if (verifies < 2 || given < 1) return verifies >= 1 || given >= 1 ? 5 : 0
  return given >= 2 && (verifies >= 3 || at(S, Slot.opinionsAdopted, end) >= 1) ? 10 : 8
}

function goodRelations(S: Float64Array, end: 0 | 1): number {
  const relations = at(S, Slot.goodRelations, end)
  if (relations < 1) return 0
  const common = at(S, Slot.commonActivities, end)
  if (relations < 2 || common < 2) return 5
  return common >= 4 && (relations >= 3 || at(S, Slot.reconciliations, end) >= 1) ? 10 : 8
}

function cooperation(S: Float64Array, end: 0 | 1): number {
  const groups = at(S, Slot.cooperationGroups, end)
  const shared = at(S, Slot.experienceShared, end)
  if (groups < 1 || shared < 1) return groups >= 1 || shared >= 1 ? 5 : 0
  return shared >= 3 ? 10 : 8
}

/** The facts that are not exactly known, as a bit set in this order. */
export const handFacts = [
  'readingFrequency',
  'informationSources',
  'booksRead',
  'learningPlan',
  'learningActivities',
  'communitySessions',
  'supportActions',
  'experienceShared',
  'peopleSupported',
  'digitalLevel',
  'digitalServices',
  'languageLevel',
  'languageUse',
  'languageNotRequired',
  'recordKeeping',
  'improvements',
  'initiativeRank',
  'verifiesInformation',
  'opinionsGiven',
  'opinionsAdopted',
  'goodRelations',
  'commonActivities',
  'reconciliations',
  'cooperationGroups',
] as const

export const enum Open {
  readingFrequency = 1 << 0,
  informationSources = 1 << 1,
  booksRead = 1 << 2,
  learningPlan = 1 << 3,
  learningActivities = 1 << 4,
  communitySessions = 1 << 5,
  supportActions = 1 << 6,
  experienceShared = 1 << 7,
  peopleSupported = 1 << 8,
  digitalLevel = 1 << 9,
  digitalServices = 1 << 10,
  languageLevel = 1 << 11,
  languageUse = 1 << 12,
  languageNotRequired = 1 << 13,
  recordKeeping = 1 << 14,
  improvements = 1 << 15,
  initiativeRank = 1 << 16,
  verifiesInformation = 1 << 17,
  opinionsGiven = 1 << 18,
  opinionsAdopted = 1 << 19,
  goodRelations = 1 << 20,
  commonActivities = 1 << 21,
  reconciliations = 1 << 22,
  cooperationGroups = 1 << 23,
}

const readsReading = Open.readingFrequency | Open.informationSources | Open.booksRead
const readsPlan = Open.learningPlan | Open.learningActivities
const readsCommunity = Open.communitySessions | Open.learningActivities | Open.supportActions | Open.experienceShared
const readsEncouraging = Open.peopleSupported | Open.supportActions
const readsTechnology = Open.digitalLevel | Open.digitalServices | Open.learningActivities
const readsLanguage = Open.languageLevel | Open.languageUse | Open.languageNotRequired | Open.learningActivities
const readsNumeracy = Open.recordKeeping | Open.improvements | Open.initiativeRank
const readsThinking = Open.verifiesInformation | Open.opinionsGiven | Open.opinionsAdopted
const readsRelations = Open.goodRelations | Open.commonActivities | Open.reconciliations
const readsCooperation = Open.cooperationGroups | Open.experienceShared

/**
 * The rules alone, over slots that are filled: ten lower ends to `out[0..9]`, ten upper ends to `out[10..19]`.
 *
 * @param open - facts not exactly known; without them both ends are equal and asking once is enough
 */
export function handOverSlots(S: Float64Array, open: number, out: Float64Array): void {
  let low = (out[0] = reading(S, 0))
  out[10] = (open & readsReading) === 0 || low === 10 ? low : reading(S, 1)
  low = out[1] = learningPlan(S, 0)
  out[11] = (open & readsPlan) === 0 || low === 10 ? low : learningPlan(S, 1)
  low = out[2] = communityLearning(S, 0)
  out[12] = (open & readsCommunity) === 0 || low === 10 ? low : communityLearning(S, 1)
  low = out[3] = encouragingOthers(S, 0)
  out[13] = (open & readsEncouraging) === 0 || low === 10 ? low : encouragingOthers(S, 1)
  low = out[4] = informationTechnology(S, 0)
  out[14] = (open & readsTechnology) === 0 || low === 10 ? low : informationTechnology(S, 1)
  low = out[5] = foreignLanguage(S, 0)
  out[15] = (open & readsLanguage) === 0 || low === 10 ? low : foreignLanguage(S, 1)
  low = out[6] = numeracy(S, 0)
  out[16] = (open & readsNumeracy) === 0 || low === 10 ? low : numeracy(S, 1)
  low = out[7] = criticalThinking(S, 0)
  out[17] = (open & readsThinking) === 0 || low === 10 ? low : criticalThinking(S, 1)
  low = out[8] = goodRelations(S, 0)
  out[18] = (open & readsRelations) === 0 || low === 10 ? low : goodRelations(S, 1)
  low = out[9] = cooperation(S, 0)
  out[19] = (open & readsCooperation) === 0 || low === 10 ? low : cooperation(S, 1)
}
