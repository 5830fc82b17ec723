// `npm run world -- --from 1 --count 2000 [--jobs 2]`: worlds by seed, each with at least 3 devices, 30 commands and 5 faults, on the real engine and
// the real server over a simulated network, clock and disk. `--seed N [--story]`: one of them, told. The last line is the sum.
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Grounds } from './grounds.ts'
import { shrunk } from './shrink.ts'
import { runWorld, type WorldEnd } from './world.ts'

const whole = z.coerce.number().int().min(1)
const asked = z
  .object({
    from: whole,
    count: whole,
    jobs: whole.max(64),
    seed: whole.optional(),
    story: z.boolean(),
    report: z.string().optional(),
  })
  .parse(
    parseArgs({
      options: {
        from: { type: 'string', default: '1' },
        count: { type: 'string', default: '100' },
        jobs: { type: 'string', default: '1' },
        seed: { type: 'string' },
        story: { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    }).values,
  )

/** What one process did. */
interface Sum {
  passed: number
  failed: number
}

/** Between two lines that say how far it is. */
const tellEvery = 250
/** Failures that are told whole; of more only the seed. */
const toldWhole = 3

const sum = asked.seed !== undefined ? await one(asked.seed) : asked.jobs > 1 ? await inProcesses() : await some(asked)
if (asked.report !== undefined) writeFileSync(asked.report, JSON.stringify(sum))
if (process.send) process.send(sum)
else process.stdout.write(`${sum.passed} passed, ${sum.failed} failed\n`)
process.exitCode = sum.failed === 0 ? 0 : 1

async function one(seed: number): Promise<Sum> {
  const grounds = await Grounds.lay()
  const end = await runWorld(grounds, seed)
  if (asked.story || end.broken.length > 0) tell(end)
  if (end.broken.length > 0) await tellShrunk(grounds, end)
  await grounds.remove()
  return { passed: end.broken.length === 0 ? 1 : 0, failed: end.broken.length === 0 ? 0 : 1 }
}

async function some({ from, count }: { from: number; count: number }): Promise<Sum> {
  const grounds = await Grounds.lay()
  const did = { passed: 0, failed: 0 }
  let began = performance.now()
  for (let seed = from; seed < from + count; seed++) {
    const end = await runWorld(grounds, seed)
    if (end.broken.length === 0) did.passed += 1
    else {
      did.failed += 1
      if (did.failed <= toldWhole) await tellShrunk(grounds, end)
      else process.stdout.write(`World ${seed}: ${end.broken[0]}\n`)
    }
    const ran = did.passed + did.failed
    if (ran % tellEvery !== 0) continue
    const each = (performance.now() - began) / tellEvery
    began = performance.now()
    process.stdout.write(`to ${seed}: ${did.passed} passed, ${did.failed} failed, ${each.toFixed(0)} ms a world\n`)
  }
  await grounds.remove()
  return did
}

/** Each its share of the seeds. */
async function inProcesses(): Promise<Sum> {
  const share = Math.ceil(asked.count / asked.jobs)
  const shares = Array.from({ length: asked.jobs }, (_, job) => {
    const from = asked.from + job * share
    return inProcess(from, Math.min(share, asked.from + asked.count - from))
  })
  const sums = await Promise.all(shares)
  return {
    passed: sums.reduce((all, { passed }) => all + passed, 0),
    failed: sums.reduce((all, { failed }) => all + failed, 0),
  }
}

function inProcess(from: number, count: number): Promise<Sum> {
  if (count <= 0) return Promise.resolve({ passed: 0, failed: 0 })
  const child = fork(import.meta.filename, ['--from', String(from), '--count', String(count)])
  return new Promise((resolve) => {
    let sum: Sum | null = null
    child.once('message', (told) => {
      sum = told as Sum
    })
    // A process that broke down passed nothing.
    child.once('exit', () => resolve(sum ?? { passed: 0, failed: count }))
  })
}

async function tellShrunk(grounds: Grounds, end: WorldEnd): Promise<void> {
  const { end: smallest, without } = await shrunk(grounds, end)
  tell(smallest)
  process.stdout.write(
    `World ${end.seed} breaks with ${smallest.faults} of its faults (left out: ${[...without].join(' ') || 'none'}): npm run world -- --seed ${end.seed} --story\n`,
  )
}

function tell({ seed, story, broken, devices, commands, faults }: WorldEnd): void {
  process.stdout.write(`\nWorld ${seed}: ${devices} devices, ${commands} commands, ${faults} faults\n`)
  for (const line of story) process.stdout.write(`${line}\n`)
  for (const what of broken) process.stdout.write(`Does not hold: ${what}\n`)
}
