import type { CriteriaSet } from '../../../src/index.js'
import type { Basis } from '../../../src/model/basis.js'
import type { Lang } from '../../../src/model/text.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { dayWords } from '../../../src/assessment/explain-words.js'
import { stepOf } from '../../../src/rules/parameter.js'
import { blocks, list, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { badge } from './words.js'

const bases: readonly Basis[] = ['official', 'single-source', 'standard', 'proposed']

/** What rests on a text and what is proposed, at a glance, and where each is found. */
export function overviewPage(sets: readonly CriteriaSet[], on: string, lang: Lang): Page {
  const t = words[lang]
  const [general] = sets as readonly [CriteriaSet, ...CriteriaSet[]]
  const { pass, maximum, competences } = general
  const frame = [
    [t.maximum, maximum.fact],
    [t.floor, pass.floor.fact],
    [t.threshold, pass.threshold.fact],
    [t.disadvantaged, pass.disadvantagedThreshold.fact],
  ].map(([label = '', id = '']) => {
    const { value, basis } = stepOf(general, id, on)
    return [label, formatNumber(value, lang), badge(basis, lang)]
  })
  const split = [...new Set(competences.map(({ basis }) => basis))].map((basis) => badge(basis, lang)).join(' ')
  const counts = (set: CriteriaSet): string => {
    const levels = set.indicators.flatMap(({ levels }) => levels)
    const of = (basis: Basis): number => levels.filter((level) => level.basis === basis).length
    return bases.flatMap((basis) => (of(basis) > 0 ? [`${of(basis)} ${badge(basis, lang)}`] : [])).join(' ')
  }
  const markdown = blocks(
    t.intro(dayWords(on, lang)),
    `## ${t.frame}`,
    table(t.frameHead, [...frame, [t.split, String(competences.length), split]]),
    `## ${t.levels}`,
    t.levelsAre,
    table(
      [t.group, t.count],
      sets.map((set) => [`[${plain(set.label[lang])}](group-${set.group}.md)`, counts(set)]),
    ),
    `## ${t.more}`,
    list(t.pages),
  )
  return { name: 'criteria', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

const words = {
  vi: {
    title: 'Điều gì chính thức, điều gì đề xuất',
    intro: (on: string) =>
      `Tính đến ngày ${on}. “Đề xuất” là của những người làm bộ công cụ, **không phải quy định**. Kết quả mang căn cứ yếu nhất trong những gì nó dùng.`,
    frame: 'Khung',
    frameHead: ['Quy định', 'Số', 'Căn cứ'],
    maximum: 'Điểm tối đa của một chỉ số',
    floor: 'Điểm sàn của mỗi chỉ số',
    threshold: 'Tổng điểm cần đạt',
    disadvantaged: 'Tổng điểm cần đạt ở vùng khó khăn',
    split: 'Số năng lực, và chỉ số nào thuộc năng lực nào',
    levels: 'Các mức điểm bên trong chỉ số',
    levelsAre: 'Số mức của mỗi nhóm theo căn cứ. Bấm vào tên nhóm để xem từng mức bằng lời.',
    group: 'Nhóm',
    count: 'Số mức',
    more: 'Xem thêm',
    pages: [
      '[Các nhóm cạnh nhau](groups-side-by-side.md): cùng một chỉ số, mỗi nhóm đo thế nào',
      '[Từ vựng minh chứng](vocabulary.md): mọi điều một hồ sơ có thể ghi, ai xác nhận được',
      '[Các con số và lịch sử](numbers.md): từng con số, từ ngày nào, dựa vào đâu',
      '[Thang kỹ năng số](digital-skills.md): năm mức và các đường chứng minh',
      '[Chỉ tiêu của các kế hoạch](targets.md): tỷ lệ nào, tính trên ai',
    ],
  },
  en: {
    title: 'What is official, what is proposed',
    intro: (on: string) =>
      `As of ${on}. What is proposed is by the makers of this tool and **not law**. A result carries the weakest basis of what it used.`,
    frame: 'The frame',
    frameHead: ['Rule', 'Number', 'Basis'],
    maximum: 'Most points of one indicator',
    floor: 'Least points of every indicator',
    threshold: 'Total needed',
    disadvantaged: 'Total needed in a disadvantaged area',
    split: 'Number of competences, and which indicator belongs to which',
    levels: 'Levels inside the indicators',
    levelsAre: 'How many levels of each group rest on what. The page of a group tells each level in words.',
    group: 'Group',
    count: 'Levels',
    more: 'See also',
    pages: [
      '[Groups side by side](groups-side-by-side.md): how each group measures the same indicator',
      '[Vocabulary of evidence](vocabulary.md): everything a record may state, and who can attest it',
      '[Numbers and their history](numbers.md): every number, from when, resting on what',
      '[Scale of digital skills](digital-skills.md): five levels and the routes that show them',
      '[Targets of plans](targets.md): which percentage, of whom',
    ],
  },
}
