import type { Lang, Text } from '../../src/model/text.js'
import { words } from './words.js'

let lang: Lang = 'vi'

export const language = (): Lang => lang
export const setLanguage = (to: Lang): void => void (lang = to)

/** A text in the language of the visitor. */
export const say = (text: Text): string => text[lang]
/** A word of the page itself. */
export const word = (name: keyof typeof words): string => say(words[name])
