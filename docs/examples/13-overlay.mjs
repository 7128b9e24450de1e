import { readFile } from 'node:fs/promises'
import { compareSets, evaluate, lintSet, loadSet, sets } from 'cong-dan-hoc-tap'

const on = '2026-12-31'
const file = JSON.parse(await readFile(new URL('overlays/vi-du-tinh.json', import.meta.url), 'utf8'))
console.log(lintSet(file, { on }).map(({ code }) => code))

const set = loadSet(file)
const person = { id: 'P1', group: 'farmer', evidence: { communitySessions: 4, supportActions: ['take-along'] } }
const { score, files } = evaluate(person, { on, set }).indicators.find(({ id }) => id === 'community-learning')
console.log(score.lower, files)

const { indicators } = compareSets([person], sets.farmer, set, { on })
console.log(indicators.filter(({ rose, fell }) => rose + fell > 0))
