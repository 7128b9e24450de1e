import { isGroup, judge, type Group, type Interview } from './interview.js'
import { say, word } from './context.js'
import { fill, h } from './dom.js'
import { points, verdictMark } from './marks.js'
import { groupName, groups } from './start-form.js'

/** Stays chosen when the page is shown in the other language. */
let other: Group | undefined

/** The same answers by the criteria of two groups, side by side. */
export function comparePart(): { element: HTMLElement; show: (interview: Interview | undefined) => void } {
  const table = h('div', { class: 'beside' })
  const select = h('select', { id: 'compare' })
  let shown: Interview | undefined
  const fillTable = (): void => {
    if (!shown || !other || other === shown.group) return fill(table)
    const [one, two] = [judge(shown), judge(shown, other)]
    if (!one.ok || !two.ok) return fill(table)
    const [a, b] = [one.value, two.value]
    const row = (name: string, left: string | HTMLElement, right: string | HTMLElement): HTMLElement =>
      h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, left), h('td', {}, right))
    fill(
      table,
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, word('compare')),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col' }, word('indicator')),
            [shown.group, other].map((group) => h('th', { scope: 'col' }, groupName(group))),
          ),
        ),
        h(
          'tbody',
          {},
          row(word('verdict'), verdictMark(a.verdict), verdictMark(b.verdict)),
          row(word('total'), points(a.score), points(b.score)),
          a.indicators.map((indicator, i) => {
            const beside = b.indicators[i]
            return row(say(indicator.label), points(indicator.score), beside ? points(beside.score) : '')
          }),
        ),
      ),
    )
  }
  select.addEventListener('change', () => {
    other = isGroup(select.value) ? select.value : undefined
    fillTable()
  })
  return {
    element: h(
      'div',
      {},
      h('p', { class: 'hint' }, word('compareHint')),
      h('p', { class: 'field' }, h('label', { for: 'compare' }, word('compareWith')), select),
      table,
    ),
    show: (interview) => {
      shown = interview
      const choices = groups.filter((group) => group !== interview?.group)
      if (other === interview?.group) other = undefined
      fill(
        select,
        h('option', { value: '' }, word('noCompare')),
        choices.map((group) => h('option', { value: group, selected: group === other }, groupName(group))),
      )
      fillTable()
    },
  }
}
