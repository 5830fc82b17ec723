import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, listBackups } from '../database/backup/backup-folder.ts'
import { type ConnectOptions, connect } from '../database/connect.ts'
import { replaceKeyCheck } from '../database/database-file.ts'
import { inWorker } from '../database/in-worker.ts'
import { putInPlace, readyName } from '../database/put-in-place.ts'
import { DamagedFile } from '../database/salvage/damaged-file.ts'
import type { KeyKeeper, Log } from '../usecases/ports.ts'

/** A database opens with none of the keys that were brought for it. */
export class NoKeyOpens extends Error {}

interface Place extends ConnectOptions {
  readonly now: string
  readonly log: Pick<Log, 'info' | 'error'>
}

/**
 * Gives the database and its backups another key, which is kept already beside the old one: from the first step to the last one of the two opens whatever lies there, and killed in
 * between it goes on at the next start. No connection may be open. Returns the key of the database afterwards; throws where it could not be given, and then the old one opens it still.
 */
export async function renewKey(place: Place, next: Uint8Array, keys: KeyKeeper): Promise<Uint8Array> {
  const { file, log, now } = place
  putInPlace(file, now)
  if (opens(file, place.key) && !opens(file, next)) {
    settle(place)
    await inWorker({ do: 'copy', from: connectionOf(place), to: readyName(file), key: next })
    log.info('key-copied')
    putInPlace(file, now)
    log.info('key-in-place')
  }
  replaceKeyCheck(file, next)
  rmSync(`${readyName(file)}.check`, { force: true })
  await renewBackups(place, next)
  await keys.keep(next)
  log.info('key-kept')
  return next
}

const connectionOf = ({ file, key, sqliteBinding }: ConnectOptions): ConnectOptions => ({ file, key, sqliteBinding })

/** Everything is in the one file, and the centre is to be given the new key. */
function settle(place: ConnectOptions): void {
  const db = connect(place, false)
  try {
    db.exec('UPDATE device SET key_kept_at = NULL')
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** What cannot be copied stays under its old key, which the centre keeps: a damaged file that was set aside may be all that is left of an act. */
async function renewBackups(place: Place, next: Uint8Array): Promise<void> {
  const folder = backupFolderOf(place.file)
  for (const { name } of listBackups(folder)) {
    const file = join(folder, name)
    if (opens(file, next)) continue
    const from = { ...connectionOf(place), file }
    try {
      await inWorker({ do: 'copy', from, to: file, key: next })
    } catch (cause) {
      place.log.error('backup-not-renewed', cause)
      continue
    }
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    place.log.info('backup-renewed')
  }
}

/** Keeps the one that opens the database, and returns it. Throws NoKeyOpens. */
export async function keepFitting(
  file: string,
  candidates: readonly Uint8Array[],
  keys: KeyKeeper,
): Promise<Uint8Array> {
  const key = candidates.find((candidate) => opens(file, candidate))
  if (!key) throw new NoKeyOpens('none of the keys opens the database')
  await keys.keep(key)
  return key
}

/** Does the key open a page of the file? Any: the first one may be damaged. */
export function opens(file: string, key: Uint8Array): boolean {
  if (!existsSync(file) || statSync(file).size === 0) return false
  const damaged = new DamagedFile(file, key)
  try {
    for (let page = 1; page <= damaged.pageCount; page++) if (damaged.page(page)) return true
    return false
  } finally {
    damaged.close()
  }
}
