import type { Basis } from '../model/basis.js'
import type { Lang, Text } from '../model/text.js'
import type { Range, Verdict } from '../model/verdict.js'
import { formatNumber } from './fill-text.js'

/** `79`, or `15–100` where evidence is missing. */
export function rangeText({ lower, upper }: Range, lang: Lang): string {
  const [from, to] = [formatNumber(lower, lang), formatNumber(upper, lang)]
  return from === to ? from : `${from}–${to}`
}

/** Every word in both languages. */
export const inBoth = (tell: (lang: Lang) => string): Text => ({ vi: tell('vi'), en: tell('en') })

/** A day as people write it in Viet Nam; English keeps the ISO form. */
export const dayWords = (iso: string, lang: Lang): string => (lang === 'vi' ? iso.split('-').reverse().join('/') : iso)

export const verdictLines: Record<Verdict, Text> = {
  met: { vi: 'ĐẠT tiêu chí Công dân học tập.', en: 'The Learning Citizen criteria are MET.' },
  unmet: { vi: 'CHƯA ĐẠT tiêu chí Công dân học tập.', en: 'The Learning Citizen criteria are NOT MET.' },
  unknown: { vi: 'CHƯA ĐỦ THÔNG TIN để kết luận.', en: 'NOT ENOUGH INFORMATION to say.' },
}

export const answers: Record<Verdict, Text> = {
  met: { vi: 'có', en: 'yes' },
  unmet: { vi: 'chưa', en: 'no' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
}

export const basisWords: Record<Basis, Text> = {
  proposed: { vi: 'cách quy đổi ra mức: đề xuất', en: 'mapping to a level: proposed' },
  'single-source': { vi: 'cách quy đổi: theo một nguồn', en: 'mapping: single source' },
  standard: { vi: 'cách quy đổi: theo chuẩn của tổ chức khác', en: "mapping: another body's standard" },
  official: { vi: 'cách quy đổi: chính thức', en: 'mapping: official' },
}

export const basisLines: Record<Basis, Text> = {
  proposed: {
    vi: 'Cơ sở: các mức và con số dùng ở đây là ĐỀ XUẤT, chưa phải văn bản chính thức.',
    en: 'Basis: levels and numbers used here are PROPOSED, they are not an official text.',
  },
  'single-source': {
    vi: 'Cơ sở: có phần chỉ dựa vào một nguồn, chưa đối chiếu được với văn bản gốc.',
    en: 'Basis: some of it rests on a single source, not compared with the original text.',
  },
  standard: {
    vi: 'Cơ sở: có phần theo chuẩn của tổ chức khác, không phải văn bản của Việt Nam.',
    en: "Basis: some of it is another body's standard, not Vietnamese law.",
  },
  official: { vi: 'Cơ sở: văn bản chính thức.', en: 'Basis: official texts.' },
}

export const proposedBeside: Text = {
  vi: 'Kết luận không dựa vào các mức ĐỀ XUẤT; nhưng những gì ghi ở phần cần bổ sung và mức kỹ năng số có thể là đề xuất.',
  en: 'The verdict does not rest on PROPOSED levels; but what is told to be missing, and the digital level, may.',
}

export const operatorWords: Partial<Record<string, Text>> = {
  greaterThanInclusive: { vi: 'từ', en: 'at least' },
  greaterThan: { vi: 'hơn', en: 'more than' },
  lessThanInclusive: { vi: 'không quá', en: 'at most' },
  lessThan: { vi: 'dưới', en: 'less than' },
  equal: { vi: 'đúng', en: 'exactly' },
  notEqual: { vi: 'khác', en: 'other than' },
}

/** Of a latest day. */
export const dayOperatorWords: Partial<Record<string, Text>> = {
  greaterThanInclusive: { vi: 'từ ngày', en: 'on or after' },
  greaterThan: { vi: 'sau ngày', en: 'after' },
  lessThanInclusive: { vi: 'không muộn hơn ngày', en: 'on or before' },
  lessThan: { vi: 'trước ngày', en: 'before' },
  equal: { vi: 'đúng ngày', en: 'on' },
  notEqual: { vi: 'khác ngày', en: 'not on' },
}

export const allOfThese: Text = { vi: 'đủ các mục:', en: 'all of:' }
export const oneOfThese: Text = { vi: 'một trong các cách sau:', en: 'one of these ways:' }
export const notKnown: Text = { vi: 'chưa có thông tin', en: 'not known' }

export const grantingLine: Text = {
  vi: 'Đây là kết quả đối chiếu với tiêu chí; danh hiệu do cấp có thẩm quyền xét, công nhận.',
  en: 'This compares a record with criteria; whether to award the title is for people to decide.',
}
export const unknownHeading: Text = {
  vi: 'Thông tin chưa có mà có thể làm thay đổi kết luận:',
  en: 'Not known, and could still change the answer:',
}
