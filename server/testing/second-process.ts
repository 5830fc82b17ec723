// A server process on somebody else's database, with the clock of the process that forked it. Said over IPC: configuration, then each new time; answered
// are the address, each time taken, the lines of its log, and at the end what it asked the database without saying where (statements.ts).
import { z } from 'zod'
import { startServer } from '../index.ts'
import { Statements } from './statements.ts'

const start = z.object({
  databaseUrl: z.string(),
  databaseSchema: z.string(),
  adminToken: z.string(),
  kng: z.object({ url: z.string(), token: z.string(), everyMs: z.number() }).optional(),
})
const said = z.union([z.object({ start }), z.object({ now: z.string() }), z.object({ end: z.literal(true) })])

const startOf = ({ kng, ...rest }: z.output<typeof start>) => ({ ...rest, ...(kng && { kng }) })
const statements = new Statements()
const clock = { now: new Date() }
const say = (what: object) => process.send?.(what)

process.on('message', async (message) => {
  const told = said.parse(message)
  if ('now' in told) {
    clock.now = new Date(told.now)
    say({ now: told.now })
    return
  }
  if ('end' in told) {
    say({ unexplained: [...statements.unexplained] })
    return
  }
  const logTo = { write: (error: string) => void say({ error }) }
  const server = await startServer({
    ...startOf(told.start),
    logLevel: 'error',
    logTo,
    now: () => clock.now,
    onStatement: (sql) => statements.hear(sql),
  })
  say({ url: server.url })
})
process.once('disconnect', () => process.exit(0))
