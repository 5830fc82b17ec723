import type { Sqlite } from './connect.ts'

const incremental = 2

/** What is erased later gives its room back: said before the first table, or before a copy. Once is enough, and saying it again would write into a database that is perhaps not ours to write to. */
export function giveRoomBack(db: Sqlite): void {
  if (Number(db.pragma('auto_vacuum', { simple: true })) !== incremental) db.pragma('auto_vacuum = INCREMENTAL')
}
