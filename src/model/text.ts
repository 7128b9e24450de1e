import * as z from 'zod/mini'

/** One sentence in both languages, side by side. Parameters are named `{like-this}`, never written as numbers. */
export const textSchema = z.strictObject({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) })

export type Text = z.infer<typeof textSchema>
export type Lang = keyof Text
