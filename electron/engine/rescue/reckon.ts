import type { DeviceIdentity } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import { type SalvagedRow, shapeOf } from '../database/salvage/salvage.ts'
import type { Store } from '../database/store.ts'
import { numbersOf, raiseLost } from '../sync/acts-lost.ts'
import { identityFrom } from '../sync/device-record.ts'
import { recall, remember } from '../sync/sync-state.ts'
import { type LostActs, lostActs } from './lost-acts.ts'
import { between } from './lost-end.ts'
import { tellingTables } from './own-tables.ts'
import type { RebuildFrom } from './rebuild-from.ts'
import { takeNewGeneration } from './take-new-generation.ts'

/** What came of it, for a person. */
export interface Reckoned {
  /** The device knows who it is. Without that its acts are kept, and it can send none. */
  readonly enrolled: boolean
  /** Acts that wait for the centre and are here. */
  readonly waiting: number
  /** Numbers of acts that could not be read and that nobody else is known to have; of an earlier generation with it. */
  readonly lost: string
  readonly lostCount: number
  /** Signatures and documents that an unsent act names and that are not here. */
  readonly lostFiles: number
}

interface Command {
  readonly position: number
  readonly hash: string
  readonly verdict: string | null
  readonly payload: string | null
}

/**
 * Reckons up what is missing, and tells the device what follows: where its history has a hole, or may have one, it goes on under a new generation (ADR 20). The centre then gives back
 * what it has, and what waits is signed anew without a gap.
 */
export async function reckon(store: Store, from: RebuildFrom, now: string): Promise<Reckoned> {
  const commands = store
    .prepare('SELECT position, hash, verdict, payload FROM command ORDER BY position')
    .all() as Command[]
  return store.inTransaction(async (trx) => {
    const identity = await latestIdentity(trx)
    const generation = identity?.generation ?? 1
    const answeredUpTo = await recall(trx, 'answered-up-to')
    const lost = await lostIn(store, trx, from, { commands, answeredUpTo })
    const open = commands.filter(({ verdict }) => verdict === null)
    const files = missingFiles(store, open)
    if (answeredUpTo === null)
      await remember(trx, 'answered-up-to', (open[0]?.position ?? (commands.at(-1)?.position ?? 0) + 1) - 1)
    const whole = from.current !== null && tellingTables.every((table) => from.current?.isWhole(table))
    if (identity && (!whole || lost.all.length > 0)) await takeNewGeneration(trx, generation)
    if (lost.unsent.length > 0 || files > 0) await raiseLost(trx, now, generation, { positions: lost.unsent, files })
    const counted = { waiting: open.length, lostCount: lost.unsent.length, lostFiles: files }
    return { enrolled: identity !== null, lost: numbersOf(lost.unsent, generation), ...counted }
  })
}

/** An identity out of a backup may be of a generation that was left since; which one came after it stands beside it. */
async function latestIdentity(trx: WriteDb): Promise<DeviceIdentity | null> {
  const device = await trx.selectFrom('device').select('identity').executeTakeFirst()
  const identity = device?.identity ? identityFrom(device.identity) : null
  const last = await trx
    .selectFrom('device_generation')
    .selectAll()
    .orderBy('generation', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!identity || !last || last.generation <= identity.generation) return identity
  const { generation, signing_key, signing_public } = last
  const latest = { ...identity, generation }
  await trx
    .updateTable('device')
    .set({ identity: JSON.stringify(latest), signing_key, signing_public })
    .execute()
  return latest
}

async function lostIn(
  store: Store,
  trx: WriteDb,
  { current, acknowledged }: RebuildFrom,
  { commands, answeredUpTo }: { readonly commands: readonly Command[]; readonly answeredUpTo: number | null },
): Promise<LostActs> {
  if (!current) return withoutCurrent(commands, acknowledged)
  const sent = await recall(trx, 'audit-sent-up-to')
  const audit: SalvagedRow[] = []
  if (sent !== null)
    for (const row of current.rows('audit_entry', shapeOf(store, 'audit_entry')))
      if (Number(row.position) > sent) audit.push(row)
  const known = commands.map(({ position, hash, verdict }) => ({ position, hash, decided: verdict !== null }))
  return lostActs(current, { commands: known, audit, answeredUpTo, acknowledged })
}

/** Nothing is left of the database but the number beside it. Whether the centre has those acts it will say. */
function withoutCurrent(commands: readonly Command[], acknowledged: number | null): LostActs {
  const missing = between(commands.at(-1)?.position ?? 0, acknowledged ?? 0)
  return { all: missing, unsent: missing }
}

/** Files that an act which waits names by their hash. */
function missingFiles(store: Store, open: readonly Command[]): number {
  const here = new Set(
    (store.prepare('SELECT sha256 FROM blob').all() as { sha256: string }[]).map(({ sha256 }) => sha256),
  )
  const named = new Set(
    open.flatMap(({ payload }) => [...(payload ?? '').matchAll(/"([0-9a-f]{64})"/g)].map(([, hash]) => hash ?? '')),
  )
  return [...named].filter((hash) => !here.has(hash)).length
}
