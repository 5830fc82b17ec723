import { createHash, randomUUID, sign } from 'node:crypto'
import { type CourierHeader, courierVersion } from '#shared/contract/sync/courier.ts'
import { sealFile } from '#shared/courier/seal-file.ts'
import { privateKeyOf } from '../auth/centre-keys.ts'
import { deviceFrom } from '../auth/device.ts'
import { type Centre, instantOf } from '../centre.ts'
import type { Unprocessable } from '../sync/accept-batch.ts'
import { answerContent } from './answer-content.ts'
import { type FileBytes, openQueue } from './open-queue.ts'
import { gzipped } from './packing.ts'
import { isShutOut, takeQueue } from './take-queue.ts'

export interface AnsweredQueue {
  readonly deviceId: string
  /** The answer's bytes, sealed to that device and signed by the centre; once. */
  readonly answer: AsyncIterable<Uint8Array>
  /** Commands that were kept but not processed: somebody has to know. */
  readonly unprocessable: readonly Unprocessable[]
  /** Its device is quarantined, revoked or has gone on elsewhere: the centre took nothing of it, or nothing more. */
  readonly shutOut: boolean
}

/** Takes a queue that came by file and makes its answer. Throws Refused, and what will pass: the same file taken again does no harm. */
export async function answerQueue(centre: Centre, bytes: FileBytes): Promise<AnsweredQueue> {
  const queue = await openQueue(centre, bytes)
  const taken = await takeQueue(centre, queue)
  const { deviceId, homeScope } = queue.device
  // It may have been shut out by what it sent.
  const row = await centre.db
    .selectFrom('devices')
    .selectAll()
    .where('home_scope', '=', homeScope)
    .where('device_id', '=', deviceId)
    .executeTakeFirstOrThrow()
  const header: CourierHeader = {
    ...{ v: courierVersion, kind: 'answer', id: randomUUID(), answers: queue.header.id },
    ...{ madeAt: instantOf(centre.now()), deviceId, deviceName: row.device_name },
    ...{ generation: queue.header.generation, recipient: row.sealing_key },
  }
  const signingKey = await privateKeyOf(centre.db, centre.vault, 'signing')
  const answer = sealFile(
    header,
    Buffer.from(row.sealing_key, 'base64url'),
    gzipped(answerContent(centre, deviceFrom(row), taken)),
    { newHash: () => createHash('sha256'), sign: (message) => sign(null, message, signingKey) },
  )
  return { deviceId, answer, unprocessable: taken.unprocessable, shutOut: isShutOut(taken.outcome) }
}
