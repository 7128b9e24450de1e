import { formatNumber } from '../../src/assessment/fill-text.js'
import type { Activity, Certificate, FactValue } from '../../src/model/record.js'
import { language, say, word } from './context.js'
import { factOf, type QuestionId } from './interview.js'
import { itemWords } from './items-input.js'
import { yesNo } from './questions.js'

/** An answer in words, as the list of answers shows it. */
export function answerText(id: QuestionId, value: FactValue): string {
  const fact = factOf(id)
  if (typeof value === 'boolean') {
    const own = yesNo[id]?.[value ? 'yes' : 'no']
    return own ? say(own) : word(value ? 'yes' : 'no')
  }
  if (fact?.type === 'rank' && typeof value === 'number') {
    const label = fact.ranks.find(({ rank }) => rank === value)?.label
    return label ? say(label) : String(value)
  }
  if (typeof value === 'number') return formatNumber(value, language())
  if (!Array.isArray(value)) return String(value)
  if (value.length === 0) return word('noItems')
  if (fact?.type === 'codes') {
    const codes = value as readonly string[]
    return fact.codes
      .filter(({ code }) => codes.includes(code))
      .map(({ label }) => say(label))
      .join('; ')
  }
  if (fact?.type !== 'activities' && fact?.type !== 'certificates') return ''
  return (value as readonly (Activity | Certificate)[]).map((item) => itemWords(item, fact)).join('; ')
}
