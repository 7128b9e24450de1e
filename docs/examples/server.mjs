// Dịch vụ HTTP đánh giá hồ sơ, đúng như openapi.yaml mô tả; chỉ cần Node.js và thư viện này.
// An HTTP service that assesses records, just as openapi.yaml describes it; Node.js and this library are all it needs.
//
// node docs/examples/server.mjs        (PORT=8080, HOST=127.0.0.1)
// curl -s 'http://127.0.0.1:8080/assessments?on=2025-12-31' -H 'content-type: application/json' -d '{"id":"P1","group":"farmer"}'
//
// Không ghi nhật ký thông tin của ai. Xác thực người gọi và TLS là việc của máy chủ đặt phía trước.
// Nothing of anybody is logged. Who may call, and TLS, are for the proxy in front of it.
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setInterval } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { TextDecoder } from 'node:util'
import { issueText, safeEvaluate, sets } from 'cong-dan-hoc-tap'

/** Bytes of a request, and of one record. */
const limits = { batch: 8_000_000, record: 1_000_000 }
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Ends a request with a problem (RFC 9457). */
class Refusal extends Error {
  constructor(status, title, { issues, headers } = {}) {
    super(title)
    this.status = status
    this.body = { type: 'about:blank', title, status, ...(issues && { issues: issues.map(told) }) }
    this.headers = headers ?? {}
  }
}
const told = (issue) => ({ ...issue, message: { vi: issueText(issue, 'vi'), en: issueText(issue, 'en') } })
const found = (code, details) => ({ code, path: [], severity: 'error', ...details })

const routes = {
  '/assessments': { POST: postAssessments },
  '/sets': { GET: (request, response) => sendJson(response, 200, Object.values(sets).map(describe)) },
  '/healthz': { GET: (request, response) => sendJson(response, 200, { status: 'ok' }) },
}
const describe = ({ id, group, version, digest, label, inForce }) => ({ id, group, version, digest, label, inForce })

/** One record, or a batch with one record a line; the body is read whole before the first answer, so that no client has to read while it writes. */
async function postAssessments(request, response, { searchParams }) {
  const on = dayOf(searchParams)
  const type = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase()
  if (type !== 'application/json' && type !== 'application/x-ndjson')
    throw new Refusal(415, 'Cần application/json hoặc application/x-ndjson · application/json or application/x-ndjson is needed')
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refusal(415, 'Không nhận dữ liệu nén · compressed content is not taken')
  if (type === 'application/x-ndjson') {
    const bytes = await bodyOf(request, limits.batch)
    response.writeHead(200, { ...common, 'content-type': 'application/x-ndjson; charset=utf-8' })
    return pipeline(Readable.from(answersTo(bytes, on)), response)
  }
  const { issues, assessment, isJson } = assess(await bodyOf(request, limits.record), on)
  if (assessment) return sendJson(response, 200, assessment)
  if (!isJson) throw new Refusal(400, 'Không phải JSON bằng UTF-8 · not JSON in UTF-8', { issues })
  throw new Refusal(422, 'Hồ sơ có lỗi · the record has errors', { issues })
}

/** The day is always the caller's. */
function dayOf(searchParams) {
  const [on, more] = searchParams.getAll('on')
  const tried = on === undefined || more !== undefined ? undefined : safeEvaluate({ id: '-', group: 'general' }, { on })
  if (tried?.ok) return on
  throw new Refusal(400, 'Cần một ngày: ?on=2025-12-31 · one day is needed', { issues: tried?.issues })
}

function assess(bytes, on) {
  let record
  try {
    record = JSON.parse(utf8.decode(bytes))
  } catch (error) {
    return { isJson: false, issues: [found(error instanceof SyntaxError ? 'broken_json' : 'not_utf8')] }
  }
  const result = safeEvaluate(record, { on })
  return { isJson: true, ...(result.ok ? { assessment: result.value } : { issues: result.issues }), id: record?.id }
}

/** Each line that is not blank is answered by one, in order; a broken one is no end of the others. */
function* answersTo(bytes, on) {
  for (let line = 1, begin = 0; begin < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, begin)
    const end = feed < 0 ? bytes.length : feed
    const text = bytes.subarray(begin, end)
    begin = end + 1
    if (text.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) continue
    const tooLong = text.length > limits.record && { issues: [found('too_long', { limit: limits.record })] }
    const { assessment, issues, id } = tooLong || assess(text, on)
    const answer = assessment
      ? { line, ok: true, assessment }
      : { line, ok: false, ...(typeof id === 'string' && { id }), issues: issues.map(told) }
    yield `${JSON.stringify(answer)}\n`
  }
}

/** Reads no further than the limit; an answer that comes before the body was read closes the connection. */
function bodyOf(request, limit) {
  const tooLarge = () => new Refusal(413, `Quá ${limit} byte · more than ${limit} bytes`, { headers: { connection: 'close' } })
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(tooLarge())
    const chunks = []
    let length = 0
    request.on('data', (chunk) => {
      length += chunk.length
      if (length <= limit) return void chunks.push(chunk)
      request.pause().removeAllListeners('data')
      reject(tooLarge())
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
function sendJson(response, status, body, { type = 'application/json', headers } = {}) {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { ...common, 'content-type': type, 'content-length': bytes.length, ...headers })
  response.end(bytes)
}

/** @param log - told of each request its route, status and milliseconds, and never anything that the caller sent */
export function createService({ log = () => {} } = {}) {
  const options = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 }
  const server = createServer(options, async (request, response) => {
    const begin = performance.now()
    const route = Object.keys(routes).find((path) => path === request.url.split('?')[0])
    try {
      if (route === undefined) throw new Refusal(404, 'Không có địa chỉ này · no such address')
      const handle = Object.hasOwn(routes[route], request.method) && routes[route][request.method]
      const allow = Object.keys(routes[route]).join(', ')
      if (!handle) throw new Refusal(405, `Chỉ nhận ${allow} · only ${allow}`, { headers: { allow } })
      await handle(request, response, new URL(request.url, 'http://service'))
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Lỗi của dịch vụ · an error of the service')
      const { status, body, headers } = refusal
      if (response.headersSent || response.destroyed) response.destroy()
      else sendJson(response, status, body, { type: 'application/problem+json', headers })
    }
    log({ route: route ?? '-', status: response.statusCode, ms: Math.round(performance.now() - begin) })
  })
  server.maxConnections = 100
  return server
}

/** Takes no new requests, ends those that are under way, and after ten seconds whatever is left. */
export function closeGracefully(server) {
  // A connection that was answered is open for the next request, and would hold the service up.
  const sweep = setInterval(() => server.closeIdleConnections(), 50).unref()
  server.close(() => sweep.close())
  setTimeout(() => server.closeAllConnections(), 10_000).unref()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = createService({ log: (line) => console.log(JSON.stringify(line)) })
  server.listen(Number(process.env.PORT ?? 8080), process.env.HOST ?? '127.0.0.1', () => {
    console.log(JSON.stringify({ listening: server.address().port }))
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => closeGracefully(server))
}
