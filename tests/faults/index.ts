// `npm run faults [-- --kills 200] [--seed 2611] [--desks 3]`: real engines, a real server and a PostgreSQL of its own are killed at random moments while
// clerks work and their lines to the centre are cut, held up, slowed to 64 kbit/s and damaged. Tells each death in a line. The last line counts kills that
// were survived and claims that hold afterwards: "N passed, M failed".
import { parseArgs } from 'node:util'
import { howToGetPostgres, postgresPrograms } from './own-postgres.ts'
import { play } from './play.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    desks: { type: 'string', default: '3' },
  },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)

if (postgresPrograms() === null) {
  say(`${howToGetPostgres}\n\n0 passed, 1 failed`)
  process.exit(1)
}
// Whoever ends it also ends what it started: that is done at the exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const began = Date.now()
const plan = { seed: Number(values.seed), kills: Number(values.kills), desks: Number(values.desks), cards: 600 }
const { survived, failedKills, findings, acts } = await play(plan, say)
const wrong = findings.filter((finding) => finding.wrong !== null).length
const failed = failedKills + wrong
say(
  `\n${plan.kills} kills and ${acts} acknowledged acts in ${((Date.now() - began) / 1000).toFixed(0)} s, seed ${plan.seed}`,
)
say(`${survived + findings.length - wrong} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
