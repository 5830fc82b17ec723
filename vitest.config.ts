import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'out/**', 'dist/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Real databases, servers and processes: as many at once as the smallest machine has cores.
    maxWorkers: 2,
    allowOnly: false,
  },
})
