/** A text in quotes, and the colon that makes it a key. */
const texts = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g

/**
 * Whether some object of a JSON text names one key twice. `JSON.parse` keeps the last of its values without a word, and nobody
 * knows which was meant. Told by counting: every key that the text writes, and every key that came out.
 *
 * @param text - JSON that could be parsed
 * @param json - what it was parsed to
 */
export function hasRepeatedKey(text: string, json: unknown): boolean {
  let written = 0
  for (const [, colon] of text.matchAll(texts)) if (colon !== undefined) written++
  return written !== keysIn(json)
}

/** Objects wait in a list of their own, so that no depth is too much. */
function keysIn(json: unknown): number {
  let keys = 0
  const open = [json]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    const inside = Object.values(value) as unknown[]
    if (!Array.isArray(value)) keys += inside.length
    open.push(...inside)
  }
  return keys
}
