// `npm run repair [-- --trials 1000] [--seed 1]`: harms the real encrypted database of a real desk with unsent acts, repairs it as the program does, and lets it meet the real centre
// again. Tells what went wrong; the last line is "N passed, M failed".
import { parseArgs } from 'node:util'
import { City } from '../sync/city.ts'
import { trial } from './trial.ts'

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    tell: { type: 'boolean' },
  },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)
// A centre counts what comes from one address; all these desks have the same one.
const trialsOfACity = 25
let city = await City.found()
let failed = 0
const trials = Number(values.trials)
for (let at = 0; at < trials; at++) {
  if (at > 0 && at % trialsOfACity === 0) {
    await city.close()
    city = await City.found()
  }
  const { told, wrong } = await trial(city, Number(values.seed) + at)
  if (wrong.length > 0) failed += 1
  if (values.tell || wrong.length > 0) say([told, ...wrong.map((line) => `  WRONG: ${line}`)].join('\n'))
  if ((at + 1) % 100 === 0) say(`${at + 1} trials, ${failed} failed`)
}
await city.close()
say(`${trials - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
