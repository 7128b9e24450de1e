const { issueText, safeEvaluate } = require('cong-dan-hoc-tap')

const answer = safeEvaluate({ id: 'P1', group: 'farmer', evidence: { booksRead: 'hai' } }, { on: '2025-12-31' })

if (!answer.ok)
  for (const issue of answer.issues) {
    console.log(issue.code, issue.path.join('.'))
    console.log(issueText(issue, 'vi'))
    console.log(issueText(issue, 'en'))
  }
