import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ConnectOptions, connect, hexOf } from '../connect.ts'
import { replaceKeyCheck } from '../database-file.ts'
import { giveRoomBack } from '../give-room-back.ts'

/** What a copy was found to be before it got its name. */
export class CopyDamaged extends Error {}

export interface CopyWish {
  readonly from: ConnectOptions
  readonly to: string
  /** Of the copy; the same unless said otherwise. */
  readonly key?: Uint8Array
}

/**
 * Copies a database as it is at one moment, while others work on it. It bears its name only once it is whole: written under another one, read again from its first page to its last,
 * and on the disk. Blocks; meant for a thread of its own. Throws SqliteError, CopyDamaged or what the file system throws.
 */
export function copyDatabase({ from, to, key = from.key }: CopyWish): void {
  const draft = `${to}.part`
  removeDraft(draft)
  try {
    const source = connect(from, false)
    try {
      // A copy is where a database of before learns it.
      giveRoomBack(source)
      source.exec(`VACUUM INTO '${draft.replaceAll("'", "''")}'`)
    } finally {
      source.close()
    }
    if (!Buffer.from(key).equals(Buffer.from(from.key))) giveKey({ ...from, file: draft }, key)
    verifyCopy({ ...from, file: draft, key })
    ontoDisk(draft)
    replaceKeyCheck(to, key)
    renameSync(draft, to)
    if (process.platform !== 'win32') ontoDisk(dirname(to))
  } catch (cause) {
    removeDraft(draft)
    throw cause
  }
}

function giveKey(draft: ConnectOptions, key: Uint8Array): void {
  const db = connect(draft, false)
  try {
    db.pragma(`rekey = "x'${hexOf(key)}'"`)
  } finally {
    db.close()
  }
}

function verifyCopy(draft: ConnectOptions): void {
  const db = connect(draft, true)
  try {
    const found = String(db.pragma('integrity_check(1)', { simple: true }))
    if (found !== 'ok') throw new CopyDamaged(found)
  } finally {
    db.close()
  }
}

function removeDraft(draft: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true })
}

/** A file opened for reading cannot be synced on Windows. */
export function ontoDisk(path: string): void {
  const handle = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
