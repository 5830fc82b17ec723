import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject, sign } from 'node:crypto'
import type { Db } from '../database/open-database.ts'
import { rawPublicKey } from './raw-keys.ts'
import type { Vault } from './vault.ts'
import { placeOfKey } from './wrap-secrets.ts'

/** The centre's own keys; public halves as base64url of the raw 32 bytes. */
export interface CentreKeys {
  readonly signingKey: string
  readonly sealingKey: string
  /** Under which nonces are given out: the same in every process. */
  readonly nonceKey: Uint8Array
}

type Purpose = 'signing' | 'sealing'

/** Made once per database and kept in it, so that every process is the same centre. */
export async function loadCentreKeys(db: Db, vault: Vault): Promise<CentreKeys> {
  await keep(db, vault, 'signing', generateKeyPairSync('ed25519').privateKey)
  await keep(db, vault, 'sealing', generateKeyPairSync('x25519').privateKey)
  const publicOf = (key: KeyObject) => rawPublicKey(createPublicKey(key))
  const [signing, sealing] = [await privateKeyOf(db, vault, 'signing'), await privateKeyOf(db, vault, 'sealing')]
  const der = signing.export({ type: 'pkcs8', format: 'der' })
  return {
    signingKey: publicOf(signing),
    sealingKey: publicOf(sealing),
    nonceKey: new Uint8Array(hkdfSync('sha256', der, '', 'loket-nonce', 32)),
  }
}

/** Read where it is needed, and not kept: what is not in memory is in no dump of it. */
export async function privateKeyOf(db: Db, vault: Vault, purpose: Purpose): Promise<KeyObject> {
  const { private_key } = await db
    .selectFrom('centre_keys')
    .select('private_key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow()
  const der = Buffer.from(vault.open(placeOfKey(purpose), private_key), 'base64url')
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

/** Signs as the centre: base64url of 64 bytes. */
export async function signedByCentre(db: Db, vault: Vault, text: string): Promise<string> {
  return sign(null, Buffer.from(text), await privateKeyOf(db, vault, 'signing')).toString('base64url')
}

/** Raw private key that opens what was sealed to the centre: the end of its PKCS#8. */
export async function sealingKeyOf(db: Db, vault: Vault): Promise<Uint8Array> {
  const key = await privateKeyOf(db, vault, 'sealing')
  return key.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
}

async function keep(db: Db, vault: Vault, purpose: Purpose, key: KeyObject): Promise<void> {
  const secret = key.export({ type: 'pkcs8', format: 'der' }).toString('base64url')
  const public_key = rawPublicKey(createPublicKey(key))
  await db
    .insertInto('centre_keys')
    .values({ purpose, private_key: vault.close(placeOfKey(purpose), secret), public_key })
    .onConflict((clash) => clash.column('purpose').doNothing())
    .execute()
}
