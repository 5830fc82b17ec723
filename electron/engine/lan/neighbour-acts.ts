import type { PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { firstRow, rows, run } from '../database/sql.ts'
import { seqOf } from '../sync/position.ts'
import type { KeptCommand, OutboxReads } from '../usecases/stores.ts'
import type { ProvenFact } from './prove-fact.ts'

/** Newest facts told to a desk that connects: days of an office without a network. */
const mostFacts = 2000

type Sent = Pick<PushedCommand, 'envelope' | 'hash' | 'signature' | 'payload' | 'salt'>

/**
 * The outbox with what other desks told on top: each act stands after what was done here before it came to be known, whatever the clocks say. For what
 * the screens show; nothing of it is ever sent to the centre from here.
 */
export function withNeighbours(outbox: OutboxReads, db: ReadDb): OutboxReads {
  return {
    ...outbox,
    async commandsAbout(key) {
      const own = await outbox.commandsAbout(key)
      if (!key.startsWith('card/')) return own
      const told = await rows<ToldRow>(db, toldAboutCard, key, key.slice('card/'.length), key.slice('card/'.length))
      if (told.length === 0) return own
      const all: KeptCommand[] = [...own]
      for (const [index, row] of told.entries()) all.splice(row.ownBefore + index, 0, commandOf(row))
      return all
    },
    async subjects() {
      const told = await rows<{ card: string }>(db, 'SELECT DISTINCT card_id AS card FROM neighbour_act')
      const own = await outbox.subjects()
      return told.length === 0 ? own : new Set([...own, ...told.map(({ card }) => `card/${card}`)])
    },
  }
}

interface ToldRow {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly payload: string
  readonly position: number
  readonly deviceId: string
  readonly scope: string
  readonly ownBefore: number
}

const toldAboutCard = `SELECT id, type, at, payload, position, device_id AS deviceId, scope,
    (SELECT count(*) FROM command c WHERE c.position <= n.after_position AND c.payload IS NOT NULL AND c.position IN
      (SELECT position FROM command_about WHERE key = ? UNION SELECT position FROM command WHERE subject = ?)) AS ownBefore
  FROM neighbour_act n WHERE card_id = ? ORDER BY key`

const commandOf = ({ id, type, at, payload, position, deviceId, scope }: ToldRow): KeptCommand => ({
  commandId: id,
  seq: seqOf(position),
  type,
  at,
  payload,
  verdict: null,
  told: { deviceId, scope },
})

/** Keeps a fact unless it is known already, the centre's rows hold it, or its card is of another office. True where it was new. */
export async function keepFact(trx: WriteDb, fact: ProvenFact): Promise<boolean> {
  const card = await firstRow<{ scope: string }>(
    trx,
    "SELECT scope FROM replica WHERE entity = 'card' AND id = ?",
    fact.cardId,
  )
  if (card && card.scope !== fact.scope) return false
  const known = await firstRow<{ position: number }>(
    trx,
    'SELECT position FROM neighbour_act WHERE id = ?',
    fact.commandId,
  )
  // The same act under a newer generation of its device takes the place of the older one.
  if (known && known.position >= fact.position) return false
  const { envelope, hash, signature, payload, salt } = fact.command
  if (payload === null) return false
  const last = await firstRow<{ last: number | null }>(trx, 'SELECT max(position) AS last FROM command')
  await run(
    trx,
    `INSERT OR REPLACE INTO neighbour_act (id, device_id, scope, position, type, card_id, act_id, at, envelope, hash, signature, payload, salt, after_position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[fact.commandId, fact.deviceId, fact.scope, fact.position, fact.type, fact.cardId, fact.actId, fact.at],
    ...[envelope, hash, signature, payload, salt, last?.last ?? 0],
  )
  return !(await isHeld(trx, fact.commandId))
}

/** The centre's rows hold it: the hand-over's own row, or that row naming its undoing. */
const held = `EXISTS (SELECT 1 FROM replica r WHERE r.entity = 'handover' AND r.row IS NOT NULL
    AND r.id = CASE n.type WHEN 'handover.record' THEN n.act_id ELSE json_extract(n.payload, '$.handoverId') END
    AND (n.type = 'handover.record' OR EXISTS (SELECT 1 FROM json_each(r.row, '$.acts') a WHERE a.value = n.act_id)))`

async function isHeld(trx: WriteDb, commandId: string): Promise<boolean> {
  const found = await firstRow(trx, `SELECT 1 FROM neighbour_act n WHERE n.id = ? AND ${held}`, commandId)
  if (found) await run(trx, 'DELETE FROM neighbour_act WHERE id = ?', commandId)
  return found !== null
}

/** Drops what the centre has confirmed here since. What the screens show does not change by it. */
export async function dropConfirmed(trx: WriteDb): Promise<void> {
  await run(trx, `DELETE FROM neighbour_act WHERE key IN (SELECT n.key FROM neighbour_act n WHERE ${held})`)
}

/** Drops what devices said that are not believed any more; returns the rows (`entity/id`) that must be shown again. */
export async function dropOthersThan(trx: WriteDb, deviceIds: readonly string[]): Promise<readonly string[]> {
  const from = `FROM neighbour_act WHERE device_id NOT IN (${deviceIds.map(() => '?').join(', ')})`
  const found = await rows<{ card: string; act: string }>(
    trx,
    `SELECT card_id AS card, act_id AS act ${from}`,
    ...deviceIds,
  )
  if (found.length === 0) return []
  await run(trx, `DELETE ${from}`, ...deviceIds)
  const unconfirmed =
    "NOT EXISTS (SELECT 1 FROM replica WHERE entity = 'handover' AND id = handover.id AND row IS NOT NULL)"
  for (const { act } of found) await run(trx, `DELETE FROM handover WHERE id = ? AND ${unconfirmed}`, act)
  return [...new Set(found.map(({ card }) => `card/${card}`))]
}

export async function anyKept(db: ReadDb): Promise<boolean> {
  return (await firstRow(db, 'SELECT 1 FROM neighbour_act LIMIT 1')) !== null
}

const columns = 'envelope, hash, signature, payload, salt'
const told = "type IN ('handover.record', 'handover.undo') AND payload IS NOT NULL"

interface OwnFact extends Sent {
  readonly position: number
  readonly cardId: string
}

/** Own facts of this office after a position, oldest first, with their positions. */
export async function ownFactsAfter(db: ReadDb, position: number): Promise<readonly OwnFact[]> {
  return rows(
    db,
    `SELECT position, subject AS cardId, ${columns} FROM command WHERE position > ? AND ${told} ORDER BY position`,
    position,
  )
}

export async function lastOwnPosition(db: ReadDb): Promise<number> {
  return (await firstRow<{ last: number | null }>(db, 'SELECT max(position) AS last FROM command'))?.last ?? 0
}

/**
 * What a desk of this office that connects should know: own facts that the centre has not confirmed, and those done since `doneSince` (the other desk may
 * not reach it), and what other desks told here.
 */
export async function factsFor(db: ReadDb, deviceId: string, doneSince: string): Promise<readonly Sent[]> {
  const open = '(verdict IS NULL OR at >= ?)'
  const own = `SELECT ${columns} FROM command WHERE ${told} AND ${open} ORDER BY position DESC LIMIT ${mostFacts}`
  const others = `SELECT ${columns} FROM neighbour_act WHERE device_id <> ? ORDER BY key LIMIT ${mostFacts}`
  const newestFirst = await rows<Sent>(db, own, doneSince)
  return [...newestFirst.reverse(), ...(await rows<Sent>(db, others, deviceId))]
}

/** When each desk was last connected. */
export async function lastSeen(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; at: string }>(db, 'SELECT device_id AS id, seen_at AS at FROM neighbour')
  return new Map(found.map(({ id, at }) => [id, at]))
}

export async function noteSeen(trx: WriteDb, deviceId: string, at: string): Promise<void> {
  await run(trx, 'INSERT OR REPLACE INTO neighbour (device_id, seen_at) VALUES (?, ?)', deviceId, at)
}
