import { fillText } from '../assessment/fill-text.js'
import { dataText } from './literal.js'
import { parametersOf, type Plan } from './plan.js'

const header = `// Tệp do lệnh cdht emit tạo ra từ bộ tiêu chí; không sửa tay mà tạo lại. Mức điểm ghi "proposed" là đề xuất, không phải quy định.
// Tệp không cần gói nào khác, không tạo mã lệnh từ chuỗi ký tự, không gửi gì đi; đánh giá từng người một.
//
// Written by cdht emit from a criteria set; do not edit it, write it again. Levels marked "proposed" are a proposal and no law.
// It needs no other package, makes no code from text and sends nothing anywhere; it assesses one person at a time.`

/** The data that a module shows of its set: texts of criteria files stand here, in string literals, and nowhere else. */
export function headText(plan: Plan): string {
  const { set, on, accept, slots, bitOf } = plan
  const { id, group, version, digest, files, label } = set
  const identity = { id, group, version, digest, files, label, on, ...(accept && { accept }) }
  return [
    header,
    `/** What a module shows it also works by, so nobody may change it. */
function freeze(data) {
  for (const part of Object.values(data)) if (typeof part === 'object' && part !== null) freeze(part)
  return Object.freeze(data)
}`,
    exported('set', 'The set and the day of this module.', identity),
    exported('indicators', 'What each level asks for, and what it and its numbers rest on.', indicatorsOf(plan)),
    exported(
      'slots',
      'What the rules ask about: slot s holds a range, S[2 * s] its lower and S[2 * s + 1] its upper end; not known is -Infinity and Infinity.',
      slots.map((slot) => {
        const { fact } = slot
        const what = slot.holds === 'code' ? { code: slot.code } : slot.holds === 'items' ? slot.params : {}
        return { fact: fact.id, holds: slot.holds, ...what, bit: bitOf(fact.id) }
      }),
    ),
  ].join('\n\n')
}

function exported(name: string, comment: string, data: unknown): string {
  const start = `export const ${name} = freeze(`
  return `/** ${comment} */\n${start}${dataText(data, '', start.length + 1)})`
}

function indicatorsOf({ set, nobody, rules, stepOf }: Plan): unknown[] {
  const valueOf = (parameter: string): number => stepOf(parameter).value
  return nobody.indicators.map(({ id, competence, label, basis, files }, i) => {
    const texts = set.indicators[i]?.levels ?? []
    const levels = (rules.indicators[i]?.levels ?? []).map(({ points, rule }, l) => {
      const { basis, label } = texts[l] as (typeof texts)[number]
      const parameters = parametersOf(rule).map((id) => ({ id, value: valueOf(id), basis: stepOf(id).basis }))
      return { points, basis, label: fillText(label, valueOf), parameters }
    })
    return { id, competence, label, basis, files, levels }
  })
}
