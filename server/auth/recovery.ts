import { createCipheriv, hkdfSync, randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import {
  codeHashText,
  plainCode,
  type recoveryAnswer,
  recoveryLength,
  recoveryPurpose,
  recoverySigns,
} from '#shared/contract/sync/recovery.ts'
import { exact, suite } from '#shared/courier/hpke.ts'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { type Doer, holderOfToken, noteDeviceAct } from '../devices/note-act.ts'
import { invalid, notFound, Problem } from '../problem.ts'
import { sealingKeyOf } from './centre-keys.ts'
import { sha256Hex } from './raw-keys.ts'

/** As long as it takes to reach the office by telephone, and no longer. */
const codeSeconds = 86_400
/** What the device bound into its seal. */
const sealedFor = 'loket-database-key'
const keyBytes = 32
const keysAtOnce = 20

/** A device gave a database key; the ones before are kept: backups that are elsewhere open with them. Throws 400 `invalid` for what does not open as one. */
export async function keepSealedKey(
  centre: Centre,
  deviceId: string,
  homeScope: string,
  sealedKey: string,
): Promise<void> {
  if ((await opened(centre, [sealedKey])).length === 0) throw invalid('sealedKey')
  const at = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    await trx
      .insertInto('device_database_keys')
      .values({ device_id: deviceId, key_hash: sha256Hex(sealedKey), sealed_key: sealedKey, kept_at: at })
      .onConflict((known) => known.columns(['device_id', 'key_hash']).doNothing())
      .execute()
    await trx
      .updateTable('devices')
      .set({ sealed_database_key: sealedKey })
      .where('home_scope', '=', homeScope)
      .where('device_id', '=', deviceId)
      .execute()
  })
}

/**
 * A one-time code that brings back the database keys of a device; valid for a day. The code is in no table, only its hash, and the keys sealed with it. `by`: who asked for it, on the telephone;
 * `doer`: who made it. Both, when it was used and from where are kept for good. Throws 404 where there is no such device, or it never gave a key; 409 `device-act-impossible` for a revoked one.
 */
export async function makeRecoveryCode(
  centre: Centre,
  deviceId: string,
  by: string,
  doer: Doer = holderOfToken(by),
): Promise<{ code: string; deviceName: string }> {
  const at = instantOf(centre.now())
  const keys = await databaseKeysOf(centre, deviceId)
  const letters = Array.from({ length: recoveryLength }, () => recoverySigns[randomInt(recoverySigns.length)]).join('')
  const code = letters.replace(/(.{4})(?=.)/g, '$1-')
  const salt = randomBytes(16)
  const sealedKeys = keys.map((key) => sealWithCode(key, code, salt))
  const deviceName = await inTransaction(centre.db, async (trx) => {
    const device = await trx.selectFrom('devices').selectAll().where('device_id', '=', deviceId).executeTakeFirst()
    if (!device || keys.length === 0) throw notFound()
    if (device.state === 'revoked') throw new Problem(409, 'device-act-impossible')
    await trx
      .insertInto('recoveries')
      .values({
        ...{ id: randomUUID(), device_id: deviceId, code_hash: sha256Hex(codeHashText(code)) },
        sealed: JSON.stringify({ salt: salt.toString('base64url'), sealedKeys }),
        ...{ asked_by: by, asked_at: at, expires_at: laterBy(centre.now(), codeSeconds) },
        ...{ used_at: null, used_from: null },
      })
      .execute()
    const noted = { kind: 'recovery-code', deviceId, scope: device.home_scope, about: { askedBy: by } }
    await noteDeviceAct(trx, doer, at, noted)
    return device.device_name
  })
  return { code, deviceName }
}

/** No code opens the keys of this device any more: it was revoked. In the caller's transaction. */
export const forgetCodes = (trx: Db, deviceId: string): Promise<unknown> =>
  trx.updateTable('recoveries').set({ sealed: null }).where('device_id', '=', deviceId).execute()

/** What a code opens; once. Throws 403 `recovery-code-invalid` for one that is unknown, used or too old, or of a revoked device: whoever has that computer is not told from the one who lost it. */
export async function useRecoveryCode(
  centre: Centre,
  codeHash: string,
  from: string,
): Promise<z.output<typeof recoveryAnswer>> {
  const at = instantOf(centre.now())
  return inTransaction(centre.db, async (trx) => {
    const found = await trx
      .selectFrom('recoveries')
      .innerJoin('devices', 'devices.device_id', 'recoveries.device_id')
      .select([
        'recoveries.id',
        'recoveries.sealed',
        'recoveries.expires_at',
        'recoveries.used_at',
        'devices.device_name',
        'devices.state',
      ])
      .where('recoveries.code_hash', '=', codeHash)
      .forUpdate('recoveries')
      .executeTakeFirst()
    if (!found?.sealed || found.used_at !== null || found.expires_at < at || found.state === 'revoked')
      throw new Problem(403, 'recovery-code-invalid')
    await trx
      .updateTable('recoveries')
      .set({ used_at: at, used_from: from, sealed: null })
      .where('id', '=', found.id)
      .execute()
    const { salt, sealedKeys } = JSON.parse(found.sealed) as { salt: string; sealedKeys: string[] }
    return { deviceName: found.device_name, salt, sealedKeys }
  })
}

/** The newest first. What does not open is passed over: it may have been kept by a program that did not look. */
async function databaseKeysOf(centre: Centre, deviceId: string): Promise<Buffer[]> {
  const kept = await centre.db
    .selectFrom('device_database_keys')
    .select('sealed_key')
    .where('device_id', '=', deviceId)
    .orderBy('kept_at', 'desc')
    .execute()
  const keys = await opened(
    centre,
    kept.map(({ sealed_key }) => sealed_key),
  )
  return keys.slice(0, keysAtOnce)
}

/** Those that open, and are as long as a database key is. */
async function opened(centre: Centre, sealedKeys: readonly string[]): Promise<Buffer[]> {
  const hpke = suite()
  const recipientKey = await hpke.kem.importKey('raw', exact(await sealingKeyOf(centre.db, centre.vault)), false)
  const info = exact(Buffer.from(sealedFor))
  const keys: Buffer[] = []
  for (const sealedKey of sealedKeys) {
    const sealed = Buffer.from(sealedKey, 'base64url')
    const enc = exact(sealed.subarray(0, 32))
    const key = await hpke.open({ recipientKey, info, enc }, exact(sealed.subarray(32))).catch(() => null)
    if (key?.byteLength === keyBytes) keys.push(Buffer.from(key))
  }
  return keys
}

function sealWithCode(key: Buffer, code: string, salt: Buffer): string {
  const nonce = randomBytes(12)
  const derived = Buffer.from(hkdfSync('sha256', plainCode(code), salt, recoveryPurpose, 32))
  const cipher = createCipheriv('aes-256-gcm', derived, nonce)
  const content = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([nonce, content, cipher.getAuthTag()]).toString('base64url')
}
