import { formatNumber } from '../../src/assessment/fill-text.js'
import type { FactValue } from '../../src/model/record.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { choices } from './choices.js'
import { language, say, word } from './context.js'
import { h } from './dom.js'
import { setOf, type Group, type QuestionId } from './interview.js'
import { itemsInput } from './items-input.js'
import { yesNo } from './questions.js'

/** What a question is answered with. */
export interface AnswerInput {
  element: HTMLElement
  /** The answer as it stands, or what to tell who has not given a whole one. */
  read: () => { value: FactValue } | { wrong: string }
  focus: () => void
}

/** @param legend - the question, which names the fields for who cannot see them */
export function answerInput(
  id: QuestionId,
  fact: FactDefinition | undefined,
  given: FactValue | undefined,
  legend: HTMLElement,
  group: Group,
): AnswerInput {
  if (fact === undefined || fact.type === 'boolean') {
    const { yes, no } = yesNo[id] ?? {}
    return oneOf(legend, id, given, [
      [true, yes ? say(yes) : word('yes')],
      [false, no ? say(no) : word('no')],
    ])
  }
  switch (fact.type) {
    case 'rank':
      return oneOf(
        legend,
        id,
        given,
        fact.ranks.map(({ rank, label }) => [rank, say(label)]),
      )
    case 'code':
      return oneOf(
        legend,
        id,
        given,
        fact.codes.map(({ code, label }) => [code, say(label)]),
      )
    case 'codes':
      return someOf(legend, fact, given, group)
    case 'count':
    case 'number':
      return numberInput(legend, fact, given)
    case 'activities':
    case 'certificates':
      return itemsInput(legend, fact, given, group)
  }
}

function oneOf(
  legend: HTMLElement,
  name: string,
  given: FactValue | undefined,
  options: readonly (readonly [FactValue, string])[],
): AnswerInput {
  const { element, value, focus } = choices(
    legend,
    options.map(([one, label]) => ({ value: String(one), label })),
    { name: `answer-${name}`, chosen: given === undefined ? undefined : String(given) },
  )
  return {
    element,
    focus,
    read: () => {
      const chosen = options.find(([one]) => String(one) === value())
      return chosen ? { value: chosen[0] } : { wrong: word('pickOne') }
    },
  }
}

/** A list is complete: what is not ticked is no. That nothing applies has a box of its own, since no tick at all says nothing. */
function someOf(
  legend: HTMLElement,
  fact: FactDefinition & { type: 'codes' },
  given: FactValue | undefined,
  group: Group,
): AnswerInput {
  const chosen = Array.isArray(given) ? (given as readonly string[]) : undefined
  const boxes = new Map(
    fact.codes.map(({ code }) => [code, h('input', { type: 'checkbox', checked: chosen?.includes(code) ?? false })]),
  )
  const none = h('input', { type: 'checkbox', checked: chosen?.length === 0, id: 'none' })
  none.addEventListener('change', () => boxes.forEach((box) => (box.checked &&= !none.checked)))
  const option = (code: string): HTMLElement => {
    const box = boxes.get(code)
    box?.addEventListener('change', () => (none.checked &&= !box.checked))
    const label = fact.codes.find((one) => one.code === code)?.label
    return h('label', { class: 'choice' }, box, h('span', {}, label ? say(label) : code))
  }
  const areas = setOf({ group }).digital.areas.filter(({ activities }) => activities.some((code) => boxes.has(code)))
  const element = h(
    'fieldset',
    { class: areas.length > 0 ? 'choices' : 'choices columns' },
    h('legend', {}, legend),
    areas.length > 0
      ? areas.map(({ label, activities }) =>
          h('fieldset', { class: 'choices columns part' }, h('legend', {}, say(label)), activities.map(option)),
        )
      : fact.codes.map(({ code }) => option(code)),
    h('label', { class: 'choice none' }, none, h('span', {}, word('none'))),
  )
  return {
    element,
    focus: () => element.querySelector('input')?.focus(),
    read: () => {
      const value = fact.codes.map(({ code }) => code).filter((code) => boxes.get(code)?.checked)
      return value.length > 0 || none.checked ? { value } : { wrong: word('tickOne') }
    },
  }
}

function numberInput(
  legend: HTMLElement,
  fact: FactDefinition & { type: 'count' | 'number' },
  given: FactValue | undefined,
): AnswerInput {
  const [least, most] = fact.range
  const isWhole = fact.type === 'count'
  const range = `${word('from')} ${formatNumber(least, language())} ${word('to')} ${formatNumber(most, language())}`
  const input = h('input', {
    id: 'answer',
    type: 'text',
    inputmode: isWhole ? 'numeric' : 'decimal',
    autocomplete: 'off',
    value: typeof given === 'number' ? formatNumber(given, language()).replaceAll(/\s/g, '') : '',
    'aria-describedby': 'answer-range',
  })
  return {
    element: h(
      'div',
      { class: 'field number' },
      h('label', { for: 'answer' }, legend),
      h('p', { class: 'with-range' }, input, h('small', { id: 'answer-range' }, isWhole ? `${word('whole')}, ${range}` : range)),
    ),
    focus: () => input.focus(),
    read: () => {
      const text = input.value.trim().replace(',', '.')
      const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
      const isGood = value >= least && value <= most && (!isWhole || Number.isInteger(value))
      return isGood ? { value } : { wrong: `${word('typeNumber')} ${isWhole ? `${word('whole')} ` : ''}${range}.` }
    },
  }
}
