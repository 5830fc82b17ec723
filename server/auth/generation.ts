import type { z } from 'zod'
import { type generationRequest, generationText } from '#shared/contract/sync/protocol.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { Problem, unauthorised } from '../problem.ts'
import { type Device, deviceFrom, homeScopeOf } from './device.ts'
import { type DeviceRow, writeDeviceKey } from './device-keys.ts'
import { requireActive } from './device-token.ts'
import { keyOfGeneration, lockedDevice, noteCopy } from './generation-keys.ts'
import { consumeNonce, nonceHolds } from './nonces.ts'
import { ed25519Key, signatureHolds } from './raw-keys.ts'

type Asked = z.output<typeof generationRequest>

/** Beyond this a number is a mistake, not a history. */
const furthest = 1_000

/**
 * Gives a device its next generation. Its key is new and signed for by the old one; tokens of before end, so that of two computers with one identity only one
 * goes on. The same request again has the same answer. Throws 401 `unauthorised` and 403 `superseded` | `quarantined` | `revoked`.
 */
export async function giveGeneration(centre: Centre, deviceId: string, asked: Asked): Promise<Device> {
  const at = instantOf(centre.now())
  const given = await inTransaction(centre.db, async (trx) => {
    const homeScope = await homeScopeOf(trx, deviceId)
    const locked = homeScope === null ? null : await lockedDevice(trx, { deviceId, homeScope })
    const said = { deviceId, nonce: asked.nonce }
    if (!locked || !nonceHolds(centre, said) || !(await isProven(trx, locked.device, asked))) return null
    if (!(await consumeNonce(trx, said))) return null
    const { row, device } = locked
    requireActive(device)
    if (device.signingKey === asked.signingKey) return device
    const readmitted = row.readmit_until !== null && row.readmit_until >= at
    if (asked.from !== device.generation && !readmitted) return 'copy' as const
    return nextGeneration(trx, row, asked, at)
  })
  if (given === null) throw unauthorised()
  if (given === 'copy') {
    await noteCopy(centre.db, deviceId, asked.from, at)
    throw new Problem(403, 'superseded')
  }
  return given
}

async function isProven(trx: Db, device: Device, asked: Asked): Promise<boolean> {
  const text = Buffer.from(generationText({ ...asked, deviceId: device.deviceId }))
  const old = await keyOfGeneration(trx, device, asked.from)
  const next = ed25519Key(asked.signingKey)
  if (!old || !next || asked.atLeast > device.generation + furthest) return false
  return signatureHolds(old, text, asked.signature) && signatureHolds(next, text, asked.newSignature)
}

async function nextGeneration(trx: Db, before: DeviceRow, asked: Asked, at: string): Promise<Device> {
  const { device_id, generation: old, signing_key, enrolled_at: since } = before
  const generation = Math.max(old + 1, asked.atLeast)
  await trx
    .insertInto('device_generations')
    .values({ device_id, generation: old, signing_key, since, reason: 'enrolled' })
    .onConflict((clash) => clash.columns(['device_id', 'generation']).doNothing())
    .execute()
  await trx
    .insertInto('device_generations')
    .values({ device_id, generation, signing_key: asked.signingKey, since: at, reason: asked.reason })
    .execute()
  const now = await trx
    .updateTable('devices')
    .set({ generation, signing_key: asked.signingKey, readmit_until: null })
    .where('home_scope', '=', before.home_scope)
    .where('device_id', '=', device_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await trx
    .deleteFrom('tokens')
    .where('home_scope', '=', before.home_scope)
    .where('device_id', '=', device_id)
    .execute()
  await writeKeyRows(trx, before, now, at)
  return deviceFrom(now)
}

/** What the old key signed until now stays good: slips, and acts that neighbours passed on, are verified with it. */
async function writeKeyRows(trx: Db, before: DeviceRow, now: DeviceRow, at: string): Promise<void> {
  const started = await trx
    .selectFrom('device_generations')
    .select('since')
    .where('device_id', '=', before.device_id)
    .where('generation', '=', before.generation)
    .executeTakeFirst()
  await writeDeviceKey(trx, before, null, at, { from: started?.since ?? before.enrolled_at, to: at })
  await writeDeviceKey(trx, now, null, at, { from: at, to: null })
}
