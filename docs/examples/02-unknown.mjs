import { evaluate } from 'cong-dan-hoc-tap'

const on = '2025-12-31'
const indicators = [
  ...['reading', 'learning-plan', 'community-learning', 'encouraging-others', 'information-technology'],
  ...['foreign-language', 'numeracy-and-improvement', 'critical-thinking', 'good-relations'],
]
const scores = Object.fromEntries(indicators.map((id) => [id, 8]))
const show = (title, record) => {
  const { verdict, score } = evaluate({ id: 'P1', group: 'farmer', scores, ...record }, { on })
  console.log(`${title}: ${verdict}, ${score.lower}–${score.upper} (${score.threshold})`)
}

show('blank', {})
show('none', { evidence: { cooperationGroups: 0, experienceShared: 0, commonActivities: 0 } })
show('declared', { scores: { ...scores, cooperation: 8 } })
show('under the floor', { scores: { ...Object.fromEntries(indicators.map((id) => [id, 10])), cooperation: 4.5 } })
show('disadvantaged area', { scores: { ...scores, reading: 6, cooperation: 5 }, disadvantagedArea: true })
show('area not known', { scores: { ...scores, reading: 6, cooperation: 5 }, disadvantagedArea: null })
