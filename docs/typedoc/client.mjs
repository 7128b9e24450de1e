import { fold } from './fold.mjs'

/** The search reads the words without marks, the reader still sees what was typed. */
function foldSearch() {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const input = document.getElementById('tsd-search-input')
  if (!input || !native) return
  Object.defineProperty(input, 'value', {
    configurable: true,
    get() {
      return fold(native.get.call(this))
    },
    set(value) {
      native.set.call(this, value)
    },
  })
}

/** A link to the same page in the other language. */
function linkOtherLanguage() {
  const toolbar = document.querySelector('#tsd-toolbar-links')
  const base = document.documentElement.dataset.base
  if (!toolbar || base === undefined) return
  const isEnglish = document.documentElement.lang === 'en'
  const root = new URL(base, location.href)
  const page = location.href.slice(root.href.length)
  const link = document.createElement('a')
  link.textContent = isEnglish ? 'Tiếng Việt' : 'English'
  link.lang = isEnglish ? 'vi' : 'en'
  link.href = new URL(isEnglish ? `../${page}` : `en/${page}`, root).href
  toolbar.append(link)
}

/** What scrolls by itself can be scrolled by the keyboard too. */
function focusWhatScrolls() {
  for (const part of document.querySelectorAll('.tsd-typography pre, .tsd-typography table'))
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0
}

foldSearch()
linkOtherLanguage()
focusWhatScrolls()
