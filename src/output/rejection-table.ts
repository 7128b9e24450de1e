import type { RejectedRow } from '../intake/person-row.js'
import type { Path } from '../model/issue.js'
import { issueText } from '../model/issue-text.js'
import type { Text } from '../model/text.js'

/** Columns of a table of what is wrong with rejected rows. */
export const rejectionHeadings: readonly { id: string; label: Text }[] = [
  { id: 'line', label: { vi: 'Dòng', en: 'Line' } },
  { id: 'field', label: { vi: 'Cột', en: 'Column' } },
  { id: 'item', label: { vi: 'Mục trong ô', en: 'Item of the cell' } },
  { id: 'code', label: { vi: 'Mã lỗi', en: 'Code' } },
  { id: 'message_vi', label: { vi: 'Nội dung', en: 'Message in Vietnamese' } },
  { id: 'message_en', label: { vi: 'Nội dung bằng tiếng Anh', en: 'Message' } },
]

/** One row an issue; never a value of the rejected row. */
export function rejectionRows({ line, issues }: RejectedRow): (string | number)[][] {
  return issues.map((issue) => {
    // The place has columns of its own.
    const bare = { ...issue, path: [] }
    return [line, ...placeCells(issue.path), issue.code, issueText(bare, 'vi'), issueText(bare, 'en')]
  })
}

/** Column, and position in it from 1 as people count. */
function placeCells([column, ...rest]: Path): [string, string] {
  return [String(column ?? ''), rest.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' ')]
}
