import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url))
const cdht = spawn(process.execPath, [program, 'assess', '-', '--on', '2025-12-31'], { stdio: ['pipe', 'pipe', 'inherit'] })
const answers = createInterface({ input: cdht.stdout })[Symbol.asyncIterator]()

async function ask(record) {
  cdht.stdin.write(`${JSON.stringify(record)}\n`)
  return JSON.parse((await answers.next()).value)
}

const good = await ask({ id: 'P1', group: 'farmer', evidence: { booksRead: 2 } })
console.log(good.line, good.ok, good.assessment.verdict)
const bad = await ask({ id: 'P2', group: 'farmer', evidence: { booksRead: 'hai' } })
console.log(bad.line, bad.ok, bad.issues[0].message)
cdht.stdin.end()
