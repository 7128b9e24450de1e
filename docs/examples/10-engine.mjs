// Đánh giá ba người mà minh chứng nằm ở hai nơi: hệ thống nhân sự và sổ thư viện. Dữ liệu giả định.
// Assesses three people whose evidence lies in two places: an HR system and a library's log. The data are made up.
//
// node docs/examples/10-engine.mjs   (sau khi chạy · after `npm run build`)
import { createEngine } from 'cong-dan-hoc-tap/engine'
import { farmer } from 'cong-dan-hoc-tap/sets/farmer'

const hr = {
  'NB-001': { readingFrequency: 3, informationSources: ['radio-tv', 'extension-material'], learningPlan: 2 },
  'NB-002': { readingFrequency: 1, informationSources: ['radio-tv'], learningPlan: 2 },
  'NB-003': { readingFrequency: 2, informationSources: ['loudspeaker'] },
}
const sessions = { 'NB-001': 4, 'NB-002': 9 }

/** Một câu hỏi cho cả hàng; hai mục của một người chỉ hỏi hệ thống một lần. One query a row: two facts of a person share it. */
const rows = new Map()
const rowOf = (id) => {
  if (!rows.has(id)) rows.set(id, Promise.resolve(hr[id] ?? {}))
  return rows.get(id)
}

const engine = createEngine(farmer, {
  on: '2025-12-31',
  timeout: 2000,
  facts: {
    readingFrequency: async (id) => (await rowOf(id)).readingFrequency,
    informationSources: async (id) => (await rowOf(id)).informationSources,
    learningPlan: async (id) => (await rowOf(id)).learningPlan,
    communitySessions: async (id) => {
      if (!(id in sessions)) throw new Error('no such page in the log')
      return sessions[id]
    },
  },
})
engine.raw.on('level-met', ({ id, indicator, points }) => console.log(`${id}  ${indicator} ${points}`))

const results = await Promise.all(Object.keys(hr).map((id) => engine.assess(id)))
for (const { id, verdict, score, warnings } of results) {
  const failed = warnings.filter(({ code }) => code === 'fetch_failed').map(({ fact }) => fact)
  console.log(
    `${id}: ${verdict}, ${score.lower}–${score.upper}${failed.length > 0 ? `; không lấy được · failed: ${failed}` : ''}`,
  )
}

const early = await engine.assess('NB-002', { need: 'verdict' })
const skipped = early.warnings.filter(({ code }) => code === 'not_fetched').map(({ fact }) => fact)
console.log(`NB-002: ${early.verdict}, không cần lấy · not fetched: ${skipped}`)
