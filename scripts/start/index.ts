// `npm start`: a central server with a simulated city, an enrolled demo device, a receipt printer that paints on disk,
// and the program. Ctrl+C ends all of it.
import { join } from 'node:path'
import { ensureDisplay } from '../../tests/fixtures/display.ts'
import { buildApp } from '../build/build-app.ts'
import { root, say } from '../setup/root.mjs'
import { openDemo } from './demo.ts'
import { openProgram } from './program.ts'

const virtual = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
if (virtual) say('there is no display: using a virtual one')
const display = await ensureDisplay()
await buildApp()
const demo = await openDemo(join(root, 'out', 'demo'))

let ending = false
async function end(code: number): Promise<never> {
  if (ending) return new Promise(() => {})
  ending = true
  await program?.close()
  await demo.close()
  display.close()
  process.exit(code)
}

let program: Awaited<ReturnType<typeof openProgram>> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
program = await openProgram(demo.desk, demo.saveDir, virtual)
if (virtual) {
  const picture = join(root, 'out', 'start.png')
  await program.picture(picture)
  say('a picture of the first screen is in out/start.png; the program goes on running')
}
console.log(demo.introduction)
void program.ended.then(() => end(0))
