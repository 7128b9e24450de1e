/** The ten indicators in their official order; their labels and measures are data. */
export const indicatorIds = [
  'reading',
  'learning-plan',
  'community-learning',
  'encouraging-others',
  'information-technology',
  'foreign-language',
  'numeracy-and-improvement',
  'critical-thinking',
  'good-relations',
  'cooperation',
] as const
export type IndicatorId = (typeof indicatorIds)[number]
