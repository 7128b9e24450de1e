import type { Assessment, IndicatorResult } from '../model/assessment.js'
import { issueText } from '../model/issue-text.js'
import type { Lang, Text } from '../model/text.js'
import type { FactDefinition } from '../model/vocabulary.js'
import { missingLines } from './explain-missing.js'
import {
  answers,
  basisLines,
  basisWords,
  dayWords,
  grantingLine,
  proposedBeside,
  rangeText,
  unknownHeading,
  verdictLines,
} from './explain-words.js'
import { formatNumber } from './fill-text.js'

export interface ExplainOptions {
  lang: Lang
  /** The facts of the set, to name by their labels those that could still change the answer; without it by their ids. */
  facts?: readonly Pick<FactDefinition, 'id' | 'label'>[] | undefined
}

/** Tells a result in plain words: what is met, what is missing, what would close it, and on what basis. */
export function explain(assessment: Assessment, { lang, facts = [] }: ExplainOptions): string {
  const say = (text: Text): string => text[lang]
  const block = (heading: Text, lines: readonly string[]): string[] => (lines.length > 0 ? ['', say(heading), ...lines] : [])
  return [
    say(verdictLines[assessment.verdict]),
    say(totalText(assessment)),
    say(dayText(assessment)),
    ...block(
      { vi: 'Từng chỉ số:', en: 'Each indicator:' },
      assessment.indicators.map((indicator, i) => `${String(i + 1).padStart(3)}. ${indicatorText(indicator, lang)}`),
    ),
    '',
    say(digitalText(assessment)),
    ...assessment.digital.because.map(({ rule, basis }) => `  - ${say(rule)} (${say(basisWords[basis])})`),
    ...missingLines(assessment, lang),
    ...block(
      unknownHeading,
      assessment.unknown.map((id) => `  - ${say(labelOf(id, facts))}`),
    ),
    ...block(
      { vi: 'Lưu ý:', en: 'Note:' },
      assessment.warnings.map((warning) => `  - ${issueText(warning, lang)}`),
    ),
    '',
    say(basisLines[assessment.basis]),
    ...(assessment.basis !== 'proposed' && showsProposed(assessment) ? [say(proposedBeside)] : []),
    say(grantingLine),
  ].join('\n')
}

/** Whether proposed levels are told beside a verdict that does not rest on them, as when all scores were declared. */
export function showsProposed({ missing, digital, indicators }: Assessment): boolean {
  return missing.length > 0 || [...digital.because, ...indicators].some(({ basis }) => basis === 'proposed')
}

export function totalText({ score, indicators }: Assessment): Text {
  const floor = indicators[0]?.floor ?? 0
  const of = (lang: Lang): [string, string, string, string] => [
    rangeText(score, lang),
    ...([score.max, score.threshold, floor].map((one) => formatNumber(one, lang)) as [string, string, string]),
  ]
  const [vi, en] = [of('vi'), of('en')]
  return {
    vi: `Tổng điểm: ${vi[0]}/${vi[1]} (cần từ ${vi[2]} điểm, không chỉ số nào dưới ${vi[3]}).`,
    en: `Total: ${en[0]}/${en[1]} (at least ${en[2]} needed, no indicator below ${en[3]}).`,
  }
}

export function dayText({ on, set }: Assessment): Text {
  return {
    vi: `Tính đến ngày ${dayWords(on, 'vi')}, theo bộ tiêu chí ${set.id}, phiên bản ${set.version}.`,
    en: `As of ${on}, by the criteria set ${set.id}, version ${set.version}.`,
  }
}

function indicatorText({ label, score, level, from, floor }: IndicatorResult, lang: Lang): string {
  const points = `${label[lang]}: ${rangeText(score, lang)}/${formatNumber(score.max, lang)}`
  const notes: string[] = []
  if (from === 'declared') notes.push(lang === 'vi' ? 'điểm đã khai' : 'declared')
  if (score.upper < floor) notes.push(lang === 'vi' ? 'dưới điểm sàn' : 'below the floor')
  else if (score.lower < score.upper) notes.push(lang === 'vi' ? 'thiếu thông tin' : 'evidence is missing')
  return `${points}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}${level && from === 'evidence' ? ` – ${level[lang]}` : ''}`
}

export function digitalText({ digital }: Assessment): Text {
  const { level, label, hasSkills, proficient } = digital
  return {
    vi: `Kỹ năng số: ${label.vi} (mức ${rangeText(level, 'vi')} trong 0–4; có kỹ năng số: ${answers[hasSkills].vi}; thành thạo: ${answers[proficient].vi}).`,
    en: `Digital skills: ${label.en} (level ${rangeText(level, 'en')} of 0–4; has digital skills: ${answers[hasSkills].en}; proficient: ${answers[proficient].en}).`,
  }
}

export function labelOf(id: string, facts: readonly Pick<FactDefinition, 'id' | 'label'>[]): Text {
  if (id === 'disadvantagedArea')
    return { vi: 'Có thuộc vùng đặc biệt khó khăn hay không', en: 'Whether the area is disadvantaged' }
  return facts.find((fact) => fact.id === id)?.label ?? { vi: id, en: id }
}
