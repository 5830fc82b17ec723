import { randomUUID } from 'node:crypto'
import type { Db } from '../database/open-database.ts'

/** Names the history that this database is in; another one since it was put back to an earlier state. */
export async function incarnationOf(db: Db): Promise<string> {
  const { incarnation } = await db.selectFrom('centre_state').select('incarnation').executeTakeFirstOrThrow()
  return incarnation
}

/**
 * From now on this is another history than devices may know. They then send again what is missing here, and check their files. `instead`: the one that was found
 * not to go on; does nothing when another process said so meanwhile.
 */
export async function beginIncarnation(db: Db, at: string, reason: string, instead?: string): Promise<void> {
  let change = db.updateTable('centre_state').set({ incarnation: randomUUID(), since: at, reason })
  if (instead !== undefined) change = change.where('incarnation', '=', instead)
  await change.execute()
}
