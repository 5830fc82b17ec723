import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConnectOptions } from '../connect.ts'
import { inWorker } from '../in-worker.ts'
import {
  type BackupFile,
  type BackupKind,
  backupFolderOf,
  backupName,
  listBackups,
  makeBackupFolder,
  pruneBackups,
} from './backup-folder.ts'

/** So many bytes stay free beside a backup: work at the counter goes before. */
const leftFree = 256_000_000

/** There is too little room on the disk for a copy of this size. */
export class NoRoom extends Error {}

/**
 * Makes a backup beside the database, with the same key, in a thread of its own; older ones of its kind go when it is there. Rejects with NoRoom, and with what SQLite or the file
 * system says; then nothing is left of it.
 */
export async function takeBackup(from: ConnectOptions, kind: BackupKind, at: string): Promise<BackupFile> {
  const folder = backupFolderOf(from.file)
  makeBackupFolder(folder)
  await requireRoom(folder, statSync(from.file).size)
  const name = backupName(at, kind)
  await inWorker({ do: 'copy', from, to: join(folder, name) })
  pruneBackups(folder)
  const made = listBackups(folder).find((backup) => backup.name === name)
  if (!made) throw new Error('a backup is not where it was put')
  return made
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes * 1.1 + leftFree) throw new NoRoom('too little room for a backup')
}
