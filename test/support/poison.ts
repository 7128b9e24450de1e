import type { CriteriaSet, Issue } from '../../src/index.js'

/** Each is marked, so that it can be found wherever it comes out, whole or in part. */
export const mark = 'HOSTILE'
export const hostile = [
  `'); ${mark}(); ('`,
  `"); ${mark}(); ("`,
  `\`); ${mark}(); (\``,
  `*/ ${mark}() /*`,
  `// ${mark}()`,
  `\n${mark}()\n`,
  `\r${mark}()`,
  `\u2028${mark}()\u2029`,
  `\\'); ${mark}(); ('\\`,
  `\\u0027); ${mark}(); (\\x27`,
  `</script><script>${mark}()</script>`,
  `<!-- ${mark}() -->`,
  `\${${mark}()}`,
  `]; ${mark}(); [`,
  `}, ${mark}(), {`,
  `\u202e${mark}\u202c`,
  `\ud800${mark}\udc00`,
  `\0${mark}`,
]
const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'arguments', 'S', 'Math', 'await', 'out', 'undefined']

/** The set with every text, id, code and name in it replaced, consistently, by one that tries to get out. */
export function poison(
  set: CriteriaSet,
  texts: readonly string[] = hostile,
): { set: CriteriaSet; rename: (text: string) => string } {
  const bad = new Map<string, string>()
  const words = new Set([
    ...set.facts.map(({ id }) => id),
    ...set.facts.flatMap((fact) => ('codes' in fact ? fact.codes : []).map(({ code }) => code)),
    ...set.facts.flatMap((fact) => ('kinds' in fact ? fact.kinds : []).map(({ code }) => code)),
    ...set.facts.flatMap((fact) => ('topics' in fact ? fact.topics : []).map(({ code }) => code)),
    ...Object.keys(set.parameters),
    ...Object.keys(set.conditions),
    ...set.indicators.map(({ id }) => id),
    ...set.competences.map(({ id }) => id),
    ...set.digital.areas.map(({ code }) => code),
    ...set.digital.routes.map(({ id }) => id),
    ...[set.id, set.group, set.version, ...set.files],
  ])
  // The library itself looks for this fact by its name.
  words.delete('selfUpdatesOnline')
  let next = 0
  for (const word of words) {
    const at = next++
    bad.set(word, at < ids.length ? (ids[at] as string) : `${texts[at % texts.length] as string}${at}`)
  }
  const rename = (text: string): string => bad.get(text) ?? text
  const fixed = new Set([
    'type',
    'basis',
    'grading',
    'kind',
    'measure',
    'operator',
    'better',
    'window',
    'attestedBy',
    'from',
    'date',
    'url',
  ])
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (key === 'vi' || key === 'en') return `${texts[value.length % texts.length] as string} ${value.replace(/\{.*?\}/g, '')}`
      return fixed.has(key) ? value : rename(value)
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (typeof value !== 'object' || value === null) return value
    const named = key === 'parameters' || key === 'conditions'
    const entries = Object.entries(value).map(([name, one]) => [named ? rename(name) : name, walk(one, name)] as const)
    return Object.fromEntries(entries)
  }
  const keys = texts.map((text, i) => `"${i === 0 ? '__proto__' : JSON.stringify(text).slice(1, -1)}": { "lower": 1 }`)
  const warning = JSON.parse(`{ "code": "against_fact_way", "path": [], "severity": "warning", ${keys.join()} }`) as Issue
  return { set: { ...(walk(structuredClone(set)) as CriteriaSet), warnings: [warning] }, rename }
}
