import * as z from 'zod/mini'
import { schema } from './schema.js'
import { groundsShape } from './basis.js'
import { parameterSchema, type Parameter } from './criteria-file.js'
import { isoDaySchema } from './day.js'
import type { DigitalSkillsFile } from './digital-skills-file.js'
import { textSchema } from './text.js'

/** Tiers of local government, the lowest first. */
export const tiers = ['commune', 'district', 'province'] as const
export type Tier = (typeof tiers)[number]

/**
 * `criteria/population.json`: what counting people needs beside the criteria. Apart from the sets, since none of it can change
 * what comes out for one person.
 */
export const populationRulesSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    $schema: z.optional(z.string()),
    id: z.literal('population'),
    version: z.string().check(z.minLength(1)),
    /** Age in whole years from which a person is an adult. */
    adultAge: parameterSchema,
    /** Groups whose people belong to a learning unit without being its staff. */
    notStaff: z.strictObject({ groups: z.array(z.string()), label: textSchema, ...groundsShape }),
    /** The tiers that there are from a day on. */
    tiers: z
      .array(z.strictObject({ from: isoDaySchema, tiers: z.array(z.enum(tiers)), note: z.optional(textSchema), ...groundsShape }))
      .check(z.minLength(1)),
  }),
)
export type PopulationFile = z.infer<typeof populationRulesSchema>

/** The shipped rules of counting: the file without its notes, and what counting digital skills takes from the criteria. */
export interface PopulationRules extends Pick<PopulationFile, 'version' | 'adultAge' | 'notStaff' | 'tiers'> {
  digital: {
    levels: DigitalSkillsFile['levels']
    /** Level from which a person has digital skills. */
    required: Parameter
  }
}
