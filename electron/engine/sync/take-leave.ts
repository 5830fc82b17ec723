import { sign, verify } from 'node:crypto'
import {
  type FarewellReceipt,
  farewellNonceText,
  farewellReceiptText,
  revocationText,
} from '#shared/contract/sync/farewell.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { writeQueue } from './courier/save-queue.ts'
import type { Link } from './link.ts'
import { privateKeyOf, publicKeyOf } from './raw-keys.ts'
import { remember } from './sync-state.ts'

type Sealed = NonNullable<Awaited<ReturnType<Link['config']['leaving']['file']['sealed']>>>

/**
 * The centre has revoked this device. In this order, and from wherever it was interrupted: the order is proven and kept, and from then on nothing is done here any more;
 * what was not sent is sealed to the centre and brought; the centre's receipt is proven; only then everything may be erased. Always throws CentreTrouble
 * `device-revoked`, or what kept it from going through.
 */
export async function takeLeave(link: Link): Promise<never> {
  const { leaving } = link.config
  const { revokedAt, token } = await hearOrder(link)
  const last = (await leaving.file.sealed()) ?? (await sealLast(link))
  await bring(link, last, token)
  const receipt = await endOrSealAnew(link, last, token)
  requireSigned(link, farewellReceiptText(receipt), receipt.signature)
  if (receipt.deviceId !== link.device.identity.deviceId || receipt.sha256 !== last.sha256) throw notProven()
  const { sha256, size, at, signature } = receipt
  const { deviceName } = link.device.identity
  leaving.mayErase({ deviceName, revokedAt, receipt: { sha256, size, at, signature } })
  throw new CentreTrouble('device-revoked', 'refused', { status: 403, problem: 'revoked' })
}

/** Nobody but the centre can end a device: its signature counts, not that something answered in its place. */
async function hearOrder(link: Link): Promise<{ readonly revokedAt: string; readonly token: string }> {
  const { client, config, device } = link
  const { deviceId } = device.identity
  const nonce = await client.nonce(deviceId)
  const key = privateKeyOf('ed25519', device.keys.signing.privateKey)
  const signature = sign(null, Buffer.from(farewellNonceText(nonce)), key).toString('base64url')
  const { order, signature: told, token } = await client.farewell.begin(deviceId, { nonce, signature })
  requireSigned(link, revocationText(order), told)
  if (order.deviceId !== deviceId) throw notProven()
  if (!config.leaving.isLocked()) {
    await config.store.inTransaction(async (trx) => {
      await remember(trx, 'revocation', { deviceId, revokedAt: order.revokedAt })
      config.leaving.lock()
    })
    config.log.info('device-revoked')
    config.announce('status')
  }
  return { revokedAt: order.revokedAt, token }
}

async function sealLast({ config, device }: Link): Promise<Sealed> {
  const { file } = config.leaving
  const key = device.centreSealingKey
  if (key === null) throw notProven()
  await writeQueue({ config, device, progress: () => undefined }, key, await file.toSave())
  const sealed = await file.sealed()
  if (!sealed) throw new Error('the last queue was sealed and is not there')
  return sealed
}

async function bring({ client, config, pace }: Link, { sha256, size }: Sealed, token: string): Promise<void> {
  for (let from = await client.farewell.received(sha256, token); from < size; ) {
    from += await pace.pieces.measured(async (kilobytes) => {
      const bytes = await config.leaving.file.read(from, kilobytes * 1024)
      await client.farewell.put({ sha256, bytes, from, size }, token)
      return bytes.length
    })
  }
}

/** A file that the centre cannot read is made anew with the next round. */
async function endOrSealAnew({ client, config }: Link, { sha256 }: Sealed, token: string): Promise<FarewellReceipt> {
  try {
    return await client.farewell.end(sha256, token)
  } catch (cause) {
    if (cause instanceof CentreTrouble && cause.status === 400) await config.leaving.file.drop()
    throw cause
  }
}

function requireSigned({ device }: Link, text: string, signature: string): void {
  if (device.centreSigningKey === null) throw notProven()
  const key = publicKeyOf('ed25519', Buffer.from(device.centreSigningKey, 'base64url'))
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))) throw notProven()
}

const notProven = () => new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
