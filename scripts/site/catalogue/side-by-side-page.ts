import type { CriteriaSet } from '../../../src/index.js'
import type { Lang } from '../../../src/model/text.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { criteriaTree } from './group-page.js'
import { blocks, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'

/** Each indicator with the levels of all groups below each other. */
export function sideBySidePage(sets: readonly CriteriaSet[], on: string, lang: Lang): Page {
  const t = words[lang]
  const trees = sets.map((set) => ({
    set,
    indicators: criteriaTree(set, on).flatMap(({ kind, children }) => (kind === 'competence' ? children : [])),
  }))
  const [first] = trees
  const markdown = blocks(
    t.intro,
    ...(first?.indicators ?? []).map(({ id, text }) => {
      const rows = trees.map(({ set, indicators }) => ({
        set,
        levels: (indicators.find((one) => one.id === id)?.children ?? []).filter(({ kind }) => kind === 'level'),
      }))
      const points = [...new Set(rows.flatMap(({ levels }) => levels.map((level) => level.points as number)))].sort(
        (a, b) => a - b,
      )
      return blocks(
        `## ${plain(text[lang])}`,
        table(
          [t.group, ...points.map((one) => t.points(formatNumber(one, lang)))],
          rows.map(({ set, levels }) => [
            `[${plain(set.label[lang])}](group-${set.group}.md)`,
            ...points.map((one) =>
              levels
                .filter((level) => level.points === one)
                .map((level) => plain(level.text[lang]))
                .join('; '),
            ),
          ]),
        ),
      )
    }),
  )
  return { name: 'groups-side-by-side', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

const words = {
  vi: {
    title: 'Các nhóm cạnh nhau',
    intro:
      'Cùng một chỉ số, mỗi nhóm có cách đo riêng, vì việc học của mỗi nhóm có hoàn cảnh riêng. Căn cứ của từng mức có trong trang của nhóm.',
    group: 'Nhóm',
    points: (points: string) => `${points} điểm`,
  },
  en: {
    title: 'Groups side by side',
    intro:
      'The same indicator is measured in a way of its own for each group, since their learning differs. What each level rests on stands on the page of the group.',
    group: 'Group',
    points: (points: string) => `${points} points`,
  },
}
