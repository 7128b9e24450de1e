import type { InForce } from './criteria-file.js'

/** @param on - ISO day; the first and the last day are both in force */
export const isInForce = ({ from, to }: InForce, on: string): boolean => on >= from && (to === undefined || on <= to)
