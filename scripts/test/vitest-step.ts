import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { root } from '../setup/root.mjs'
import type { Step } from '../steps.ts'

const report = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
})

/** The unit tests in these folders; all where none is named. Counts each test. */
export function unitTests(...folders: readonly string[]): Step {
  const file = join(root, 'out', 'reports', 'vitest.json')
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return {
    name: 'tests (vitest)',
    program: 'node_modules/vitest/vitest.mjs',
    args: [
      'run',
      ...folders.map((folder) => `${folder}/`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    count: () => counted(file),
  }
}

function counted(file: string): { readonly passed: number; readonly failed: number } {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: numPassedTests, failed: numFailedTests }
}
