import type { FactValue } from '../../src/model/record.js'
import type { Text } from '../../src/model/text.js'
import type { FactDefinition } from '../../src/model/vocabulary.js'
import { attesterWords } from '../../src/intake/record-words.js'
import { answerInput } from './answer-input.js'
import { errorLine } from './choices.js'
import { say, word } from './context.js'
import { h } from './dom.js'
import { factOf, setOf, type Interview, type QuestionId } from './interview.js'
import { questions } from './questions.js'

/** Where evidence of a fact is usually found, by fact; the vocabulary says it, and the sets of the library leave it out. */
declare const USUAL_EVIDENCE: Readonly<Record<string, Text>>

export interface Acts {
  onAnswer: (value: FactValue) => void
  onSkip: () => void
  /** Absent at the first question. */
  onBack?: (() => void) | undefined
}

/** One question, with what evidence serves and who attests it. */
export function questionCard(interview: Interview, id: QuestionId, acts: Acts): HTMLElement {
  const fact = factOf(id)
  const legend = h('span', { class: 'question', id: 'question' }, say(questions[id] ?? fact?.label ?? { vi: id, en: id }))
  const { area, evidence } = interview
  const given = id === 'disadvantagedArea' ? (area ?? undefined) : evidence[id]
  const input = answerInput(id, fact, given, legend, interview.group)
  const error = errorLine('answer-error')
  return h(
    'form',
    {
      class: 'card',
      novalidate: true,
      'data-question': id,
      onsubmit: (event) => {
        event.preventDefault()
        const answer = input.read()
        if ('value' in answer) return acts.onAnswer(answer.value)
        error.textContent = answer.wrong
        input.focus()
      },
    },
    input.element,
    fact && h('p', { class: 'hint' }, word(windowWords[fact.window])),
    error,
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'submit', class: 'main' }, word('next')),
      h('button', { type: 'button', onclick: acts.onSkip }, word('leave')),
      acts.onBack && h('button', { type: 'button', class: 'plain', onclick: acts.onBack }, `← ${word('back')}`),
    ),
    fact && about(fact, interview),
  )
}

const windowWords = { 'assessment-year': 'yearWindow', 'last-3-months': 'monthsWindow', ever: 'everWindow' } as const

function about(fact: FactDefinition, interview: Interview): HTMLElement {
  const usual = USUAL_EVIDENCE[fact.id]
  const serves = setOf(interview).indicators.filter((indicator) => JSON.stringify(indicator.levels).includes(`"${fact.id}"`))
  const lines: [string, string][] = [
    ...(usual ? [[word('evidence'), say(usual)] as [string, string]] : []),
    [word('attested'), fact.attestedBy.map((who) => say(attesterWords[who])).join('; ')],
    ...(serves.length > 0 ? [[word('serves'), serves.map(({ label }) => say(label)).join('; ')] as [string, string]] : []),
  ]
  return h(
    'dl',
    { class: 'about' },
    lines.map(([name, text]) => h('div', {}, h('dt', {}, `${name}:`), h('dd', {}, text))),
  )
}
