import { readFile } from 'node:fs/promises'
import { reasonOf, Refusal } from './io.js'
import { text } from './text.js'

/** @throws {Refusal} when the file cannot be read, is not UTF-8, or is no JSON; what it holds is never repeated */
export async function readJsonFile(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Refusal(text.cannotRead(path, reasonOf(error)))
  })
  let content: string
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal(text.jsonNotUtf8(path))
  }
  try {
    return JSON.parse(content)
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new Refusal(text.notJson(path, at === undefined ? undefined : content.slice(0, Number(at)).split('\n').length))
  }
}
