// `npm test`: the whole truth. What `npm run check` says, the faults and the server on every database there is, two thousand
// simulated worlds, and the real program in the real Electron. Its last line is the sum.
import { buildApp } from '../build/build-app.ts'
import { staticSteps } from '../check/static-steps.ts'
import { ensureTracer } from '../setup/debian-packages.ts'
import { type Outcome, runSteps, runStepsInPairs, total } from '../steps.ts'
import { endToEnd } from './playwright-step.ts'
import { unitTests } from './vitest-step.ts'
import { worlds } from './world-step.ts'

ensureTracer()
const outcomes = [
  ...(await runStepsInPairs(staticSteps)),
  ...(await runSteps([unitTests(), worlds(2_000)])),
  await built(),
]
if (outcomes.at(-1)?.failed === 0) outcomes.push(...(await runSteps([endToEnd()])))

const { passed, failed } = total(outcomes)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function built(): Promise<Outcome> {
  const began = Date.now()
  const name = 'build'
  try {
    await buildApp()
    return { name, passed: 1, failed: 0, seconds: (Date.now() - began) / 1000 }
  } catch (cause) {
    process.stdout.write(`FAILED ${name}\n${cause instanceof Error ? cause.stack : String(cause)}\n`)
    return { name, passed: 0, failed: 1, seconds: (Date.now() - began) / 1000 }
  }
}
