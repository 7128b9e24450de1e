import { isCdhtError, compile, issueText } from 'cong-dan-hoc-tap/core'
import { farmer } from 'cong-dan-hoc-tap/sets/farmer'

const assessor = compile(farmer, { on: '2025-12-31' })

const worker = {
  async fetch(request) {
    try {
      return Response.json(assessor.assess(await request.json()))
    } catch (error) {
      if (!isCdhtError(error)) return Response.json({ error: 'not JSON' }, { status: 400 })
      return Response.json({ error: error.issues.map((issue) => issueText(issue, 'vi')) }, { status: 422 })
    }
  },
}
export default worker

const ask = (body) => worker.fetch(new Request('https://example.org/', { method: 'POST', body }))
const good = await ask('{"id":"P1","group":"farmer","evidence":{"booksRead":0,"readingFrequency":0}}')
console.log(good.status, (await good.json()).verdict)
const bad = await ask('{"id":"P1","group":"farmer","evidence":{"booksRead":-1}}')
console.log(bad.status, await bad.json())
