import { readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const groups = ['general', 'farmer', 'worker', 'civil-servant', 'public-employee', 'entrepreneur', 'manager', 'learner']
const define = { __VERSION__: JSON.stringify(version) }
const charset = (options: { charset?: 'ascii' | 'utf8' }): void => {
  // Vietnamese stays readable, and smaller, than as escapes.
  options.charset = 'utf8'
}

/** With `DEBUG` set, json-rules-engine would write the values of people to the console. */
const quietRulesEngine: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'quiet-rules-engine',
  setup(build) {
    build.onLoad({ filter: /json-rules-engine[\\/]dist[\\/]debug\.js$/ }, () => ({
      contents: 'exports.__esModule = true; exports.default = () => undefined',
    }))
  },
}

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      core: 'src/core.ts',
      csv: 'src/csv.ts',
      ndjson: 'src/ndjson.ts',
      xlsx: 'src/xlsx.ts',
      report: 'src/report.ts',
      engine: 'src/engine.ts',
      emit: 'src/emit.ts',
      sql: 'src/sql.ts',
      ...Object.fromEntries(groups.map((group) => [`sets/${group}`, `src/sets/shipped/${group}.ts`])),
    },
    format: ['esm', 'cjs'],
    // TypeScript 6 deprecates an option that this step still sets.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    target: 'es2022',
    platform: 'neutral',
    splitting: true,
    treeshake: false,
    sourcemap: true,
    clean: false,
    // Charts leave out what they only say to developers, for whom there would have to be a `process`.
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    // They go into the entries that need them, so that nothing of their trees is installed by our users.
    noExternal: ['json-rules-engine', 'clone', 'eventemitter2', 'hash-it', 'jsonpath-plus', 'echarts', 'zrender', 'tslib'],
    esbuildPlugins: [quietRulesEngine],
    esbuildOptions(options) {
      charset(options)
      // A filter in a path is code to jsonpath-plus; no path ever gets there, and no such code is shipped.
      options.alias = { 'jsonpath-plus': './src/engine/no-jsonpath.ts' }
      // What is bundled names its CommonJS file in `main`.
      options.mainFields = ['module', 'main']
    },
  },
  {
    entry: { 'cli/index': 'src/cli/index.ts' },
    // Charts are loaded from the entry beside, and only by who asks for a report.
    external: ['../report.js'],
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    dts: false,
    splitting: false,
    sourcemap: true,
    clean: false,
    banner: { js: '#!/usr/bin/env node' },
    define,
    esbuildOptions: charset,
  },
])
