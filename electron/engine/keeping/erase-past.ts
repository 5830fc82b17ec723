import { existsSync, readdirSync } from 'node:fs'
import { backupFolderOf, removeBackup } from '../database/backup/backup-folder.ts'
import type { Store } from '../database/store.ts'
import { recall, remember } from '../sync/sync-state.ts'

/**
 * A device that came from another office: backups of its database are still of the old one, and go. Ended at any moment it goes on at the next start. Throws where a file cannot
 * be removed.
 */
export async function erasePast(store: Store, file: string): Promise<void> {
  if (!(await recall(store.read, 'past-left'))) return
  const folder = backupFolderOf(file)
  for (const name of existsSync(folder) ? readdirSync(folder) : []) removeBackup(folder, name)
  await store.inTransaction((trx) => remember(trx, 'past-left', false))
}
