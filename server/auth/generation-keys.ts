import type { KeyObject } from 'node:crypto'
import type { Db } from '../database/open-database.ts'
import { type Device, deviceFrom } from './device.ts'
import { ed25519Key, signatureHolds } from './raw-keys.ts'

/** Keys of a device's generations before the present one, the newest first. */
export async function pastKeys(
  db: Db,
  device: Pick<Device, 'deviceId' | 'generation'>,
): Promise<readonly { readonly generation: number; readonly key: KeyObject }[]> {
  const rows = await db
    .selectFrom('device_generations')
    .select(['generation', 'signing_key'])
    .where('device_id', '=', device.deviceId)
    .where('generation', '<', device.generation)
    .orderBy('generation', 'desc')
    .execute()
  return rows.flatMap(({ generation, signing_key }) => {
    const key = ed25519Key(signing_key)
    return key ? [{ generation, key }] : []
  })
}

/** The key that signs in one generation of a device; null: this centre does not know it. */
export async function keyOfGeneration(db: Db, device: Device, generation: number): Promise<KeyObject | null> {
  if (generation === device.generation) return ed25519Key(device.signingKey)
  return (await pastKeys(db, device)).find((past) => past.generation === generation)?.key ?? null
}

/** From which generation of a device a text was signed, before the present one; null: from none. */
export async function pastSigner(db: Db, device: Device, text: string, signature: string): Promise<number | null> {
  const past = await pastKeys(db, device)
  return past.find(({ key }) => signatureHolds(key, Buffer.from(text), signature))?.generation ?? null
}

/** The device, locked until the end of the transaction; null when there is none. */
export async function lockedDevice(trx: Db, { deviceId, homeScope }: Pick<Device, 'deviceId' | 'homeScope'>) {
  const row = await trx
    .selectFrom('devices')
    .selectAll()
    .where('home_scope', '=', homeScope)
    .where('device_id', '=', deviceId)
    .forUpdate()
    .executeTakeFirst()
  return row ? { row, device: deviceFrom(row) } : null
}

/** Keeps that a computer came under a generation from which another one has gone on: a person has to look. */
export async function noteCopy(db: Db, deviceId: string, generation: number, at: string): Promise<void> {
  await db
    .insertInto('device_copies')
    .values({ device_id: deviceId, generation, first_at: at, last_at: at })
    .onConflict((clash) => clash.columns(['device_id', 'generation']).doUpdateSet({ last_at: at }))
    .execute()
}
