import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** daily: by itself; by-hand: somebody asked; before-update: before the tables change; set-aside: what stood where another database was put. */
export const backupKinds = ['daily', 'by-hand', 'before-update', 'set-aside'] as const
export type BackupKind = (typeof backupKinds)[number]

export interface BackupFile {
  /** Within the folder. */
  readonly name: string
  readonly kind: BackupKind
  readonly at: string
  readonly bytes: number
}

/** How many of each kind stay. */
const kept: Record<BackupKind, number> = { daily: 7, 'by-hand': 3, 'before-update': 3, 'set-aside': 2 }

export const backupFolderOf = (file: string): string => join(dirname(file), 'backups')

/** `20261130T021405123Z-daily.db`: no sign that a file system forbids. */
export const backupName = (at: string, kind: BackupKind): string => `${at.replace(/[-:.]/g, '')}-${kind}.db`

const named = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(\\d{3})Z-(${backupKinds.join('|')})[.]db$`)

/** Newest first. Whatever else lies there is no backup. */
export function listBackups(folder: string): readonly BackupFile[] {
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((name): BackupFile[] => {
    const [, year, month, day, hour, minute, second, ms, kind] = named.exec(name) ?? []
    const known = backupKinds.find((one) => one === kind)
    if (known === undefined) return []
    const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`
    return [{ name, kind: known, at, bytes: statSync(join(folder, name)).size }]
  })
  return found.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Removes what is more than is kept of each kind, oldest first, and drafts of backups that did not come to their end. */
export function pruneBackups(folder: string): void {
  for (const kind of backupKinds) {
    const old = listBackups(folder).filter((backup) => backup.kind === kind)
    for (const { name } of old.slice(kept[kind])) removeBackup(folder, name)
  }
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.endsWith('.part')) removeBackup(folder, name)
}

export function removeBackup(folder: string, name: string): void {
  for (const end of ['', '-wal', '-shm', '-journal', '.check']) rmSync(join(folder, `${name}${end}`), { force: true })
}

export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
