import { formatNumber } from '../../src/assessment/fill-text.js'
import { hoursLimit, type Activity, type Certificate, type FactValue } from '../../src/model/record.js'
import type { Text } from '../../src/model/text.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import type { AnswerInput } from './answer-input.js'
import { language, say, word } from './context.js'
import { fill, h } from './dom.js'
import { setOf, type Group } from './interview.js'

type ListFact = FactDefinition & { type: 'activities' | 'certificates' }
type Item = Activity | Certificate

/** A list of dated items, filled in one at a time. A part left blank is not known; only the kind is asked for. */
export function itemsInput(legend: HTMLElement, fact: ListFact, given: FactValue | undefined, group: Group): AnswerInput {
  const items: Item[] = Array.isArray(given) ? [...(given as readonly Item[])] : []
  const none = h('input', { type: 'checkbox', checked: Array.isArray(given) && items.length === 0 })
  const list = h('ul', { class: 'items', 'aria-label': word('list') })
  const error = h('p', { class: 'error', role: 'alert' })
  const parts = fact.type === 'activities' ? activityParts(fact) : certificateParts(fact, stepsOf(group))
  const show = (): void => {
    none.disabled = items.length > 0
    none.checked &&= items.length === 0
    fill(
      list,
      items.map((item, i) =>
        h(
          'li',
          {},
          itemWords(item, fact),
          h(
            'button',
            {
              type: 'button',
              class: 'small',
              onclick: () => {
                items.splice(i, 1)
                show()
                parts.kind.focus()
              },
            },
            word('remove'),
          ),
        ),
      ),
    )
  }
  const add = (): boolean => {
    const item = parts.read()
    error.textContent = typeof item === 'string' ? item : ''
    if (typeof item === 'string') return false
    items.push(item)
    parts.clear()
    show()
    return true
  }
  show()
  return {
    element: h(
      'fieldset',
      { class: 'list' },
      h('legend', {}, legend),
      h('p', { class: 'hint' }, word('addHint')),
      list,
      h('div', { class: 'parts' }, parts.fields),
      error,
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            add()
            parts.kind.focus()
          },
        },
        word('add'),
      ),
      h('label', { class: 'choice none' }, none, h('span', {}, word('noItems'))),
    ),
    focus: () => parts.kind.focus(),
    read: () => {
      // What stands in the fields and was not added yet belongs to the answer too.
      if (parts.kind.value !== '' && !add()) return { wrong: error.textContent ?? '' }
      return items.length > 0 || none.checked ? { value: [...items] } : { wrong: word('tickOne') }
    },
  }
}

interface Parts {
  kind: HTMLSelectElement
  fields: HTMLElement[]
  /** The item as it stands, or what is wrong with it. */
  read: () => Item | string
  clear: () => void
}

const field = (id: string, label: string, input: HTMLElement): HTMLElement =>
  h('p', { class: 'field' }, h('label', { for: id }, label), input)

function select(
  id: string,
  options: readonly { code: string; label: Text }[],
  blank: 'choose' | 'notKnown' = 'notKnown',
): HTMLSelectElement {
  return h(
    'select',
    { id },
    h('option', { value: '' }, `(${word(blank)})`),
    options.map(({ code, label }) => h('option', { value: code }, say(label))),
  )
}

/** The month is enough, and is what people remember; a browser without months takes `2026-03` as text. */
const month = (id: string): HTMLInputElement => h('input', { id, type: 'month', placeholder: '2026-03' })
const monthIn = ({ value }: HTMLInputElement): { day: string | undefined } | undefined =>
  value === '' ? { day: undefined } : /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? { day: value } : undefined

function activityParts({ kinds, topics }: ListFact & { type: 'activities' }): Parts {
  const kind = select('item-kind', kinds, 'choose')
  const topic = select('item-topic', topics)
  const began = month('item-from')
  const hours = h('input', { id: 'item-hours', type: 'text', inputmode: 'decimal', autocomplete: 'off' })
  const certified = select('item-certificate', [
    { code: 'true', label: { vi: 'Có', en: 'Yes' } },
    { code: 'false', label: { vi: 'Không', en: 'No' } },
  ])
  return {
    kind,
    fields: [
      field('item-kind', word('kind'), kind),
      field('item-topic', word('topic'), topic),
      field('item-from', word('began'), began),
      field('item-hours', word('hours'), hours),
      field('item-certificate', word('withCertificate'), certified),
    ],
    read: () => {
      if (kind.value === '') return word('chooseKind')
      const from = monthIn(began)
      if (!from) return `${word('began')}: 2026-03`
      const text = hours.value.trim().replace(',', '.')
      const count = text === '' ? undefined : /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
      if (count !== undefined && !(count <= hoursLimit))
        return `${word('hours')}: ${word('typeNumber')} ${word('from')} 0 ${word('to')} ${formatNumber(hoursLimit, language())}.`
      return {
        kind: kind.value,
        ...(topic.value !== '' && { topic: topic.value }),
        ...(from.day !== undefined && { from: from.day }),
        ...(count !== undefined && { hours: count }),
        ...(certified.value !== '' && { certificate: certified.value === 'true' }),
      }
    },
    clear: () => [kind, topic, began, hours, certified].forEach((one) => (one.value = '')),
  }
}

/** First and last step of the certificates that have a scale of their own, by kind. */
function stepsOf(group: Group): Map<string, readonly [number, number]> {
  const { routes } = setOf({ group }).digital
  return new Map(routes.flatMap((route) => (route.kind === 'certificate-level' ? [[route.certificate, route.range]] : [])))
}

function certificateParts(
  { kinds }: ListFact & { type: 'certificates' },
  scales: ReadonlyMap<string, readonly [number, number]>,
): Parts {
  const kind = select('item-kind', kinds, 'choose')
  const issued = month('item-issued')
  const level = h('select', { id: 'item-level' })
  const levelField = field('item-level', word('level'), level)
  const showLevel = (): void => {
    const [first, last] = scales.get(kind.value) ?? [1, 0]
    const steps = Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
    levelField.hidden = steps.length === 0
    fill(
      level,
      ['', ...steps].map((step) => h('option', { value: step }, step === '' ? `(${word('notKnown')})` : step)),
    )
  }
  kind.addEventListener('change', showLevel)
  showLevel()
  return {
    kind,
    fields: [field('item-kind', word('kind'), kind), levelField, field('item-issued', word('issued'), issued)],
    read: () => {
      if (kind.value === '') return word('chooseKind')
      const day = monthIn(issued)
      if (!day) return `${word('issued')}: 2026-03`
      return {
        kind: kind.value,
        ...(level.value !== '' && { level: Number(level.value) }),
        ...(day.day !== undefined && { issuedOn: day.day }),
      }
    },
    clear: () => {
      kind.value = ''
      issued.value = ''
      showLevel()
    },
  }
}

/** An item in words. */
export function itemWords(item: Item, fact: ListFact): string {
  const named = (code: unknown, of: readonly { code: string; label: Text }[]): string | undefined => {
    const label = of.find((one) => one.code === code)?.label
    return label && say(label)
  }
  const { kind, topic, from, hours, certificate, level, issuedOn } = item as Activity & Certificate
  const day = from ?? issuedOn
  return [
    named(kind, fact.kinds),
    fact.type === 'activities' ? named(topic, fact.topics) : undefined,
    day?.split('-').reverse().join('/'),
    hours == null ? undefined : `${formatNumber(hours, language())} ${word('hours').toLowerCase().replace(/^số /, '')}`,
    certificate === true ? word('withCertificate').toLowerCase() : undefined,
    level == null ? undefined : `${word('level').toLowerCase()} ${level}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}
