import { execFileSync } from 'node:child_process'
import { buildSync } from 'esbuild'
import { brokenLinks } from './broken-links.js'
import { buildLivePage } from './live-page.js'
import { writePages } from './write-pages.js'

/** `npm run docs`: the documentation site in both languages, under `site/` and `site/en/`. */
const typedoc = (options: string, pages: readonly string[]): void => {
  const documents = pages.flatMap((page) => ['--projectDocuments', page])
  execFileSync(process.execPath, ['node_modules/typedoc/bin/typedoc', '--options', options, ...documents], { stdio: 'inherit' })
}

const pages = { vi: writePages('vi', 'docs-build/vi'), en: writePages('en', 'docs-build/en') }
buildSync({
  entryPoints: ['docs/typedoc/client.mjs'],
  bundle: true,
  minify: true,
  format: 'iife',
  charset: 'utf8',
  outfile: 'docs-build/client.js',
  logLevel: 'warning',
})
// The English site stands inside the Vietnamese one, which is therefore made first.
typedoc('typedoc.json', pages.vi)
typedoc('typedoc.en.json', pages.en)
// The live page is one page for both languages.
buildLivePage('site/thu')

const broken = brokenLinks('site')
for (const { page, link } of broken) process.stderr.write(`${page}: ${link}\n`)
process.stdout.write(`${broken.length} broken links\n`)
if (broken.length > 0) process.exitCode = 1
