import type { Assessment, Missing, Need } from '../model/assessment.js'
import type { Basis } from '../model/basis.js'
import { issueText } from '../model/issue-text.js'
import type { Lang, Text } from '../model/text.js'
import type { Range, Verdict } from '../model/verdict.js'
import { formatNumber } from './fill-text.js'

/** Tells a result in plain words, a line a statement: what is met, what is missing, what would close it, on what basis. */
export function explain(assessment: Assessment, options: { lang: Lang }): string {
  const { lang } = options
  const say = (text: Text): string => text[lang]
  const { score, indicators, digital } = assessment
  const lines = [
    say(verdicts[assessment.verdict]),
    join(
      lang,
      { vi: 'Tổng điểm', en: 'Total' },
      `${rangeText(score, lang)}/${formatNumber(score.max, lang)}`,
      say({
        vi: `cần từ ${formatNumber(score.threshold, lang)}, không chỉ số nào dưới ${formatNumber(indicators[0]?.floor ?? 0, lang)}`,
        en: `at least ${score.threshold} needed, no indicator below ${indicators[0]?.floor ?? 0}`,
      }),
    ),
    say({ vi: `Đánh giá theo ngày ${dayText(assessment.on, 'vi')}`, en: `As of ${assessment.on}` }) +
      say({
        vi: `, bộ tiêu chí ${assessment.set.id} phiên bản ${assessment.set.version}.`,
        en: `, criteria set ${assessment.set.id} version ${assessment.set.version}.`,
      }),
    '',
    say({ vi: 'Từng chỉ số:', en: 'Each indicator:' }),
    ...indicators.map(
      ({ label, score, level, from, verdict }, i) =>
        `${String(i + 1).padStart(3)}. ${say(label)}: ${rangeText(score, lang)}/${formatNumber(score.max, lang)}` +
        (from === 'declared' ? say({ vi: ' (điểm đã khai)', en: ' (declared)' }) : level ? ` – ${say(level)}` : '') +
        (verdict === 'unmet' ? say({ vi: ' [dưới điểm sàn]', en: ' [below the floor]' }) : ''),
    ),
    '',
    say({ vi: 'Kỹ năng số: ', en: 'Digital skills: ' }) + digitalText(assessment, lang),
    ...digital.because.map(({ rule, basis }) => `  - ${say(rule)} (${say(bases[basis])})`),
  ]
  if (assessment.missing.length > 0) lines.push('', ...missingLines(assessment, lang))
  if (assessment.unknown.length > 0)
    lines.push(
      '',
      say({
        vi: `Còn thiếu thông tin về ${assessment.unknown.length} mục có thể làm thay đổi kết luận: ${assessment.unknown.join(', ')}.`,
        en: `Still unknown, and could change the answer: ${assessment.unknown.join(', ')}.`,
      }),
    )
  if (assessment.warnings.length > 0)
    lines.push('', say({ vi: 'Lưu ý:', en: 'Note:' }), ...assessment.warnings.map((one) => `  - ${issueText(one, lang)}`))
  lines.push('', say(basisLines[assessment.basis]), say(notGranted))
  return lines.join('\n')
}

function join(lang: Lang, label: Text, value: string, note: string): string {
  return `${label[lang]}: ${value} (${note}).`
}

/** `79`, or `15–100` where evidence is missing. */
function rangeText({ lower, upper }: Range, lang: Lang): string {
  const [from, to] = [formatNumber(lower, lang), formatNumber(upper, lang)]
  return from === to ? from : `${from}–${to}`
}

/** The calendar's day as it is written in each language; texts only, no time zone. */
function dayText(on: string, lang: Lang): string {
  const [year, month, day] = on.split('-')
  return lang === 'vi' ? `${day}/${month}/${year}` : on
}

function digitalText({ digital }: Assessment, lang: Lang): string {
  const { level, label, hasSkills, proficient } = digital
  const of = rangeText(level, lang)
  const flags = [
    `${lang === 'vi' ? 'có kỹ năng số' : 'has digital skills'}: ${answers[hasSkills][lang]}`,
    `${lang === 'vi' ? 'thành thạo' : 'proficient'}: ${answers[proficient][lang]}`,
  ]
  return `${label[lang]} (${lang === 'vi' ? 'mức' : 'level'} ${of}; ${flags.join('; ')}).`
}

function missingLines({ missing, indicators }: Assessment, lang: Lang): string[] {
  const labelOf = (id: string): string => indicators.find((one) => one.id === id)?.label[lang] ?? id
  const heading: Record<Missing['reason'], Text> = {
    floor: { vi: 'Phải nâng lên vì dưới điểm sàn (hoặc chưa rõ):', en: 'Must rise, being below the floor (or not known):' },
    total: { vi: 'Có thể thêm điểm cho tổng:', en: 'Could add to the total:' },
  }
  return (['floor', 'total'] as const).flatMap((reason) => {
    const of = missing.filter((one) => one.reason === reason)
    if (of.length === 0) return []
    return [
      heading[reason][lang],
      ...of.flatMap(({ indicator, gain, next }) => [
        `  - ${labelOf(indicator)}: ${
          lang === 'vi'
            ? `thêm ${formatNumber(gain, lang)} điểm (lên ${next.points}) nếu có`
            : `${gain} more points (to ${next.points}) with`
        }`,
        ...needLines(next.needs, lang, '      '),
      ]),
    ]
  })
}

function needLines(needs: readonly Need[], lang: Lang, indent: string): string[] {
  return needs.flatMap((need) => {
    if ('any' in need)
      return [
        `${indent}+ ${lang === 'vi' ? 'một trong các cách sau:' : 'one of these:'}`,
        ...need.any.flatMap((way, i) => [
          ...(way.length > 1 ? [`${indent}    ${i + 1}) ${lang === 'vi' ? 'cả hai/tất cả:' : 'all of:'}`] : []),
          ...needLines(way, lang, way.length > 1 ? `${indent}       ` : `${indent}    `),
        ]),
      ]
    return [`${indent}+ ${needText(need, lang)}`]
  })
}

function needText(need: Extract<Need, { fact: unknown }>, lang: Lang): string {
  const { label, required, actual, gap, operator } = need
  const unknown = actual === null ? (lang === 'vi' ? ' (chưa có thông tin)' : ' (not known)') : ''
  if (typeof required !== 'number' || (gap === undefined && actual !== null)) {
    const negative = operator === 'doesNotContain' || operator === 'notEqual' || required === false
    return `${negative ? (lang === 'vi' ? 'không: ' : 'not: ') : ''}${label[lang]}${unknown}`
  }
  if (label[lang].includes('“')) return `${label[lang]}${unknown}`
  const words = operatorWords[operator]?.[lang] ?? ''
  const now = actual === null ? unknown : ` (${lang === 'vi' ? 'hiện' : 'now'} ${formatNumber(Number(actual), lang)})`
  return `${label[lang]}: ${words} ${formatNumber(required, lang)}${now}`
}

const operatorWords: Partial<Record<string, Text>> = {
  greaterThanInclusive: { vi: 'từ', en: 'at least' },
  greaterThan: { vi: 'hơn', en: 'more than' },
  lessThanInclusive: { vi: 'không quá', en: 'at most' },
  lessThan: { vi: 'dưới', en: 'less than' },
  equal: { vi: 'đúng', en: 'exactly' },
  notEqual: { vi: 'khác', en: 'other than' },
}

const verdicts: Record<Verdict, Text> = {
  met: { vi: 'ĐẠT tiêu chí Công dân học tập.', en: 'The Learning Citizen criteria are MET.' },
  unmet: { vi: 'CHƯA ĐẠT tiêu chí Công dân học tập.', en: 'The Learning Citizen criteria are NOT MET.' },
  unknown: { vi: 'CHƯA ĐỦ THÔNG TIN để kết luận.', en: 'NOT ENOUGH INFORMATION to say.' },
}

const answers: Record<Verdict, Text> = {
  met: { vi: 'có', en: 'yes' },
  unmet: { vi: 'chưa', en: 'no' },
  unknown: { vi: 'chưa rõ', en: 'not known' },
}

const bases: Record<Basis, Text> = {
  proposed: { vi: 'cách quy đổi: đề xuất', en: 'mapping: proposed' },
  'single-source': { vi: 'một nguồn', en: 'single source' },
  standard: { vi: 'theo chuẩn của tổ chức khác', en: "another body's standard" },
  official: { vi: 'chính thức', en: 'official' },
}

const basisLines: Record<Basis, Text> = {
  proposed: {
    vi: 'Cơ sở: khung chấm có nguồn chính thức; các mức và con số dùng ở đây là ĐỀ XUẤT, chưa phải văn bản của Hội Khuyến học.',
    en: 'Basis: the frame has official sources; levels and numbers used here are PROPOSED, not a text of the Association.',
  },
  'single-source': {
    vi: 'Cơ sở: có phần chỉ dựa vào một nguồn.',
    en: 'Basis: some of it rests on a single source.',
  },
  standard: {
    vi: 'Cơ sở: có phần theo chuẩn của tổ chức khác, không phải văn bản của Việt Nam.',
    en: "Basis: some of it is another body's standard, not Vietnamese law.",
  },
  official: { vi: 'Cơ sở: văn bản chính thức.', en: 'Basis: official texts.' },
}

const notGranted: Text = {
  vi: 'Đây là kết quả đối chiếu với tiêu chí; danh hiệu do người và cấp có thẩm quyền công nhận.',
  en: 'This compares a record with criteria; titles are granted by people.',
}
