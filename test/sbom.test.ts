import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const own = json('package.json') as { name: string; version: string; files: string[] }
const { packages } = json('package-lock.json') as {
  packages: Record<string, { version: string; dev?: boolean; integrity?: string; license?: string; name?: string }>
}
interface Component {
  'bom-ref': string
  name: string
  version: string
  hashes: { alg: string; content: string }[]
  licenses: { license: { id: string } }[]
  properties?: { name: string; value: string }[]
}
const bom = json('sbom.cdx.json') as {
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}
const isBundled = ({ properties }: Component): boolean => properties?.some(({ name }) => name.endsWith(':bundled')) ?? false
const sha512 = (integrity = ''): string => Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')

// `npm run sbom` writes it anew.
test('the list of components names what npm installs beside the package, by version, digest and licence', () => {
  expect(bom.metadata.component).toMatchObject({ name: own.name, version: own.version })
  expect(own.files).toContain('sbom.cdx.json')
  const inLock = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, integrity, license }]) => [
      path.replace(/^.*node_modules\//, ''),
      version,
      sha512(integrity),
      license,
    ])
  const listed = bom.components
    .filter((component) => !isBundled(component))
    .map(({ name, version, hashes, licenses }) => [name, version, hashes[0]?.content, licenses[0]?.license.id])
  expect(listed.length).toBeGreaterThan(8)
  expect(listed.sort()).toEqual(inLock.sort())
})

test('and what is bundled into it, as THIRD-PARTY-LICENSES has it', () => {
  const licences = readFileSync('THIRD-PARTY-LICENSES', 'utf8')
  const bundled = bom.components.filter(isBundled)
  const lines = bundled.map(({ name, version, licenses }) => `${name} ${version} (${licenses[0]?.license.id})`)
  expect(lines).toEqual(licences.split('\n').filter((line) => /^\S+ \d+\.\d+\.\d+ \(\S+\)$/.test(line)))
  expect(lines.length).toBeGreaterThan(20)
  for (const { name, version, hashes } of bundled) {
    const entry = Object.entries(packages).find(([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version)
    expect(hashes[0]?.content, name).toBe(sha512(entry?.[1].integrity))
  }
})

test('every component is reached from the package', () => {
  const next = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const reached = new Set<string>()
  const follow = (ref: string): void => {
    if (reached.has(ref)) return
    reached.add(ref)
    for (const one of next.get(ref) ?? []) follow(one)
  }
  follow(bom.metadata.component['bom-ref'])
  expect(bom.components.map((component) => component['bom-ref']).filter((ref) => !reached.has(ref))).toEqual([])
})
