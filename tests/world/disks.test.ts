import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { Crashed, Disk, tapSqlite } from './disks.ts'

tapSqlite()

const numbersIn = (file: string): number[] => {
  const db = new Database(file)
  try {
    return db.prepare('SELECT number FROM written ORDER BY number').pluck().all() as number[]
  } finally {
    db.close()
  }
}

test.each([0, 0.5, 0.999])(
  'a COMMIT that is torn at %d of what it writes is not on the disk, the one before it is',
  (share) => {
    const folder = temporaryFolder('torn')
    const [file, kept] = [join(folder.path, 'a.db'), join(folder.path, 'kept', 'a.db')]
    const commits: string[] = []
    const disk = new Disk(file, { began: () => {}, wrote: () => {}, committed: () => commits.push('COMMIT') })
    const db = new Database(file)
    db.pragma('journal_mode = WAL')
    const write = (number: number) => {
      db.exec('BEGIN')
      db.prepare('INSERT INTO written VALUES (?)').run(number)
      db.exec('COMMIT')
    }
    db.exec('CREATE TABLE written (number INTEGER PRIMARY KEY)')
    write(1)
    disk.crashAt('torn-commit', 1, () => disk.copyTo(kept, share))
    expect(() => write(2)).toThrow(Crashed)
    expect(numbersIn(kept)).toEqual([1])
    expect(commits).toEqual(['COMMIT'])
    disk.close()
    folder.remove()
  },
)
