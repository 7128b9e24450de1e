import { evaluate, improve } from 'cong-dan-hoc-tap'

const on = '2025-12-31'
const scores = {
  ...{ 'learning-plan': 8, 'community-learning': 8, 'encouraging-others': 10, 'foreign-language': 8 },
  ...{ 'numeracy-and-improvement': 8, 'critical-thinking': 8, 'good-relations': 8, cooperation: 8 },
}
const evidence = { readingFrequency: 2, informationSources: ['radio-tv'], booksRead: 0, digitalActivities: ['cc-calls'] }
const person = { id: 'P1', group: 'farmer', disadvantagedArea: false, scores, evidence }

const { verdict, score, missing } = evaluate(person, { on })
console.log(verdict, score.lower, score.upper)
for (const { indicator, reason, gain } of missing) console.log(indicator, reason, `+${gain}`)

const plan = improve(person, { on })
console.log(plan.verdict, plan.effort, plan.basis)
for (const { label, from, to, serves } of plan.steps) console.log(label.vi, from, '→', to, serves)
