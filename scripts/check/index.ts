// `npm run check`: everything that is known without Electron: format, lint, layers, dead code, types, unit tests.
import { runSteps, runStepsInPairs, total } from '../steps.ts'
import { unitTests } from '../test/vitest-step.ts'
import { staticSteps } from './static-steps.ts'

const outcomes = [
  ...(await runStepsInPairs(staticSteps)),
  ...(await runSteps([unitTests('shared', 'electron', 'renderer', 'server', 'scripts')])),
]
const { passed, failed } = total(outcomes)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
