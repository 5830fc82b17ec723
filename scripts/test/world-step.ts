import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { root } from '../setup/root.mjs'
import type { Step } from '../steps.ts'

const report = z.object({ passed: z.number(), failed: z.number() })

/** The worlds of the first seeds; each counts. */
export function worlds(count: number): Step {
  const file = join(root, 'out', 'reports', 'world.json')
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return {
    name: `${count} simulated worlds`,
    program: 'tests/world/index.ts',
    args: ['--from', '1', '--count', String(count), '--jobs', '2', '--report', file],
    count: () =>
      existsSync(file) ? report.parse(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: count },
  }
}
