import { loadSet } from '../../../src/index.js'
import type { Lang } from '../../../src/model/text.js'
import { targetPlanSchema, type TargetPlan } from '../../../src/model/target-plan.js'
import { digitalPage } from './digital-page.js'
import { groupPage } from './group-page.js'
import type { Page } from './page.js'
import { overviewPage } from './overview-page.js'
import { parametersPage } from './parameters-page.js'
import { sideBySidePage } from './side-by-side-page.js'
import { targetsPage } from './targets-page.js'
import { vocabularyPage } from './vocabulary-page.js'

type ReadJson = (path: string) => unknown

/**
 * The catalogue of criteria in one language, from the files of `criteria/` themselves, which have the notes and reasons that
 * the package leaves out. Numbers are those of the day on which the files were last compared with their sources.
 */
export function cataloguePages(readJson: ReadJson, list: (folder: string) => string[], lang: Lang): Page[] {
  const base = ['facts', 'digital-skills', 'framework'].map((id) => readJson(`criteria/${id}.json`))
  const general = loadSet(base)
  const groups = list('criteria/groups').sort()
  const sets = [general, ...groups.map((name) => loadSet([...base, readJson(`criteria/groups/${name}`)]))]
  const plans = list('criteria/targets')
    .sort()
    .map((name): TargetPlan => targetPlanSchema.parse(readJson(`criteria/targets/${name}`)))
  const on = Object.values(general.parameters)
    .map(({ checkedOn }) => checkedOn)
    .reduce((latest, one) => (one > latest ? one : latest))
  return [
    overviewPage(sets, on, lang),
    sideBySidePage(sets, on, lang),
    ...sets.map((set) => groupPage(set, on, lang)),
    vocabularyPage(general, lang),
    digitalPage(general, lang),
    parametersPage(general, lang),
    targetsPage(plans, lang),
  ]
}
