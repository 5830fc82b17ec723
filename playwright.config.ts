import { defineConfig } from '@playwright/test'

/** The real program in the real Electron. One at a time: each test measures and waits for what the machine really does. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: ['**/*.e2e.ts', '**/*.spec.ts'],
  globalSetup: './tests/e2e/prepare.ts',
  outputDir: 'out/reports/playwright',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/reports/playwright.json' }]],
})
