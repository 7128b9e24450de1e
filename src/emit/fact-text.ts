import { certificateStepLimit } from '../model/record.js'
import { commentWord, numberText, stringText } from './literal.js'
import type { Names } from './names.js'
import type { Plan } from './plan.js'
import { itemLines, itemTables } from './item-text.js'
import { bandsText, tableText } from './table-text.js'

type Read = Plan['facts'][number]

/** One function for each fact, which checks its value and puts it into its slots, and `readers`, which finds them by fact. */
export function factsText(plan: Plan, names: Names): string {
  const functions = plan.facts.map(({ fact }, i) => names.take(['take', fact.id], `take${i}`))
  const texts = plan.facts.map((read, i) => factText(plan, read, i, functions[i] as string))
  const entries = plan.facts.map(({ fact }, i) => `  [${stringText(fact.id)}, ${functions[i] as string}],\n`)
  return [...texts, `const readers = new Map([\n${entries.join('')}])`].join('\n\n')
}

function factText(plan: Plan, read: Read, at: number, name: string): string {
  const { fact } = read
  const lines = bodyOf(plan, read, at)
  const tables = tablesOf(plan, read, at)
  return [
    ...tables,
    `// ${commentWord(fact.id)}`,
    `function ${name}(value) {`,
    ...lines.map((line) => `  ${line}`),
    '  return true',
    '}',
  ].join('\n')
}

/** What a reader looks codes up in. */
function tablesOf(plan: Plan, { fact, reader }: Read, at: number): string[] {
  switch (fact.type) {
    case 'code':
    case 'codes': {
      const inArea = (area: number): string[] => [...reader.codes].filter(([, code]) => code.area === area).map(([code]) => code)
      const areas = reader.rated ? plan.rules.reading.digital.areas.map((_, area) => inArea(area)) : []
      return [
        tableText(`codes${at}`, 'positions(', [...reader.codes.keys()], ')'),
        ...areas.map((codes, area) => tableText(`area${area}`, `positionsIn(codes${at}, `, codes, ')')),
      ]
    }
    case 'activities':
    case 'certificates': {
      const steps = [...reader.kinds.keys()].flatMap((kind, k) => {
        const [first, last] = reader.steps[k] as readonly [number, number]
        return first === 1 && last === certificateStepLimit ? [] : [[kind, [first, last]]]
      })
      return [
        tableText(`kinds${at}`, 'new Set(', [...reader.kinds.keys()], ')'),
        fact.type === 'activities'
          ? tableText(`topics${at}`, 'new Set(', [...reader.topics.keys()], ')')
          : tableText(`steps${at}`, 'new Map(', steps, ')'),
        ...itemTables(plan, reader),
      ]
    }
    default:
      return reader.scoreBands ? reader.routes.map((route) => bandsText(`level${route}`, reader.scoreBands ?? [])) : []
  }
}

function bodyOf(plan: Plan, { fact, reader }: Read, at: number): string[] {
  const put = reader.slot < 0 ? [] : [`put(${reader.slot}, ${fact.type === 'boolean' ? 'value ? 1 : 0' : 'value'})`]
  switch (fact.type) {
    case 'rank':
    case 'count':
    case 'number': {
      const range = `${numberText(reader.min)}, ${numberText(reader.max)}`
      const whole = reader.whole ? ' || !Number.isInteger(value)' : ''
      return [`if (!isNumber(value, ${range})${whole}) return false`, ...put, ...scoreLines(reader)]
    }
    case 'boolean':
      return [`if (typeof value !== 'boolean') return false`, ...put]
    case 'code':
      return [`if (typeof value !== 'string' || !readCodes([value], codes${at})) return false`, ...codeLines(plan, reader, at)]
    case 'codes':
      return [`if (!readCodes(value, codes${at})) return false`, ...codeLines(plan, reader, at)]
    case 'activities':
    case 'certificates':
      return itemLines(plan, reader, at)
  }
}

/** A score of skills that is a route by itself. */
function scoreLines({ scoreBands, routes }: Read['reader']): string[] {
  if (scoreBands === undefined) return []
  return [
    ...routes.map((route) => `routes[${2 * route}] = routes[${2 * route + 1}] = level${route}(value)`),
    'digital.evidence = true',
  ]
}

function codeLines({ rules }: Plan, { codes, slot, rated }: Read['reader'], at: number): string[] {
  const lines = [...codes].flatMap(([code, { slot }]) =>
    slot < 0 ? [] : [`putAnswer(${slot}, codes${at}.get(${stringText(code)}))`],
  )
  if (slot >= 0) lines.push(`S[${2 * slot}] = answers.yes`, `S[${2 * slot + 1}] = codes${at}.size - answers.no`)
  if (!rated) return lines
  rules.reading.digital.areas.forEach((_, area) => lines.push(`putArea(${area}, area${area})`))
  lines.push(`if (answers.yes + answers.no === codes${at}.size) digital.evidence = true`)
  return lines
}
