import * as z from 'zod/mini'
import { schema } from './schema.js'

/** One sentence in both languages, side by side. Parameters are named `{like-this}`, never written as numbers. */
export const textSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) }),
)

export type Text = z.infer<typeof textSchema>
export type Lang = keyof Text
