import type { Assessment, DigitalArea } from '../model/assessment.js'
import type { CriteriaSet } from '../model/criteria-set.js'
import type { DigitalRouteDefinition } from '../model/digital-skills-file.js'
import type { ExplanationNode, ExplainedValue } from '../model/explanation.js'
import type { Lang, Text } from '../model/text.js'
import type { Range } from '../model/verdict.js'
import { explainedParameter } from './explain-condition.js'
import { digitalText } from './explain.js'
import { inBoth, rangeText } from './explain-words.js'

const file = 'digital-skills'

/**
 * The digital-skill level: both flags, then every route that the set uses, with what it shows.
 *
 * @param routes - in use, in the order of the file
 * @param levels - what each route shows of the record; without a record only what the assessment tells is known
 */
export function digitalNode(
  assessment: Assessment,
  set: CriteriaSet,
  routes: readonly DigitalRouteDefinition[],
  levels: readonly Range[] | undefined,
): ExplanationNode {
  const { digital, on } = assessment
  const parameter = explainedParameter(set, set.digital.required.fact, on)
  return {
    kind: 'digital',
    id: 'digital',
    text: digitalText(assessment),
    value: levelValue(digital.level, set),
    children: [
      {
        kind: 'flag',
        id: 'digital.has-skills',
        text: {
          vi: `Có kỹ năng số: từ mức ${stepText(parameter.value, set, 'vi')} trở lên`,
          en: `Has digital skills: level ${stepText(parameter.value, set, 'en')} or above`,
        },
        verdict: digital.hasSkills,
        parameter,
        basis: parameter.basis,
        ...(parameter.source && { source: [parameter.source] }),
        file: parameter.file,
        children: [],
      },
      {
        kind: 'flag',
        id: 'digital.proficient',
        text: {
          vi: 'Thành thạo: có kỹ năng số, và đạt mức thành thạo trở lên hoặc tự cập nhật minh chứng trực tuyến',
          en: 'Proficient: has digital skills, and is at the level proficient or above or updates the own evidence online',
        },
        verdict: digital.proficient,
        basis: parameter.basis,
        children: [],
      },
      ...routes.map((route, r) => routeNode(route, levels?.[r] ?? shownLevel(assessment, route), digital.areas, set)),
    ],
  }
}

function shownLevel({ digital }: Assessment, { id }: DigitalRouteDefinition): Range | undefined {
  return digital.because.find(({ route }) => route === id)?.level
}

function routeNode(
  route: DigitalRouteDefinition,
  level: Range | undefined,
  areas: readonly DigitalArea[],
  set: CriteriaSet,
): ExplanationNode {
  const id = `digital.${route.id}`
  const { evidence } = route
  return {
    kind: 'route',
    id,
    text: route.rule,
    ...(level && { value: levelValue(level, set) }),
    basis: route.basis,
    ...(route.source && { source: [route.source] }),
    file,
    children: [
      {
        kind: 'route-evidence',
        id: `${id}.evidence`,
        text: {
          vi: 'Giấy tờ hoặc chuẩn mà cách này dựa vào; cách quy đổi ra mức có cơ sở riêng, ghi ở trên',
          en: 'The paper or standard that this goes by; what turns it into a level has a basis of its own, told above',
        },
        basis: evidence.basis,
        ...(evidence.source && { source: [evidence.source] }),
        file,
        children: [],
      },
      ...(route.kind === 'activities' ? areas.map((area) => areaNode(area, set, id)) : []),
    ],
  }
}

const areaLevels: Record<DigitalArea['level']['lower'], Text> = {
  none: { vi: 'chưa đạt mức cơ bản', en: 'below basic' },
  basic: { vi: 'cơ bản', en: 'basic' },
  'above-basic': { vi: 'trên cơ bản', en: 'above basic' },
}

function areaNode({ code, label, count, level }: DigitalArea, set: CriteriaSet, id: string): ExplanationNode {
  const area = set.digital.areas.find((one) => one.code === code)
  return {
    kind: 'area',
    id: `${id}.${code}`,
    text: label,
    value: {
      ...count,
      text: inBoth((lang) => {
        const [from, to] = [areaLevels[level.lower][lang], areaLevels[level.upper][lang]]
        const activities = lang === 'vi' ? 'việc' : 'activities'
        return `${rangeText(count, lang)} ${activities} (${from === to ? from : `${from} – ${to}`})`
      }),
    },
    ...(area && { basis: area.basis, ...(area.source && { source: [area.source] }) }),
    file,
    children: [],
  }
}

function levelValue({ lower, upper }: Range, set: CriteriaSet): ExplainedValue {
  return {
    lower,
    upper,
    text: inBoth((lang) => {
      const [from, to] = [stepText(lower, set, lang), stepText(upper, set, lang)]
      if (lang === 'vi') return lower === upper ? `mức ${from}` : `từ mức ${from} đến mức ${to}`
      return lower === upper ? `level ${from}` : `level ${from} to ${to}`
    }),
  }
}

/** `2 (Cơ bản)`. */
function stepText(level: number, set: CriteriaSet, lang: Lang): string {
  const label = set.digital.levels.find((one) => one.level === level)?.label
  return `${level}${label ? ` (${label[lang]})` : ''}`
}
