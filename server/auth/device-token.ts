import { randomBytes } from 'node:crypto'
import { type Centre, instantOf, laterBy } from '../centre.ts'
import { Problem, unauthorised } from '../problem.ts'
import { standingOf } from '../sync/standing.ts'
import { type Device, deviceFrom } from './device.ts'
import { noteCopy, pastSigner } from './generation-keys.ts'
import { consumeNonce, nonceHolds } from './nonces.ts'
import { ed25519Key, sha256Hex, signatureHolds } from './raw-keys.ts'

const tokenSeconds = 3600

/**
 * Trades a signed nonce for a token, once. Throws 401 `unauthorised`, 403 `quarantined` | `revoked`, 403 `superseded` for the key of a generation from which another
 * computer has gone on.
 */
export async function makeToken(centre: Centre, said: { deviceId: string; nonce: string; signature: string }) {
  const row = await centre.db
    .selectFrom('devices')
    .selectAll()
    .where('device_id', '=', said.deviceId)
    .executeTakeFirst()
  const key = row && ed25519Key(row.signing_key)
  if (!nonceHolds(centre, said) || !row || !key) throw unauthorised()
  const device = deviceFrom(row)
  const text = `loket-token:${said.nonce}`
  if (!signatureHolds(key, Buffer.from(text), said.signature)) return refuseSigner(centre, device, text, said.signature)
  if (!(await consumeNonce(centre.db, said))) throw unauthorised()
  requireActive(device)
  const token = await newToken(centre, device)
  return { token, expiresInSeconds: tokenSeconds, device, standing: await standingOf(centre.db, device) }
}

/** A bearer for an hour; what it opens is decided by the state of its device each time. */
export async function newToken({ db, now }: Centre, { deviceId: device_id, homeScope: home_scope }: Device) {
  // It begins with where it is kept, so that it is looked for there alone.
  const token = `${home_scope}_${randomBytes(32).toString('base64url')}`
  const values = { home_scope, token_hash: sha256Hex(token), device_id, expires_at: laterBy(now(), tokenSeconds) }
  await db.insertInto('tokens').values(values).execute()
  return token
}

async function refuseSigner(centre: Centre, device: Device, text: string, signature: string): Promise<never> {
  const generation = await pastSigner(centre.db, device, text, signature)
  if (generation === null) throw unauthorised()
  if (device.state === 'revoked') requireActive(device)
  await noteCopy(centre.db, device.deviceId, generation, instantOf(centre.now()))
  throw new Problem(403, 'superseded')
}

/** The device that bears this `authorization` header. Throws 401 `unauthorised`, 403 `quarantined` | `revoked`. */
export async function deviceOfBearer(centre: Centre, authorization: string | undefined): Promise<Device> {
  const device = await bearerOf(centre, authorization)
  requireActive(device)
  return device
}

/** Whoever bears this header, whatever it may still do. Throws 401 `unauthorised`. */
export async function bearerOf({ db, now }: Centre, authorization: string | undefined): Promise<Device> {
  const [, token, homeScope] = /^Bearer (([A-Za-z0-9-]{1,32})_[A-Za-z0-9_-]{20,100})$/.exec(authorization ?? '') ?? []
  if (token === undefined || homeScope === undefined) throw unauthorised()
  const row = await db
    .selectFrom('tokens')
    .innerJoin('devices', (join) =>
      join.onRef('devices.home_scope', '=', 'tokens.home_scope').onRef('devices.device_id', '=', 'tokens.device_id'),
    )
    .selectAll('devices')
    .where('tokens.home_scope', '=', homeScope)
    .where('token_hash', '=', sha256Hex(token))
    .where('expires_at', '>=', instantOf(now()))
    .executeTakeFirst()
  if (!row) throw unauthorised()
  return deviceFrom(row)
}

/** Throws 403: `revoked` for a device whose end a person has ordered, `quarantined` for one that nobody has looked at yet. */
export function requireActive({ state, releasedBy }: Pick<Device, 'state' | 'releasedBy'>): void {
  if (state !== 'active' && !releasedBy) throw new Problem(403, state)
}
