import { defineConfig } from 'vitest/config'

/** The tests that say what results are, and those of sets; each is run for many changes of the code, so with few random cases. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    include: [
      'test/{bad-input,cases,conformance,digital,every-operator,explain,explain-tree,improve,laws,next-questions}.test.ts',
      'test/{record-check,replay,row-order}.test.ts',
      'test/sets/{compare,dated,lint,load-faults,nesting,overlay}.test.ts',
    ],
    env: { CDHT_RUNS: '5' },
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 120_000,
  },
})
