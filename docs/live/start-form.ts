import { dayWords } from '../../src/assessment/explain-words.js'
import { sets } from '../../src/index.js'
import { groupNames } from '../../src/output/group-names.js'
import { language, say, word } from './context.js'
import { h } from './dom.js'
import { isGroup, type Group, type Interview } from './interview.js'
import { choices, errorLine } from './choices.js'

const names = groupNames(Object.values(sets))
export const groupName = (group: Group): string => say(names.get(group) ?? sets[group].label)
/** In the order of the shipped names: whoever belongs to no other group comes last. */
export const groups: readonly Group[] = [...names.keys()].filter(isGroup)

/** What was chosen, in a line. */
export function startText({ group, on, area }: Start): string {
  const lives = word(area === null ? 'notKnown' : area ? 'yes' : 'no').toLowerCase()
  return `${groupName(group)}; ${dayWords(on, language())}; ${word('orDisadvantaged')}: ${lives}`
}

export type Start = Pick<Interview, 'group' | 'on' | 'area'>

/**
 * Who is to be judged, and as of which day.
 *
 * @param chosen - `group` is absent before the first choice
 * @param onChange - called with whatever is complete, at each change and, with `isBegun`, when questions are asked for
 */
export function startForm(
  chosen: Partial<Start> & { on: string },
  onChange: (start: Start, isBegun: boolean) => void,
): HTMLElement {
  const error = errorLine('start-error')
  const group = choices(
    word('group'),
    groups.map((id) => ({ value: id, label: groupName(id) })),
    { name: 'group', chosen: chosen.group, columns: true },
  )
  const day = h('input', { type: 'date', id: 'day', required: true, 'aria-describedby': 'start-error' })
  day.value = chosen.on
  const area = choices(
    word('area'),
    [
      { value: 'yes', label: word('yes') },
      { value: 'no', label: word('no') },
      { value: 'unknown', label: word('notKnown') },
    ],
    { name: 'area', chosen: chosen.area === true ? 'yes' : chosen.area === false ? 'no' : 'unknown' },
  )
  const tell = (isBegun: boolean): void => {
    const of = group.value()
    if (of !== undefined && isGroup(of) && day.value !== '') {
      error.textContent = ''
      const lives = area.value()
      return onChange({ group: of, on: day.value, area: lives === 'yes' ? true : lives === 'no' ? false : null }, isBegun)
    }
    if (!isBegun) return
    error.textContent = word(of === undefined ? 'chooseGroup' : 'chooseDay')
    if (of === undefined) group.focus()
    else day.focus()
  }
  return h(
    'form',
    {
      class: 'start',
      novalidate: true,
      onchange: () => tell(false),
      onsubmit: (event) => {
        event.preventDefault()
        tell(true)
      },
    },
    group.element,
    h('div', { class: 'pair' }, h('p', { class: 'field' }, h('label', { for: 'day' }, word('day')), day), area.element),
    error,
    h('button', { type: 'submit', class: 'main' }, word('begin')),
  )
}
