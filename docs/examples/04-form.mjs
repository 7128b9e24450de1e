import { formSchema } from 'cong-dan-hoc-tap'

const schema = formSchema({ on: '2025-12-31', lang: 'vi' })

/** What any form library does with a Standard Schema. */
async function errorsOf(standard, values) {
  const { issues = [] } = await standard['~standard'].validate(values)
  return Object.fromEntries(issues.map(({ message, path }) => [path.join('.'), message]))
}

console.log(await errorsOf(schema, { id: 'P1', group: 'farmer', evidence: { booksRead: 2.5, readingFrequency: 9 } }))
console.log(await errorsOf(schema, { id: 'P1', group: 'farmer', evidence: { booksRead: 2, readingFrequency: 4 } }))
