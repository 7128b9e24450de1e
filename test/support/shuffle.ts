/** A deep copy with keys and items in another order. */
export function shuffled<T>(value: T, nextNumber: () => number): T {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => shuffled(item, nextNumber))
    return inOtherOrder(items, nextNumber) as T
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, part]) => [key, shuffled(part as unknown, nextNumber)] as const)
    return Object.fromEntries(inOtherOrder(entries, nextNumber)) as T
  }
  return value
}

function inOtherOrder<T>(items: T[], nextNumber: () => number): T[] {
  const rest = [...items]
  const order: T[] = []
  while (rest.length > 0) order.push(...rest.splice(nextNumber() % rest.length, 1))
  return order
}
