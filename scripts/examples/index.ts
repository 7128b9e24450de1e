import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fillExamples } from './fill.js'
import { Scratch } from './scratch.js'

/** `npm run examples`: runs every example of the guides on the built package and writes what it prints into them. */
function node(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  // A command that has rejected a row exits with 1.
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')}\n${stderr}`)
  return stdout
}

for (const path of readdirSync('docs').filter((name) => name.endsWith('.md'))) {
  const scratch = new Scratch()
  try {
    const old = readFileSync(`docs/${path}`, 'utf8')
    const filled = await fillExamples(old, {
      file: (name) => readFileSync(`docs/examples/${name}`, 'utf8'),
      output: (name) => Promise.resolve(node([`docs/examples/${name}`])),
      command: (words) => Promise.resolve(scratch.text(node(['dist/cli/index.js', ...scratch.words(words)]))),
    })
    if (filled !== old) writeFileSync(`docs/${path}`, filled)
  } finally {
    scratch.remove()
  }
}
