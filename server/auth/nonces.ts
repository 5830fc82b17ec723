import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Centre, instantOf } from '../centre.ts'
import type { Db } from '../database/open-database.ts'

const nonceSeconds = 120

type Said = { readonly deviceId: string; readonly nonce: string }

/**
 * A nonce for any device id: whether it is enrolled shows only to who can sign. Nothing is kept until it is used, so that a stranger who asks in the name of a device
 * costs nothing and holds nobody off.
 */
export function makeNonce({ keys, now }: Centre, deviceId: string): string {
  const until = Math.floor(now().getTime() / 1000) + nonceSeconds
  const said = `${until.toString(36)}.${randomBytes(18).toString('base64url')}`
  return `${said}.${macOf(keys.nonceKey, deviceId, said)}`
}

/** False when it was not given to this device, or too long ago. */
export function nonceHolds({ keys, now }: Centre, { deviceId, nonce }: Said): boolean {
  const [until = '', random = '', mac = '', ...more] = nonce.split('.')
  const expected = macOf(keys.nonceKey, deviceId, `${until}.${random}`)
  if (more.length > 0 || mac.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(mac), Buffer.from(expected)) && untilOf(nonce) * 1000 >= now().getTime()
}

/** Uses up a nonce that holds, for who has proven to be the device: false when it was used before. */
export async function consumeNonce(db: Db, { deviceId, nonce }: Said): Promise<boolean> {
  const used = await db
    .insertInto('challenges')
    .values({ nonce, device_id: deviceId, expires_at: instantOf(new Date(untilOf(nonce) * 1000)) })
    .onConflict((clash) => clash.column('nonce').doNothing())
    .returning('nonce')
    .executeTakeFirst()
  return used !== undefined
}

const untilOf = (nonce: string): number => Number.parseInt(nonce.split('.')[0] ?? '', 36)

const macOf = (key: Uint8Array, deviceId: string, said: string): string =>
  createHmac('sha256', key).update(`${said}.${deviceId}`).digest('base64url')
