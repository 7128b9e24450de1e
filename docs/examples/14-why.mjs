import { evaluate, explainTree, sets } from 'cong-dan-hoc-tap'

const on = '2025-12-31'
const person = { id: 'P1', group: 'farmer', evidence: { readingFrequency: 2, informationSources: ['radio-tv'], booksRead: 0 } }

function print({ kind, verdict, text, value, children }, depth = 0) {
  if (kind === 'missing') return
  const found = value ? ` [${value.text.vi}]` : ''
  console.log(`${'  '.repeat(depth)}${verdict ?? '–'}: ${text.vi}${found}`)
  for (const child of children) print(child, depth + 1)
}

const tree = explainTree(evaluate(person, { on }), sets.farmer, person)
const competence = tree.children.find(({ kind }) => kind === 'competence')
print(competence.children.find(({ id }) => id === 'reading'))
