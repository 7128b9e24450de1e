import { createReadStream } from 'node:fs'
import { evaluate, measureTargets, tally, targets } from 'cong-dan-hoc-tap'
import { readPeople } from 'cong-dan-hoc-tap/csv'

const on = '2025-12-31'
const count = tally()
for await (const row of readPeople(createReadStream(new URL('data/people-2000.csv', import.meta.url))))
  if ('record' in row) count.add(evaluate(row.record, { on, reasons: false }), row.record)

for (const { target, rate, status, milestone } of measureTargets(count, targets['ninh-binh-126'], { year: 2025 })) {
  if (!rate) continue
  const { numerator, denominator, interval } = rate
  const range = `${interval.lower.toFixed(1)}–${interval.upper.toFixed(1)}%`
  console.log(`${target}: ${numerator} / ${denominator}, ${range}, cần · needed ${milestone.percent}%: ${status}`)
}
