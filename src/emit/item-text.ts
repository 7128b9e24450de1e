import type { CertificateRule } from '../rules/digital-rules.js'
import type { Counter, FactReader } from '../rules/fact-reader.js'
import type { Slot } from '../rules/slot.js'
import { numberText, stringText } from './literal.js'
import type { Plan } from './plan.js'
import { bandsText, tableText } from './table-text.js'

type Items = Extract<Slot, { holds: 'items' }>

/** What the items of a list are looked up in. */
export function itemTables(plan: Plan, reader: FactReader): string[] {
  const choices = reader.counters.flatMap(({ slot }) => {
    const { kinds, topics } = (plan.slots[slot] as Items).params
    return [
      ...(kinds ? [tableText(`kindsOf${slot}`, 'new Set(', kinds, ')')] : []),
      ...(topics ? [tableText(`topicsOf${slot}`, 'new Set(', topics, ')')] : []),
    ]
  })
  const bands = rulesOf(plan, reader).flatMap(([, { route, bands }]) => (bands ? [bandsText(`level${route}`, bands)] : []))
  return [...choices, ...bands]
}

/** The body of the reader of a list of dated items. @param at - position of the fact */
export function itemLines(plan: Plan, reader: FactReader, at: number): string[] {
  const { id, type, counters, routes } = reader
  const isActivities = type === 'activities'
  const read = isActivities
    ? `readActivity(value[i], kinds${at}, topics${at})`
    : `readCertificate(value[i], kinds${at}, steps${at})`
  const late = `late.push({ fact: ${at}, path: ['evidence', ${stringText(id)}, i] })`
  const hours = counters.filter(({ measure }) => measure === 'hours')
  return [
    'if (!isList(value)) return false',
    ...counters.map(({ slot, measure }) => `put(${slot}, ${measure === 'latest' ? '-Infinity' : '0'})`),
    ...(isActivities ? [] : routes.map((route) => `routes[${2 * route}] = routes[${2 * route + 1}] = 0`)),
    'for (let i = 0; i < value.length; i++) {',
    `  if (!${read}) return false`,
    `  if (item.late) ${late}`,
    '  if (item.counts === 0) continue',
    ...counters.map((counter) => `  ${adder[counter.measure]}(${counter.slot}, ${countsText(plan, counter)})`),
    ...rulesOf(plan, reader).flatMap(([kind, rule]) => showLines(kind, rule)),
    '}',
    // Whole hundredths of an hour were added up.
    ...hours.flatMap(({ slot }) => [`S[${2 * slot}] /= 100`, `S[${2 * slot + 1}] /= 100`]),
  ]
}

const adder = { count: 'addCount', hours: 'addHours', latest: 'addLatest' }

/** Whether an item counts for a slot: the least of all that must hold. */
function countsText({ slots }: Plan, { slot, certified }: Counter): string {
  const { kinds, topics } = (slots[slot] as Items).params
  const parts = [
    'item.counts',
    ...(kinds ? [`among(kindsOf${slot}, item.kind)`] : []),
    ...(topics ? [`among(topicsOf${slot}, item.topic)`] : []),
    ...(certified ? ['item.certified'] : []),
  ]
  return parts.length === 1 ? 'item.counts' : `Math.min(${parts.join(', ')})`
}

/** What certificates show of digital skills, with the kind that shows it. */
function rulesOf({ rules }: Plan, reader: FactReader): [kind: string, rule: CertificateRule][] {
  const { certificates } = rules.reading.digital
  if (certificates?.fact !== reader.id || reader.type !== 'certificates') return []
  return [...certificates.ofKind].flatMap(([kind, of]) => of.map((rule): [string, CertificateRule] => [kind, rule]))
}

function showLines(kind: string, { route, bands, lower, upper }: CertificateRule): string[] {
  const where = `item.kind === undefined || item.kind === ${stringText(kind)}`
  if (!bands) return [`  if (${where}) show(${route}, ${numberText(lower)}, ${numberText(upper)})`]
  return [
    `  if (${where}) {`,
    `    if (item.level >= 0) show(${route}, level${route}(item.level), level${route}(item.level))`,
    `    else show(${route}, ${numberText(lower)}, ${numberText(upper)})`,
    '  }',
  ]
}
