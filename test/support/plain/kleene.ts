/** Three answers, worked out the long way; nothing here is shared with the library. */
export type Answer = 'met' | 'unmet' | 'unknown'

export function allOf(answers: Answer[]): Answer {
  let answer: Answer = 'met'
  for (const one of answers) {
    if (one === 'unmet') return 'unmet'
    if (one === 'unknown') answer = 'unknown'
  }
  return answer
}

export function anyOf(answers: Answer[]): Answer {
  let answer: Answer = 'unmet'
  for (const one of answers) {
    if (one === 'met') return 'met'
    if (one === 'unknown') answer = 'unknown'
  }
  return answer
}

export function opposite(answer: Answer): Answer {
  if (answer === 'met') return 'unmet'
  if (answer === 'unmet') return 'met'
  return 'unknown'
}
