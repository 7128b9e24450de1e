import { answerText } from './answer-text.js'
import { say, word } from './context.js'
import { h } from './dom.js'
import { factOf, type Interview, type QuestionId } from './interview.js'
import { questions } from './questions.js'

/** All answers, each to be changed, and what was left open. */
export function answersPart(interview: Interview, change: (id: QuestionId) => void, clear: () => void): HTMLElement[] {
  const given: [QuestionId, string][] = [
    ...(interview.area === null
      ? []
      : [['disadvantagedArea', answerText('disadvantagedArea', interview.area)] as [QuestionId, string]]),
    ...Object.entries(interview.evidence).map(([id, value]): [QuestionId, string] => [
      id as QuestionId,
      answerText(id as QuestionId, value),
    ]),
    ...interview.skipped.map((id): [QuestionId, string] => [id, `(${word('skipped')})`]),
  ]
  if (given.length === 0) return []
  return [
    h('h2', {}, `${word('allAnswers')} (${given.length})`),
    h(
      'ul',
      { class: 'answers' },
      given.map(([id, text]) => {
        const name = say(questions[id] ?? factOf(id)?.label ?? { vi: id, en: id })
        return h(
          'li',
          { 'data-answer': id },
          h('div', {}, h('span', {}, name), ' ', h('b', {}, text)),
          h(
            'button',
            { type: 'button', class: 'small', 'aria-label': `${word('change')}: ${name}`, onclick: () => change(id) },
            word('change'),
          ),
        )
      }),
    ),
    h('p', {}, h('button', { type: 'button', class: 'plain', id: 'clear', onclick: clear }, word('startOver'))),
  ]
}
