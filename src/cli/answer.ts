import * as z from 'zod/mini'
import { assessmentSchema, issueSchema } from '../model/assessment-schema.js'
import type { Issue } from '../model/issue.js'
import { schema } from '../model/schema.js'

/** From 1, of standard input; blank lines count. */
const line = /* @__PURE__ */ schema(() => z.int().check(z.gte(1)))

/** The line by which `cdht assess -` answers a line. */
export const answerSchema = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('ok', [
    z.strictObject({ line, ok: z.literal(true), assessment: z.omit(assessmentSchema, { person: true }) }),
    z.strictObject({
      line,
      ok: z.literal(false),
      /** Of the record, where it can be read. */
      id: z.exactOptional(z.string()),
      issues: z.array(toldIssue()).check(z.minLength(1)),
    }),
  ]),
)
export type Answer = z.infer<typeof answerSchema>

/** `message`: the issue in words, without a value of the person. */
type ToldIssue = Issue & { message: string }
function toldIssue(): z.ZodMiniType<ToldIssue> {
  return z.intersection(issueSchema, z.looseObject({ message: z.string().check(z.minLength(1)) }))
}
