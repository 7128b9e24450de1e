import type { Lang } from '../model/text.js'
import { hundredthsOf, type Fraction } from './fraction.js'

/** A whole number as people read it: `1.234`, in English `1,234`. */
export const countText = (count: number, lang: Lang): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')

/** A share in percent, rounded down to the hundredth: `64,99%`; `–` of nobody. */
export function percentText(of: Fraction, lang: Lang): string {
  if (of.denominator === 0) return '–'
  const digits = String(hundredthsOf(of)).padStart(3, '0')
  return `${digits.slice(0, -2)}${lang === 'vi' ? ',' : '.'}${digits.slice(-2)}%`
}
