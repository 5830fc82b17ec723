import { z } from 'zod'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { firstRow, run } from '../database/sql.ts'

/** A first copy (or a new one after 410) as far as it came. */
const snapshotState = z.object({
  epoch: z.number().int().positive(),
  /** Null until the first page came. */
  after: z.string().nullable(),
  /** Taken by the centre before the first page. */
  cursor: z.string().nullable(),
  rows: z.number().int(),
  total: z.number().int().nullable(),
  bytes: z.number(),
  complete: z.boolean(),
  /** The centre is in another history than the rows here: a lower version is right. */
  anew: z.boolean().optional(),
})
export type SnapshotState = z.output<typeof snapshotState>

/** A restored device on its way to a whole history. */
const healing = z.object({
  reason: z.enum(['restored', 'forked', 'copied']),
  generation: z.number().int(),
  /** Generations whose commands after a number are to be fetched from the centre. */
  fetch: z.array(z.object({ generation: z.number().int(), after: z.number().int() })),
  resent: z.number().int(),
  fetched: z.number().int(),
})
export type Healing = z.output<typeof healing>

const ordered = z.object({
  moveId: z.string(),
  to: z.string(),
  toName: z.string(),
  orderedAt: z.string(),
  orderedBy: z.string(),
})
export type Ordered = z.output<typeof ordered>

/** The device has finished in its office: its last numbers in the generation `from`, and the key to come (base64url of raw bytes), kept before the centre hears of it. */
const going = z.object({
  signingKey: z.string(),
  signingPublic: z.string(),
  from: z.number().int(),
  lastSeq: z.number().int(),
  lastAuditSeq: z.number().int(),
})
export type Going = z.output<typeof going>

/** Everything the sync remembers between rounds, one value per name. Names ending in a colon are followed by a scope. */
const values = {
  /** Position in the centre's changes; absent: the first copy is not whole yet. */
  'cursor:': z.string(),
  /** Where that is: orders it among the pages of a file. Absent where a centre did not tell it. */
  'position:': z.number().int(),
  'snapshot:': snapshotState,
  /** Every command up to this position has its verdict. */
  'answered-up-to': z.number().int(),
  'audit-sent-up-to': z.number().int(),
  'clock-offset-ms': z.number(),
  /** The centre's time as far as it was seen (kept-time.ts), and of the last complete pull. */
  'time-seen': z.string(),
  'synced-at': z.string(),
  /** The latest time that the centre ever told: the hybrid clock goes on from it. */
  'hlc-heard': z.string(),
  'last-push-at': z.string(),
  'last-pull-at': z.string(),
  /** Local day and the rows that came on it. */
  'pulled-on': z.object({ day: z.string(), rows: z.number().int() }),
  /** Demonstration switch. */
  cut: z.boolean(),
  /** Why the centre takes no commands of this device; `none` when it does. */
  'push-stopped': z.enum(['none', 'forked', 'quarantined', 'copied']),
  /** Names the history that the centre's database was in. */
  incarnation: z.string(),
  /** Key of the last blob whose being at the centre is in doubt since its database was put back. */
  'blobs-doubted-up-to': z.number().int(),
  /** SHA-256 of the last blob that the centre took; null: none. */
  'last-blob': z.string().nullable(),
  /** Which file the database was in. */
  'database-place': z.string(),
  /** Marks the numbers of papers while this may be an earlier state of the device. */
  'number-mark': z.string().nullable(),
  /** The device was restored: what is still to be fetched of its own past, and what was done so far. */
  healing: healing.nullable(),
  /** When the newest manifest of an update that was believed was signed. */
  'update-word': z.string(),
  /** The version that ran here last. */
  'version-here': z.string(),
  /** SHA-256 (hex) of a certificate that has to be in the centre's chain; null: any that the system trusts. */
  authority: z.string().nullable(),
  /** The centre's order to end: nothing is done here any more but to send what is left and to erase. */
  revocation: z.object({ deviceId: z.string(), revokedAt: z.string() }),
  /** The centre has ordered the device to another office; `going` null: it has work here yet. */
  move: z.object({ order: ordered, going: going.nullable() }).nullable(),
  /** Where the device came from, when, and how many rows of the old office were erased. */
  moved: z.object({
    at: z.string(),
    fromName: z.string(),
    fromDevice: z.string(),
    toName: z.string(),
    rows: z.number().int(),
  }),
  /** Backups of the old office's database may lie beside it yet. */
  'past-left': z.boolean(),
  /** The last queue that was saved to a file, and when, by this device's clock. */
  'queue-saved': z.object({ id: z.string(), at: z.string() }),
} as const

type Values = typeof values
type PerScope = 'cursor:' | 'position:' | 'snapshot:'
type Named = Exclude<keyof Values, PerScope>

/** Reads one value; null when it was never written. */
export async function recall<N extends Named>(db: ReadDb, name: N): Promise<z.output<Values[N]> | null> {
  return (await read(db, name, values[name])) as z.output<Values[N]> | null
}
export async function recallOf<N extends PerScope>(
  db: ReadDb,
  name: N,
  scope: string,
): Promise<z.output<Values[N]> | null> {
  return (await read(db, name + scope, values[name])) as z.output<Values[N]> | null
}

export const remember = <N extends Named>(trx: WriteDb, name: N, value: z.output<Values[N]>): Promise<void> =>
  write(trx, name, value)
export const rememberOf = <N extends PerScope>(
  trx: WriteDb,
  name: N,
  scope: string,
  value: z.output<Values[N]>,
): Promise<void> => write(trx, name + scope, value)

/**
 * The centre's database was put back to an earlier state: every scope is copied anew, and its rows win over those of before, also with lower versions. All at
 * once, since a row may have moved between scopes in one history and not in the other.
 */
export const forgetHistory = (trx: WriteDb, scopes: readonly string[]): Promise<void> => copyAnew(trx, scopes, scopes)

/**
 * Changes after the cursor of one scope are not at the centre any more, so nobody can say which history the rows here are of: its new copy wins, too. `scopes`: all
 * of the device; a row that came from another one is older than this copy.
 */
export const forgetScope = (trx: WriteDb, scope: string, scopes: readonly string[]): Promise<void> =>
  copyAnew(trx, [scope], scopes)

async function copyAnew(trx: WriteDb, which: readonly string[], scopes: readonly string[]): Promise<void> {
  const states = await Promise.all(scopes.map((scope) => recallOf(trx, 'snapshot:', scope)))
  const epoch = Math.max(0, ...states.map((state) => state?.epoch ?? 0)) + 1
  for (const scope of which) {
    await forgetCursor(trx, scope)
    const begin = { epoch, after: null, cursor: null, rows: 0, total: null, bytes: 0, complete: false, anew: true }
    await rememberOf(trx, 'snapshot:', scope, begin)
  }
}

async function forgetCursor(trx: WriteDb, scope: string): Promise<void> {
  await run(trx, 'DELETE FROM sync_state WHERE name IN (?, ?)', `cursor:${scope}`, `position:${scope}`)
}

/** Where the device stands in the changes of a scope. */
export async function rememberCursor(
  trx: WriteDb,
  scope: string,
  { cursor, position }: { readonly cursor: string; readonly position?: number | undefined },
): Promise<void> {
  await forgetCursor(trx, scope)
  await rememberOf(trx, 'cursor:', scope, cursor)
  if (position !== undefined) await rememberOf(trx, 'position:', scope, position)
}

async function read(db: ReadDb, name: string, schema: z.ZodType): Promise<unknown> {
  const row = await firstRow<{ value: string }>(db, 'SELECT value FROM sync_state WHERE name = ?', name)
  return row ? schema.parse(JSON.parse(row.value)) : null
}

async function write(trx: WriteDb, name: string, value: unknown): Promise<void> {
  await run(trx, keep, name, JSON.stringify(value))
}

const keep = `INSERT INTO sync_state (name, value) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value`
