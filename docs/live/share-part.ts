import { word } from './context.js'
import { h } from './dom.js'

/**
 * A link that holds the answers, and printing.
 *
 * @param link - the link as of now; `undefined` before the first choice
 */
export function sharePart(link: () => string | undefined): HTMLElement {
  const output = h('input', { id: 'link', readonly: true, type: 'text' })
  const field = h('p', { class: 'field', hidden: true }, h('label', { for: 'link' }, word('link')), output)
  const status = h('p', { role: 'status' })
  const make = (): void => {
    const text = link()
    if (text === undefined) return void (status.textContent = word('chooseGroup'))
    field.hidden = false
    output.value = text
    output.select()
    // A page that was not loaded safely has no clipboard.
    const { clipboard } = navigator as { clipboard?: Clipboard }
    const ask = (): void => void (status.textContent = word('copyIt'))
    if (clipboard) clipboard.writeText(text).then(() => (status.textContent = word('copied')), ask)
    else ask()
  }
  return h(
    'div',
    {},
    h('p', { class: 'hint' }, word('shareHint')),
    h(
      'div',
      { class: 'acts' },
      h('button', { type: 'button', id: 'make-link', onclick: make }, word('makeLink')),
      h('button', { type: 'button', onclick: () => print() }, word('print')),
    ),
    field,
    status,
  )
}
