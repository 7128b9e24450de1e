import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

/**
 * `npm run sbom`: writes `sbom.cdx.json`, what is in the package and what comes with it, as CycloneDX. npm knows what is
 * installed beside it; what is bundled into it is told by `THIRD-PARTY-LICENSES`. Nothing in it depends on the machine or the
 * hour, so that a difference is one of the dependencies.
 */
interface Component {
  'bom-ref': string
  type: string
  name: string
  version: string
  scope?: string
  purl: string
  hashes?: { alg: string; content: string }[]
  licenses?: { license: { id: string } }[]
  properties?: { name: string; value: string }[]
}
interface Bom {
  bomFormat: string
  specVersion: string
  version: number
  metadata: { component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}
interface Lock {
  packages: Record<string, { version?: string; integrity?: string; dev?: boolean }>
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** What npm installs beside the package. Asked to leave development out, npm also leaves out what serves both. */
function installed({ packages }: Lock): Bom {
  const text = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  })
  const bom = JSON.parse(text) as Bom
  const ours = new Set([bom.metadata.component['bom-ref']])
  for (const [path, { version, dev }] of Object.entries(packages))
    if (!dev) ours.add(`${path.replace(/^.*node_modules\//, '')}@${version}`)
  return {
    ...bom,
    components: bom.components.filter((component) => ours.has(component['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => ours.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => ours.has(one)) })),
  }
}

/** `name 1.2.3 (LICENSE)`, a line each. */
function bundled(lock: Lock): Component[] {
  const lines = readFileSync('THIRD-PARTY-LICENSES', 'utf8').matchAll(/^(@?[\w./-]+) (\d+\.\d+\.\d+) \(([\w.-]+)\)$/gm)
  return [...lines].map(([, name = '', version = '', licence = '']) => {
    const found = Object.entries(lock.packages).find(
      ([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version,
    )
    if (!found?.[1].integrity) throw new Error(`${name} ${version} of THIRD-PARTY-LICENSES is not in package-lock.json`)
    const [algorithm = '', digest = ''] = found[1].integrity.split('-', 2)
    return {
      'bom-ref': `bundled:${name}@${version}`,
      type: 'library',
      name,
      version,
      scope: 'required',
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      hashes: [{ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
      licenses: [{ license: { id: licence } }],
      properties: [{ name: 'cong-dan-hoc-tap:bundled', value: 'true' }],
    }
  })
}

const plain = ({ 'bom-ref': ref, type, name, version, scope, purl, hashes, licenses }: Component): Component => ({
  'bom-ref': ref,
  type,
  name,
  version,
  ...(scope !== undefined && { scope }),
  purl,
  ...(hashes && { hashes }),
  ...(licenses && { licenses }),
})

const own = json('package.json') as { name: string; version: string }
const lock = json('package-lock.json') as Lock
const bom = installed(lock)
const inside = bundled(lock)
const main = bom.metadata.component['bom-ref']
const whole = {
  $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
  bomFormat: bom.bomFormat,
  specVersion: bom.specVersion,
  version: bom.version,
  metadata: { component: { ...plain(bom.metadata.component), name: own.name, version: own.version } },
  components: [...bom.components.map(plain), ...inside],
  dependencies: bom.dependencies.map(({ ref, dependsOn }) =>
    ref === main ? { ref, dependsOn: [...dependsOn, ...inside.map((component) => component['bom-ref'])] } : { ref, dependsOn },
  ),
}
const options = await resolveConfig('sbom.cdx.json')
writeFileSync('sbom.cdx.json', await format(JSON.stringify(whole), { ...options, parser: 'json' }))
