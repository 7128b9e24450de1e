import { evaluate, explain, sets } from 'cong-dan-hoc-tap'

const person = {
  id: 'P1',
  group: 'farmer',
  evidence: { readingFrequency: 3, informationSources: ['radio-tv', 'book'], booksRead: 2 },
}
const assessment = evaluate(person, { on: '2025-12-31' })

console.log(assessment.verdict, assessment.score.lower, assessment.score.upper)

for (const lang of ['vi', 'en']) {
  const [first, second] = explain(assessment, { lang, facts: sets.farmer.facts }).split('\n')
  console.log(first)
  console.log(second)
}
