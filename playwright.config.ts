import { defineConfig } from '@playwright/test'

/** Two that share a screen would take the focus from each other, and two that share a city its ports. */
const { platform, env } = process
const apart = platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY && !env.LOKET_E2E_CITY

/** The real program in the real Electron. A test waits for much besides the processor: two at a time, where each has a screen of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: ['**/*.e2e.ts', '**/*.spec.ts'],
  globalSetup: './tests/e2e/prepare.ts',
  outputDir: 'out/reports/playwright',
  workers: apart ? 2 : 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/reports/playwright.json' }]],
})
