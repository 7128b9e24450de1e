import type { Expectation } from '../../scripts/conformance/vector-file.js'

/** An expectation with one thing in it made wrong, for each thing that it names. */
export function mangledExpectations(expected: Expectation): { what: string; wrong: Expectation }[] {
  return (Object.keys(expected) as (keyof Expectation)[]).map((what) => ({
    what,
    wrong: { ...expected, [what]: mangled(expected[what]) } as Expectation,
  }))
}

/** Another value of the same form, so that it is told by what it says and not by how it looks. */
function mangled(value: unknown): unknown {
  if (typeof value === 'number') return value + 0.5
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return value === 'met' ? 'unmet' : value === 'proposed' ? 'official' : `${value}-`
  if (Array.isArray(value)) {
    const [first, ...rest] = value as unknown[]
    if (first === undefined) return ['nothing']
    return typeof first === 'object' ? rest : [mangled(first), ...rest]
  }
  const [[key, inner] = ['nothing', 0], ...rest] = Object.entries(value as object)
  return Object.fromEntries([[key, mangled(inner)], ...rest])
}
