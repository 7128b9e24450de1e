import type { CriteriaSet } from '../../../src/index.js'
import type { DigitalRouteDefinition } from '../../../src/model/digital-skills-file.js'
import type { Lang } from '../../../src/model/text.js'
import { formatNumber } from '../../../src/assessment/fill-text.js'
import { blocks, list, plain, table } from './markdown.js'
import { criteriaCategory, type Page } from './page.js'
import { badge, sourceText } from './words.js'

/** The scale of digital skills, its alignment with other scales, its areas, and every route that shows a level. */
export function digitalPage({ digital, facts }: CriteriaSet, lang: Lang): Page {
  const t = words[lang]
  const { levels, areas, routes, note } = digital
  const scales = [...new Set(levels.flatMap(({ alignment }) => Object.keys(alignment ?? {})))]
  const activityNames = new Map(
    facts.flatMap((fact) => ('codes' in fact ? fact.codes.map(({ code, label }) => [code, label[lang]] as const) : [])),
  )
  const markdown = blocks(
    note && plain(note[lang]),
    `## ${t.scale}`,
    table(
      [t.level, t.name, ...scales.map(plain)],
      levels.map(({ level, label, alignment }) => [
        String(level),
        plain(label[lang]),
        ...scales.map((scale) => plain(alignment?.[scale] ?? '')),
      ]),
    ),
    scales.length > 0 && t.aligned,
    `## ${t.areas}`,
    ...areas.map(({ code, label, basic, aboveBasic, activities, basis, source }) =>
      blocks(
        `### ${plain(label[lang])} (${plain(code)})`,
        `${badge(basis, lang)}${source ? ` ${sourceText(source, lang)}` : ''}`,
        t.needed(basic, aboveBasic),
        list(activities.map((one) => plain(activityNames.get(one) ?? one))),
      ),
    ),
    `## ${t.routes}`,
    t.highest,
    ...routes.map((route) => routeText(route, lang)),
  )
  return { name: 'digital-skills', lang, title: t.title, category: criteriaCategory[lang], markdown }
}

function routeText(route: DigitalRouteDefinition, lang: Lang): string {
  const t = words[lang]
  const { id, rule, evidence, basis, rationale, optional } = route
  return blocks(
    `### \`${id}\``,
    plain(rule[lang]),
    optional && t.optional,
    list([
      `${t.evidence}: ${badge(evidence.basis, lang)}${evidence.source ? ` ${sourceText(evidence.source, lang)}` : ''}`,
      ...(evidence.note ? [plain(evidence.note[lang])] : []),
      `${t.mapping}: ${badge(basis, lang)}${rationale ? ` ${plain(rationale[lang])}` : ''}`,
    ]),
    stepsOf(route, lang),
  )
}

function stepsOf(route: DigitalRouteDefinition, lang: Lang): string {
  const t = words[lang]
  switch (route.kind) {
    case 'activities':
      return table(
        [t.result, t.areasBasic, t.areasAboveBasic, t.level],
        route.overall.map(({ label, areasBasic, areasAboveBasic, level }) => [
          plain(label[lang]),
          String(areasBasic),
          String(areasAboveBasic),
          String(level),
        ]),
      )
    case 'certificate':
      return `${t.givesLevel} ${route.level}.`
    case 'certificate-level':
    case 'score':
      return table(
        [t.from, t.level],
        route.bands.map(({ from, level }) => [formatNumber(from, lang), String(level)]),
      )
  }
}

const words = {
  vi: {
    title: 'Thang kỹ năng số',
    scale: 'Năm mức',
    level: 'Mức',
    name: 'Tên',
    aligned:
      'Các cột bên phải cho biết bậc nào của thang khác có nghĩa gần như vậy; việc đối chiếu là theo nghĩa, chưa có văn bản nào quy đổi.',
    areas: 'Các lĩnh vực',
    needed: (basic: number, above: number) =>
      `Cơ bản: làm được ít nhất ${basic} việc; trên cơ bản: ít nhất ${above} việc. Các việc được hỏi:`,
    routes: 'Các đường chứng minh',
    highest: 'Mức của một người là mức cao nhất mà một đường chứng minh được.',
    optional: 'Chỉ dùng khi bộ tiêu chí bật đường này.',
    evidence: 'Bằng chứng',
    mapping: 'Quy ra mức',
    result: 'Kết quả chung',
    areasBasic: 'Số lĩnh vực từ cơ bản',
    areasAboveBasic: 'Số lĩnh vực trên cơ bản',
    givesLevel: 'Cho mức',
    from: 'Từ',
  },
  en: {
    title: 'Scale of digital skills',
    scale: 'Five levels',
    level: 'Level',
    name: 'Name',
    aligned: 'The columns on the right tell which step of another scale means about the same; no source maps them.',
    areas: 'Areas',
    needed: (basic: number, above: number) => `Basic: at least ${basic} of these activities; above basic: at least ${above}.`,
    routes: 'Routes that show a level',
    highest: 'A person has the highest level that any route shows.',
    optional: 'Used only where a criteria set turns it on.',
    evidence: 'Evidence',
    mapping: 'Mapping to a level',
    result: 'Overall result',
    areasBasic: 'Areas at least basic',
    areasAboveBasic: 'Areas above basic',
    givesLevel: 'Gives level',
    from: 'From',
  },
}
