import { courierLimits, type QueueLine } from '#shared/contract/sync/courier.ts'
import type { ReadDb } from '../../database/handles.ts'
import type { EnrolledDevice } from '../device-record.ts'
import { generationOf, seqOf } from '../position.ts'
import { withPayload } from '../push.ts'
import { recall, recallOf } from '../sync-state.ts'

interface WaitingBlob {
  readonly key: number
  readonly sha256: string
  readonly size: number
}

/** What waits for the centre, by positions: whatever is done meanwhile is for the next file. */
export interface WaitingQueue {
  readonly commands: {
    readonly count: number
    readonly from: number
    readonly upTo: number
    readonly oldestAt: string | null
  }
  readonly audit: { readonly count: number; readonly from: number; readonly upTo: number }
  readonly blobs: readonly WaitingBlob[]
  /** About, before packing. */
  readonly bytes: number
}

/** Everything that a push, the audit trail and the blobs would send now. Nothing is marked. */
export async function waitingQueue(db: ReadDb): Promise<WaitingQueue> {
  const from = ((await recall(db, 'answered-up-to')) ?? 0) + 1
  const commands = await db
    .selectFrom('command')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('count'),
      fn.max('position').as('upTo'),
      fn.min('at').as('oldestAt'),
      fn.sum<number | null>(eb(fn('length', ['envelope']), '+', fn('length', ['payload']))).as('bytes'),
    ])
    .where('position', '>=', from)
    .executeTakeFirstOrThrow()
  const auditFrom = ((await recall(db, 'audit-sent-up-to')) ?? 0) + 1
  const audit = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.max('position').as('upTo'),
      fn.sum<number | null>(fn('length', ['entry'])).as('bytes'),
    ])
    .where('position', '>=', auditFrom)
    .executeTakeFirstOrThrow()
  const blobs = await db
    .selectFrom('blob')
    .select(['key', 'sha256', 'size'])
    .where('at_centre', '=', 0)
    .orderBy('key')
    .execute()
  return {
    commands: { count: commands.count, from, upTo: commands.upTo ?? 0, oldestAt: commands.oldestAt },
    audit: { count: audit.count, from: auditFrom, upTo: audit.upTo ?? 0 },
    blobs,
    bytes: (commands.bytes ?? 0) + (audit.bytes ?? 0) + blobs.reduce((sum, { size }) => sum + size, 0),
  }
}

const rowsAtOnce = 200

/** The content of the file, line by line. */
export async function* queueLines(
  db: ReadDb,
  { identity }: EnrolledDevice,
  queue: WaitingQueue,
  appVersion: string,
): AsyncGenerator<string> {
  const cursors: { scope: string; cursor: string | null }[] = []
  for (const scope of identity.scopes) cursors.push({ scope, cursor: await recallOf(db, 'cursor:', scope) })
  yield text({ line: 'about', appVersion, cursors })
  yield* commandLines(db, queue)
  yield* auditLines(db, queue)
  for (const blob of queue.blobs) yield* blobLines(db, blob)
  yield text({ line: 'end' })
}

const text = (line: QueueLine): string => `${JSON.stringify(line)}\n`

async function* commandLines(db: ReadDb, { commands }: WaitingQueue): AsyncGenerator<string> {
  for (let from = commands.from; ; ) {
    const rows = await db
      .selectFrom('command')
      .select(['position', 'id', 'envelope', 'hash', 'signature', 'payload', 'salt'])
      .where('position', '>=', from)
      .where('position', '<=', commands.upTo)
      .orderBy('position')
      .limit(rowsAtOnce)
      .execute()
    for (const row of rows) {
      const { envelope, hash, signature, payload, salt } = await withPayload(db, row)
      yield text({ line: 'command', generation: generationOf(row.position), envelope, hash, signature, payload, salt })
    }
    const last = rows.at(-1)
    if (!last) return
    from = last.position + 1
  }
}

async function* auditLines(db: ReadDb, { audit }: WaitingQueue): AsyncGenerator<string> {
  for (let from = audit.from; ; ) {
    const rows = await db
      .selectFrom('audit_entry')
      .selectAll()
      .where('position', '>=', from)
      .where('position', '<=', audit.upTo)
      .orderBy('position')
      .limit(rowsAtOnce)
      .execute()
    for (const { position, entry, hash } of rows)
      yield text({ line: 'audit', generation: generationOf(position), seq: seqOf(position), entry, hash })
    const last = rows.at(-1)
    if (!last) return
    from = last.position + 1
  }
}

async function* blobLines(db: ReadDb, { key, sha256, size }: WaitingBlob): AsyncGenerator<string> {
  const row = await db.selectFrom('blob').select('bytes').where('key', '=', key).executeTakeFirst()
  if (!row) return
  const step = courierLimits.blobPieceBytes
  for (let from = 0; from < size || from === 0; from += step) {
    const bytes = row.bytes.subarray(from, from + step).toString('base64url')
    yield text({ line: 'blob', sha256, size, from, bytes })
  }
}
