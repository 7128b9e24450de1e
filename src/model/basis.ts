import * as z from 'zod/mini'
import { schema } from './schema.js'
import { isoDaySchema } from './day.js'
import { textSchema } from './text.js'

/** Weakest first: what a statement rests on. A result carries the weakest basis of everything it used. */
export const bases = ['proposed', 'single-source', 'standard', 'official'] as const
export type Basis = (typeof bases)[number]

export function weakest(of: Iterable<Basis>): Basis {
  let rank = bases.length - 1
  for (const basis of of) rank = Math.min(rank, bases.indexOf(basis))
  return bases[rank] as Basis
}

/**
 * Where a statement can be read. `null` says "looked for, not found": never guess a number, a day or an article.
 * `via` names the page that reports a document whose own text could not be read.
 */
export const sourceSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    document: z.string().check(z.minLength(1)),
    number: z.nullable(z.string().check(z.minLength(1))),
    date: z.nullable(isoDaySchema),
    article: z.nullable(z.string().check(z.minLength(1))),
    url: z.nullable(z.string().check(z.regex(/^https?:\/\/\S+$/))),
    via: z.optional(z.string().check(z.minLength(1))),
  }),
)
export type SourceRef = z.infer<typeof sourceSchema>

/** `official` needs every part of its source; an article that could not be read is allowed only with `via`. */
export function isComplete(source: SourceRef): boolean {
  return Boolean(source.number && source.date && source.url && (source.article ?? source.via))
}

/** The fields by which a value, a level or a rule says what it rests on. */
export const groundsShape = /* @__PURE__ */ schema(() => ({
  basis: z.enum(bases),
  source: z.optional(sourceSchema),
  rationale: z.optional(textSchema),
  inspiredBy: z.optional(z.array(z.string().check(z.minLength(1)))),
}))

export interface Grounds {
  basis: Basis
  source?: SourceRef | undefined
  rationale?: Text | undefined
  inspiredBy?: string[] | undefined
}
type Text = z.infer<typeof textSchema>
