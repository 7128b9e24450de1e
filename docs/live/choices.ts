import { h, type Child } from './dom.js'

export interface Choice {
  value: string
  label: string
}

/** A group of radio buttons under one legend. */
export function choices(
  legend: Child,
  options: readonly Choice[],
  { name, chosen, columns = false }: { name: string; chosen?: string | undefined; columns?: boolean },
): { element: HTMLFieldSetElement; value: () => string | undefined; focus: () => void } {
  const inputs = options.map(({ value }) => h('input', { type: 'radio', name, value, checked: value === chosen }))
  const element = h(
    'fieldset',
    { class: columns ? 'choices columns' : 'choices' },
    h('legend', {}, legend),
    options.map(({ label }, i) => h('label', { class: 'choice' }, inputs[i], h('span', {}, label))),
  )
  return {
    element,
    value: () => inputs.find(({ checked }) => checked)?.value,
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus(),
  }
}

/** Where a form says what is wrong; read out when it changes. */
export const errorLine = (id: string): HTMLElement => h('p', { class: 'error', id, role: 'alert' })
