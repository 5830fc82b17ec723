// `npm start`: a central server with a simulated city, an enrolled demo device, a receipt printer that paints on disk,
// and the program. Ctrl+C ends all of it. With `--dinas` the program is the one of the supervisor at the Dinas.
import { join } from 'node:path'
import { Mistake } from '../../server/mistake.ts'
import { ensureDisplay } from '../../tests/fixtures/display.ts'
import { buildApp } from '../build/build-app.ts'
import { whenOrphaned } from '../setup/orphaned.mjs'
import { root, say } from '../setup/root.mjs'
import { claimDemo, openDemo } from './demo.ts'
import { openProgram } from './program.ts'

/** What was started, in that order; ended in the opposite one. */
const started: { close(): void | Promise<void> }[] = []
const patienceMs = 4500
const demoFolder = join(root, 'out', 'demo')
let ending = false

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  setTimeout(() => process.exit(code), patienceMs).unref()
  for (const part of started.toReversed()) await part.close()
  process.exit(code)
}

/** Only these: the tool that leads the program would end this process before the rest is closed. */
function listenForEnd(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void end(0))
  }
}

async function start(): Promise<void> {
  const lock = claimDemo(demoFolder)
  started.push({ close: () => lock.release() })
  const virtual = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  if (virtual) say('there is no display: using a virtual one')
  started.push(await ensureDisplay())
  await buildApp()
  const demo = await openDemo(demoFolder, process.argv.includes('--dinas') ? 'dinas' : 'kelurahan')
  started.push(demo)
  const program = await openProgram(demo.desk, demo.saveDir, virtual)
  started.push(program)
  listenForEnd()
  void program.ended.then(() => end(0))
  if (virtual) {
    await program.picture(join(root, 'out', 'start.png'))
    say('a picture of the first screen is in out/start.png; the program goes on running')
  }
  process.stdout.write(`${demo.introduction}\n`)
}

listenForEnd()
whenOrphaned(() => void end(0))
try {
  await start()
} catch (cause) {
  if (!ending) console.error(cause instanceof Mistake ? cause.message : cause)
  await end(1)
}
