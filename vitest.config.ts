import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', 'out/**', 'dist/**']

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        // One process runs file after file: their modules, which no test changes, are loaded once and not three hundred times.
        test: {
          name: 'unit',
          include: ['{shared,renderer,electron,server,scripts}/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        // A process for each file: they kill, trace and weigh processes.
        test: { name: 'whole', include: ['tests/**/*.test.{ts,tsx}'] },
      },
    ],
    exclude: outside,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Real databases, servers and processes: as many at once as the smallest machine has cores.
    maxWorkers: 2,
    allowOnly: false,
  },
})
