import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluate, issueText, sets, type Assessment, type CitizenRecord, type Issue } from '../../src/index.js'
import { samplePeople } from '../support/sample.js'
import { readDescription, type Described } from './described.js'

const on = '2025-12-31'
const folder = mkdtempSync(join(tmpdir(), 'cdht-service-'))
const service = join(folder, 'server.mjs')
const logged: unknown[] = []
let server: Server
let port = 0
let described: Described

beforeAll(async () => {
  await build({
    entryPoints: ['docs/examples/server.mjs'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: service,
    alias: { 'cong-dan-hoc-tap': resolve('src/index.ts') },
    logLevel: 'silent',
  })
  const { createService } = (await import(pathToFileURL(service).href)) as {
    createService(options: { log(line: unknown): void }): Server
  }
  server = createService({ log: (line) => logged.push(line) })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
  described = await readDescription()
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

interface Asked {
  type?: string
  body?: string | Uint8Array
  headers?: Record<string, string>
}
interface Answered {
  status: number
  type: string
  body: string
  headers: IncomingMessage['headers']
}

async function ask(method: string, path: string, { type, body, headers }: Asked = {}): Promise<Answered> {
  const out = request({ port, host: '127.0.0.1', method, path, headers: { ...(type && { 'content-type': type }), ...headers } })
  // The service may answer, and close, before it has read all.
  out.on('error', () => {})
  out.end(body)
  const [response] = (await once(out, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const answered = {
    status: response.statusCode ?? 0,
    type: response.headers['content-type']?.split(';')[0] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
    headers: response.headers,
  }
  const check = described.bodyOf(method, path.split('?')[0] ?? '', answered.status, answered.type)
  const lines = answered.type === 'application/x-ndjson' ? answered.body.split('\n').slice(0, -1) : [answered.body]
  for (const line of lines) expect(check?.(JSON.parse(line)) === false ? check.errors : []).toEqual([])
  if (check) checked.add(`${method} ${path.split('?')[0]} ${answered.status} ${answered.type}`)
  return answered
}
/** Answers whose bodies were held against the description. */
const checked = new Set<string>()
const assess = (body: string | Uint8Array, more: Asked = {}) =>
  ask('POST', `/assessments?on=${on}`, { type: 'application/json', body, ...more })
const assessLines = (body: string | Uint8Array) => assess(body, { type: 'application/x-ndjson' })
const json = <T>({ body }: Answered): T => JSON.parse(body) as T
interface Problem {
  title: string
  status: number
  issues?: (Issue & { message: { vi: string; en: string } })[]
}

test('the description is valid OpenAPI, and every operation in it is served', async () => {
  expect(described.faults).toEqual([])
  expect(described.operations).toEqual(['POST /assessments', 'GET /sets', 'GET /healthz'])
  for (const operation of described.operations) {
    const [method = '', path = ''] = operation.split(' ')
    expect((await ask(method, path)).status).not.toBe(404)
  }
})

describe('what it answers', () => {
  test('a record with its assessment', async () => {
    const person: CitizenRecord = { id: 'Người 1', group: 'farmer', evidence: { booksRead: 2 } }
    const answer = await assess(JSON.stringify(person))
    expect([answer.status, answer.type]).toEqual([200, 'application/json'])
    expect(json(answer)).toEqual(evaluate(person, { on }))
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
  test('a record with errors with a problem, in both languages', async () => {
    const answer = await assess('{"id":"P1","group":"farmer","scores":{"reading":11}}')
    expect([answer.status, answer.type]).toEqual([422, 'application/problem+json'])
    const [issue] = json<Problem>(answer).issues ?? []
    expect(issue).toMatchObject({ code: 'out_of_range', path: ['scores', 'reading'] })
    expect(issue?.message).toEqual({ vi: issueText(issue as Issue, 'vi'), en: issueText(issue as Issue, 'en') })
  })
  test('a batch line by line, in order, broken ones among them', async () => {
    const people = (await samplePeople()).slice(0, 60)
    const lines = people.map((person) => JSON.stringify(person))
    const broken = Buffer.concat([Buffer.from('{"id":"\r\n\r\n{"id":"P9","group":"nobody"}\n'), Buffer.from([0xff, 0x0a])])
    const answer = await assessLines(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\n`), broken, Buffer.from(lines[0] ?? '')]))
    expect([answer.status, answer.type]).toEqual([200, 'application/x-ndjson'])
    const answers = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; ok: boolean; id?: string; assessment?: Assessment; issues?: Issue[] })
    expect(answers.map(({ line }) => line)).toEqual([...people.map((_, at) => at + 1), 61, 63, 64, 65])
    expect(answers.filter(({ ok }) => ok).map(({ assessment }) => assessment)).toEqual(
      [...people, people[0] as CitizenRecord].map((person) => evaluate(person, { on })),
    )
    expect(answers.filter(({ ok }) => !ok).map(({ id, issues }) => [id, issues?.[0]?.code])).toEqual([
      [undefined, 'broken_json'],
      ['P9', 'unknown_group'],
      [undefined, 'not_utf8'],
    ])
  })
  test('an empty batch with nothing', async () => expect((await assessLines(' \r\n\n')).body).toBe(''))
  test('the sets that there are', async () => {
    const listed = json<{ id: string; digest: string }[]>(await ask('GET', '/sets'))
    expect(listed.map(({ id, digest }) => [id, digest])).toEqual(Object.values(sets).map(({ id, digest }) => [id, digest]))
  })
  test('that it is well', async () => expect(json(await ask('GET', '/healthz'))).toEqual({ status: 'ok' }))
})

describe('what it refuses', () => {
  const person = '{"id":"P1","group":"farmer"}'
  test.each<[string, string, string, Asked, number]>([
    ['no day', 'POST', '/assessments', { type: 'application/json', body: person }, 400],
    ['two days', 'POST', `/assessments?on=${on}&on=${on}`, { type: 'application/json', body: person }, 400],
    ['a day that is none', 'POST', '/assessments?on=2025-02-30', { type: 'application/json', body: person }, 400],
    ['a day before the criteria', 'POST', '/assessments?on=2001-01-01', { type: 'application/json', body: person }, 400],
    ['no JSON', 'POST', `/assessments?on=${on}`, { type: 'application/json', body: '{"id":' }, 400],
    ['nothing', 'POST', `/assessments?on=${on}`, { type: 'application/json' }, 400],
    ['no UTF-8', 'POST', `/assessments?on=${on}`, { type: 'application/json', body: Uint8Array.of(0x22, 0xff, 0x22) }, 400],
    ['another type', 'POST', `/assessments?on=${on}`, { type: 'text/plain', body: person }, 415],
    ['no type', 'POST', `/assessments?on=${on}`, { body: person }, 415],
    [
      'packed content',
      'POST',
      `/assessments?on=${on}`,
      { type: 'application/json', body: person, headers: { 'content-encoding': 'gzip' } },
      415,
    ],
    ['a list', 'POST', `/assessments?on=${on}`, { type: 'application/json', body: `[${person}]` }, 422],
    [
      'brackets without end',
      'POST',
      `/assessments?on=${on}`,
      { type: 'application/json', body: '['.repeat(400_000) + ']'.repeat(400_000) },
      422,
    ],
    ['another method', 'GET', '/assessments', {}, 405],
    ['another address', 'GET', '/constructor', {}, 404],
    ['a way out of the folder', 'GET', '/../package.json', {}, 404],
  ])('%s', async (_, method, path, asked, status) => {
    const answer = await ask(method, path, asked)
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
    expect(json<Problem>(answer)).toMatchObject({ status, title: expect.stringContaining(' · ') as string })
  })
  test.each([
    ['a record that is too large', 'application/json', 1_000_001],
    ['a batch that is too large', 'application/x-ndjson', 8_000_001],
  ])('%s, by what it says of itself or by what comes', async (_, type, length) => {
    const announced = await assess('', { type, headers: { 'content-length': String(length) } })
    expect([announced.status, announced.headers.connection]).toEqual([413, 'close'])
    const streamed = await assess(Buffer.alloc(length, ' '), { type, headers: { 'transfer-encoding': 'chunked' } })
    expect([streamed.status, streamed.headers.connection]).toEqual([413, 'close'])
  })
  test('keys that objects inherit, and a line too long, each by itself', async () => {
    const lines = ['{"id":"P1","group":"farmer","__proto__":{"x":1}}', `{"id":"${'7'.repeat(1_000_000)}"}`, person]
    const answers = (await assessLines(lines.join('\n'))).body.trimEnd().split('\n')
    expect(answers.map((line) => (JSON.parse(line) as { issues?: Issue[] }).issues?.[0]?.code)).toEqual([
      'unknown_key',
      'too_long',
      undefined,
    ])
  })
  test('a caller that goes away is no end of the others', async () => {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /assessments?on=${on} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"id"`,
    )
    await new Promise((go) => setTimeout(go, 20))
    socket.destroy()
    expect((await assess(person)).status).toBe(200)
  })
})

test('answers of every kind were held against the description', () => {
  const statuses = [
    '200 application/json',
    '200 application/x-ndjson',
    ...[400, 413, 415, 422].map((of) => `${of} application/problem+json`),
  ]
  for (const one of [...statuses.map((of) => `POST /assessments ${of}`), 'GET /sets 200 application/json'])
    expect([...checked]).toContain(one)
})

test('neither log nor problem repeats a value', async () => {
  const secret = '079001234567'
  const bodies = [`{"id":"${secret}"`, `{"id":"a","group":"${secret}"}`, `{"id":"a","group":"farmer","${secret} x":1}`]
  for (const body of bodies) expect((await assess(body)).body).not.toContain(secret)
  expect((await ask('GET', `/${secret}?q=${secret}`)).body).not.toContain(secret)
  expect((await ask('POST', `/assessments?on=${secret}`, { type: 'application/json', body: '{}' })).body).not.toContain(secret)
  expect(JSON.stringify(logged)).not.toContain(secret)
  expect(logged.at(-1)).toEqual({ route: '/assessments', status: 400, ms: expect.any(Number) as number })
})

test('told to end, it finishes what it has begun and takes no more', async () => {
  const child = spawn(process.execPath, [service], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const [first] = (await once(child.stdout, 'data')) as [Buffer]
  const { listening } = JSON.parse(first.toString()) as { listening: number }
  const socket = connect(listening, '127.0.0.1')
  await once(socket, 'connect')
  const body = '{"id":"P1","group":"farmer"}'
  socket.write(
    `POST /assessments?on=${on} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  )
  await new Promise((go) => setTimeout(go, 100))
  child.kill('SIGTERM')
  await new Promise((go) => setTimeout(go, 100))
  await expect(once(connect(listening, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED')
  socket.write(body)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 /)
  expect(await once(child, 'exit')).toEqual([0, null])
})
