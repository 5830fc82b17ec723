import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../database/open-database.ts'
import { codeOf, Mistake } from '../mistake.ts'
import { beginIncarnation } from '../sync/incarnation.ts'
import { countsOf } from './counts.ts'
import { runTool } from './postgres-tools.ts'
import { dumpName, type Manifest, manifestName, sha256Of } from './take-backup.ts'

/**
 * Puts a backup into an empty database, all of it or nothing, and holds it against its manifest. From then on it is another history than devices may have seen.
 * Throws a `Mistake` when the backup is damaged, the database is not empty, or what came back is not what was saved.
 */
export async function putBack(url: string, folder: string, now: Date): Promise<Manifest> {
  const manifest = await manifestIn(folder)
  const dump = join(folder, dumpName)
  if ((await sha256Of(dump)) !== manifest.sha256)
    throw new Mistake(`The backup in ${folder} is damaged: take another one.`)
  await requireEmpty(url)
  const how = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges']
  await runTool('pg_restore', [...how, `--dbname=${new URL(url).pathname.slice(1)}`, dump], url)
  const { db, close } = await openDatabase({ url }, now.toISOString())
  try {
    const { migrations: _, ...counts } = await countsOf(db)
    const { migrations: __, ...saved } = manifest.counts
    if (!isDeepStrictEqual(counts, saved))
      throw new Mistake('What came back is not what was saved: do not use this database.')
    await beginIncarnation(db, now.toISOString(), `restored from ${manifest.takenAt}`)
    return manifest
  } finally {
    await close()
  }
}

async function manifestIn(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, manifestName), 'utf8'))
  } catch (cause) {
    throw new Mistake(`There is no backup in ${folder} (${codeOf(cause)}).`, { cause })
  }
}

async function requireEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect().catch((cause) => {
    throw new Mistake(`PostgreSQL at ${URL.parse(url)?.host} cannot be used (${codeOf(cause)}).`, { cause })
  })
  try {
    const { rows } = await client.query(`SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace LIMIT 1`)
    if (rows.length > 0) throw new Mistake('This database is not empty: a backup is put back into a new one.')
  } finally {
    await client.end()
  }
}
