import { explainTree, issueText, type Assessment, type ExplanationNode } from '../../src/index.js'
import type { Lang } from '../../src/model/text.js'
import { answerList, answersPart } from './answers-part.js'
import { comparePart } from './compare-part.js'
import { language, setLanguage, word } from './context.js'
import { fill, focusOn, h } from './dom.js'
import { filePart } from './file-part.js'
import { Folds } from './folds.js'
import {
  judge,
  openQuestions,
  recordOf,
  setOf,
  today,
  withAnswer,
  withSkipped,
  type Interview,
  type QuestionId,
} from './interview.js'
import { planPart } from './plan-part.js'
import { questionCard } from './question-card.js'
import { legend, resultPanel, shortResult } from './result-panel.js'
import { fragmentOf } from './share-link.js'
import { sharePart } from './share-part.js'
import { startForm, startText, type Start } from './start-form.js'
import { missingPart, whyPart } from './why-part.js'

/** What the page shows beside the answers. */
interface View {
  /** A question that was asked for by hand. */
  asked?: QuestionId | undefined
  /** Questions in the order in which they were answered or left open, to go back. */
  trail: readonly QuestionId[]
  /** Whether questions go on after the answer is settled. */
  more: boolean
}

/** Milliseconds of quiet after which what takes longer is worked out. */
const quiet = 120

/** The page, from what a visitor brings to what is shown. Everything shown follows from the interview and the view. */
export class Page {
  #interview: Interview | undefined
  #view: View = { trail: [], more: false }
  #later = 0

  readonly #root: HTMLElement
  readonly #question = h('section', { id: 'cau-hoi', 'aria-labelledby': 'question-heading' })
  readonly #result = h('section', { id: 'ket-qua', 'aria-labelledby': 'result-heading' })
  readonly #answers = h('section', { id: 'tra-loi' })
  readonly #spoken = h('p', { class: 'unseen', role: 'status', id: 'spoken' })
  readonly #bar = h('a', { href: '#ket-qua' })
  readonly #chosen = h('span', { class: 'chosen' })
  #compare = comparePart()
  readonly #day = (): string => this.#interview?.on ?? today(new Date())
  #file = filePart(this.#day)
  /** Where there is room beside the question, the way to met is open. */
  readonly #folds = new Folds(matchMedia('(min-width: 64rem)').matches ? ['ngan-nhat'] : [])

  /**
   * @param keep - called with the answers at each change, `undefined` when they are cleared
   * @param isBroken - the link that led here could not be read
   */
  constructor(
    root: HTMLElement,
    interview: Interview | undefined,
    private readonly keep: (interview: Interview | undefined) => void,
    private readonly isBroken: boolean,
  ) {
    this.#root = root
    this.#interview = interview
    this.#bar.addEventListener('click', (event) => {
      event.preventDefault()
      this.#focusResult()
    })
    // A file that is dropped anywhere is taken; otherwise the browser would leave the page for it.
    addEventListener('dragover', (event) => event.preventDefault())
    addEventListener('drop', (event) => {
      event.preventDefault()
      const [file] = event.dataTransfer?.files ?? []
      const part = document.getElementById('danh-sach')
      if (!file || !part) return
      part.setAttribute('open', '')
      part.scrollIntoView()
      this.#file.take(file)
    })
    addEventListener('beforeprint', () => this.#folds.open(['con-thieu', 'ngan-nhat']))
  }

  /** Builds everything in the language at hand. */
  show(): void {
    document.documentElement.lang = language()
    document.title = word('title')
    this.#compare = comparePart()
    this.#file = filePart(this.#day)
    const now = this.#interview
    const more = (id: string, name: 'compare' | 'share' | 'file', content: HTMLElement): HTMLElement =>
      h('details', { id, class: 'more' }, h('summary', {}, h('h2', {}, word(name))), content)
    fill(
      this.#root,
      h('a', { class: 'skip', href: '#cau-hoi', onclick: (event) => this.#skipTo(event) }, word('skip')),
      this.#header(),
      h(
        'main',
        {},
        this.isBroken && now === undefined && h('p', { class: 'broken', role: 'alert' }, word('broken')),
        this.#startPart(),
        this.#question,
        this.#result,
        this.#answers,
        more('so-sanh', 'compare', this.#compare.element),
        more(
          'chia-se',
          'share',
          sharePart(() => this.#link()),
        ),
        more('danh-sach', 'file', this.#file.element),
      ),
      h('footer', {}, h('p', {}, word('offline')), legend()),
      this.#spoken,
      h('nav', { class: 'glance', 'aria-label': word('result') }, this.#bar),
    )
    this.#refresh()
  }

  #header(): HTMLElement {
    const other: Lang = language() === 'vi' ? 'en' : 'vi'
    const change = (): void => {
      setLanguage(other)
      this.show()
      document.getElementById('language')?.focus()
      this.keep(this.#interview)
    }
    return h(
      'header',
      {},
      h(
        'div',
        { class: 'top' },
        h('a', { href: language() === 'vi' ? '../index.html' : '../en/index.html' }, word('toDocs')),
        h('button', { type: 'button', id: 'language', lang: other, class: 'plain', onclick: change }, word('otherLanguage')),
      ),
      h('h1', {}, word('title')),
      h('p', {}, word('lead')),
      h('p', { class: 'notice' }, word('proposed')),
      h('p', { class: 'hint' }, word('privacy')),
    )
  }

  /** Folded once questions are asked, with what was chosen in its head. */
  #startPart(): HTMLElement {
    const now = this.#interview
    const form = startForm(now ?? { on: today(new Date()) }, (given, isBegun) => this.#start(given, isBegun))
    return h(
      'details',
      { id: 'bat-dau', class: 'more', open: now === undefined },
      h('summary', {}, h('h2', {}, word('start')), this.#chosen),
      form,
    )
  }

  #link(): string | undefined {
    if (!this.#interview) return undefined
    const url = new URL(location.href)
    url.search = language() === 'en' ? '?lang=en' : ''
    url.hash = fragmentOf(this.#interview)
    return url.href
  }

  #start(given: Start, isBegun: boolean): void {
    const now: Interview = { evidence: {}, skipped: [], ...this.#interview, ...given }
    if (!isBegun && !this.#interview) {
      // While the visitor looks for the button, the criteria of the group get ready.
      setTimeout(() => judge(now).ok && openQuestions(now))
      return
    }
    this.#change(
      { evidence: {}, skipped: [], ...this.#interview, ...given },
      isBegun ? { ...this.#view, asked: undefined } : this.#view,
    )
    if (!isBegun) return
    document.getElementById('bat-dau')?.removeAttribute('open')
    this.#focusQuestion()
  }

  #change(interview: Interview, view: View): void {
    this.#interview = interview
    this.#view = view
    this.keep(interview)
    this.#refresh()
  }

  #answer(id: QuestionId, change: (interview: Interview) => Interview): void {
    if (!this.#interview) return
    const trail = [...this.#view.trail.filter((one) => one !== id), id]
    this.#change(change(this.#interview), { ...this.#view, trail, asked: undefined })
    if (id === 'disadvantagedArea') this.show()
    this.#focusQuestion()
  }

  #back(): void {
    const trail = [...this.#view.trail]
    const asked = trail.pop()
    this.#view = { ...this.#view, trail, asked }
    this.#showQuestion()
    this.#focusQuestion()
  }

  #ask(asked: QuestionId): void {
    this.#view = { ...this.#view, asked }
    this.#showQuestion()
    this.#focusQuestion()
  }

  #refresh(): void {
    const assessed = this.#interview && judge(this.#interview)
    this.#showQuestion()
    this.#showAnswers()
    this.#compare.show(this.#interview)
    this.#chosen.textContent = this.#interview ? startText(this.#interview) : ''
    clearTimeout(this.#later)
    const heading = h('h2', { id: 'result-heading' }, word('result'))
    if (!this.#interview || !assessed) {
      this.#bar.hidden = true
      return fill(this.#result, heading, h('p', { class: 'hint' }, word('resultHint')))
    }
    this.#folds.reset()
    if (!assessed.ok) {
      const texts = assessed.issues.map((one) => issueText(one, language()))
      this.#bar.hidden = true
      return fill(this.#result, heading, h('p', { class: 'error', role: 'alert' }, texts.join(' ')))
    }
    this.#showResult(this.#interview, assessed.value, heading)
  }

  #showResult(interview: Interview, assessment: Assessment, heading: HTMLElement): void {
    const later = h('div', { id: 'sau' })
    fill(this.#result, heading, resultPanel(assessment, thresholdsOf(interview)), later)
    const short = shortResult(assessment)
    this.#spoken.textContent = short
    this.#bar.hidden = false
    this.#bar.className = assessment.verdict
    fill(this.#bar, short)
    this.#later = window.setTimeout(() => {
      let told: ExplanationNode | undefined
      const tree = (): ExplanationNode => (told ??= explainTree(assessment, setOf(interview), recordOf(interview)))
      fill(
        later,
        this.#folds.add('con-thieu', word('missing'), () => missingPart(tree())),
        this.#folds.add('ngan-nhat', word('shortest'), () => planPart(interview, assessment)),
        this.#folds.add('vi-sao', word('why'), () => whyPart(tree())),
      )
    }, quiet)
  }

  #showQuestion(): void {
    const interview = this.#interview
    const heading = h('h2', { id: 'question-heading' }, word('question'))
    if (!interview || !judge(interview).ok) return fill(this.#question, heading, h('p', { class: 'hint' }, word('noQuestion')))
    const { deciding, again, further } = openQuestions(interview)
    const { asked, more, trail } = this.#view
    const id = asked ?? deciding[0] ?? (more ? further[0] : undefined)
    const count = Object.keys(interview.evidence).length
    const progress = h(
      'p',
      { class: 'hint' },
      `${word('answered')}: ${count}. ${deciding.length} ${word('questionsLeft')} ${word('deciding')}.`,
    )
    if (id === undefined) return fill(this.#question, heading, progress, this.#endCard(interview, again, further.length))
    const onBack = trail.length > 0 ? (): void => this.#back() : undefined
    const card = questionCard(interview, id, {
      onAnswer: (value) => this.#answer(id, (now) => withAnswer(now, id, value)),
      onSkip: () => this.#answer(id, (now) => withSkipped(now, id)),
      onBack,
    })
    fill(this.#question, heading, progress, card)
  }

  #endCard(interview: Interview, again: readonly QuestionId[], further: number): HTMLElement {
    const judged = judge(interview)
    const isSettled = judged.ok && judged.value.verdict !== 'unknown'
    const goOn = (): void => {
      this.#view = { ...this.#view, more: true }
      this.#showQuestion()
      this.#focusQuestion()
    }
    return h(
      'div',
      { class: 'card' },
      h('p', { class: 'question', id: 'question' }, word(isSettled ? 'settled' : 'unsettled')),
      h('p', {}, word(isSettled ? 'settledHint' : 'unsettledHint')),
      isSettled ? undefined : answerList(interview, again, (id) => this.#ask(id)),
      h(
        'div',
        { class: 'acts' },
        h('button', { type: 'button', class: 'main', onclick: () => this.#focusResult() }, word('seeResult')),
        further > 0 && h('button', { type: 'button', onclick: goOn }, `${word('askMore')} (${further} ${word('questionsLeft')})`),
        this.#view.trail.length > 0 &&
          h('button', { type: 'button', class: 'plain', onclick: () => this.#back() }, `← ${word('back')}`),
      ),
    )
  }

  #showAnswers(): void {
    if (!this.#interview) return fill(this.#answers)
    const clear = (): void => {
      if (!confirm(word('confirmOver'))) return
      this.#interview = undefined
      this.#view = { trail: [], more: false }
      this.keep(undefined)
      this.show()
      focusOn(this.#root.querySelector('h1') ?? this.#root)
    }
    fill(
      this.#answers,
      answersPart(this.#interview, (id) => this.#ask(id), clear),
    )
  }

  #focusQuestion(): void {
    const question = document.getElementById('question')
    if (question) focusOn(question)
  }

  #focusResult(): void {
    const heading = document.getElementById('result-heading')
    if (heading) focusOn(heading)
  }

  #skipTo(event: Event): void {
    event.preventDefault()
    focusOn(document.getElementById('question') ?? this.#question)
  }
}

/** The total that is needed; where the area is not known, in each kind of area. */
function thresholdsOf(interview: Interview): number[] {
  const areas = interview.area === null ? [false, true] : [interview.area]
  const found = areas.flatMap((area) => {
    const judged = judge({ ...interview, area })
    return judged.ok ? [judged.value.score.threshold] : []
  })
  return [...new Set(found)]
}
