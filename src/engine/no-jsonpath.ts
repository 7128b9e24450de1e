/**
 * Takes the place of jsonpath-plus, which json-rules-engine would ask to resolve a `path`, in the built package: its filters
 * can run code. No condition has a `path`, and our own resolver refuses one before this is reached.
 */
export function JSONPath(): never {
  throw new RangeError('a path in a condition is not supported')
}
