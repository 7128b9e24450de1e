import { acceptedText, type FactReading } from './fact-reading.js'
import { caseText, type Selected, type Step } from './query.js'
import { constantList, constantText } from './quote.js'
import { childText, nullOf, valueText, yesText } from './source.js'
import type { SqlPlan } from './sql-plan.js'
import { quoted } from './quote.js'
import { isCodeColumns, isCodeRows, type CodeColumns, type CodeRows } from './tables.js'

/** Reads a set of codes into a column for each code that somebody asks about: 1 holds, 0 does not, NULL not known. */
export function readCodes(plan: SqlPlan, at: number): FactReading {
  const { fact } = plan.facts[at] as SqlPlan['facts'][number]
  const source = plan.sourceOf(fact.id)
  if (source !== undefined && isCodeRows(source)) return readRows(plan, at, source)
  if (source !== undefined && isCodeColumns(source)) return readColumns(plan, at, source)
  const known = askedCodes(plan, at).map((code): Selected => [nullOf(plan.dialect.integer), plan.codeColumn(at, code)])
  return { steps: [], people: [], known, faults: [], given: [] }
}

/** The codes that conditions, counts or areas of digital skills need. */
export function askedCodes({ facts }: SqlPlan, at: number): string[] {
  const { reader } = facts[at] as SqlPlan['facts'][number]
  const needsAll = reader.slot >= 0 || reader.rated
  return [...reader.codes].flatMap(([code, { slot }]) => (needsAll || slot >= 0 ? [code] : []))
}

function readColumns(plan: SqlPlan, at: number, { columns, complete }: CodeColumns): FactReading {
  const { dialect } = plan
  const name = plan.factNames[at] as string
  const codes = askedCodes(plan, at)
  const mapped = codes.filter((code) => Object.hasOwn(columns, code))
  const rawOf = (code: string): string => `${name}_r${codes.indexOf(code)}`
  const otherwise = complete ? '0' : nullOf(dialect.integer)
  return {
    steps: [],
    people: mapped.map((code) => [yesText(dialect, 'r', columns[code] as string), rawOf(code)]),
    known: codes.map((code): Selected => {
      const value = mapped.includes(code) ? `p.${rawOf(code)}` : otherwise
      return [acceptedText(plan, at, value), plan.codeColumn(at, code)]
    }),
    given: complete ? ['1 = 1'] : mapped.map((code) => `p.${rawOf(code)} IS NOT NULL`),
    faults: dialect.hasBooleans ? [] : mapped.map((code) => `p.${rawOf(code)} NOT IN (0, 1)`),
  }
}

function readRows(plan: SqlPlan, at: number, source: CodeRows): FactReading {
  const { dialect } = plan
  const { reader } = plan.facts[at] as SqlPlan['facts'][number]
  const name = plan.factNames[at] as string
  const [read, counted, alias] = [`cdht_${name}_rows`, `cdht_${name}`, `k${at}`]
  const all = [...reader.codes.keys()]
  const codes = askedCodes(plan, at)
  const columnOf = (code: string): string => `code${all.indexOf(code)}_h`
  const { listed, holds } = source
  const listedColumn = `${name}_listed`
  const isListed = typeof listed === 'object' ? `p.${listedColumn} = 1` : undefined
  const steps: Step[] = [
    {
      name: read,
      comment: `${name}: a row for each code`,
      columns: [
        [`t.${quoted(dialect, source.person)}`, 'person'],
        [valueText(dialect, 't', source.code), 'code_c'],
        ...(holds === undefined ? [] : [[yesText(dialect, 't', holds), 'holds_c'] as const]),
      ],
      from: childText(dialect, source),
    },
    {
      name: counted,
      comment: `${name}: a row for each person`,
      columns: [
        ['person', 'person'],
        ...codes.map((code): Selected => {
          const one = `code_c = ${constantText(dialect, code)}`
          return [`max(${caseText([[one, holds === undefined ? '1' : 'holds_c']])})`, columnOf(code)]
        }),
        [`max(${caseText([[`code_c IN ${constantList(dialect, all)}`, '0']], '1')})`, 'fault_c'],
        ...(holds === undefined ? [] : [[`max(${caseText([['holds_c IS NOT NULL', '1']], '0')})`, 'given_c'] as const]),
      ],
      from: [`FROM ${read}`, 'GROUP BY person'],
      grouped: true,
    },
  ]
  const known = codes.map((code): Selected => {
    const found = `${alias}.${columnOf(code)}`
    return [acceptedText(plan, at, completed(source, found, `${alias}.person IS NOT NULL`, isListed)), plan.codeColumn(at, code)]
  })
  return {
    steps,
    people: typeof listed === 'object' ? [[yesText(dialect, 'r', listed.column), listedColumn]] : [],
    join: `LEFT JOIN ${counted} ${alias} ON ${alias}.person = p.person`,
    known,
    faults: [`${alias}.fault_c = 1`],
    given: [
      holds === undefined ? `${alias}.person IS NOT NULL` : `${alias}.given_c = 1`,
      ...(listed === 'always' ? ['1 = 1'] : isListed === undefined ? [] : [isListed]),
    ],
  }
}

/** What a code without a row says: no, where the list is complete. */
function completed({ listed, holds }: CodeRows, found: string, hasRows: string, isListed: string | undefined): string {
  const complete = `coalesce(${found}, 0)`
  if (listed === 'always') return complete
  if (isListed !== undefined) return caseText([[isListed, complete]], found)
  // Rows that say yes and no answer code by code; rows that only say yes are a list.
  return holds === undefined ? caseText([[hasRows, complete]]) : found
}
