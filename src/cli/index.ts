import { langOf } from './arguments.js'
import { reasonOf, speak } from './io.js'
import { leaveNothing } from './leftovers.js'
import { Progress } from './progress.js'
import { run } from './run.js'
import { text } from './text.js'

/** A mistake of ours, told apart from whatever a user did. */
const internalError = 70

const twoDigits = (number: number): string => String(number).padStart(2, '0')

leaveNothing()
const argv = process.argv.slice(2)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`cdht sets | head`) is no failure; a full disk is.
  if (error.code === 'EPIPE') return
  process.stderr.write(`${speak(langOf(argv))(text.noOutput(reasonOf(error)))}\n`)
  process.exit(2)
})
// Nobody is left to be told.
process.stderr.on('error', () => undefined)
const { stdout, stderr } = process
// Nobody watches what goes to a file or to another program.
const progress = stderr.isTTY && process.env['TERM'] !== 'dumb' ? new Progress(stderr, langOf(argv)) : undefined
try {
  process.exitCode = await run(argv, {
    // Only asked for when it is read: an input that is open would keep the process waiting.
    get stdin() {
      return process.stdin
    },
    stdout: progress ? progress.before(stdout) : stdout,
    stderr: progress ? progress.before(stderr) : stderr,
    ...(progress && { progress }),
    today() {
      const now = new Date()
      return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
    },
  })
} catch (error) {
  // The message is left out, for a message of others may repeat a value of somebody's record.
  const { name, stack } = error instanceof Error ? error : new Error()
  const places = stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  process.stderr.write(
    `cdht: lỗi của chương trình, xin báo lại / an error of this program, please report it (${name})\n${places.join('\n')}\n`,
  )
  process.exitCode = internalError
}
