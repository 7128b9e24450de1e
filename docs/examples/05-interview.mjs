import { createReadStream } from 'node:fs'
import { evaluate, nextQuestions, sets } from 'cong-dan-hoc-tap'
import { readPeople } from 'cong-dan-hoc-tap/csv'

const on = '2025-12-31'
/** Người giả định biết mọi câu trả lời. Somebody made up who knows all the answers. */
async function somebody() {
  for await (const { record } of readPeople(createReadStream(new URL('data/people-2000.csv', import.meta.url))))
    if (record.group === 'worker' && evaluate(record, { on }).verdict === 'met') return record
}

const { evidence, disadvantagedArea, group } = await somebody()
const record = { id: 'P1', group, disadvantagedArea, evidence: {} }
const asked = []
for (let next; (next = nextQuestions(record, { on })[0]) !== undefined; asked.push(next)) {
  if (evidence[next] == null) break
  record.evidence[next] = evidence[next]
}
const labels = new Map(sets.worker.facts.map(({ id, label }) => [id, label.vi]))
for (const fact of asked.slice(0, 3)) console.log(labels.get(fact))
console.log(`… ${asked.length} / ${labels.size}`, evaluate(record, { on }).verdict)
