import type { CriteriaSet } from '../../../src/index.js'
import type { Lang } from '../../../src/model/text.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { dayWords } from '../../../src/assessment/explain-words.js'
import { blocks, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { badge, sourceText, unitWords } from './words.js'

/** Every number of the rules with its history: from when, what it rests on, when it was last compared with its source. */
export function parametersPage({ parameters }: CriteriaSet, lang: Lang): Page {
  const t = words[lang]
  const markdown = blocks(
    t.intro,
    ...Object.entries(parameters).map(([id, { label, unit, checkedOn, values }]) =>
      blocks(
        `## ${plain(label?.[lang] ?? id)}`,
        `\`${id}\`; ${t.unit}: ${unitWords(unit, lang)}; ${t.checked} ${dayWords(checkedOn, lang)}.`,
        table(
          [t.from, t.value, t.basis, t.source],
          values.map(({ from, value, basis, source, rationale }) => [
            dayWords(from, lang),
            formatNumber(value, lang),
            badge(basis, lang),
            source ? sourceText(source, lang) : plain(rationale?.[lang] ?? ''),
          ]),
        ),
      ),
    ),
  )
  return { name: 'numbers', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

const words = {
  vi: {
    title: 'Các con số và lịch sử',
    intro: 'Con số nào của bộ tiêu chí cũng đứng ở đây, không đứng trong mã chương trình. Ngày cũ vẫn cho kết quả theo số cũ.',
    unit: 'đơn vị',
    checked: 'đối chiếu gần nhất ngày',
    from: 'Từ ngày',
    value: 'Giá trị',
    basis: 'Căn cứ',
    source: 'Nguồn hoặc lý do',
  },
  en: {
    title: 'Numbers and their history',
    intro: 'Every number of the criteria stands here, none in code. A past day still gives the result of its own numbers.',
    unit: 'unit',
    checked: 'last compared on',
    from: 'From',
    value: 'Value',
    basis: 'Basis',
    source: 'Source or reason',
  },
}
