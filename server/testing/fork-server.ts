import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ServerConfig } from '../config.ts'

/** Another process of the same centre. It ends with this one. */
export interface ForkedServer {
  readonly url: string
  /** Resolves when it goes by this time. */
  setClock(now: Date): Promise<void>
  /** What it asked of the database that another machine of a cluster could not answer alone, and that is not in the list of spread.ts. */
  close(): Promise<readonly string[]>
}

const said = z.union([
  z.object({ url: z.string() }),
  z.object({ now: z.string() }),
  z.object({ error: z.string() }),
  z.object({ unexplained: z.array(z.string()) }),
])
type Said = z.output<typeof said>

/** Only on PostgreSQL: PGlite has one process. */
export async function forkServer(
  config: ServerConfig,
  now: Date,
  error: (line: string) => void,
): Promise<ForkedServer> {
  const file = fileURLToPath(new URL('./second-process.ts', import.meta.url))
  const child = fork(file, { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: 'inherit' })
  const heard = new Set<(what: Said) => void>()
  child.on('message', (message) => {
    const what = said.parse(message)
    if ('error' in what) error(what.error)
    for (const one of heard) one(what)
  })
  const hear = <T>(find: (what: Said) => T | null) =>
    new Promise<T>((resolve) => {
      const one = (what: Said) => {
        const found = find(what)
        if (found === null) return
        heard.delete(one)
        resolve(found)
      }
      heard.add(one)
    })
  const setClock = async (at: Date) => {
    const taken = hear((what) => ('now' in what && what.now === at.toISOString() ? what : null))
    child.send({ now: at.toISOString() })
    await taken
  }
  await setClock(now)
  const { databaseUrl, databaseSchema, adminToken, kng } = config
  const serves = hear((what) => ('url' in what ? what.url : null))
  child.send({ start: { databaseUrl, databaseSchema, adminToken, kng } })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the second process ended with ${code}`)))
  const url = await Promise.race([serves, ended])
  ended.catch(() => undefined)
  return {
    url,
    setClock,
    async close() {
      const unexplained = hear((what) => ('unexplained' in what ? what.unexplained : null))
      child.send({ end: true })
      const told = await Promise.race([unexplained, ended])
      child.disconnect()
      await ended.catch(() => undefined)
      return told
    },
  }
}
