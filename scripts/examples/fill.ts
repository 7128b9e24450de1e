import { extname } from 'node:path'

/** Where the contents of the blocks come from. */
export interface Contents {
  /** The text of a file of `docs/examples/`. */
  file(name: string): string
  /** What an example prints; `undefined` where it cannot be run here, and what stands in the guide is kept. */
  output(name: string): Promise<string | undefined>
  /** What `cdht` prints on standard output. */
  command(words: readonly string[]): Promise<string>
}

const block = /^<!-- (example|run) (.+?) -->\n([^]*?)^<!-- \/\1 -->$/gm

/**
 * A guide with its blocks written anew. Between `<!-- example 01-x.mjs -->` and `<!-- /example -->` stand the program and what it
 * prints, or any other file; between `<!-- run cdht … -->` and `<!-- /run -->` a command and what it prints, of which
 * `<!-- run 12: cdht … -->` takes the first 12 lines, and `0` none of them. Commands run in the order in which they stand.
 */
export async function fillExamples(markdown: string, contents: Contents): Promise<string> {
  let filled = ''
  let end = 0
  for (const { 0: whole, 1: kind, 2: what = '', 3: old = '', index } of markdown.matchAll(block)) {
    const made = kind === 'run' ? await commandBlock(what, contents) : await fileBlock(what, old, contents)
    filled += `${markdown.slice(end, index)}<!-- ${kind} ${what} -->\n\n${made}\n\n<!-- /${kind} -->`
    end = index + whole.length
  }
  return filled + markdown.slice(end)
}

const fence = (lang: string, text: string): string => `\`\`\`${lang}\n${text.trimEnd()}\n\`\`\``

async function fileBlock(name: string, old: string, contents: Contents): Promise<string> {
  const kind = extname(name)
  if (kind !== '.mjs' && kind !== '.cjs') return fence(kind === '.json' ? 'json' : 'text', contents.file(name))
  const output = (await contents.output(name)) ?? /```text\n([^]*?)^```$/m.exec(old)?.[1] ?? ''
  return `${fence('js', contents.file(name))}\n\n${fence('text', output)}`
}

async function commandBlock(what: string, contents: Contents): Promise<string> {
  const [, most, command = ''] = /^(?:(\d+): )?(.*)$/.exec(what) ?? []
  const lines = (await contents.command(command.split(' ').slice(1))).trimEnd().split('\n')
  const shown =
    most === undefined ? lines : [...lines.slice(0, Number(most)), ...(most !== '0' && lines.length > Number(most) ? ['…'] : [])]
  return fence('console', [`$ ${command}`, ...shown].join('\n'))
}
