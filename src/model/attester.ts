/** Who stands behind a piece of evidence, from the person to a system's log. */
export const attesters = ['self', 'branch', 'employer', 'certificate', 'log'] as const
export type Attester = (typeof attesters)[number]

export const areAttesters = (value: unknown): value is readonly Attester[] =>
  Array.isArray(value) && value.every((one) => attesters.includes(one as Attester))
