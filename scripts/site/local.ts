import { serveFiles } from './serve.js'

/** `npm run docs:serve`: the built site in the browser of this machine, until Ctrl+C. */
const { origin } = await serveFiles({}, 4173)
process.stdout.write(`${origin}/\n${origin}/thu/\n`)
