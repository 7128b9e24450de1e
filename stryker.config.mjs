/**
 * Which changes of the code no test notices. `CDHT_MUTATE` names files or folders, such as `src/assessment/pass.ts`; without it the
 * three folders that decide results are tried, which takes hours.
 */
const folders = (process.env.CDHT_MUTATE ?? 'src/rules src/assessment src/sets').split(' ')

export default {
  packageManager: 'npm',
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: folders.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`)),
  coverageAnalysis: 'perTest',
  // What runs once for all tests would be tried against every one of them.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  incremental: true,
  incrementalFile: '.cache/stryker/incremental.json',
  tempDirName: '.cache/stryker/run',
  ignorePatterns: ['dist', 'site', 'docs-build', 'coverage', 'api', 'bench', '.cache'],
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: '.cache/stryker/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
