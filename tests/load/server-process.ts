import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Mistake } from '../../server/mistake.ts'
import { root } from '../fixtures/root.ts'

/** One process of the central server, as `npm run server` starts it. It never outlives this one. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** Address of its inspector. */
  readonly inspector: string
  stop(): Promise<void>
}

/** `profile`: folder for a profile of its processor time, written when it stops. */
export async function startServerProcess(databaseUrl: string, profile: string | null): Promise<ServerProcess> {
  const profiling = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const flags = ['--disable-warning=ExperimentalWarning', '--inspect=127.0.0.1:0', ...profiling]
  const child = spawn(process.execPath, [...flags, 'server/index.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', LOKET_LOG: 'warn', LOKET_ADMIN_TOKEN: '' },
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const ended = once(child, 'exit').finally(() => process.off('exit', endWithUs))
  const found = Promise.all([foundIn(child.stdout, /^Central server: (\S+)/), foundIn(child.stderr, inspectorAt)])
  const [url, inspector] = (await Promise.race([found, ended.then(() => null)])) ?? []
  if (!url || !inspector || child.pid === undefined) throw new Mistake('The server under load ended before it served.')
  return {
    url,
    pid: child.pid,
    inspector,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const ofInspector = /^(Debugger |For help, see: https:)/
const inspectorAt = /^Debugger listening on (ws:\S+)/

/** What the first line that fits says; the lines after it are passed on to this program's own errors. */
async function foundIn(stream: Readable | null, wanted: RegExp): Promise<string | null> {
  if (!stream) return null
  const lines = createInterface({ input: stream })
  return new Promise((resolve) => {
    let waiting = true
    lines.on('line', (line) => {
      const found = waiting ? wanted.exec(line)?.[1] : undefined
      if (found) resolve(found)
      else if (!waiting && !ofInspector.test(line)) process.stderr.write(`${line}\n`)
      if (found) waiting = false
    })
    lines.on('close', () => resolve(null))
  })
}
