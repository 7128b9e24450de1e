import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import ts from 'typescript'

/** Of a public name: what is declared, and where, so that two entries that give the same thing can say so. */
interface Declared {
  text: string
  key: string
}

const source = resolve('src') + sep

/** Path of the source of an entry of the package, such as `./sql` or `./sets/farmer`. */
const sourceOf = (entry: string): string => {
  const name = entry === '.' ? 'index' : entry.slice(2)
  return `${source}${name.startsWith('sets/') ? name.replace('sets/', 'sets/shipped/') : name}.ts`
}

/** The entries of the package that are code, those of sets one by one. */
export function entriesOf(exports: Readonly<Record<string, unknown>>, sets: readonly string[]): string[] {
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .flatMap(([entry]) => (entry === './sets/*' ? sets.map((set) => `./sets/${set}`) : [entry]))
}

/**
 * The public surface of the package as text, by file: of every entry the names it exports with their declarations, and once for
 * all the types that these speak of without exporting them.
 */
export function apiReport(entries: readonly string[]): Map<string, string> {
  const program = declarationsOf(entries.map(sourceOf))
  const checker = program.getTypeChecker()
  const own = new OwnTypes(program, checker)
  const told = new Map<string, string>()
  const files = new Map<string, string[]>()
  const behind = new Set<string>()
  const exported = new Set<string>()
  for (const entry of entries) {
    const lines: string[] = []
    for (const { name, declared } of exportsOf(program, checker, `${sourceOf(entry).slice(0, -3)}.d.ts`)) {
      const texts = declared.map((node) => own.declare(node))
      const first = told.get(texts.map(({ key }) => key + name).join())
      if (first !== undefined) lines.push(`// ${name}: as in ${nameOf(first)}`)
      else {
        told.set(texts.map(({ key }) => key + name).join(), entry)
        lines.push(...texts.map(({ text, key }) => (key.startsWith(`${name} `) ? text : `// exported as ${name}\n${text}`)))
        for (const { text, key } of texts) {
          exported.add(key)
          own.addNamed(text, behind)
        }
      }
    }
    const file = entry.startsWith('./sets/') ? 'sets' : entry === '.' ? 'index' : entry.slice(2)
    files.set(file, [...(files.get(file) ?? []), heading(entry), fenced(lines)])
  }
  const types = [...behind].filter((key) => !exported.has(key)).sort()
  files.set('types', ['# Types that the entries speak of without exporting them', fenced(types.map((key) => own.textOf(key)))])
  return new Map([...files].map(([file, parts]) => [`api/${file}.md`, `${parts.join('\n\n')}\n`]))
}

const nameOf = (entry: string): string => `cong-dan-hoc-tap${entry.slice(1)}`
const heading = (entry: string): string => `# \`${nameOf(entry)}\``
const fenced = (lines: readonly string[]): string => ['```ts', ...lines, '```'].join('\n')

/** A program of the declarations alone, as the package has them, without their comments. */
function declarationsOf(roots: string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.')
  const emitted = new Map<string, string>()
  const written = ts.createProgram(roots, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
  })
  const { diagnostics } = written.emit(undefined, (path, text) => void emitted.set(resolve(path), text))
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host))
  const over = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = over
  // Beside a source file lie its declarations; the source itself is gone.
  const isGone = (path: string): boolean => resolve(path).startsWith(source) && path.endsWith('.ts') && !path.endsWith('.d.ts')
  over.fileExists = (path) => !isGone(path) && (emitted.has(resolve(path)) || fileExists(path))
  over.readFile = (path) => emitted.get(resolve(path)) ?? readFile(path)
  over.getSourceFile = (path, target, ...rest) => {
    const text = emitted.get(resolve(path))
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target, true)
  }
  return ts.createProgram(
    roots.map((path) => `${path.slice(0, -3)}.d.ts`),
    options,
    over,
  )
}

const host: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => '.',
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, path: string): { name: string; declared: ts.Declaration[] }[] {
  const file = program.getSourceFile(path)
  const module = file && checker.getSymbolAtLocation(file)
  if (!module) throw new Error(`no entry ${path}`)
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      return { name: symbol.name, declared: target.declarations ?? [] }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

type TypeNode = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration
const isType = (node: ts.Node): node is TypeNode =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node)

/** The types that our own files declare, by name. */
class OwnTypes {
  readonly #byName = new Map<string, TypeNode[]>()
  readonly #byKey = new Map<string, TypeNode>()

  constructor(
    program: ts.Program,
    readonly checker: ts.TypeChecker,
  ) {
    const files = program.getSourceFiles().filter(({ fileName }) => resolve(fileName).startsWith(source))
    for (const node of files.flatMap(({ statements }) => [...statements]).filter(isType)) {
      const name = node.name?.text ?? 'default'
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), node])
      this.#byKey.set(keyOf(node), node)
    }
  }

  declare(node: ts.Declaration): Declared {
    return { text: this.#text(node), key: keyOf(node) }
  }

  textOf(key: string): string {
    return this.#text(this.#byKey.get(key) as TypeNode)
  }

  /** Adds the keys of the types that a declaration names, and of those that they name in turn. */
  addNamed(text: string, into: Set<string>): void {
    for (const [name] of text.matchAll(/\b[A-Z]\w*\b/g))
      for (const node of this.#byName.get(name) ?? []) {
        const key = keyOf(node)
        if (into.has(key)) continue
        into.add(key)
        this.addNamed(this.#text(node), into)
      }
  }

  #text(node: ts.Declaration): string {
    // What a schema gives is told as it comes out, and not by the schema.
    if (ts.isTypeAliasDeclaration(node) && /\btypeof\b/.test(node.type.getText())) {
      const type = this.checker.typeToString(this.checker.getTypeAtLocation(node.name), node, inFull)
      return laidOut(`type ${node.name.text} = ${type};`)
    }
    if (ts.isVariableDeclaration(node)) {
      const given = this.#givenBy(this.checker.getTypeAtLocation(node), node)
      if (given !== undefined) return `const ${node.name.getText()}: schema of ${given};`
    }
    const statement = ts.findAncestor(node, (parent) => ts.isStatement(parent) || ts.isSourceFile(parent.parent)) ?? node
    return laidOut(statement.getText().replace(/^export (default )?|\bdeclare /g, ''))
  }

  /** What a schema gives, where the value is one. */
  #givenBy(type: ts.Type, node: ts.Node): string | undefined {
    const inner = (of: ts.Type | undefined, name: string): ts.Type | undefined => {
      const property = of && this.checker.getPropertyOfType(of, name)
      return property && this.checker.getTypeOfSymbol(property)
    }
    const output = inner(inner(type, '_zod'), 'output')
    return output && this.checker.typeToString(output, node, inFull)
  }
}

const { NoTruncation, InTypeAlias, UseAliasDefinedOutsideCurrentScope } = ts.TypeFormatFlags
const inFull = NoTruncation | InTypeAlias | UseAliasDefinedOutsideCurrentScope

const keyOf = (node: ts.Declaration): string => {
  const name = ts.getNameOfDeclaration(node)?.getText() ?? ''
  return `${name} ${node.getSourceFile().fileName.slice(source.length)}`
}

/** Indented by two, whatever wrote it. */
const laidOut = (text: string): string =>
  text.replace(/^( {4})+/gm, (indent) => ' '.repeat(indent.length / 2)).replaceAll(/import\("[^"]*"\)\./g, '')
