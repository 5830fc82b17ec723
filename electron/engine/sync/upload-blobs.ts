import { CentreTrouble } from './centre-trouble.ts'
import { raiseException } from './exceptions.ts'
import type { Link } from './link.ts'
import { pushBetween } from './push.ts'
import { recall, remember } from './sync-state.ts'

/** Sent before the pull; larger ones go after it, so that no waiting hand-over stands behind them. */
const smallBytes = 262_144

interface WaitingBlob {
  readonly key: number
  readonly sha256: string
  readonly size: number
}

/** Sends the blobs of one size class that the centre does not have yet, resuming where an earlier attempt was cut. */
export async function uploadBlobs(link: Link, which: 'small' | 'large'): Promise<void> {
  const waiting = await link.config.store.read
    .selectFrom('blob')
    .select(['key', 'sha256', 'size'])
    .where('at_centre', '=', 0)
    .where('size', which === 'small' ? '<=' : '>', smallBytes)
    .orderBy('key')
    .execute()
  for (const blob of waiting) await uploadBlob(link, blob)
  if (waiting.length > 0) link.config.announce('queue')
}

async function uploadBlob(link: Link, blob: WaitingBlob): Promise<void> {
  const doubted = blob.key <= ((await recall(link.config.store.read, 'blobs-doubted-up-to')) ?? 0)
  let sent: boolean
  try {
    // A small one is sent rather than asked about, unless the centre may have it already.
    const askFirst = doubted || blob.size > smallBytes
    sent = await sendPieces(link, blob, askFirst ? await link.client.receivedOf(blob.sha256) : 0)
  } catch (cause) {
    // Anything else is about the device or the line, not about this one blob.
    if (!(cause instanceof CentreTrouble) || cause.reason !== 'refused' || cause.code !== 'centre-error') throw cause
    // The centre has another part than we thought: ask once where to go on.
    if (cause.status !== 409 && cause.status !== 416) return putAside(link, blob, cause)
    sent = await sendPieces(link, blob, await link.client.receivedOf(blob.sha256))
  }
  const done = { at_centre: 1 } as const
  await link.config.store.inTransaction(async (trx) => {
    await trx.updateTable('blob').set(done).where('key', '=', blob.key).execute()
    if (sent) await remember(trx, 'last-blob', blob.sha256)
  })
}

/** False when the centre had all of it already. */
async function sendPieces(link: Link, { key, sha256, size }: WaitingBlob, received: number): Promise<boolean> {
  if (received >= size) return false
  const { bytes } = await link.config.store.read
    .selectFrom('blob')
    .select('bytes')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  try {
    for (let from = received; from < size; ) {
      if (size > smallBytes || from > received) await pushBetween(link)
      from = await sendPiece(link, { sha256, bytes, from, size })
      link.onFileSent(from)
      if (from < size) link.config.announce('queue', 'status')
    }
  } finally {
    link.onFileSent(0)
  }
  return true
}

/** As much as the line carries well; returns where the next piece begins. */
const sendPiece = ({ pace, client }: Link, { sha256, bytes, from, size }: Parameters<Link['client']['putPiece']>[0]) =>
  pace.pieces.measured(async (kilobytes) => {
    const piece = bytes.subarray(from, from + kilobytes * 1024)
    await client.putPiece({ sha256, bytes: piece, from, size })
    return from + piece.length
  })

/** One blob the centre refuses must not hold up the others; it stays here and a person is told. */
async function putAside(link: Link, blob: WaitingBlob, cause: CentreTrouble): Promise<void> {
  const { store, clock, log } = link.config
  log.error('blob-refused', cause)
  await store.inTransaction((trx) =>
    raiseException(trx, {
      id: blob.sha256,
      kind: 'attention',
      code: 'blob-refused',
      seq: null,
      card_id: null,
      handover_id: null,
      raised_at: clock.now(),
    }),
  )
}
