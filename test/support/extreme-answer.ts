import { factOf, type QuestionId } from '../../docs/live/interview.js'
import type { FactValue } from '../../src/model/record.js'

/** The best or the worst that a question of the live page can be answered with. */
export function extremeAnswer(id: QuestionId, isBest: boolean): FactValue {
  const fact = factOf(id)
  switch (fact?.type) {
    case 'rank':
    case 'count':
    case 'number':
      return fact.range[isBest ? 1 : 0]
    case 'codes':
      return isBest ? fact.codes.map(({ code }) => code) : []
    case 'activities':
      return isBest
        ? fact.topics.flatMap(({ code: topic }) =>
            fact.kinds.map(({ code: kind }) => ({ kind, topic, from: '2025-05', hours: 40, certificate: true })),
          )
        : []
    case 'certificates':
      return isBest ? fact.kinds.map(({ code: kind }) => ({ kind })) : []
    default:
      return isBest
  }
}
