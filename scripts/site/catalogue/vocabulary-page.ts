import type { CriteriaSet } from '../../../src/index.js'
import type { Lang } from '../../../src/model/text.js'
import type { FactDefinition } from '../../../src/model/vocabulary.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { blocks, list, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { attesterWords, windowWords } from './words.js'

/** Every fact that a record may state: what it asks, the values it takes, who attests it. */
export function vocabularyPage({ facts }: CriteriaSet, lang: Lang): Page {
  const t = words[lang]
  const markdown = blocks(
    t.intro,
    ...facts.map((fact) =>
      blocks(
        `## ${plain(fact.label[lang])}`,
        list([
          `${t.id}: \`${fact.id}\``,
          `${t.type}: ${t.types[fact.type]}${rangeOf(fact, lang)}`,
          ...('derived' in fact && fact.derived ? [t.derived] : []),
          `${t.window}: ${windowWords[fact.window][lang]}`,
          `${t.attested}: ${fact.attestedBy.map((one) => attesterWords[one][lang]).join('; ')}`,
          ...(fact.usualEvidence ? [`${t.evidence}: ${plain(fact.usualEvidence[lang])}`] : []),
          ...(fact.note ? [`${t.note}: ${plain(fact.note[lang])}`] : []),
        ]),
        ...valuesOf(fact, lang),
      ),
    ),
  )
  return { name: 'vocabulary', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

function rangeOf(fact: FactDefinition, lang: Lang): string {
  if (!('range' in fact)) return ''
  const [from, to] = fact.range.map((end) => formatNumber(end, lang))
  return ` (${from}–${to})`
}

function valuesOf(fact: FactDefinition, lang: Lang): string[] {
  const t = words[lang]
  const coded = (heading: string, codes: readonly { code: string; label: { vi: string; en: string } }[]): string =>
    table(
      [heading, t.meaning],
      codes.map(({ code, label }) => [`\`${code}\``, plain(label[lang])]),
    )
  switch (fact.type) {
    case 'rank':
      return [
        table(
          [t.step, t.meaning],
          fact.ranks.map(({ rank, label }) => [String(rank), plain(label[lang])]),
        ),
      ]
    case 'code':
    case 'codes':
      return [coded(t.code, fact.codes)]
    case 'activities':
      return [coded(t.kind, fact.kinds), coded(t.topic, fact.topics)]
    case 'certificates':
      return [coded(t.kind, fact.kinds)]
    default:
      return []
  }
}

const words = {
  vi: {
    title: 'Từ vựng minh chứng',
    intro: 'Mọi minh chứng mà một hồ sơ có thể ghi. Mã là tên cột trong tệp CSV và tên trường trong JSON, không bao giờ đổi.',
    id: 'Mã',
    type: 'Kiểu',
    derived: 'Suy ra từ các minh chứng khác, không khai trong hồ sơ',
    window: 'Tính',
    attested: 'Ai xác nhận được',
    evidence: 'Thường có ở',
    note: 'Ghi chú',
    step: 'Bậc',
    code: 'Mã',
    kind: 'Loại',
    topic: 'Nội dung',
    meaning: 'Nghĩa',
    types: {
      rank: 'một bậc',
      count: 'số nguyên',
      number: 'số',
      boolean: 'có hoặc không',
      code: 'một mã',
      codes: 'nhiều mã',
      activities: 'danh sách hoạt động có ngày tháng',
      certificates: 'danh sách chứng chỉ',
    } satisfies Record<FactDefinition['type'], string>,
  },
  en: {
    title: 'Vocabulary of evidence',
    intro:
      'Everything that a record may state. The id is the heading of a CSV column and the name of a JSON field, and never changes.',
    id: 'Id',
    type: 'Type',
    derived: 'Worked out from other evidence, never stated in a record',
    window: 'Counted',
    attested: 'Who can attest it',
    evidence: 'Usually found in',
    note: 'Note',
    step: 'Step',
    code: 'Code',
    kind: 'Kind',
    topic: 'Topic',
    meaning: 'Meaning',
    types: {
      rank: 'a step',
      count: 'a whole number',
      number: 'a number',
      boolean: 'yes or no',
      code: 'one code',
      codes: 'several codes',
      activities: 'a list of dated activities',
      certificates: 'a list of certificates',
    } satisfies Record<FactDefinition['type'], string>,
  },
}
