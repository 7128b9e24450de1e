import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

export interface AxeFinding {
  id: string
  impact: string
  nodes: { target: string[] }[]
}

/** What axe-core finds on a page as it is. */
export async function axeOn(page: Page): Promise<{ violations: AxeFinding[]; told: string[] }> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = (await page.evaluate('axe.run()')) as { violations: AxeFinding[] }
  const told = violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
  return { violations, told }
}
