import * as z from 'zod/mini'
import { schema } from './schema.js'
import { groundsShape, sourceSchema } from './basis.js'
import { isoDaySchema } from './day.js'
import { textSchema } from './text.js'

/** `criteria/forms.json`: which forms each decision of the association had, and which group fills in which. */
export const formsFileSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.literal('forms'),
    version: z.string(),
    note: z.optional(textSchema),
    decisions: z.array(
      z.strictObject({
        id: z.string(),
        label: textSchema,
        document: sourceSchema,
        inForce: z.strictObject({ from: isoDaySchema, to: z.optional(isoDaySchema) }),
        /** Whether a later decision repeals this one; `null`: not found. */
        repealedBy: z.nullable(z.string()),
        note: z.optional(textSchema),
        forms: z.array(
          z.strictObject({
            id: z.string(),
            label: textSchema,
            /** Official name or number of the form; `null`: not found. */
            officialName: z.nullable(z.string()),
            /** Groups of this library that would fill it in. */
            groups: z.array(z.string()),
            ...groundsShape,
          }),
        ),
      }),
    ),
  }),
)
export type FormsFile = z.infer<typeof formsFileSchema>
