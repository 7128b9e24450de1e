import type { CaseFile } from '../../src/model/case-file.js'
import { plainSet, plainSetIds } from '../../test/support/plain/set.js'
import { boundaryCasesOf } from './cases.js'

/** The last day of a year in which every number of the shipped sets is in force. */
const on = '2025-12-31'

const note: CaseFile['note'] = {
  vi: 'Sinh tự động từ các tệp tiêu chí bằng lệnh `npm run cases`: mỗi mức được đạt vừa đủ theo từng cách, rồi lần lượt thiếu một bước ở mỗi điều kiện. Không sửa tay. Người trong các trường hợp là giả định.',
  en: 'Generated from the criteria files by `npm run cases`: every level just met in each way, then one step short in each condition. Not edited by hand. The people are made up.',
}

export interface BoundaryFile {
  text: string
  /** Leaves that no case can decide, in words. */
  idle: string[]
}

/** The boundary cases of every shipped set, by the id of the set; one line a case, so that a changed level reads as changed lines. */
export function boundaryFiles(): Map<string, BoundaryFile> {
  return new Map(
    plainSetIds().map((id) => {
      const set = plainSet(id)
      const found = set.indicators.map((indicator) => boundaryCasesOf(set, indicator, on))
      const cases = found.flatMap((one) => one.cases)
      if (new Set(cases.map(({ name }) => name)).size < cases.length) throw new Error(`${id}: two cases of one name`)
      const lines = cases.map((one) => JSON.stringify(one)).join(',\n')
      const head = `{\n"$schema": "../../../schemas/cases.schema.json",\n"set": ${JSON.stringify(id)},\n"note": ${JSON.stringify(note)},\n`
      return [id, { text: `${head}"cases": [\n${lines}\n]\n}\n`, idle: found.flatMap((one) => one.idle) }]
    }),
  )
}
