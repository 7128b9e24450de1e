import { issueText, type Issue, type Lang, type Text } from '../index.js'

/** A sentence, and below it what is wrong, an issue a line. */
export function withIssues(first: Text, issues: readonly Issue[]): Text {
  const list = (lang: Lang): string => [first[lang], ...issues.map((one) => `  - ${issueText(one, lang)}`)].join('\n')
  return { vi: list('vi'), en: list('en') }
}
