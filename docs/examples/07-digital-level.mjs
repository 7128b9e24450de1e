import { evaluate } from 'cong-dan-hoc-tap'

const show = (title, evidence) => {
  const { digital } = evaluate({ id: 'P1', group: 'worker', evidence }, { on: '2025-12-31' })
  const { level, label, hasSkills, because } = digital
  const routes = because.map(({ route }) => route).join(', ')
  console.log(`${title}: ${level.lower}–${level.upper}, ${label.vi} · ${label.en}, ${hasSkills} (${routes})`)
}

show('not asked', {})
show('none of the 30', { digitalActivities: [] })
show('some', { digitalActivities: ['idl-news', 'cc-calls', 'dcc-word', 'sf-privacy', 'ps-install'] })
show('certificate', { digitalActivities: [], certificates: [{ kind: 'it-basic', issuedOn: '2019' }] })
