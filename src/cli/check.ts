import { isCdhtError, issueText, lintSet, type Issue, type Lang } from '../index.js'
import { readArguments } from './arguments.js'
import { readCriteria, type CriteriaJson } from './criteria-files.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { issueSentence, text } from './text.js'

const options = { on: { type: 'string' } } as const

/** `cdht check`: everything that is wrong with criteria files, or looks like a slip. */
export async function check(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('check', argv, options)
  if (positionals.length === 0) throw new Refusal(text.criteriaMissing, 'check')
  const files = await readCriteria([...new Set(positionals)])
  const say = speak(lang)
  const found = lint(files, values.on)
  for (const [path, issues] of byFile(files, found))
    io.stdout.write(
      `${path ?? say(text.allFiles)}\n${issues.map((one) => lineOf(path === undefined ? one : withoutFile(one), lang)).join('\n')}\n\n`,
    )
  const errors = found.filter(({ severity }) => severity === 'error').length
  io.stdout.write(`${say(text.checked(files.length, errors, found.length - errors))}\n`)
  return errors > 0 ? 1 : 0
}

function lint(files: readonly CriteriaJson[], on: string | undefined): Issue[] {
  try {
    return lintSet(
      files.map(({ json }) => json),
      on === undefined ? {} : { on },
    )
  } catch (error) {
    if (!isCdhtError(error)) throw error
    throw new Refusal(issueSentence(error.issues[0]), 'check')
  }
}

/** In the order of the files, errors first; last what is said of no single file. */
function byFile(files: readonly CriteriaJson[], found: readonly Issue[]): [path: string | undefined, issues: Issue[]][] {
  const pathOf = ({ file }: Issue): string | undefined =>
    files.find(({ json }, i) => ((json as { id?: unknown } | null)?.id ?? String(i)) === file)?.path
  return [...files.map(({ path }) => path), undefined].flatMap((path) => {
    const issues = found.filter((one) => pathOf(one) === path)
    const rank = ({ severity }: Issue): number => Number(severity !== 'error')
    return issues.length > 0 ? [[path, issues.toSorted((a, b) => rank(a) - rank(b))]] : []
  })
}

/** Under the name of its file an issue need not repeat it. */
function withoutFile({ file: _, ...issue }: Issue): Issue {
  return issue
}

function lineOf(issue: Issue, lang: Lang): string {
  const line = `  ${text.severities[issue.severity][lang]}: ${issueText(issue, lang)}`
  const people = Object.entries(issue).filter(([key]) => key === 'counterexample' || key === 'improved')
  return [line, ...people.map(([key, evidence]) => `    ${key}: ${JSON.stringify(evidence)}`)].join('\n')
}
