// `npm run kng -- --token TOKEN [--port 4760] [--every SECONDS] [--folder out/kng]`: a simulated KNG/SIAK for a centre that has its address in KNG_URL and the token in KNG_TOKEN.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Mistake, runProgram } from '../../mistake.ts'
import { openKngSimulator } from './open-simulator.ts'

const asked = z.object({
  port: z.coerce.number('is no number').int().min(0).max(65_535),
  every: z.coerce.number('is no number').min(0).max(86_400),
  folder: z.string().min(1),
  token: z.string('is missing').min(1),
})

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4760' },
      every: { type: 'string', default: '30' },
      folder: { type: 'string', default: 'out/kng' },
      token: { type: 'string' },
    },
  })
  const { data, error } = asked.safeParse(values)
  if (!data)
    throw new Mistake(`kng: --${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}.`, { exitCode: 2 })
  const { token, port, folder, every } = data
  const running = await openKngSimulator({ token, port, folder, stepEveryMs: every === 0 ? undefined : every * 1000 })
  const pace = every === 0 ? 'moves by POST /simulator/step' : `everything moves one step every ${every} s`
  process.stdout.write(`Simulated KNG: ${running.url} (${pace}); documentation: ${running.url}/documentation\n`)
  const stop = () => void running.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

await runProgram(main)
