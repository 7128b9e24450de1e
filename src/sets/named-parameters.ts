import type { Leaf } from '../model/condition.js'

/** The parameter that a leaf compares with, if it does. */
export const parameterOf = ({ value }: Leaf): string[] => (typeof value === 'object' && 'fact' in value ? [value.fact] : [])

/** The parameters whose numbers a text takes, written `{so}`. */
export const parametersIn = (text: string): string[] => [...text.matchAll(/\{([^}]*)\}/g)].map(([, parameter = '']) => parameter)
