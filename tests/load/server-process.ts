import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Mistake } from '../../server/mistake.ts'
import { root } from '../fixtures/root.ts'

/** One process of the central server, as `npm run server` starts it. It never outlives this one. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/** `profile`: folder for a profile of its processor time, written when it stops. */
export async function startServerProcess(databaseUrl: string, profile: string | null): Promise<ServerProcess> {
  const profiling = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...profiling, 'server/index.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', LOKET_LOG: 'warn', LOKET_ADMIN_TOKEN: '' },
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const ended = once(child, 'exit').finally(() => process.off('exit', endWithUs))
  const url = await Promise.race([addressOf(child), ended.then(() => null)])
  if (url === null || child.pid === undefined) throw new Mistake('The server under load ended before it served.')
  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Central server: (\S+)/.exec(line)?.[1]
    if (url) return url
  }
  return null
}
