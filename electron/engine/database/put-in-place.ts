import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolderOf, backupName, makeBackupFolder, pruneBackups } from './backup/backup-folder.ts'
import { ontoDisk } from './backup/copy-database.ts'

/** A whole database under this name takes the place of the one that is in use, now or at the next start. */
export const readyName = (file: string): string => `${file}.ready`

/**
 * Puts the database in place that was made ready; the one before is set aside, with its log. Killed between any two steps it goes on at the next start: the new one bears one of
 * its two names all the time. True when there was one.
 */
export function putInPlace(file: string, at: string): boolean {
  const ready = readyName(file)
  if (!existsSync(ready)) return false
  setAside(file, at)
  renameSync(ready, file)
  if (process.platform !== 'win32') ontoDisk(dirname(file))
  pruneBackups(backupFolderOf(file))
  return true
}

/** The log first: a database without its log is the same one a little earlier, a log without its database is nothing. */
function setAside(file: string, at: string): void {
  const folder = backupFolderOf(file)
  makeBackupFolder(folder)
  const aside = join(folder, backupName(at, 'set-aside'))
  for (const end of ['-wal', '']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`)
  rmSync(`${file}-shm`, { force: true })
}
