import type { CriteriaFile } from '../model/criteria-file.js'
import type { DigitalSkillsFile } from '../model/digital-skills-file.js'
import { issue, type Issue, type Path } from '../model/issue.js'
import type { Text } from '../model/text.js'
import type { VocabularyFile } from '../model/vocabulary.js'

/** Letters that English words do not have. */
const vietnameseLetters = /[À-ɏḀ-ỿ]/

/** Texts that are there in name only, and numbers that nobody has compared with their source for over a year. */
export function lintFile(file: CriteriaFile | VocabularyFile | DigitalSkillsFile, on: string | undefined): Issue[] {
  const found: Issue[] = []
  for (const [text, path] of textsIn(file, [])) {
    for (const lang of ['vi', 'en'] as const)
      if (text[lang].trim() === '') found.push(issue('empty', [...path, lang], {}, 'warning'))
    if (text.vi === text.en && vietnameseLetters.test(text.en)) found.push(issue('untranslated', [...path, 'en'], {}, 'warning'))
  }
  if (on === undefined || !('parameters' in file)) return found
  for (const [parameter, { checkedOn }] of Object.entries(file.parameters ?? {})) {
    const aYearLater = `${String(Number(checkedOn.slice(0, 4)) + 1).padStart(4, '0')}${checkedOn.slice(4)}`
    if (aYearLater < on)
      found.push(issue('checked_long_ago', ['parameters', parameter, 'checkedOn'], { parameter, checkedOn, on }, 'warning'))
  }
  return found
}

function* textsIn(value: unknown, path: Path): Generator<[Text, Path]> {
  if (typeof value !== 'object' || value === null) return
  if (isText(value)) yield [value, path]
  else if (Array.isArray(value)) for (const [i, part] of value.entries()) yield* textsIn(part, [...path, i])
  else for (const [key, part] of Object.entries(value)) yield* textsIn(part, [...path, key])
}

const isText = (value: object): value is Text =>
  'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string'
