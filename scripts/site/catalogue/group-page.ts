import { evaluate, explainTree, type CriteriaSet, type ExplanationNode } from '../../../src/index.js'
import type { IndicatorDefinition } from '../../../src/model/criteria-set.js'
import type { GroupId } from '../../../src/model/record.js'
import type { Lang } from '../../../src/model/text.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { dayWords } from '../../../src/assessment/explain-words.js'
import { stepOf } from '../../../src/rules/parameter.js'
import { anchorOf, blocks, list, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { attesterWords, badge, sourceText, windowWords } from './words.js'

/** The criteria of one set as explanations tell them, without anybody's record. */
export function criteriaTree(set: CriteriaSet, on: string): ExplanationNode[] {
  // Nobody's evidence: the tree then shows what is asked and nothing of an answer.
  const nobody = { id: 'catalogue', group: set.group as GroupId }
  return explainTree(evaluate(nobody, { on, set }), set).children
}

/** Every indicator of a group: its levels in plain words, what they rest on, what evidence serves and who attests it. */
export function groupPage(set: CriteriaSet, on: string, lang: Lang): Page {
  const competences = criteriaTree(set, on).filter(({ kind }) => kind === 'competence')
  const t = words[lang]
  const markdown = blocks(
    t.intro(dayWords(on, lang)),
    passText(set, on, lang),
    ...competences.map((competence) =>
      blocks(
        `## ${plain(competence.text[lang])}`,
        ...competence.children.map((indicator) => indicatorText(indicator, set, lang)),
      ),
    ),
    blocks(`## ${t.sources}`, list(sourcesOfFrame(set, lang))),
  )
  return { name: `group-${set.group}`, lang, title: set.label[lang], category: criteriaCategory[lang], markdown }
}

function passText(set: CriteriaSet, on: string, lang: Lang): string {
  const t = words[lang]
  const row = (label: string, parameter: string): string[] => {
    const { value, basis } = stepOf(set, parameter, on)
    return [label, formatNumber(value, lang), badge(basis, lang)]
  }
  return blocks(
    `## ${t.pass}`,
    table(t.passHead, [
      row(t.threshold, set.pass.threshold.fact),
      row(t.disadvantaged, set.pass.disadvantagedThreshold.fact),
      row(t.floor, set.pass.floor.fact),
      row(t.maximum, set.maximum.fact),
    ]),
  )
}

function indicatorText(node: ExplanationNode, set: CriteriaSet, lang: Lang): string {
  const t = words[lang]
  const definition = set.indicators.find(({ id }) => id === node.id) as IndicatorDefinition
  const levels = node.children.filter(({ kind }) => kind === 'level')
  return blocks(
    `### ${plain(node.text[lang])}`,
    definition.grading === 'sum' && t.sum(definition.cap ?? 0),
    table(
      t.levelHead,
      levels.map(({ points, text, basis }) => [
        formatNumber(points as number, lang),
        plain(text[lang]),
        basis ? badge(basis, lang) : '',
      ]),
    ),
    levels.some(({ source }) => source?.length) &&
      list(levels.flatMap(({ source }) => source ?? []).map((source) => sourceText(source, lang))),
    `<details><summary>${t.checked}</summary>`,
    levels.map(({ points, children }) => checkedText(points as number, children, lang)).join('\n'),
    '</details>',
    `**${t.evidence}**`,
    evidenceTable(levels, set, lang),
    definition.note && `${t.why} ${plain(definition.note[lang])}`,
    definition.inspiredBy && definition.inspiredBy.length > 0 && `${t.inspired} ${definition.inspiredBy.map(plain).join('; ')}.`,
  )
}

function checkedText(points: number, conditions: readonly ExplanationNode[], lang: Lang, depth = 0): string {
  const line = (text: string, indent: number): string => `${'  '.repeat(indent)}- ${text}`
  const nested = (nodes: readonly ExplanationNode[], indent: number): string[] =>
    nodes.flatMap(({ text, children }) => [line(plain(text[lang]), indent), ...nested(children, indent + 1)])
  return [line(words[lang].points(formatNumber(points, lang)), depth), ...nested(conditions, depth + 1)].join('\n')
}

const factsIn = (nodes: readonly ExplanationNode[]): string[] =>
  nodes.flatMap(({ fact, children }) => [...(fact === undefined ? [] : [fact]), ...factsIn(children)])

function evidenceTable(levels: readonly ExplanationNode[], set: CriteriaSet, lang: Lang): string {
  const used = new Set(factsIn(levels))
  return table(
    words[lang].evidenceHead,
    set.facts
      .filter(({ id }) => used.has(id))
      .map(({ label, usualEvidence, window, attestedBy }) => [
        `[${plain(label[lang])}](vocabulary.md#${anchorOf(label[lang])})`,
        plain(usualEvidence?.[lang] ?? ''),
        windowWords[window][lang],
        attestedBy.map((one) => attesterWords[one][lang]).join('; '),
      ]),
  )
}

const sourcesOfFrame = (set: CriteriaSet, lang: Lang): string[] => [
  ...new Set(
    [
      ...set.competences.map(({ source }) => source),
      ...[set.pass.threshold, set.pass.disadvantagedThreshold, set.pass.floor, set.maximum].flatMap(({ fact }) =>
        (set.parameters[fact]?.values ?? []).map(({ source }) => source),
      ),
    ].flatMap((source) => (source ? [sourceText(source, lang)] : [])),
  ),
]

const words = {
  vi: {
    intro: (on: string) =>
      `Các con số tính đến ngày ${on}. Nhãn bên cạnh cho biết mỗi mức, mỗi con số dựa vào đâu: khung (mười chỉ số, điểm sàn, tổng điểm) có nguồn; các mức điểm bên trong chỉ số mang nhãn “Đề xuất, không chính thức” thì **không phải văn bản**. Kết quả chỉ nói đạt hay chưa đạt tiêu chí; danh hiệu do cấp có thẩm quyền công nhận.`,
    pass: 'Điều kiện đạt',
    passHead: ['Điều kiện', 'Điểm', 'Căn cứ'],
    threshold: 'Tổng điểm cần đạt',
    disadvantaged: 'Tổng điểm cần đạt ở vùng khó khăn',
    floor: 'Điểm sàn của mỗi chỉ số',
    maximum: 'Điểm tối đa của một chỉ số',
    sum: (cap: number) => `Điểm của các mức được cộng lại, nhiều nhất ${cap} điểm.`,
    levelHead: ['Điểm', 'Mức', 'Căn cứ'],
    points: (points: string) => `${points} điểm khi:`,
    checked: 'Chương trình kiểm tra những gì',
    evidence: 'Minh chứng',
    evidenceHead: ['Minh chứng', 'Thường có ở', 'Tính', 'Ai xác nhận được'],
    why: 'Vì sao:',
    inspired: 'Tham khảo:',
    sources: 'Nguồn của khung',
  },
  en: {
    intro: (on: string) =>
      `Numbers as of ${on}. The badge beside each level and number says what it rests on: the frame (ten indicators, floor, total) has sources; levels marked “Proposed, not official” are **not a legal text**. A result only says whether the criteria are met; titles are granted by the competent authority.`,
    pass: 'What it takes',
    passHead: ['Condition', 'Points', 'Basis'],
    threshold: 'Total needed',
    disadvantaged: 'Total needed in a disadvantaged area',
    floor: 'Least points of every indicator',
    maximum: 'Most points of one indicator',
    sum: (cap: number) => `The points of the levels add up, to at most ${cap}.`,
    levelHead: ['Points', 'Level', 'Basis'],
    points: (points: string) => `${points} points when:`,
    checked: 'What the program checks',
    evidence: 'Evidence',
    evidenceHead: ['Evidence', 'Usually found in', 'Counted', 'Who can attest it'],
    why: 'Why:',
    inspired: 'Inspired by:',
    sources: 'Sources of the frame',
  },
}
