import { replay as replayAssessment, type Difference } from '../assessment/replay.js'
import { rangeText, verdictLines } from '../assessment/explain-words.js'
import { type Assessment, type CriteriaSet, type Lang, type Text } from '../index.js'
import { isObject } from '../model/record.js'
import { readArguments } from './arguments.js'
import { Refusal, speak, type ExitCode, type Io } from './io.js'
import { readJsonFile } from './json-file.js'
import { acceptOf } from './judge.js'
import { shippedSets } from './shipped-sets.js'
import { setsNamed } from './criteria-files.js'
import { text } from './text.js'
import { withIssues } from './with-issues.js'

const options = { set: { type: 'string', multiple: true }, accept: { type: 'string' } } as const

/** `cdht replay`: whether a record gives a result that was told before, by the very set that the result names. */
export async function replay(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments('replay', argv, options)
  const [assessmentFile, recordFile, ...others] = positionals
  if (assessmentFile === undefined || recordFile === undefined || others.length > 0) throw new Refusal(text.replayFiles, 'replay')
  const accept = acceptOf('replay', values.accept)
  const told = await readJsonFile(assessmentFile)
  const record = await readJsonFile(recordFile)
  const set = setOf(told, (await setsNamed('replay', { set: values.set ?? [] })).set)
  const replayed = replayAssessment(told, record, { set, accept })
  if (!replayed.ok) throw new Refusal(withIssues(text.notReplayed, replayed.issues))
  const say = speak(lang)
  const { differences, assessment } = replayed
  if (differences.length === 0) {
    io.stdout.write(`${say(text.replaySame)}\n${say(setLine(assessment))}\n${say(resultLine(assessment))}\n`)
    return 0
  }
  const lines = differences.map((difference) => `  - ${say(differenceText(difference))}`)
  io.stdout.write(`${say(text.replayDiffers(differences.length))}\n${say(setLine(assessment))}\n${lines.join('\n')}\n`)
  return 1
}

/** The set that an assessment names by its id; a single one of the caller's own is taken whatever its id, to tell what differs. */
function setOf(told: unknown, named: readonly CriteriaSet[]): CriteriaSet {
  const by = isObject(told) && isObject(told['set']) ? told['set']['id'] : undefined
  if (by === undefined) throw new Refusal(text.noAssessment, 'replay')
  const set = [...named, ...shippedSets].find(({ id }) => id === by) ?? named[0]
  if (set) return set
  throw new Refusal(text.setNotShipped, 'replay')
}

const setLine = ({ set, on }: Assessment): Text => text.replaySet(set.id, set.version, set.digest, on)

function resultLine({ verdict, score }: Assessment): Text {
  const line = (lang: Lang): string => `${verdictLines[verdict][lang]} ${rangeText(score, lang)}/${score.max}`
  return { vi: line('vi'), en: line('en') }
}

function differenceText({ path, told, found }: Difference): Text {
  const place = path.join('.')
  return told === undefined && found === undefined ? { vi: place, en: place } : text.difference(place, told, found)
}
