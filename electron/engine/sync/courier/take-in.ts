import { createHash, verify } from 'node:crypto'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { type CourierHeader, courierLimits } from '#shared/contract/sync/courier.ts'
import { FileTrouble } from '#shared/courier/file-trouble.ts'
import { checkFile, readHeader, type WholeFile } from '#shared/courier/open-file.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { FileGone, type FileToRead } from '../../usecases/ports.ts'
import { publicKeyOf } from '../raw-keys.ts'
import { applyAnswer } from './apply-answer.ts'
import { addPart, beginFile, bytesKept, changeFile, deleteFile, sameFile } from './carried-store.ts'
import { type CourierParts, note } from './courier-parts.ts'

type Taken = OutputOf<'courier.open'>

const pieceBytes = 524_288
/** Left free for the work of the day. */
const roomBytes = 67_108_864

/**
 * Brings a file into the encrypted database, proves it there, and does what it is for; `only` an answer where nobody is signed in. What is wrong with it leaves nothing behind. Throws FileGone,
 * FileTrouble, and what the database throws.
 */
export async function takeIn(
  parts: CourierParts,
  from: FileToRead,
  only: 'answer' | 'anything' = 'anything',
): Promise<Result<Taken, Fault>> {
  const header = await readHeader(bytesOf(from))
  if (only === 'answer' && header.kind === 'queue') return { ok: false, refusal: { code: 'courier-sign-in-first' } }
  const refused = await notForUs(parts, header, from.size)
  if (refused) return { ok: false, refusal: refused }
  const { config } = parts
  const { store } = config
  const id = config.ids.uuid()
  await store.inTransaction((trx) => beginFile(trx, { id, header, size: from.size, keptAt: config.clock.now() }))
  try {
    const sha256 = await copy(parts, id, from)
    const whole = await checkFile(bytesKept(store.read, id, 'file'), () => createHash('sha256'))
    // The stick may have been changed while it was read: what counts is what is here.
    if (JSON.stringify(whole.header) !== JSON.stringify(header)) throw new FileTrouble('damaged')
    const same = await sameFile(store.read, sha256)
    if (same) await store.inTransaction((trx) => deleteFile(trx, id))
    if (header.kind === 'answer') return ok(await takeAnswer(parts, same?.id ?? id, sha256, whole))
    if (!same) await keepQueue(parts, id, sha256)
    return ok({ found: 'queue', deviceName: header.deviceName, again: same !== null })
  } catch (cause) {
    await store.inTransaction((trx) => deleteIfComing(trx, id)).catch(() => undefined)
    throw cause
  }
}

const deleteIfComing = async (trx: Parameters<typeof deleteFile>[0], id: string): Promise<void> => {
  const row = await trx.selectFrom('carried_file').select('state').where('id', '=', id).executeTakeFirst()
  if (row?.state === 'coming') await deleteFile(trx, id)
}

/** What the head alone says against it: nothing has to be copied for that. */
async function notForUs({ config, device }: CourierParts, header: CourierHeader, size: number): Promise<Fault | null> {
  const own = header.deviceId === device.identity.deviceId
  const { deviceName } = header
  if (header.kind === 'queue' && own) return { code: 'courier-own-queue' }
  if (header.kind === 'queue' && header.recipient !== device.centreSealingKey) return { code: 'courier-other-centre' }
  if (header.kind === 'answer' && (!own || header.recipient !== device.keys.sealing.publicKey.toString('base64url')))
    return { code: 'courier-other-computer', details: { deviceName } }
  if (size > courierLimits.fileBytes) return { code: 'courier-too-large' }
  const free = await config.freeDisk()
  return free !== null && free < size + roomBytes ? { code: 'disk-full' } : null
}

async function* bytesOf(from: FileToRead): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < from.size; ) {
    const bytes = await from.read(at, pieceBytes)
    if (bytes.length === 0) throw new FileGone('gone')
    yield bytes
    at += bytes.length
  }
}

/** Returns SHA-256 of the whole. */
async function copy({ config, progress }: CourierParts, id: string, from: FileToRead): Promise<string> {
  const hash = createHash('sha256')
  let start = 0
  for await (const bytes of bytesOf(from)) {
    hash.update(bytes)
    await config.store.inTransaction((trx) => addPart(trx, id, 'file', { start, bytes }))
    start += bytes.length
    progress('reading', start, from.size)
  }
  return hash.digest('hex')
}

/** It goes with the next round; who brought it need not wait. */
async function keepQueue(parts: CourierParts, id: string, sha256: string): Promise<void> {
  await parts.config.store.inTransaction(async (trx) => {
    await changeFile(trx, id, { state: 'waiting', sha256 })
    await note(parts, 'file-carried', id)
  })
}

async function takeAnswer(parts: CourierParts, id: string, sha256: string, file: WholeFile): Promise<Taken> {
  const { store } = parts.config
  const key = publicKeyOf('ed25519', Buffer.from(parts.device.centreSigningKey ?? '', 'base64url'))
  if (!file.isSignedBy((message, signature) => verify(null, message, key, signature)))
    throw new FileTrouble('signature-wrong')
  await store.inTransaction((trx) => changeFile(trx, id, { state: 'unfinished', sha256 }))
  return applyAnswer(parts, id)
}
