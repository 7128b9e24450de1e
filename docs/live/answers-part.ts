import { answerText } from './answer-text.js'
import { say, word } from './context.js'
import { h } from './dom.js'
import { factOf, type Interview, type QuestionId } from './interview.js'
import { questions } from './questions.js'

/** Questions with what was said to them, each to be changed. */
export function answerList(interview: Interview, ids: readonly QuestionId[], change: (id: QuestionId) => void): HTMLElement {
  const { area, evidence, skipped } = interview
  const textOf = (id: QuestionId): string => {
    const value = id === 'disadvantagedArea' ? area : evidence[id]
    if (value !== undefined && value !== null) return answerText(id, value)
    return skipped.includes(id) ? `(${word('skipped')})` : ''
  }
  return h(
    'ul',
    { class: 'answers' },
    ids.map((id) => {
      const name = say(questions[id] ?? factOf(id)?.label ?? { vi: id, en: id })
      const press = { type: 'button', class: 'small', 'aria-label': `${word('change')}: ${name}`, onclick: () => change(id) }
      return h(
        'li',
        { 'data-answer': id },
        h('div', {}, h('span', {}, name), ' ', h('b', {}, textOf(id))),
        h('button', press, word('change')),
      )
    }),
  )
}

/** All answers, and what was left open. */
export function answersPart(interview: Interview, change: (id: QuestionId) => void, clear: () => void): HTMLElement[] {
  const { area, evidence, skipped } = interview
  const given = [...(area === null ? [] : ['disadvantagedArea']), ...Object.keys(evidence), ...skipped] as QuestionId[]
  if (given.length === 0) return []
  return [
    h('h2', {}, `${word('allAnswers')} (${given.length})`),
    answerList(interview, given, change),
    h('p', {}, h('button', { type: 'button', class: 'plain', id: 'clear', onclick: clear }, word('startOver'))),
  ]
}
