import { defineConfig } from 'vitest/config'

/** What needs a build, the registry or other programs; it fails, and never skips, where they are absent. */
export default defineConfig({
  test: {
    include: ['test/system/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', './test/support/closing-line.ts'],
  },
})
