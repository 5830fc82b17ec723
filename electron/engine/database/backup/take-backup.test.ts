import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { connect } from '../connect.ts'
import { openStore } from '../open.ts'
import { backupFolderOf, listBackups } from './backup-folder.ts'
import { takeBackup } from './take-backup.ts'

const folder = mkdtempSync(join(tmpdir(), 'loket-backup-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const options = { file: join(folder, 'loket.db'), key: Buffer.alloc(32, 3), sqliteBinding: undefined }
const now = '2026-11-24T02:00:00.000Z'

/** A row that its table does not allow: SQLite copies it without a word, and finds it when it reads the copy. */
function breakOneRow(): void {
  const db = connect(options, false)
  db.unsafeMode(true)
  db.exec('CREATE TABLE odd (a TEXT); INSERT INTO odd VALUES (NULL)')
  db.pragma('writable_schema = ON')
  db.exec("UPDATE sqlite_schema SET sql = 'CREATE TABLE odd (a TEXT NOT NULL)' WHERE name = 'odd'")
  db.close()
}

test('a copy that does not read whole is no backup: it gets no name, nothing of it is left, and the older ones stay', async () => {
  const store = await openStore({ ...options, now })
  await store.close()
  const good = await takeBackup(options, 'by-hand', now)
  breakOneRow()
  await expect(takeBackup(options, 'by-hand', '2026-11-25T02:00:00.000Z')).rejects.toThrow()
  expect(listBackups(backupFolderOf(options.file))).toEqual([good])
  expect(readdirSync(backupFolderOf(options.file)).filter((name) => name.endsWith('.part'))).toEqual([])
})
