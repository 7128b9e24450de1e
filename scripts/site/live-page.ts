import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync, type BuildOptions } from 'esbuild'
import type { Text } from '../../src/model/text.js'

const source = 'docs/live'
/** All that the page needs when there is no network; `./` is how it is asked for. */
const files = ['index.html', 'live.css', 'live.js', 'file-worker.js', 'icon.svg'] as const

const common: BuildOptions = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
}

interface Vocabulary {
  facts: { id: string; usualEvidence?: Text }[]
}

/** Where evidence is usually found, by fact: the shipped sets leave it out. */
export function usualEvidenceOf({ facts }: Vocabulary): Record<string, Text> {
  return Object.fromEntries(facts.flatMap(({ id, usualEvidence }) => (usualEvidence ? [[id, usualEvidence]] : [])))
}

/** Builds the live page: a page of its own, with one script, one style sheet, and two workers that load when they are needed. */
export function buildLivePage(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const vocabulary = JSON.parse(readFileSync('criteria/facts.json', 'utf8')) as Vocabulary
  buildSync({
    ...common,
    entryPoints: [`${source}/main.ts`],
    outfile: join(folder, 'live.js'),
    define: { USUAL_EVIDENCE: JSON.stringify(usualEvidenceOf(vocabulary)) },
  })
  buildSync({
    ...common,
    entryPoints: [`${source}/file-worker.ts`],
    outfile: join(folder, 'file-worker.js'),
    inject: [`${source}/browser/buffer.ts`],
    alias: { 'node:buffer': `./${source}/browser/node-buffer.ts`, 'node:util': `./${source}/browser/node-util.ts` },
  })
  buildSync({ ...common, entryPoints: [`${source}/style.css`], outfile: join(folder, 'live.css') })
  for (const file of ['index.html', 'icon.svg']) copyFileSync(join(source, file), join(folder, file))
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(join(folder, file)))
  const worker = buildSync({
    ...common,
    entryPoints: [`${source}/service-worker.ts`],
    write: false,
    define: {
      PAGE_FILES: JSON.stringify(['./', ...files]),
      PAGE_DIGEST: JSON.stringify(digest.digest('hex').slice(0, 16)),
    },
  })
  writeFileSync(join(folder, 'service-worker.js'), worker.outputFiles?.[0]?.text ?? '')
}
