import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ReadDb } from '../database/handles.ts'
import type { SyncConfig } from '../wiring.ts'
import { chainCheck } from './chain-check.ts'
import { dayStart, localDay } from './local-day.ts'
import { openExceptions } from './open-exceptions.ts'
import { seqOf } from './position.ts'
import type { Rounds } from './rounds.ts'
import { recall } from './sync-state.ts'

type Overview = OutputOf<'sync.overview'>

/** Lines shown of the queue and of the history; the counts are whole. */
const longestList = 200

/** Everything the screen Sinkronisasi shows. `sent`: bytes of the file under way that the centre has. */
export function openOverview(
  { store, clock, seedRegion }: SyncConfig,
  { loop }: Rounds,
  sent: () => number,
): () => Promise<Overview> {
  const db = store.read
  const checkChain = chainCheck(db)
  return async () => {
    const now = clock.now()
    const pulled = await recall(db, 'pulled-on')
    const chain = await checkChain()
    const next = loop.nextAt()
    return {
      queue: await queueOf(db, loop.running()),
      exceptions: await openExceptions(db),
      verdictsToday: await verdictsSince(db, dayStart(now, seedRegion.zone)),
      history: await historyOf(db),
      blobs: { ...(await waitingBlobs(db)), sent: sent() },
      rowsPulledToday: pulled?.day === localDay(now, seedRegion.zone) ? pulled.rows : 0,
      chainLength: chain.length,
      chainIntact: chain.intact,
      nextSyncAt: next === null ? null : new Date(next).toISOString(),
      syncing: loop.running(),
      lastPushAt: await recall(db, 'last-push-at'),
      lastPullAt: await recall(db, 'last-pull-at'),
    }
  }
}

async function queueOf(db: ReadDb, syncing: boolean): Promise<Overview['queue']> {
  const rows = await db
    .selectFrom('command as c')
    .leftJoin('card as k', 'k.id', 'c.subject')
    .select(['c.id', 'c.position', 'c.type', 'c.at', 'k.id as cardId', 'k.kind', 'k.owner_name', 'k.place', 'k.centre'])
    .where('c.position', '>', (await recall(db, 'answered-up-to')) ?? 0)
    .where('c.verdict', 'is', null)
    .orderBy('c.position')
    .limit(longestList)
    .execute()
  return rows.map((row) => ({
    commandId: row.id,
    seq: seqOf(row.position),
    type: row.type,
    at: row.at,
    cardId: row.cardId,
    cardKind: row.kind === 'kia' ? 'kia' : row.kind === null ? null : 'ktp-el',
    ownerName: row.owner_name,
    place: row.place || null,
    state: row.centre === 'will-clash' ? 'will-clash' : syncing ? 'sending' : 'waiting',
  }))
}

async function verdictsSince(db: ReadDb, since: string): Promise<Overview['verdictsToday']> {
  const counted = await db
    .selectFrom('command')
    .select(({ fn }) => ['verdict', fn.countAll<number>().as('count')])
    .where('verdict', 'is not', null)
    .where('decided_at', '>=', since)
    .groupBy('verdict')
    .execute()
  const of = (kind: string) => counted.find(({ verdict }) => verdict === kind)?.count ?? 0
  return { applied: of('applied'), duplicate: of('duplicate'), conflict: of('conflict'), refused: of('refused') }
}

async function historyOf(db: ReadDb): Promise<Overview['history']> {
  const rows = await db
    .selectFrom('command as c')
    .leftJoin('card as k', 'k.id', 'c.subject')
    .select(['c.id', 'c.position', 'c.type', 'c.verdict', 'c.verdict_code', 'c.decided_at', 'k.owner_name'])
    .where('c.verdict', 'is not', null)
    .orderBy('c.position', 'desc')
    .limit(longestList)
    .execute()
  return rows.flatMap(({ verdict, decided_at, ...row }) =>
    verdict === null || decided_at === null
      ? []
      : {
          commandId: row.id,
          seq: seqOf(row.position),
          type: row.type,
          ownerName: row.owner_name,
          kind: verdict,
          code: row.verdict_code,
          decidedAt: decided_at,
        },
  )
}

async function waitingBlobs(db: ReadDb): Promise<Omit<Overview['blobs'], 'sent'>> {
  const { waiting, bytes } = await db
    .selectFrom('blob')
    .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.sum<number | null>('size').as('bytes')])
    .where('at_centre', '=', 0)
    .executeTakeFirstOrThrow()
  return { waiting, bytes: bytes ?? 0 }
}
