import { spawn } from 'node:child_process'
import { root } from './setup/root.mjs'

/** What one step of a check came to. `failed` > 0, or a program that ended badly, is a failure. */
export type Outcome = {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly seconds: number
}

/** A program to run: its name for people, its arguments, and how its result is counted (one thing, passed or failed, unless told). */
export interface Step {
  readonly name: string
  /** A JavaScript program inside node_modules, or a script of ours; run on this Node. */
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly count?: (exitCode: number) => { readonly passed: number; readonly failed: number }
}

/** Runs one step after the other and shows the output of each as it ends; the outcome of all is returned. */
export async function runSteps(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of steps) outcomes.push(await runStep(step))
  return outcomes
}

/** Steps that do not touch each other, two at a time: as many as the smallest machine has cores. */
export async function runStepsInPairs(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all([work(), work()])
  return outcomes
}

async function runStep(step: Step): Promise<Outcome> {
  const began = Date.now()
  const { code, output } = await run(step)
  const seconds = (Date.now() - began) / 1000
  const counted = step.count?.(code) ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  // A runner that broke down before it could count is a failure too.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed
  if (failed > 0) process.stdout.write(`\n${output.trimEnd()}\n\n`)
  const mark = failed > 0 ? 'FAILED' : 'ok'
  process.stdout.write(`${mark.padEnd(7)}${step.name.padEnd(44)}${seconds.toFixed(1).padStart(7)} s\n`)
  return { name: step.name, passed: counted.passed, failed, seconds }
}

function run({ program, args, env }: Step): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const forward = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve({ code: code ?? 130, output: Buffer.concat(parts).toString('utf8') })
    })
  })
}

/** Sum over all steps. */
export function total(outcomes: readonly Outcome[]): { readonly passed: number; readonly failed: number } {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + of(outcome), 0)
  return { passed: sum(({ passed }) => passed), failed: sum(({ failed }) => failed) }
}
