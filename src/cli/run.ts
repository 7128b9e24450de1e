import { assess } from './assess.js'
import { langOf } from './arguments.js'
import { inOrderOrAny } from './any-order.js'
import { check } from './check.js'
import { compare } from './compare.js'
import { emit } from './emit.js'
import { explain } from './explain.js'
import { help } from './help.js'
import { inspect } from './inspect.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { replay } from './replay.js'
import { report } from './report.js'
import { listSets } from './sets.js'
import { simulate } from './simulate.js'
import { sql } from './sql.js'
import { template } from './template.js'
import { text } from './text.js'
import { version } from './version.js'

const commands = { inspect, assess, report, explain, replay, sets: listSets, check, compare, emit, template, simulate, sql }

/** One call of `cdht`. @param argv - what follows the command's own name */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const lang = langOf(argv)
  const say = speak(lang)
  try {
    const name = argv.find((word, at) => !word.startsWith('-') && argv[at - 1] !== '--lang')
    const wantsHelp = argv.includes('--help') || argv.includes('-h')
    if (name === undefined && argv.includes('--version')) {
      io.stdout.write(`${version}\n`)
      return 0
    }
    if (name === undefined || (name === 'help' && argv.length > 0)) {
      const out = wantsHelp || name === 'help' ? io.stdout : io.stderr
      out.write(say(help.overview))
      return out === io.stdout ? 0 : 2
    }
    if (!Object.hasOwn(commands, name)) throw new Refusal(text.unknownCommand)
    const command = name as keyof typeof commands
    if (wantsHelp) {
      io.stdout.write(say(help[command]))
      return 0
    }
    const rest = argv.toSpliced(argv.indexOf(name), 1)
    return await inOrderOrAny(async (of) => await commands[command](rest, lang, of), io)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    io.stderr.write(`${say(error.text)}\n`)
    if (error.command !== undefined) io.stderr.write(`${say(text.seeHelp(error.command))}\n`)
    return 2
  }
}
