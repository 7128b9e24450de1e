import type { Lang } from '../../../src/model/text.js'
import type { TargetPlan } from '../../../src/model/target-plan.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { blocks, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { badge, sourceText } from './words.js'

/** The percentages of each plan, each with the words that say of whom it is a share. */
export function targetsPage(plans: readonly TargetPlan[], lang: Lang): Page {
  const t = words[lang]
  const markdown = blocks(
    t.intro,
    ...plans.map(({ id, label, document, note, targets }) =>
      blocks(
        `## ${plain(label[lang])}`,
        `\`${id}\`. ${sourceText(document, lang)}.`,
        note && plain(note[lang]),
        table(
          [t.target, t.of, t.year, t.percent, t.basis],
          targets.flatMap(({ label: name, denominator, milestones }) =>
            milestones.map(({ year, percent, basis }) => [
              plain(name[lang]),
              plain(denominator[lang]),
              String(year),
              `${formatNumber(percent, lang)}%`,
              badge(basis, lang),
            ]),
          ),
        ),
      ),
    ),
  )
  return { name: 'targets', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

const words = {
  vi: {
    title: 'Chỉ tiêu của các kế hoạch',
    intro: 'Tỷ lệ nào cũng phải đọc cùng mẫu số của nó.',
    target: 'Chỉ tiêu',
    of: 'Tính trên',
    year: 'Đến năm',
    percent: 'Tỷ lệ',
    basis: 'Căn cứ',
  },
  en: {
    title: 'Targets of plans',
    intro: 'No percentage can be read without its denominator.',
    target: 'Target',
    of: 'Share of',
    year: 'By the end of',
    percent: 'Percent',
    basis: 'Basis',
  },
}
