import { createHash, randomUUID } from 'node:crypto'
import { courierLimits } from '#shared/contract/sync/courier.ts'
import { ByteReader } from '#shared/courier/byte-reader.ts'
import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { Problem } from '../problem.ts'
import type { Unprocessable } from '../sync/accept-batch.ts'
import { answerQueue } from './answer-queue.ts'
import {
  type Carried,
  fileIfKept,
  forgetFile,
  type KeptFile,
  keepAnswer,
  keepAsEvidence,
  keepPart,
  keptFile,
  partsKept,
  requireNamed,
} from './courier-store.ts'
import { Refused } from './open-queue.ts'

export interface CarriedAnswer {
  readonly file: KeptFile
  readonly unprocessable: readonly Unprocessable[]
}

/**
 * Opens a carried file that came whole, and keeps its answer; a repeat gets the same one. Throws Refused: the file is forgotten then, and may come again.
 * Throws 404, 409 `wrong-offset` with the bytes received while it is not whole.
 */
export async function answerCarried(centre: Centre, carried: Carried): Promise<CarriedAnswer> {
  const file = await keptFile(centre, carried)
  if (file.state === 'answered') return { file, unprocessable: [] }
  if (file.state === 'coming') throw new Problem(409, 'wrong-offset', { received: file.received })
  return answerKept(centre, carried, file)
}

/** The same for a file that was whole a moment ago. Another process may have answered it since: then its bytes are gone, and its answer is the one. */
export async function answerKept(centre: Centre, carried: Carried, file: KeptFile): Promise<CarriedAnswer> {
  try {
    const bytes = () => partsKept(centre, file.home_scope, file.file_id)
    await requireNamed(bytes(), file.sha256)
    const { deviceId, answer, unprocessable, shutOut } = await answerQueue(centre, bytes)
    const kept = await keepParts(centre, file.home_scope, answer)
    const evidence = { deviceId, at: instantOf(centre.now()), reason: 'carried-file' } as const
    if (shutOut) await inTransaction(centre.db, (trx) => keepAsEvidence(trx, file, evidence))
    return { file: await keepAnswer(centre, file, { deviceId, ...kept }), unprocessable }
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause
    await forgetFile(centre, file)
    const answered = await fileIfKept(centre, carried)
    if (answered?.state === 'answered') return { file: answered, unprocessable: [] }
    throw cause
  }
}

async function keepParts(centre: Centre, home_scope: string, answer: AsyncIterable<Uint8Array>) {
  const id = randomUUID()
  const hash = createHash('sha256')
  const reader = new ByteReader(answer)
  let size = 0
  for (let ended = false; !ended; ) {
    const whole = await reader.exactly(courierLimits.pieceBytes)
    const bytes = whole ?? (await reader.rest())
    ended = whole === null
    if (bytes.length === 0) break
    hash.update(bytes)
    await keepPart(centre.db, centre, { home_scope, file_id: id }, { start: size, bytes })
    size += bytes.length
  }
  return { id, sha256: hash.digest('hex'), size }
}
