import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { databases } from '../../../server/testing/databases.ts'
import { root } from '../../fixtures/root.ts'

const hello = z.object({ url: z.string(), scope: z.string(), codes: z.array(z.string()) })

/** A central server in a process of its own on PostgreSQL, with an office of ready cards and one-time codes for its devices. */
export interface BenchCentre extends z.output<typeof hello> {
  /** Address of the PostgreSQL and the schema in it. */
  readonly databaseUrl: string
  readonly schema: string
  stop(): Promise<void>
}

export async function benchCentre(cards: number): Promise<BenchCentre> {
  const kind = (await databases()).find(({ name }) => name === 'PostgreSQL')
  if (!kind) throw new Error('these figures need PostgreSQL')
  const { config, drop } = await kind.open()
  const { databaseUrl = '', databaseSchema = '' } = config
  const child = fork(join(root, 'tests/bench/sync/centre-process.ts'), [databaseUrl, databaseSchema, String(cards)])
  const [message] = await once(child, 'message')
  return {
    ...hello.parse(message),
    databaseUrl,
    schema: databaseSchema,
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
      await drop()
    },
  }
}
