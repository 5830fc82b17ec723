import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, listBackups } from '../database/backup/backup-folder.ts'
import { LastNumber } from '../database/last-number.ts'
import { putInPlace } from '../database/put-in-place.ts'
import { DamagedFile } from '../database/salvage/damaged-file.ts'
import { Salvage } from '../database/salvage/salvage.ts'
import { type RebuildPlace, rebuild } from './rebuild.ts'
import type { Reckoned } from './reckon.ts'

/**
 * repair: all that can be read, rows of the centre too. restore: the centre's rows as a backup has them, and what was done here since. copy-anew: only what is this computer's own; the
 * centre gives the rest.
 */
export type Way =
  | { readonly way: 'repair' | 'copy-anew' }
  | { readonly way: 'restore' /** Its name in the folder of backups. */; readonly backup: string }

/** The backup that a person chose tells nothing. */
class BackupUnreadable extends Error {}

/** Makes a whole database and puts it in the place of the one in use, which is set aside. No connection to it may be open. Throws DatabaseTrouble; then all is as it was. */
export async function rescue(place: RebuildPlace, chosen: Way): Promise<Reckoned> {
  const opened: DamagedFile[] = []
  const lastNumber = new LastNumber(place.file)
  const read = (file: string): Salvage => {
    const damaged = new DamagedFile(file, place.key)
    opened.push(damaged)
    return new Salvage(damaged)
  }
  try {
    const current = existsSync(place.file) ? read(place.file) : null
    const folder = backupFolderOf(place.file)
    const names = chosen.way === 'restore' ? [chosen.backup] : listBackups(folder).map(({ name }) => name)
    const rows = ({ repair: 'all', restore: 'backup', 'copy-anew': 'none' } as const)[chosen.way]
    const backup = firstReadable(names, (name) => read(join(folder, name)))
    // Without its rows nothing would be put back, and the desk would stand empty until the centre is there.
    if (chosen.way === 'restore' && backup === null) throw new BackupUnreadable(chosen.backup)
    const reckoned = await rebuild(place, { current, backup, rows, acknowledged: lastNumber.read() })
    for (const file of opened.splice(0)) file.close()
    putInPlace(place.file, place.now)
    // Reckoned up: what is missing has been told.
    lastNumber.write(0)
    return reckoned
  } finally {
    lastNumber.close()
    for (const file of opened) file.close()
  }
}

/** The newest one that knows who this device is; any other is of no use beside a damaged database. */
function firstReadable(names: readonly string[], read: (name: string) => Salvage): Salvage | null {
  for (const name of names) {
    const backup = read(name)
    if (backup.isWhole('device')) return backup
  }
  return null
}
