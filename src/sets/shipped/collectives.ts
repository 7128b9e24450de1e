import type { Collective } from '../../model/collectives-file.js'
import json from './collectives.json' with { type: 'json' }

const ids = [
  'learning-family',
  'learning-clan',
  'learning-community',
  'learning-unit-commune',
  'learning-unit-district',
  'learning-unit-province',
] as const
export type CollectiveId = (typeof ids)[number]

const list = json.collectives as unknown as Collective[]

/** The learning collectives by id, each with the share that it needs where one was found. */
export const collectives = Object.fromEntries(ids.map((id) => [id, list.find((one) => one.id === id)])) as Readonly<
  Record<CollectiveId, Collective>
>
