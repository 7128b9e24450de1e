import type { Activity, Certificate, FactValue } from '../../src/model/record.js'
import { factOf, isGroup, judge, type Interview, type QuestionId } from './interview.js'

/** The form of links. Another form gets another number, so that an old page says that it cannot read it. */
const version = '1'
const [betweenItems, betweenParts] = ['*', '_']
const areas = { y: true, n: false, '': null } as const
const activityParts = ['kind', 'topic', 'from', 'to', 'hours', 'certificate'] as const
const certificateParts = ['kind', 'level', 'issuedOn'] as const
/** These parts are numbers; all others are texts, but for `certificate`. */
const numbers: readonly string[] = ['hours', 'level']

/**
 * The answers as the fragment of a link, readable by eye: `v=1&group=farmer&on=2026-11-24&area=n&booksRead=2`. What follows `#`
 * in a link is never sent to a server.
 */
export function fragmentOf({ group, on, area, evidence, skipped }: Interview): string {
  const words = new URLSearchParams({ v: version, group, on, area: area === null ? '' : area ? 'y' : 'n' })
  for (const [id, value] of Object.entries(evidence)) words.set(id, textOf(id, value))
  if (skipped.length > 0) words.set('skipped', skipped.join(betweenItems))
  return words.toString()
}

/**
 * The answers of a fragment, each checked as every record is: facts, codes, ranges and days.
 *
 * @returns `undefined` where anything in it is wrong; nothing of it is then used
 */
export function interviewOf(fragment: string): Interview | undefined {
  const words = new URLSearchParams(fragment)
  const { v, group = '', on = '', area = '', skipped = '', ...answers } = Object.fromEntries(words)
  if (v !== version || [...words.keys()].length !== new Set(words.keys()).size) return undefined
  if (!isGroup(group) || !isArea(area)) return undefined
  const evidence: Record<string, FactValue> = {}
  for (const [id, text] of Object.entries(answers)) {
    const value = valueOf(id, text)
    if (value === undefined) return undefined
    evidence[id] = value
  }
  const left = skipped.split(betweenItems).filter((id) => id !== '')
  if (!left.every((id) => id === 'disadvantagedArea' || factOf(id))) return undefined
  const interview: Interview = { group, on, area: areas[area], evidence, skipped: left as QuestionId[] }
  return judge(interview).ok ? interview : undefined
}

const isArea = (text: string): text is keyof typeof areas => Object.hasOwn(areas, text)

function textOf(id: string, value: FactValue): string {
  if (!Array.isArray(value)) return String(value)
  const parts = factOf(id)?.type === 'certificates' ? certificateParts : activityParts
  const texts = value.map((item: string | Activity | Certificate) => (typeof item === 'string' ? item : itemText(item, parts)))
  return texts.join(betweenItems)
}

function itemText(item: Activity | Certificate, parts: readonly string[]): string {
  const values = item as Readonly<Record<string, unknown>>
  return parts
    .map((part) => String(values[part] ?? ''))
    .join(betweenParts)
    .replace(/_+$/, '')
}

function valueOf(id: string, text: string): FactValue | undefined {
  const fact = factOf(id)
  if (fact?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (fact?.type === 'rank' || fact?.type === 'count' || fact?.type === 'number')
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  const items = text === '' ? [] : text.split(betweenItems)
  if (fact?.type === 'codes') return items
  if (fact?.type === 'activities') return items.map((item) => itemOf(item, activityParts))
  if (fact?.type === 'certificates') return items.map((item) => itemOf(item, certificateParts))
  return undefined
}

/** What is too much goes under a name that no item has, so that the check refuses it. */
function itemOf(text: string, parts: readonly string[]): Record<string, string | number | boolean> {
  const item: Record<string, string | number | boolean> = {}
  text.split(betweenParts).forEach((word, i) => {
    const part = parts[i] ?? 'more'
    if (word === '') return
    if (part === 'certificate') item[part] = word === 'true' ? true : word === 'false' ? false : word
    else item[part] = numbers.includes(part) ? Number(word) : word
  })
  return item
}
