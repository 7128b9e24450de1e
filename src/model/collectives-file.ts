import * as z from 'zod/mini'
import { parameterSchema } from './criteria-file.js'
import { unitLevels } from './record.js'
import { schema } from './schema.js'
import { textSchema } from './text.js'

/** Whose share counts: people of groups that are staff of a unit, of groups that learn there, or adults of any group. */
export const shareOf = ['staff', 'learners', 'adults'] as const

/**
 * `criteria/collectives.json`: which share of the people of a learning collective has to meet the criteria. The texts ask more of a
 * collective than this share; nothing else of it is in records of people.
 */
export const collectivesSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.literal('collectives'),
    version: z.string().check(z.minLength(1)),
    collectives: z.array(
      z.strictObject({
        id: z.string().check(z.minLength(1)),
        label: textSchema,
        /** Which unit of a record stands for the collective. */
        by: z.enum(['residence', 'workplace']),
        /** People of workplaces of another level are of another collective. */
        unitLevels: z.optional(z.array(z.enum(unitLevels)).check(z.minLength(1))),
        note: z.optional(textSchema),
        /** The lowest first; empty where no number was found. */
        levels: z.array(
          z.strictObject({
            id: z.string().check(z.minLength(1)),
            label: textSchema,
            shares: z
              .array(z.strictObject({ of: z.enum(shareOf), /** At least so many percent. */ percent: parameterSchema }))
              .check(z.minLength(1)),
          }),
        ),
        /** Why there is no number. */
        noShare: z.optional(textSchema),
      }),
    ),
  }),
)
export type CollectivesFile = z.infer<typeof collectivesSchema>
export type Collective = Omit<CollectivesFile['collectives'][number], 'note'>
