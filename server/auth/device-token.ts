import { randomBytes } from 'node:crypto'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { Problem, unauthorised } from '../problem.ts'
import { type Device, deviceFrom } from './device.ts'
import { ed25519Key, sha256Hex, signatureHolds } from './raw-keys.ts'

const nonceSeconds = 120
const tokenSeconds = 3600

/** A nonce for any device id: whether it is enrolled shows only to who can sign. */
export async function makeChallenge({ db, now }: Centre, deviceId: string): Promise<string> {
  const nonce = randomBytes(24).toString('base64url')
  const at = now()
  await db.deleteFrom('challenges').where('expires_at', '<', instantOf(at)).execute()
  await db
    .insertInto('challenges')
    .values({ nonce, device_id: deviceId, expires_at: laterBy(at, nonceSeconds) })
    .execute()
  return nonce
}

/** Trades a signed nonce for a token, once. Throws 401 `unauthorised`, 403 `quarantined`. */
export async function makeToken(centre: Centre, said: { deviceId: string; nonce: string; signature: string }) {
  const at = centre.now()
  const challenge = await centre.db
    .deleteFrom('challenges')
    .where('nonce', '=', said.nonce)
    .where('device_id', '=', said.deviceId)
    .where('expires_at', '>=', instantOf(at))
    .returning('nonce')
    .executeTakeFirst()
  const row = await centre.db
    .selectFrom('devices')
    .selectAll()
    .where('device_id', '=', said.deviceId)
    .executeTakeFirst()
  const key = row && ed25519Key(row.signing_key)
  if (!challenge || !row || !key) throw unauthorised()
  if (!signatureHolds(key, Buffer.from(`loket-token:${said.nonce}`), said.signature)) throw unauthorised()
  const device = deviceFrom(row)
  requireActive(device)
  const token = randomBytes(32).toString('base64url')
  const values = { token_hash: sha256Hex(token), device_id: device.deviceId, expires_at: laterBy(at, tokenSeconds) }
  await centre.db.deleteFrom('tokens').where('expires_at', '<', instantOf(at)).execute()
  await centre.db.insertInto('tokens').values(values).execute()
  return { token, expiresInSeconds: tokenSeconds, device }
}

/** The device that bears this `authorization` header. Throws 401 `unauthorised`, 403 `quarantined`. */
export async function deviceOfBearer({ db, now }: Centre, authorization: string | undefined): Promise<Device> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(authorization ?? '')?.[1]
  if (token === undefined) throw unauthorised()
  const row = await db
    .selectFrom('tokens')
    .innerJoin('devices', 'devices.device_id', 'tokens.device_id')
    .selectAll('devices')
    .where('token_hash', '=', sha256Hex(token))
    .where('expires_at', '>=', instantOf(now()))
    .executeTakeFirst()
  if (!row) throw unauthorised()
  const device = deviceFrom(row)
  requireActive(device)
  return device
}

function requireActive(device: Device): void {
  if (device.state !== 'active') throw new Problem(403, 'quarantined')
}
