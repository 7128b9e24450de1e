import { language, setLanguage } from './context.js'
import { Page } from './page.js'
import { scriptUrl } from './scripts-of-page.js'
import { fragmentOf, interviewOf } from './share-link.js'

/** Answers outlive a reload, and nothing else: this goes with the tab. */
const place = 'thu'

const kept = (): string => {
  try {
    return sessionStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}
function keep(fragment: string | undefined): void {
  try {
    if (fragment === undefined) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, fragment)
  } catch {
    // A browser that keeps nothing loses the answers at a reload; everything else works.
  }
}

const shared = location.hash.slice(1)
if (new URLSearchParams(location.search).get('lang') === 'en') setLanguage('en')
const root = document.getElementById('app')
if (root) {
  const opened = interviewOf(shared === '' ? kept() : shared)
  const page = new Page(
    root,
    opened,
    (interview) => {
      keep(interview && fragmentOf(interview))
      // The answers of a link were its sender's; from the first change on they are not in the address any more.
      history.replaceState(null, '', `${location.pathname}${language() === 'en' ? '?lang=en' : ''}`)
    },
    shared !== '' && opened === undefined,
  )
  page.show()
  if (opened) keep(fragmentOf(opened))
  root.dataset['ready'] = 'true'
}
// A link that is put into the address of the open page.
addEventListener('hashchange', () => location.hash.length > 1 && location.reload())
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register(scriptUrl('service-worker.js')).catch(() => {
    // Without it the page works as long as there is a network.
  })
