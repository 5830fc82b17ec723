import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type MoveOrder, type moveRequest, moveText } from '#shared/contract/sync/protocol.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import { type Device, deviceFrom, homeScopeOf } from '../auth/device.ts'
import { type DeviceRow, writeDeviceKey } from '../auth/device-keys.ts'
import { requireActive } from '../auth/device-token.ts'
import { codesTaken, firstFree } from '../auth/enrolment.ts'
import { keyOfGeneration, lockedDevice } from '../auth/generation-keys.ts'
import { consumeNonce, nonceHolds } from '../auth/nonces.ts'
import { ed25519Key, signatureHolds } from '../auth/raw-keys.ts'
import { placeOfOverride } from '../auth/wrap-secrets.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { notFound, Problem, unauthorised } from '../problem.ts'
import { chainEnd } from '../sync/chain-end.ts'
import { readRow } from '../sync/read-row.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'

type Asked = z.output<typeof moveRequest>

const impossible = () => new Problem(409, 'device-act-impossible')

/** The device hears of it with its next sign of life, and goes when its work is finished. A new order takes the place of the one before. Throws 404, 409. */
export async function orderMove(centre: Centre, deviceId: string, to: string, by: Doer): Promise<void> {
  const at = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    const device = await trx.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirst()
    const unit = await readRow(trx, 'unit', to)
    if (!device || !unit) throw notFound()
    if (device.state !== 'active' || device.home_scope === to) throw impossible()
    await endOrders(trx, deviceId, 'cancelled', at)
    const from = { from_scope: device.home_scope, from_code: device.device_code, to_scope: to }
    const ordered = { ordered_at: at, ordered_by: by.name, state: 'ordered', ended_at: null } as const
    await trx
      .insertInto('device_moves')
      .values({ id: randomUUID(), device_id: deviceId, ...from, ...ordered })
      .execute()
    await noteDeviceAct(trx, by, at, { kind: 'order-move', deviceId, scope: device.home_scope, about: { to } })
  })
}

/** Throws 404 where none was ordered. */
export async function cancelMove(centre: Centre, deviceId: string, by: Doer): Promise<void> {
  const at = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    if ((await endOrders(trx, deviceId, 'cancelled', at)) === 0) throw notFound()
    await noteDeviceAct(trx, by, at, { kind: 'cancel-move', deviceId })
  })
}

async function endOrders(trx: Db, deviceId: string, state: 'cancelled' | 'done', at: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('device_moves')
    .set({ state, ended_at: at })
    .where('device_id', '=', deviceId)
    .where('state', '=', 'ordered')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Where a device is to go; null: it stays. */
export async function moveOrderOf(db: Db, deviceId: string): Promise<MoveOrder | null> {
  const order = await db
    .selectFrom('device_moves')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('state', '=', 'ordered')
    .executeTakeFirst()
  if (!order) return null
  const unit = await readRow(db, 'unit', order.to_scope)
  const toName = unit ? unitTitle(unit) : order.to_scope
  return { moveId: order.id, to: order.to_scope, toName, orderedAt: order.ordered_at, orderedBy: order.ordered_by }
}

/**
 * A device that has finished goes to its new office: same identity, next generation with a key of its own, another scope and code. Its old key stays good for what
 * it signed. The same request again has the same answer. Throws 401 `unauthorised`, 403 `quarantined` | `revoked`, 409 `move-gone` | `unsent`.
 */
export async function moveDevice(centre: Centre, deviceId: string, asked: Asked) {
  const at = instantOf(centre.now())
  const moved = await inTransaction(centre.db, async (trx) => {
    const homeScope = await homeScopeOf(trx, deviceId)
    const locked = homeScope === null ? null : await lockedDevice(trx, { deviceId, homeScope })
    const said = { deviceId, nonce: asked.nonce }
    if (!locked || !nonceHolds(centre, said) || !(await isProven(trx, locked.device, asked))) return null
    if (!(await consumeNonce(trx, said))) return null
    requireActive(locked.device)
    if (locked.device.signingKey === asked.signingKey) return { device: locked.device, left: null }
    if (asked.from !== locked.device.generation) throw new Problem(403, 'superseded')
    return { device: await go(centre, trx, locked.row, asked, at), left: locked.device.homeScope }
  })
  if (moved === null) throw unauthorised()
  if (moved.left !== null) await centre.pokes.send([moved.left, moved.device.homeScope])
  const { override_secret } = await centre.db
    .selectFrom('scopes')
    .select('override_secret')
    .where('scope', '=', moved.device.homeScope)
    .executeTakeFirstOrThrow()
  return {
    device: moved.device,
    overrideSecret: centre.vault.open(placeOfOverride(moved.device.homeScope), override_secret),
  }
}

async function isProven(trx: Db, device: Device, asked: Asked): Promise<boolean> {
  const text = Buffer.from(moveText({ ...asked, deviceId: device.deviceId }))
  const old = await keyOfGeneration(trx, device, asked.from)
  const next = ed25519Key(asked.signingKey)
  return (
    old !== null &&
    next !== null &&
    signatureHolds(old, text, asked.signature) &&
    signatureHolds(next, text, asked.newSignature)
  )
}

async function go(centre: Centre, trx: Db, before: DeviceRow, asked: Asked, at: string): Promise<Device> {
  const order = await trx
    .selectFrom('device_moves')
    .selectAll()
    .where('id', '=', asked.moveId)
    .where('device_id', '=', before.device_id)
    .where('state', '=', 'ordered')
    .executeTakeFirst()
  if (!order) throw new Problem(409, 'move-gone')
  await requireAllSent(trx, deviceFrom(before), asked)
  const now = await inNewOffice(centre, trx, before, { to: order.to_scope, signingKey: asked.signingKey, at })
  await endOrders(trx, before.device_id, 'done', at)
  const about = { to: order.to_scope, code: now.device_code, generation: now.generation }
  const said = { kind: 'moved', deviceId: now.device_id, scope: before.home_scope, about }
  await noteDeviceAct(trx, { staffId: null, name: order.ordered_by, byDevice: now.device_id }, at, said)
  return deviceFrom(now)
}

/** What the device says it has is here: its copy of it is about to go. */
async function requireAllSent(trx: Db, device: Device, { from, lastSeq, lastAuditSeq }: Asked): Promise<void> {
  const commands = await chainEnd(trx, 'commands', device, from)
  const audit = await chainEnd(trx, 'audit', device, from)
  if (commands.seq < lastSeq || audit.seq < lastAuditSeq) throw new Problem(409, 'unsent')
}

interface Place {
  readonly to: string
  readonly signingKey: string
  readonly at: string
}

/** The row is written anew: the scope is what it is spread by. */
async function inNewOffice(
  centre: Centre,
  trx: Db,
  before: DeviceRow,
  { to, signingKey, at }: Place,
): Promise<DeviceRow> {
  const { device_id, home_scope, generation, signing_key } = before
  await trx.deleteFrom('tokens').where('home_scope', '=', home_scope).where('device_id', '=', device_id).execute()
  await trx.deleteFrom('devices').where('home_scope', '=', home_scope).where('device_id', '=', device_id).execute()
  const device_code = firstFree(await codesTaken(trx, to))
  const device_name = `${centre.areas.shortOf(to) ?? to}-${device_code}`
  const place = { home_scope: to, scopes: to, device_code, device_name }
  const fresh = { generation: generation + 1, signing_key: signingKey, last_blob: null, readmit_until: null }
  const now = await trx
    .insertInto('devices')
    .values({ ...before, ...place, ...fresh })
    .returningAll()
    .executeTakeFirstOrThrow()
  const since = await sinceOf(trx, before)
  const kept = { device_id, generation, signing_key, since, reason: 'enrolled' }
  await trx
    .insertInto('device_generations')
    .values([kept, { ...kept, generation: now.generation, signing_key: signingKey, since: at, reason: 'moved' }])
    .onConflict((clash) => clash.columns(['device_id', 'generation']).doNothing())
    .execute()
  await writeDeviceKey(trx, before, null, at, { from: since, to: at })
  await writeDeviceKey(trx, now, null, at, { from: at, to: null })
  return now
}

async function sinceOf(trx: Db, { device_id, generation, enrolled_at }: DeviceRow): Promise<string> {
  const row = await trx
    .selectFrom('device_generations')
    .select('since')
    .where('device_id', '=', device_id)
    .where('generation', '=', generation)
    .executeTakeFirst()
  return row?.since ?? enrolled_at
}
