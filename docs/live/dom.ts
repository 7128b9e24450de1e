export type Child = Node | string | number | false | null | undefined | readonly Child[]
type Value = string | number | boolean | undefined | ((event: Event) => void)
export type Attributes = Readonly<Record<string, Value>>

/**
 * An element with its attributes and children; text is always put in as text. A function is a listener (`onclick`); `true` is an
 * attribute without value, `false` and `undefined` none.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children)
}

/** The same of a drawing. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children)
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...nodesOf(children))
  return element
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...nodesOf(children))
}

function nodesOf(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === false || child === null || child === undefined) return []
    if (typeof child === 'string' || typeof child === 'number') return [String(child)]
    return child instanceof Node ? [child] : nodesOf(child)
  })
}

/** Moves the focus to what has just come, and brings it into view. */
export function focusOn(element: HTMLElement): void {
  element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: true })
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > innerHeight / 2) element.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' })
}
