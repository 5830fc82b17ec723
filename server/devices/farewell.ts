import type { z } from 'zod'
import {
  type FarewellReceipt,
  type farewellAnswer,
  farewellNonceText,
  farewellReceiptText,
  revocationText,
} from '#shared/contract/sync/farewell.ts'
import { signedByCentre } from '../auth/centre-keys.ts'
import { type Device, deviceFrom } from '../auth/device.ts'
import { newToken } from '../auth/device-token.ts'
import { keyOfGeneration, pastSigner } from '../auth/generation-keys.ts'
import { consumeNonce, nonceHolds } from '../auth/nonces.ts'
import { signatureHolds } from '../auth/raw-keys.ts'
import { type Centre, instantOf } from '../centre.ts'
import { type KeptFile, keepAsEvidence, keptFile, partsKept, requireNamed } from '../courier/courier-store.ts'
import { openQueue, type ProvenQueue, Refused } from '../courier/open-queue.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { Db } from '../database/open-database.ts'
import { Problem, unauthorised } from '../problem.ts'

/** A revoked device proves itself and is told of its end, signed. Throws 401 for who cannot, 409 `not-revoked` for a device that may go on. */
export async function beginFarewell(
  centre: Centre,
  said: { readonly deviceId: string; readonly nonce: string; readonly signature: string },
): Promise<z.output<typeof farewellAnswer>> {
  const row = await centre.db
    .selectFrom('devices')
    .selectAll()
    .where('device_id', '=', said.deviceId)
    .executeTakeFirst()
  if (!nonceHolds(centre, said) || !row || !(await isSigned(centre, deviceFrom(row), said))) throw unauthorised()
  if (!(await consumeNonce(centre.db, said))) throw unauthorised()
  if (row.state !== 'revoked') throw new Problem(409, 'not-revoked')
  // One that was revoked before reasons and times were kept.
  const order = { deviceId: row.device_id, revokedAt: row.revoked_at ?? row.enrolled_at }
  const signature = await signedByCentre(centre.db, centre.vault, revocationText(order))
  return { order, signature, token: await newToken(centre, deviceFrom(row)) }
}

/** By the key of any generation: the copy of a revoked device has to take leave, too. */
async function isSigned(centre: Centre, device: Device, said: { nonce: string; signature: string }): Promise<boolean> {
  const text = farewellNonceText(said.nonce)
  const key = await keyOfGeneration(centre.db, device, device.generation)
  if (key && signatureHolds(key, Buffer.from(text), said.signature)) return true
  return (await pastSigner(centre.db, device, text, said.signature)) !== null
}

/**
 * The last queue of a revoked device came whole: it is proven, read to its end, and kept sealed until a person releases it. Only then the device has its receipt.
 * The same file again has the same kind of receipt. Throws 400 for a file that cannot be opened; 404 and 409 `wrong-offset` while it is not whole.
 */
export async function receiveFarewell(centre: Centre, device: Device, sha256: string): Promise<FarewellReceipt> {
  const file = await keptFile(centre, { carrier: device, sha256 })
  if (file.state === 'coming') throw new Problem(409, 'wrong-offset', { received: file.received })
  const at = instantOf(centre.now())
  if (file.state === 'whole') {
    const { past } = await readableQueue(centre, device, () => partsKept(centre, file.home_scope, file.file_id), sha256)
    await inTransaction(centre.db, (trx) => keepLast(trx, { device, past }, file, at))
  }
  const receipt = { deviceId: device.deviceId, sha256, size: file.size, at }
  return { ...receipt, signature: await signedByCentre(centre.db, centre.vault, farewellReceiptText(receipt)) }
}

interface Leaving {
  readonly device: Device
  /** It is a copy: the device itself may still lie somewhere. */
  readonly past: boolean
}

async function keepLast(trx: Db, { device, past }: Leaving, file: KeptFile, at: string): Promise<void> {
  const { deviceId, homeScope } = device
  await keepAsEvidence(trx, file, { deviceId, at, reason: 'farewell' })
  await trx
    .updateTable('courier_files')
    .set({ state: 'answered', device_id: deviceId })
    .where('home_scope', '=', file.home_scope)
    .where('sha256', '=', file.sha256)
    .execute()
  if (past) return
  await trx
    .updateTable('devices')
    .set({ left_at: at })
    .where('home_scope', '=', homeScope)
    .where('device_id', '=', deviceId)
    .execute()
}

/** Every line of it: what cannot be read later must not be erased now. */
async function readableQueue(
  centre: Centre,
  device: Device,
  bytes: () => AsyncGenerator<Uint8Array>,
  sha256: string,
): Promise<ProvenQueue> {
  try {
    await requireNamed(bytes(), sha256)
    const queue = await openQueue(centre, bytes)
    if (queue.header.deviceId !== device.deviceId) throw new Refused('device-unknown')
    for await (const _line of queue.lines());
    return queue
  } catch (cause) {
    if (cause instanceof Refused) throw new Problem(400, 'invalid', { message: cause.code })
    throw cause
  }
}
