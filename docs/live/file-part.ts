import { rangeText, verdictLines } from '../../src/assessment/explain-words.js'
import { verdicts } from '../../src/model/verdict.js'
import { verdictWords } from '../../src/output/words.js'
import { language, say, word } from './context.js'
import { fill, h } from './dom.js'
import type { FileJob, FileNews, FileSummary } from './file-messages.js'
import { verdictMark } from './marks.js'
import { scriptUrl } from './scripts-of-page.js'

/**
 * A list of people in a file, judged by a worker.
 *
 * @param day - the day as of which they are judged
 * @returns also `take`, for a file that comes in another way than through the field
 */
export function filePart(day: () => string): { element: HTMLElement; take: (file: File) => void } {
  const input = h('input', { type: 'file', id: 'file', class: 'unseen', accept: '.csv,.txt,.tsv,text/csv' })
  const status = h('p', { role: 'status' })
  const output = h('div')
  const stop = h('button', { type: 'button', class: 'small', hidden: true }, word('stop'))
  let worker: Worker | undefined
  const end = (text: string): void => {
    worker?.terminate()
    worker = undefined
    stop.hidden = true
    status.textContent = text
  }
  const judge = (file: File): void => {
    end(`${word('reading')} …`)
    fill(output)
    stop.hidden = false
    try {
      worker = new Worker(scriptUrl('file-worker.js'))
    } catch {
      return end(word('noWorker'))
    }
    worker.addEventListener('message', ({ data }: MessageEvent<FileNews>) => {
      if (data.kind === 'progress') status.textContent = `${word('reading')}: ${data.rows} ${word('people')}`
      else if (data.kind === 'refused') {
        end(word('fileFailed'))
        fill(
          output,
          h(
            'ul',
            { class: 'error' },
            data.texts.map((text) => h('li', {}, say(text))),
          ),
        )
      } else {
        end(word('done'))
        fill(output, summaryOf(data.summary))
      }
    })
    worker.addEventListener('error', () => end(word('fileFailed')))
    worker.postMessage({ file, on: day(), lang: language() } satisfies FileJob)
  }
  stop.addEventListener('click', () => end(word('stopped')))
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) judge(file)
    input.value = ''
  })
  const element = h(
    'div',
    {},
    h(
      'div',
      { class: 'drop' },
      h('p', { class: 'hint' }, word('fileHint')),
      // A label in the language of the page: the browser's own button has that of the browser.
      h('p', { class: 'file' }, input, h('label', { class: 'button', for: 'file' }, word('chooseFile'))),
    ),
    h('div', { class: 'acts' }, status, stop),
    output,
  )
  return { element, take: judge }
}

function summaryOf({ counts, rejected, people, wrong, ignored, results, rejections }: FileSummary): HTMLElement[] {
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], rejected)
  const row = (name: string, count: number): HTMLElement => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, count))
  return [
    h(
      'table',
      { class: 'counts' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [word('result1'), word('count')].map((name) => h('th', { scope: 'col' }, name)),
        ),
      ),
      h(
        'tbody',
        {},
        verdicts.map((verdict) => row(say(verdictWords[verdict]), counts[verdict])),
        row(word('rejected'), rejected),
        row(word('all'), all),
      ),
    ),
    h('p', { class: 'hint' }, word('proposed')),
    h(
      'p',
      { class: 'acts' },
      download(word('download'), results, language() === 'vi' ? 'ket-qua.csv' : 'results.csv'),
      rejections && download(word('downloadWrong'), rejections, language() === 'vi' ? 'bi-loai.csv' : 'rejected.csv'),
    ),
    ...(ignored.length > 0 ? [h('p', {}, `${word('ignored')}: ${ignored.join('; ')}`)] : []),
    ...(people.length > 0
      ? [
          h('h3', {}, word('firstRows')),
          h(
            'div',
            { class: 'wide', tabindex: 0, role: 'region', 'aria-label': word('firstRows') },
            h(
              'table',
              {},
              h(
                'thead',
                {},
                h(
                  'tr',
                  {},
                  [word('id'), word('group'), word('result1'), word('total')].map((name) => h('th', { scope: 'col' }, name)),
                ),
              ),
              h(
                'tbody',
                {},
                people.map(({ id, group, verdict, lower, upper }) =>
                  h(
                    'tr',
                    {},
                    h('th', { scope: 'row' }, id),
                    h('td', {}, say(group)),
                    h('td', { title: say(verdictLines[verdict]) }, verdictMark(verdict)),
                    h('td', {}, rangeText({ lower, upper }, language())),
                  ),
                ),
              ),
            ),
          ),
        ]
      : []),
    ...(wrong.length > 0
      ? [
          h('h3', {}, word('firstWrong')),
          h(
            'ul',
            {},
            wrong.map(({ line, texts }) => h('li', {}, `${word('line')} ${line}: ${texts.map(say).join(' ')}`)),
          ),
        ]
      : []),
  ]
}

const download = (name: string, file: Blob, as: string): HTMLElement =>
  h('a', { class: 'button', href: URL.createObjectURL(file), download: as }, name)
