import { createHash } from 'node:crypto'
import { type CourierHeader, type CourierRefusal, type QueueLine, queueLine } from '#shared/contract/sync/courier.ts'
import { FileTrouble, type FileTroubleKind } from '#shared/courier/file-trouble.ts'
import { linesOf } from '#shared/courier/lines.ts'
import { checkFile, openFile } from '#shared/courier/open-file.ts'
import { sealingKeyOf } from '../auth/centre-keys.ts'
import { type Device, deviceFrom } from '../auth/device.ts'
import { keyOfGeneration } from '../auth/generation-keys.ts'
import { signatureHolds } from '../auth/raw-keys.ts'
import type { Centre } from '../centre.ts'
import { gunzipped } from './packing.ts'

/** A file that the centre does not open, for good. */
export class Refused extends Error {
  readonly code: CourierRefusal

  constructor(code: CourierRefusal, cause?: unknown) {
    super(`courier file refused: ${code}`, { cause })
    this.code = code
  }
}

/** The bytes of a file, from the beginning each time it is called. */
export type FileBytes = () => AsyncIterable<Uint8Array>

export interface ProvenQueue {
  readonly header: CourierHeader
  readonly device: Device
  /** Signed in an earlier generation: the device has gone on under a later one, here or on another computer. */
  readonly past: boolean
  /** base64url of the X25519 key that an answer is sealed to. */
  readonly sealingKey: string
  /** Throws Refused `damaged`. */
  lines(): AsyncGenerator<QueueLine>
}

/** Proves that a file is whole, a queue, for this centre, and signed by the device it names, whatever that device may do by now. Throws Refused. */
export async function openQueue(centre: Centre, bytes: FileBytes): Promise<ProvenQueue> {
  const file = await told(() => checkFile(bytes(), () => createHash('sha256')))
  const { header } = file
  if (header.kind !== 'queue') throw new Refused('not-a-queue')
  if (header.recipient !== centre.keys.sealingKey) throw new Refused('other-centre')
  const row = await centre.db
    .selectFrom('devices')
    .selectAll()
    .where('device_id', '=', header.deviceId)
    .executeTakeFirst()
  const device = row && deviceFrom(row)
  const key = device && (await keyOfGeneration(centre.db, device, header.generation))
  if (!row || !device || !key) throw new Refused('device-unknown')
  const signs = (message: Uint8Array, signature: Uint8Array) =>
    signatureHolds(key, message, Buffer.from(signature).toString('base64url'))
  if (!file.isSignedBy(signs)) throw new Refused('signature-wrong')
  const sealedFor = await sealingKeyOf(centre.db, centre.vault)
  return {
    header,
    device,
    past: header.generation !== device.generation,
    sealingKey: row.sealing_key,
    lines: () => queueLines(openFile(bytes(), sealedFor)),
  }
}

async function* queueLines(content: AsyncIterable<Uint8Array>): AsyncGenerator<QueueLine> {
  const lines = linesOf(gunzipped(content))[Symbol.asyncIterator]()
  let ended = false
  for (;;) {
    const next = await told(() => lines.next())
    if (next.done) break
    if (ended) throw new Refused('damaged')
    const line = lineIn(next.value)
    ended = line.line === 'end'
    yield line
  }
  if (!ended) throw new Refused('damaged')
}

function lineIn(bytes: Uint8Array): QueueLine {
  try {
    return queueLine.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  } catch (cause) {
    // Signed, but not as the contract has it.
    throw new Refused('damaged', cause)
  }
}

const refusals: Record<FileTroubleKind, CourierRefusal> = {
  'not-ours': 'not-a-queue',
  damaged: 'damaged',
  'too-new': 'too-new',
  'other-recipient': 'other-centre',
  'signature-wrong': 'signature-wrong',
}

/** What is wrong with a file, as the centre says it. */
export async function told<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    throw cause instanceof FileTrouble ? new Refused(refusals[cause.kind], cause) : cause
  }
}
