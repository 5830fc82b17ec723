// `npm run trail -- --device ID | --file FILE [--server-data DIR | --database-url URL | --alone]`: goes through the audit chain of a device as the centre keeps it, or
// through a file that a device saved. Exit code 0: it holds; 3: it does not, and where is said; 1, 2: it could not be looked at.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { AuditFileReader, type AuditFileResult } from '#shared/audit/audit-file.ts'
import { ed25519Key, sha256Hex, signatureHolds } from '../auth/raw-keys.ts'
import { type DatabaseConfig, type Db, openDatabase } from '../database/open-database.ts'
import { codeOf, Mistake, runProgram } from '../mistake.ts'
import { Problem } from '../problem.ts'
import { checkDevice } from './check-device.ts'
import { toldDevice, toldFile } from './told.ts'

const usage = 'trail: --device ID | --file FILE [--alone] [--server-data DIR | --database-url URL].'

interface Asked {
  readonly device: string | null
  readonly file: string | null
  /** Null: no database is asked. */
  readonly where: DatabaseConfig | null
}

function asked(args: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const text = { type: 'string' } as const
  const options = {
    device: text,
    file: text,
    'server-data': text,
    'database-url': text,
    alone: { type: 'boolean' },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    const url = values['database-url'] ?? env.DATABASE_URL
    const dataDir = values['server-data'] || env.LOKET_SERVER_DATA || 'out/server'
    const where = values.alone ? null : url ? { url } : { dataDir }
    const [device, file] = [values.device ?? null, values.file ?? null]
    if ((device === null) !== (file === null) && (device === null || where)) return { device, file, where }
  } catch (cause) {
    throw new Mistake(usage, { exitCode: 2, cause })
  }
  throw new Mistake(usage, { exitCode: 2 })
}

async function main(): Promise<void> {
  const { device, file, where } = asked(process.argv.slice(2), process.env)
  const result = file === null ? null : await readFile(file)
  const database = where && (await openDatabase(where, new Date().toISOString()))
  try {
    const told = result
      ? toldFile(result, await keyHeld(database?.db ?? null, result))
      : await deviceTold(database?.db, device)
    process.stdout.write(`${told.lines.join('\n')}\n`)
    if (!told.sound) process.exitCode = 3
  } finally {
    await database?.close()
  }
}

async function deviceTold(db: Db | undefined, device: string | null) {
  if (!db || device === null) throw new Mistake(usage, { exitCode: 2 })
  const found = await checkDevice(db, device).catch((cause: unknown) => {
    throw cause instanceof Problem ? new Mistake('The centre knows no device of this id.', { cause }) : cause
  })
  return toldDevice(found)
}

async function readFile(file: string): Promise<AuditFileResult> {
  const signed = (key: string, text: string, signature: string) => {
    const known = ed25519Key(key)
    return known !== null && signatureHolds(known, Buffer.from(text), signature)
  }
  const reader = new AuditFileReader({ sha256: sha256Hex, signed })
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: 0 }))
      if (!reader.take(line)) break
  } catch (cause) {
    throw new Mistake(`A file cannot be read (${codeOf(cause)}).`, { cause })
  }
  return reader.result()
}

/** Is the key that the file names one that this device has, or had? */
async function keyHeld(
  db: Db | null,
  result: AuditFileResult,
): Promise<'of-the-device' | 'not-of-the-device' | 'not-asked'> {
  if (!db || !result.sound) return 'not-asked'
  const { deviceId, key } = result.head
  const of = <T extends 'devices' | 'device_generations'>(table: T) =>
    db
      .selectFrom<'devices' | 'device_generations'>(table)
      .select('signing_key')
      .where('device_id', '=', deviceId)
      .execute()
  const keys = [...(await of('devices')), ...(await of('device_generations'))].map(({ signing_key }) => signing_key)
  return keys.includes(key) ? 'of-the-device' : 'not-of-the-device'
}

await runProgram(main)
