import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Db } from '../database/open-database.ts'
import { rawPublicKey } from './raw-keys.ts'

/** The centre's own keys; public halves as base64url of the raw 32 bytes. */
export interface CentreKeys {
  readonly signingKey: string
  readonly sealingKey: string
}

/** Made once per database and kept in it, so that every process is the same centre. */
export async function loadCentreKeys(db: Db): Promise<CentreKeys> {
  await keep(db, 'signing', generateKeyPairSync('ed25519').privateKey)
  await keep(db, 'sealing', generateKeyPairSync('x25519').privateKey)
  const rows = await db.selectFrom('centre_keys').select(['purpose', 'public_key']).execute()
  const publicOf = (purpose: string) => String(rows.find((row) => row.purpose === purpose)?.public_key)
  return { signingKey: publicOf('signing'), sealingKey: publicOf('sealing') }
}

/** Raw private key that opens what was sealed to the centre: the end of its PKCS#8. */
export async function sealingKeyOf(db: Db): Promise<Uint8Array> {
  const { private_key } = await db
    .selectFrom('centre_keys')
    .select('private_key')
    .where('purpose', '=', 'sealing')
    .executeTakeFirstOrThrow()
  return Buffer.from(private_key, 'base64url').subarray(-32)
}

async function keep(db: Db, purpose: 'signing' | 'sealing', key: KeyObject): Promise<void> {
  const private_key = key.export({ type: 'pkcs8', format: 'der' }).toString('base64url')
  const public_key = rawPublicKey(createPublicKey(createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }))))
  await db
    .insertInto('centre_keys')
    .values({ purpose, private_key, public_key })
    .onConflict((clash) => clash.column('purpose').doNothing())
    .execute()
}
