import { improve, type Assessment, type ImprovementPlan, type ImprovementStep } from '../../src/index.js'
import { say, word } from './context.js'
import { h } from './dom.js'
import { recordOf, setOf, type Interview } from './interview.js'
import { basisMark } from './marks.js'

/** The least effort from these answers to the criteria met. */
export function planPart(interview: Interview, { indicators }: Assessment): HTMLElement[] {
  const plan = improve(recordOf(interview), { on: interview.on, set: setOf(interview) })
  const names = new Map(indicators.map(({ id, label }) => [id as string, say(label)]))
  return told(plan, names)
}

function told(
  { verdict, steps, alternatives, blocked, basis }: ImprovementPlan,
  names: ReadonlyMap<string, string>,
): HTMLElement[] {
  if (verdict === 'met') return [h('p', {}, word('allMet'))]
  if (verdict === 'unreachable')
    return [
      h('p', {}, word('unreachable')),
      h('p', {}, blocked.length > 0 ? `${word('blocked')}: ${blocked.map((id) => names.get(id) ?? id).join('; ')}` : ''),
    ]
  return [
    h('p', { class: 'hint' }, basisMark(basis), ' ', word('shortestHint')),
    stepList(steps, names),
    ...(alternatives.length > 0
      ? [
          h(
            'details',
            {},
            h('summary', {}, `${word('otherWays')} (${alternatives.length})`),
            alternatives.map((other) => stepList(other, names)),
          ),
        ]
      : []),
  ]
}

const stepList = (steps: readonly ImprovementStep[], names: ReadonlyMap<string, string>): HTMLElement =>
  h(
    'ol',
    { class: 'steps' },
    steps.map(({ label, serves }) =>
      h('li', {}, say(label), ' ', h('small', {}, `(${serves.map((id) => names.get(id) ?? id).join('; ')})`)),
    ),
  )
