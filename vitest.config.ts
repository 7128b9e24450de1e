import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // The examples of the guides import the package by its name, as a user does.
    alias: [
      { find: /^cong-dan-hoc-tap$/, replacement: resolve('src/index.ts') },
      { find: /^cong-dan-hoc-tap\/sets\/(.*)$/, replacement: resolve('src/sets/shipped/$1.ts') },
      { find: /^cong-dan-hoc-tap\/(core|csv|emit|engine|ndjson|report|sql|xlsx)$/, replacement: resolve('src/$1.ts') },
    ],
  },
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/system/**', 'node_modules/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: process.env['CDHT_LONG'] ? 900_000 : 60_000,
    reporters: ['default', './test/support/closing-line.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts', 'src/cli/index.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 90, branches: 85 },
    },
  },
})
