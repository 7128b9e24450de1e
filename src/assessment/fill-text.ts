import type { Lang, Text } from '../model/text.js'

/** Puts the numbers of the day in the place of `{parameter}`s; Vietnamese writes a decimal comma. */
export function fillText(text: Text, valueOf: (parameter: string) => number): Text {
  const fill = (lang: Lang): string =>
    text[lang].replace(/\{([^}]*)\}/g, (_, parameter: string) => formatNumber(valueOf(parameter), lang))
  return Object.freeze({ vi: fill('vi'), en: fill('en') })
}

/** The same on every machine: no thousands separator, no locale of the host. */
export function formatNumber(value: number, lang: Lang): string {
  return lang === 'vi' ? String(value).replace('.', ',') : String(value)
}
