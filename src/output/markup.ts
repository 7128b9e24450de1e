/** Text that is HTML already; everything else is escaped when it is put into a template. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Piece = string | number | Markup | readonly Piece[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The one place where a text of others becomes HTML, for content and for quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] as string)
}

const squeezed = new WeakMap<TemplateStringsArray, readonly string[]>()

/**
 * HTML with its values escaped: `` html`<td title="${text}">${text}</td>` ``. Attributes are always quoted. The template may be
 * laid out freely: its own white space counts as one space.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const fixed = squeezed.get(parts) ?? parts.map((part) => part.replace(/\s+/g, ' '))
  squeezed.set(parts, fixed)
  return new Markup(fixed.map((part, i) => part + (i < values.length ? textOf(values[i] as Piece) : '')).join(''))
}

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'string') return escapeHtml(piece)
  return typeof piece === 'number' ? String(piece) : piece.map(textOf).join('')
}

/** Pieces with a text between them. */
export const joined = (pieces: readonly Piece[], between: string): Piece =>
  pieces.map((piece, i) => (i === 0 ? piece : [between, piece]))
