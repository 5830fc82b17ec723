// `npm run recover -- --device ID --by NAME [--server-data DIR | --database-url URL]`: a one-time code that brings back the database key of a device, for a computer whose key is gone or for
// another one that a backup was brought to. See docs/backup.md.
import { parseArgs } from 'node:util'
import { makeRecoveryCode } from './auth/recovery.ts'
import { type DatabaseConfig, openDatabase } from './database/open-database.ts'
import { Mistake, runProgram } from './mistake.ts'
import { openCentre } from './open-centre.ts'
import { Problem } from './problem.ts'

const usage = 'recover: --device ID --by NAME [--server-data DIR | --database-url URL].'

function asked(env: NodeJS.ProcessEnv): { where: DatabaseConfig; device: string; by: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({ options: { device: text, by: text, 'server-data': text, 'database-url': text } })
    const url = values['database-url'] ?? env.DATABASE_URL
    const dataDir = values['server-data'] || env.LOKET_SERVER_DATA || 'out/server'
    if (values.device && values.by) return { where: url ? { url } : { dataDir }, device: values.device, by: values.by }
  } catch (cause) {
    throw new Mistake(usage, { exitCode: 2, cause })
  }
  throw new Mistake(usage, { exitCode: 2 })
}

await runProgram(async () => {
  const { where, device, by } = asked(process.env)
  const now = () => new Date()
  const database = await openDatabase(where, now().toISOString())
  const closing: { close(): Promise<unknown> }[] = [database]
  try {
    const centre = await openCentre(database, {}, now)
    closing.unshift(centre.pokes)
    const { code, deviceName } = await makeRecoveryCode(centre, device, by)
    process.stdout.write(
      `${code}\nFor ${deviceName}; once, within a day. Tell it to nobody but who sits at that computer.\n`,
    )
  } catch (cause) {
    if (cause instanceof Problem)
      throw new Mistake('There is no such device, it never gave a key, or it was revoked.', { cause })
    throw cause
  } finally {
    for (const one of closing) await one.close()
  }
})
