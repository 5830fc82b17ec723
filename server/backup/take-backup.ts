import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../database/open-database.ts'
import { Mistake } from '../mistake.ts'
import { type Counts, countsOf } from './counts.ts'
import { runTool } from './postgres-tools.ts'

/** What lies beside a dump. */
export interface Manifest {
  readonly takenAt: string
  /** SHA-256 (hex) of the dump. */
  readonly sha256: string
  readonly counts: Counts
}

export const dumpName = 'centre.dump'
export const manifestName = 'manifest.json'

/**
 * Dumps the centre into a new folder while it goes on working: one moment of all tables, and a manifest of that same moment. Whole or not there at all. Throws a
 * `Mistake` when the folder exists or PostgreSQL does not do it.
 */
export async function takeBackup(url: string, folder: string, now: Date): Promise<Manifest> {
  const draft = `${folder}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const dump = join(draft, dumpName)
  const counts = await dumpMoment(url, dump, now.toISOString())
  await runTool('pg_restore', ['--list', dump], null)
  const manifest = { takenAt: now.toISOString(), sha256: await sha256Of(dump), counts }
  await writeFile(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  for (const name of [dumpName, manifestName, '.']) await ontoDisk(join(draft, name))
  await rename(draft, folder).catch((cause) => {
    throw new Mistake(`There is a ${folder} already: a backup never replaces another one.`, { cause })
  })
  return manifest
}

/** The counts are read in the very snapshot that is dumped. */
async function dumpMoment(url: string, file: string, now: string): Promise<Counts> {
  const { db, close } = await openDatabase({ url }, now)
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const { rows } = await sql<{ snapshot: string }>`SELECT pg_export_snapshot() AS snapshot`.execute(trx)
        const counts = await countsOf(trx)
        // Personal data and the centre's keys: for nobody but who runs this.
        await (await open(file, 'wx', 0o600)).close()
        await runTool('pg_dump', ['--format=custom', `--snapshot=${rows[0]?.snapshot}`, `--file=${file}`], url)
        return counts
      })
  } finally {
    await close()
  }
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part)
  return hash.digest('hex')
}

async function ontoDisk(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync()
  await handle.close()
}
