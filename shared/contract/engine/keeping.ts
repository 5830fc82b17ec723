import { z } from 'zod'
import { fatalCode } from '../shell/lifecycle.ts'
import { command, query } from './call.ts'
import { instant } from './values.ts'

const count = z.number().int().nonnegative()

const backup = z.strictObject({
  /** Within the folder of backups. */
  name: z.string().regex(/^[0-9TZ]{19}-[a-z-]+[.]db$/),
  /** `set-aside`: what stood in the place of a database that was put back or repaired. */
  kind: z.enum(['daily', 'by-hand', 'before-update', 'set-aside']),
  at: instant,
  bytes: count,
})
export type Backup = z.output<typeof backup>

/** What came of putting a database back or repairing it. */
const rescued = z.strictObject({
  /** False: it does not know any more which device it is; what it did is kept, and it can send none of it. */
  enrolled: z.boolean(),
  /** Acts that wait for the centre and are here. */
  waiting: count,
  /** Numbers of acts that could not be read and that the centre is not known to have; `1.118`: of an earlier generation. */
  lost: z.string(),
  lostCount: count,
  /** Signatures and documents that an unsent act names and that could not be read. */
  lostFiles: count,
})
export type Rescued = z.output<typeof rescued>

/** How the data of this computer are kept safe: backups, the check of the whole database, what was erased when its time was over. Topic `keeping`. */
export const dataState = query({
  name: 'data.state',
  input: z.strictObject({}),
  output: z.strictObject({
    folder: z.string(),
    /** Newest first. */
    backups: z.array(backup),
    backingUp: z.boolean(),
    /** Why the last one that was tried did not come about; null: it did. */
    backupTrouble: z.enum(['no-room', 'failed']).nullable(),
    /** Every page read and proven; null: not yet. */
    check: z.strictObject({ at: instant, whole: z.boolean() }).nullable(),
    checking: z.strictObject({ done: count, total: count }).nullable(),
    /** Null: nothing was erased yet. */
    erased: z
      .strictObject({ at: instant, cards: count, files: count, payloads: count, audit: count, others: count })
      .nullable(),
    /** Since when the database has its key; null: since it was made. */
    keySince: instant.nullable(),
  }),
})

/** Makes a backup now. Faults: disk-full, backup-failed. */
export const backUp = command({ name: 'data.back-up', input: z.strictObject({}), output: backup })

const proven = { password: z.string().min(1).max(256) }

/**
 * Puts a backup back; what was done here since is carried over as far as it can be read. With the password of who does it. Faults: backup-unknown,
 * wrong-password, locked-out, disk-full, repair-failed.
 */
export const restoreBackup = command({
  name: 'data.restore',
  input: z.strictObject({ backup: backup.shape.name, ...proven }),
  output: rescued,
})
/** Makes the database anew of what can be read, after the check has found damage. Faults as data.restore. */
export const repairData = command({
  name: 'data.repair',
  input: z.strictObject({ ...proven }),
  output: rescued,
})
/** Gives the database, and its backups, another key. Faults: wrong-password, locked-out, disk-full, key-not-changed. */
export const renewKey = command({
  name: 'data.renew-key',
  input: z.strictObject({ ...proven }),
  output: z.strictObject({}),
})

const way = z.enum(['open', 'repair', 'restore', 'copy-anew', 'code'])
export type RescueWay = z.output<typeof way>

/** Where the database cannot be opened: why, and what can be done. Works without a database, so also without a session. Topic `keeping`. */
export const rescueState = query({
  name: 'rescue.state',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Null: the database is open. */
    trouble: fatalCode.nullable(),
    ways: z.array(way),
    backups: z.array(backup),
    /** Rows of the centre that are in place so far; null: nothing is under way. */
    rows: count.nullable(),
  }),
})

/**
 * Does one of the ways that `rescue.state` offers. Nothing is erased: the damaged file is set aside. `code`: a recovery code of the administrator brings the key back; on a computer that is
 * not enrolled a backup is chosen for it. Faults: backup-unknown, recovery-code-invalid, disk-full, repair-failed, not-permitted where there is no trouble, those of network and centre.
 */
export const rescueRun = command({
  name: 'rescue.run',
  input: z.strictObject({
    way,
    backup: backup.shape.name.optional(),
    code: z.string().trim().min(16).max(64).optional(),
    serverUrl: z.url().optional(),
  }),
  output: rescued.nullable(),
})
