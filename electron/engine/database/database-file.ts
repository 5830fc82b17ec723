import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseTrouble } from '../usecases/database-trouble.ts'
import { readLog } from './salvage/log-frames.ts'

const keyCheck = (key: Uint8Array) => createHmac('sha256', key).update('loket database check').digest('hex')

/** Beside the database lies a check value of its key: a wrong key and a damaged first page look the same to SQLite. For a database that opened with this key, or was just made with it. */
export function replaceKeyCheck(file: string, key: Uint8Array): void {
  const check = `${file}.check`
  if (existsSync(check) && readFileSync(check, 'utf8') === keyCheck(key)) return
  writeFileSync(`${check}.new`, keyCheck(key), { mode: 0o600, flush: true })
  renameSync(`${check}.new`, check)
}

/** False only when the check value is there and belongs to another key. */
export function keyCheckMatches(file: string, key: Uint8Array): boolean {
  if (!existsSync(`${file}.check`)) return true
  const stored = Buffer.from(readFileSync(`${file}.check`, 'utf8').trim())
  const own = Buffer.from(keyCheck(key))
  return stored.length === own.length && timingSafeEqual(stored, own)
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0)

/** Where a database had been made there must be one: an emptied or deleted file must not be taken for a new device. */
export function checkPresence(file: string): void {
  if (existsSync(`${file}.check`) && sizeOf(file) === 0)
    throw new DatabaseTrouble('damaged', new Error('the database file is empty or gone'))
}

/** A file cut off at its end opens without complaint and fails much later: compare its length with what its head says. */
export function checkWholeness(file: string, pages: number, pageSize: number): void {
  if (sizeOf(`${file}-wal`) === 0 && sizeOf(file) < pages * pageSize)
    throw new DatabaseTrouble('damaged', new Error(`${pages} pages of ${pageSize} bytes expected`))
}

/** Where commits stand behind something broken, SQLite would open the database without them and say nothing. */
export function checkLog(file: string): void {
  const log = sizeOf(`${file}-wal`) > 0 ? readLog(`${file}-wal`) : null
  if (log?.broken) throw new DatabaseTrouble('damaged', new Error('the log is broken'))
}
