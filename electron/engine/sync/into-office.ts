import type { z } from 'zod'
import type { moveAnswer } from '#shared/contract/sync/protocol.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import type { WriteDb } from '../database/handles.ts'
import { settingsIn } from '../database/repositories/settings-store.ts'
import { firstRow, rows, run } from '../database/sql.ts'
import { openAuditChain } from './audit-chain.ts'
import { generationsOf } from './generation-keys.ts'
import type { Link } from './link.ts'
import { positionOf } from './position.ts'
import { rechainAudit } from './reseal.ts'
import { type Going, type Ordered, recall, remember } from './sync-state.ts'
import { countUnsent } from './unsent.ts'

/** Stay whole, or in the parts named below. Whatever else there is, now and later, is of the office. */
const kept: ReadonlySet<string> = new Set([
  'migration',
  'device',
  'device_generation',
  'counter',
  'sync_state',
  'setting',
  'audit_entry',
])
/** Of the sync: the clock, the way to the centre, this program. */
const keptStates = [
  ...['clock-offset-ms', 'time-seen', 'hlc-heard', 'cut', 'incarnation', 'authority'],
  ...['database-place', 'update-word', 'version-here', 'audit-sent-up-to'],
]

/**
 * One transaction: the device is in its new place, with its new key, and of the old office nothing is left but entries of the audit that the centre does not have. Throws where
 * an act is here that was never sent: then nothing is erased.
 */
export async function intoOffice(
  link: Link,
  { to, toName }: Ordered,
  going: Going,
  answer: z.output<typeof moveAnswer>,
): Promise<void> {
  const { store, clock, seedRegion, reading } = link.config
  const append = openAuditChain(store)
  const { homeScope: from, deviceName } = link.device.identity
  const unit = await reading((db) => db.directory.unit(from))
  const { generation } = answer.device
  await store.inTransaction(async (trx) => {
    if ((await countUnsent(trx)).count > 0) throw new Error('an act is here that was not sent')
    const count = (await firstRow<{ count: number }>(trx, 'SELECT count(*) AS count FROM replica'))?.count ?? 0
    await forgetOffice(trx)
    await becomeOfOffice(trx, link, going, answer)
    await rechainAudit(trx, { generation, past: [], hashes: new Map() })
    await settingsIn(trx, seedRegion).saveOverrideSecret(answer.overrideSecret)
    const start = positionOf(generation, 0)
    await remember(trx, 'answered-up-to', start)
    await remember(trx, 'audit-sent-up-to', start)
    const at = clock.now()
    const fromName = unit ? unitTitle(unit) : from
    await remember(trx, 'moved', { at, fromName, fromDevice: deviceName, toName, rows: count })
    await remember(trx, 'past-left', true)
    await append({ kind: 'moved', subject: `${from}>${to} ${count}`, staffId: null, at })
  })
}

async function forgetOffice(trx: WriteDb): Promise<void> {
  const sent = (await recall(trx, 'audit-sent-up-to')) ?? 0
  const tables = await rows<{ name: string; virtual: number }>(trx, tablesHere)
  const searched = tables.filter(({ virtual }) => virtual === 1).map(({ name }) => name)
  for (const name of searched) await run(trx, `INSERT INTO ${name} (${name}) VALUES ('delete-all')`)
  for (const { name } of tables)
    if (!kept.has(name) && !searched.some((one) => name === one || name.startsWith(`${one}_`)))
      await run(trx, `DELETE FROM ${name}`)
  await run(trx, 'DELETE FROM audit_entry WHERE position <= ?', sent)
  await run(trx, `DELETE FROM sync_state WHERE name NOT IN (${keptStates.map((name) => `'${name}'`).join(', ')})`)
  await run(trx, "DELETE FROM setting WHERE name NOT IN ('settings', 'region')")
}

const tablesHere = `SELECT name, sql LIKE 'CREATE VIRTUAL%' AS virtual FROM sqlite_schema
  WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`

async function becomeOfOffice(trx: WriteDb, link: Link, going: Going, { device }: z.output<typeof moveAnswer>) {
  const before = await generationsOf(trx, link.device)
  const signing = {
    signing_key: Buffer.from(going.signingKey, 'base64url'),
    signing_public: Buffer.from(going.signingPublic, 'base64url'),
  }
  await trx
    .updateTable('device')
    .set({ identity: JSON.stringify(device), ...signing })
    .execute()
  const earlier = before.map(({ generation, from, keys }) => ({
    ...{ generation, from_generation: from },
    ...{ signing_key: keys.privateKey, signing_public: keys.publicKey },
  }))
  await trx
    .insertInto('device_generation')
    .values([...earlier, { generation: device.generation, from_generation: going.from, ...signing }])
    .onConflict((known) => known.column('generation').doNothing())
    .execute()
}
