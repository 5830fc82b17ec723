import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../setup/root.mjs'
import type { Step } from '../steps.ts'
import { clockOfTests } from './e2e-clock.ts'

const report = z.looseObject({
  stats: z.looseObject({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** The tests that drive the real program in the real Electron. A test that passed only when repeated counts as failed. */
export function endToEnd(args: readonly string[] = []): Step {
  const file = join(root, 'out', 'reports', 'playwright.json')
  rmSync(file, { force: true })
  return {
    name: 'the program in Electron (playwright)',
    program: 'node_modules/@playwright/test/cli.js',
    args: ['test', ...args],
    env: { ...clockOfTests(), LOKET_PICTURES: '0' },
    count: () => counted(file),
  }
}

function counted(file: string): { readonly passed: number; readonly failed: number } {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = report.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}
