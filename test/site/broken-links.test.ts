import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { brokenLinks } from '../../scripts/site/broken-links.js'

const site = mkdtempSync(join(tmpdir(), 'cdht-site-'))
afterAll(() => rmSync(site, { recursive: true, force: true }))

test('links to missing files and to missing places are found, others are not', () => {
  mkdirSync(join(site, 'sub'))
  writeFileSync(
    join(site, 'index.html'),
    '<a href="sub/page.html#số">1</a> <a href="#top">2</a> <a href="https://example.org/x">3</a> <h1 id="top">t</h1> <a href="sub">4</a>',
  )
  writeFileSync(join(site, 'sub/page.html'), '<h2 id="số">s</h2> <a href="../index.html#none">a</a> <img src="no.png">')
  expect(brokenLinks(site)).toEqual([
    { page: 'index.html', link: 'sub' },
    { page: 'sub/page.html', link: '../index.html#none' },
    { page: 'sub/page.html', link: 'no.png' },
  ])
})
